<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActivityDelegate</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity of the last 90 days is kept. Try fewer words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaBar</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact: name, e-mail or telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which entries are listed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaTree</name>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New booking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appointments.ics</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllDayLane</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All-day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Next open time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Always release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release all {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a sync cannot decide by itself is shown here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlockTimeDialog</name>
    <message>
        <source>Block time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit blocked time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What for? (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole days</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <source>As the calendar says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple calendars stay on this computer. iCloud is not supported for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing noted yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past and cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayHeader</name>
    <message>
        <source>{day}, today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditAppointmentDialog</name>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change seat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditWordsDialog</name>
    <message>
        <source>Edit event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the seat of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything about this contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the seat of {name} to somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (cancelled)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStepsDialog</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example Ana</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One booking takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who is booked and when they work. Next you can connect iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your first booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GoToDateDialog</name>
    <message>
        <source>Date to go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridCanvas</name>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>Block time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New booking…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridSpeech</name>
    <message>
        <source>Cancel or unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move 15 minutes earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move 15 minutes later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the column of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken: {entries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}; beside it {entries}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>Kind of calendar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LocaleFormat</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some time ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ManyBar</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody shares the name, e-mail or telephone. Search for the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is also:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Somebody else would get it by now, so nothing was changed. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{in_month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MiniMonth</name>
    <message>
        <source>Next month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MonthSheet</name>
    <message>
        <source>Go to this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>Daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates that are not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepeatDialog</name>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat appointment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeriesFields</name>
    <message>
        <source> day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceBox</name>
    <message>
        <source>Add-ons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy open times to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show open times of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show times as on the clock of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show times as on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Activity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel this sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect iCloud…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End this sync; what was read is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of it is real, and nothing of it reaches iCloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Block time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New booking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Open lcdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit lcdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>all-day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message>
        <source>Connect iCloud to see private events as blocked slots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple calendars stay on this computer. iCloud is not supported for them: nothing is sent there, and nothing is read from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome. Say who is booked and when they work to take bookings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Begin…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect iCloud…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice data – lcdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.  Open account.apple.com and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2.  Choose Sign-In and Security, then App-Specific Passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3.  Make one, name it lcdesk, and copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new session with {n} seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new time, title, place or note entered {there} is taken over here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A room or piece of equipment needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server answers at this address, but it offers no calendars. Your provider&apos;s help names the right address under “CalDAV”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A staff member needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About lcdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Ctrl or Alt, or choose a function key; else you could not type it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a closed day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a staff member…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add hours for a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add seat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add staff members under Staff first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add-ons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address, room or link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are needed, but {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All times in {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All-day events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All-day events of {name} block time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already booked: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account belongs to a staff member. Add one, then connect their calendar here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An appointment always stays, whatever this says; you decide in “Needs attention”. This is about the blocked slots that were copied from {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An event without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another calendar server (CalDAV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App-specific password for {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple Account e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments and history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments are written here, and its events block time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments booked here are written to this one calendar, and events in it block your time. Appointments on simple calendars are not: iCloud is not supported for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments booked here are written to this one calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments for small businesses, in step with iCloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments that have begun stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appointments you book here appear in your primary calendar. Moved, renamed or cancelled here, they follow there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apricot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attending: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basil</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked at another time: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked at other times: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked by hand. Stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked slots made here never leave lcdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked time changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked time stays on this computer; it never goes to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked: {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocks nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blueberry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book taken dates anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book there, or open what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Book {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Booked anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked anyway: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Booked {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Booked: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked: {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booking window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both changes were kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both times are held until somebody chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both times are held until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breaks a booking rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffer after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffer before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CalDAV server {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel or unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel or unblock what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the seats one by one in the session&apos;s card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled here, changed {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled here, changed {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled here, changed {there}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancelled {n} appointments: {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be read with this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot be sent now: the primary calendar is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change all dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change {n} anyway</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Changed all dates: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed calendar {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed contact {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed here and {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed here and {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in both places: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in details that lcdesk does not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed what blocks time in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Changed {n} appointments: {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Changed {there}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes are kept here and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check for conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is the one you sign in to your Apple Account with; aliases do not work. App-specific passwords stop working when the Apple password changes: make a new one and paste it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked for conflicts: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking {n} dates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another owner first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose your calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm bookings at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Confirm {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Confirmed {n} appointments: {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict calendars are only read, never changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect another account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect iCloud or another calendar server, and your private events block your time here while appointments appear in your own calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected: {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {many} of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {day} to other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be read: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + Shift + up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl + arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date-specific hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates that are booked later follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates that were changed one by one stay so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it {there} too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete these dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted calendar {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted contact {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted staff member {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted this and following dates: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {there}, kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted {there}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting an appointment {there} does not delete it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect {address}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnected: {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each makes the booking longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each replaces the length. The booking dialog asks which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the calendar server, such as dav.example.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the full e-mail address of your Apple Account, such as anna@icloud.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the password of this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the user name that you sign in to the server with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events from {place} never become appointments, their guests never become contacts, and nobody is sent a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events in these calendars block your time as well. lcdesk only reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events in these calendars make the time unavailable. They are only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events in your primary and conflict calendars show here as greyed-out blocked slots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events {there}: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Every {n} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} months</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} weeks</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody else sees “Busy” for events that were read from {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields: {{contact.name}} {{contact.email}} {{contact.phone}} {{calendar.name}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example Room 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed: {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freed: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From calendar {name} {there}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From one start to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {time}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to {staff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to date…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide third-party details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide until it changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, T</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours and slots are on this zone&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours are shown when the form holds no mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours, {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far ahead can be booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many bookings can hold it at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the week and the month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes on watching {place} while its window is closed. Open or quit it here; Settings &gt; General changes this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept in this computer&apos;s password store, never in a file of lcdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its events block time. lcdesk never writes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its midnight is where a day begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time is still blocked here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time {there} is held until somebody chooses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its time {there} is held until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep here only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep its blocked slot, marked “deleted {there}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep lcdesk running in the tray, so that it goes on syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them as slots blocked by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {place}’s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {place}’s, do not cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep “{name}” as primary calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lagoon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave taken dates out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likely the same person: {names}. Merge…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists show the calendars of a group together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Location: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it shorter or longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many events missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark a stretch of time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked: {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile some times were taken. Look at the dates again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged contact {name} with {into}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minimum notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes until open times carry a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move all dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move taken dates to the next open time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {name} down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {name} up</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} anyway</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Moved all dates: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to another calendar: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the calendar “{calendar}”, kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to the calendar “{calendar}”: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved to “{calendar}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Moved {n} appointments: {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Moved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New booking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New calendar {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New contact {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New length: {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New length: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New room or equipment {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New staff member {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New {kind} calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New {there}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open: {list}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No appointment waits to be confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No appointments yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No blocked slots were copied from this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bookings here. Double-click a free time to book one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bookings in these weeks. Double-click a day to book one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendar is shown. Tick one in the sidebar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendar of this account is chosen below yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendars found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendars yet.
Press New and choose a kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contacts yet.
They are added by booking, or here with New.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open slot in the next four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No primary calendar – appointments stay in lcdesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rooms and no equipment yet.
A calendar can hold them with each booking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server answers at this address. {kept} Check the network and the spelling of the address, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No-show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be booked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be booked yet.
Press New and say who it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody stayed away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not active: no slots are offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not changed. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not copied. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not moved. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open on {calendar}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent to {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent to {place}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used any more: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else uses these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has this name or these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open in the next {days} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned in the next weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed or stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline. Changes are kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Often your e-mail address. The provider&apos;s help names the server under “CalDAV”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One date of an event that repeats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open account.apple.com</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lcdesk to choose what should happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open lcdesk to see what it means.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open slots are shown when the form holds no mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open slots, {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open times then say when {place} was last read, since an event may have come there meanwhile. A time never opens because reading failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for {email}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it as it is: spaces, hyphens and capitals do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PgUp, PgDn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys for “{action}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary calendar: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Primary – always checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read at {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Read for the first time: {n} events</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Read in full: nothing was different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {ago}, not everything is sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {ago}, {waiting}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only – cannot be primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {calendar}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurring appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recurring event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Released: {n} blocked slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Released: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove its blocked slot; the time becomes bookable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove them; the time becomes bookable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from {place}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeats: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round robin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for a name or keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See Needs attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to {place}: {counts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a day&apos;s slots hidden in a list of open slots that is shared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in worked, but this account has no calendar for events. Make one on the server, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in worked, but this account has no calendar. Turn on Calendars in the iCloud settings of an Apple device, or make a calendar at icloud.com, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple calendars stay in lcdesk: nothing of theirs is synced, in either direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simple calendars stay on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slots that are kept no longer follow the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else takes these bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between this computer and iCloud gave another answer, such as the sign-in page of a public network. {kept} Check the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that lcdesk did not expect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff needed {busy}; processing {free}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subscribed – cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Long hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync cancelled. What was read is kept; the next sync goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync is paused. Changes are kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced at {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced on {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synced {ago}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these hours away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this date away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taller hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative and unanswered events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative and unanswered events of {name} block time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address you sign in to your Apple Account with. An alias of it does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer from this address is not one of a calendar server. Your provider&apos;s help names the right address under “CalDAV”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appointment still stands here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The appointment still stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change is kept here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks change: {skipped} does not exist that day, {meant} is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks skip this hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data file can be used again. Changes are saved and synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates are booked as time passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sync has not finished yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last sync did not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The length of a class session is fixed by its calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page offers this only when two-factor authentication is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {account} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {account} was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password store could not be used for {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The series ends, and no later dates are booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a pause. {kept} Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept this user name with this password. Check both and enter the password again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The week before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is made with Qt and PySide6 under the GNU Lesser General Public License, version 3. Both are used unchanged as separate libraries, and you may replace them with your own build. Their source code is at download.qt.io.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a calendar called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a room or equipment called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a staff member called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no calendar to book on yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no connection to iCloud at the moment. {kept} Check the network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys belong to the week and the month. They stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys move or change what is selected. Choose others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are created there first, then removed from the old calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They replace the weekly hours of that date entirely.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This and following ({n})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This and following dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This appointment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This change was not sent to {place}. It is kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This date only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends lcdesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event stands in a calendar of {owner} and stays there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was made {there}. Change it there; lcdesk follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was made {there}. Copy it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a calendar server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is blocked for a calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is blocked for a staff member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This time is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time freed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time unblocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone: {zone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel before it from {day}, {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel before it from {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unticked, such events are still shown, but their time stays bookable. Events that are marked free never block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until {time}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated {there}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warn after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week or month before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a new booking begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What blocks your time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each sync changes here as well as {there} is told in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is synced, and what is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this calendar is for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe; the last step may not have happened. The details help whoever mends it: open them and copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an event is deleted {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an event is deleted {there}, its time stays blocked here until you release it. It can be released by itself instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When calendars have not been read for a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are the calendars?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it for? Enter a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is next: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With processing time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words, days and dates. Another language is spoken when lcdesk starts anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to {place}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday, {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You need an app-specific password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your appointments stay here, and nothing is deleted {there}. The password is removed from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add-ons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>addition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all-day events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocking of {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocking of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booked anyway: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booking of {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>booking of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookings per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bookings per slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buffer after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>buffer before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancellation of {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancellation of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of an event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of blocked time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of {n} blocked times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of calendar {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice of calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decision about {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deletion of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>details of private events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disconnecting {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not work then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fourth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freed time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeing of {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeing of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how far ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud asks for a pause. {kept} Try again in a few minutes; the password may well be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud does not accept your ordinary password in other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud is not supported for simple calendars: nothing is sent there or read from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud is not supported for simple calendars: nothing of theirs is synced, in either direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud refused the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>iCloud&apos;s answer could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lcdesk keeps running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lcdesk tries again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lcdesk tries again soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merging of contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merging of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move of {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved to {when}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new length of {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new length of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody shown works then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on day {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the {nth} {weekday}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {days}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release of {n} blocked slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rooms and equipment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status of {n} appointments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tentative events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning about calendars not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether it is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} has not been read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} is busy. {next}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} is busy: {account} is read later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} last read at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} last read on {day}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} last read while this computer’s clock was ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{Place} refused the password. Enter a new one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{There}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{There}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is in step again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{appointments} will be written to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{appointments} will move to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{booked}, up to {day}. Later ones are booked as time passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar} always takes the same people. Change its team in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar} is a simple calendar, which takes no staff member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar} takes a staff member.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calendar}: {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cause} Nothing new is saved or synced. {advice}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cause} What you see can be read; nothing new is saved or synced. {advice}; lcdesk then goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{changes}: these will not be sent any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {n} dates will be booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} stands there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}, {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: nothing open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: past</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {many}, the first at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} What is cancelled, and events from linked calendars, are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} – with {staff}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{email} is connected already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{email} – nothing is stored until you have chosen your calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} is not known and stays as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found}: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (+{length})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({length})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no appointments and goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no open time in the next four weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is chosen, the first that can be written to and has events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is chosen, the first that can be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is chosen: no other calendar can be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} offers no slots now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} takes no bookings of {calendar}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – same e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} – same telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: open times</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments cancelled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments come over to this card, and the other card goes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments confirmed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments move along</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments that were not sent yet stay here only</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} blocked slots were copied from it and still lie ahead.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calendars found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} can be primary</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} cancelled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} changes to send</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes waiting to be sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} created</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} dates are not open.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dates left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries exported to</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries need a look.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries need you</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marked as no-show</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marked as showed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} moved to another calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} need attention</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} no-shows</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} open times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} seats left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} subscribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} upcoming appointments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} upcoming appointments stay</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{n} updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{other} is merged with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stay} in the calendar as it is. What was not sent yet, and later changes here, will not be sent there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{taken} of {n} seats taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times} in {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} {taken} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} {date}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}. Changes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} blocked this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} blocked this time: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} has an appointment: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} has enough appointments: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} is busy {there}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} is busy {there}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} is {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} needs the {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Choose it again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}: {what}. Choose what should happen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” has these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” uses these keys now and will lose them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{action}” will have no keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{old}” → “{new}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ZoneField</name>
    <message>
        <source>Type a city, such as Berlin</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SaveDialog</name>
    <message>
        <source>Save text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Sentence</name>
    <message>
        <source>Sync status</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_TextDialog</name>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>

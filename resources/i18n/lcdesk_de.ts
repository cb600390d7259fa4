<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActivityDelegate</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
</context>
<context>
    <name>ActivityDialog</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Activity of the last 90 days is kept. Try fewer words.</source>
        <translation>Aufbewahrt wird die Aktivität der letzten 90 Tage. Versuchen Sie weniger Wörter.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Kept for 90 days</source>
        <translation>90 Tage aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Search activity</source>
        <translation>Aktivität durchsuchen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche…</translation>
    </message>
    <message>
        <source>Show in week</source>
        <translation>In der Woche zeigen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Whose activity</source>
        <translation>Wessen Aktivität</translation>
    </message>
</context>
<context>
    <name>AgendaBar</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contact: name, e-mail or telephone</source>
        <translation>Kontakt: Name, E-Mail oder Telefon</translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Which entries are listed</source>
        <translation>Welche Einträge aufgelistet sind</translation>
    </message>
</context>
<context>
    <name>AgendaTree</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>AgendaView</name>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>New booking…</source>
        <translation>Neue Buchung…</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>appointments.ics</source>
        <translation>termine.ics</translation>
    </message>
</context>
<context>
    <name>AllDayLane</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>All-day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>Next open time</source>
        <translation>Nächste freie Zeit</translation>
    </message>
    <message>
        <source>Put this contact on the waiting list</source>
        <translation>Diesen Kontakt auf die Warteliste setzen</translation>
    </message>
    <message>
        <source>Waiting list…</source>
        <translation>Warteliste…</translation>
    </message>
</context>
<context>
    <name>AttentionPanel</name>
    <message>
        <source>Always release</source>
        <translation>Immer freigeben</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Für Sie ist nichts zu klären</translation>
    </message>
    <message>
        <source>Open settings…</source>
        <translation>Einstellungen öffnen…</translation>
    </message>
    <message>
        <source>Release all {n}</source>
        <translation>Alle {n} freigeben</translation>
    </message>
    <message>
        <source>Save text…</source>
        <translation>Text speichern…</translation>
    </message>
    <message>
        <source>Show in week</source>
        <translation>In der Woche zeigen</translation>
    </message>
    <message>
        <source>Show text…</source>
        <translation>Text zeigen…</translation>
    </message>
    <message>
        <source>What a sync cannot decide by itself is shown here.</source>
        <translation>Was beim Synchronisieren nicht von selbst zu entscheiden ist, steht hier.</translation>
    </message>
</context>
<context>
    <name>BlockTimeDialog</name>
    <message>
        <source>Block time</source>
        <translation>Zeit blocken</translation>
    </message>
    <message>
        <source>Edit blocked time</source>
        <translation>Geblockte Zeit bearbeiten</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What for? (optional)</source>
        <translation>Wofür? (optional)</translation>
    </message>
    <message>
        <source>Whole days</source>
        <translation>Ganze Tage</translation>
    </message>
</context>
<context>
    <name>BookingDialog</name>
    <message>
        <source>As the calendar says</source>
        <translation>Wie im Kalender</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Simple calendars stay on this computer. iCloud is not supported for them.</source>
        <translation>Einfache Kalender bleiben auf diesem Computer. iCloud gibt es für sie nicht.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Für wen ist es?</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
</context>
<context>
    <name>CalendarFiles</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Import calendar file</source>
        <translation>Kalenderdatei importieren</translation>
    </message>
</context>
<context>
    <name>CalendarImportDialog</name>
    <message>
        <source>Events of the file</source>
        <translation>Ereignisse der Datei</translation>
    </message>
    <message>
        <source>Import as</source>
        <translation>Importieren als</translation>
    </message>
    <message>
        <source>Import calendar file</source>
        <translation>Kalenderdatei importieren</translation>
    </message>
</context>
<context>
    <name>CardController</name>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>appointment.ics</source>
        <translation>termin.ics</translation>
    </message>
</context>
<context>
    <name>ContactChoice</name>
    <message>
        <source>Contact of the selected events</source>
        <translation>Kontakt der ausgewählten Ereignisse</translation>
    </message>
    <message>
        <source>Name, or Name &lt;e-mail&gt;</source>
        <translation>Name oder Name &lt;E-Mail&gt;</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>Set contact</source>
        <translation>Kontakt setzen</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Book again…</source>
        <translation>Erneut buchen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Export vCard</source>
        <translation>vCard exportieren</translation>
    </message>
    <message>
        <source>Export vCard…</source>
        <translation>vCard exportieren…</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>Zusammenführen…</translation>
    </message>
    <message>
        <source>Next appointments</source>
        <translation>Nächste Termine</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nothing noted yet</source>
        <translation>Noch nichts notiert</translation>
    </message>
    <message>
        <source>Past and cancelled</source>
        <translation>Vergangen und abgesagt</translation>
    </message>
    <message>
        <source>Show in week</source>
        <translation>In der Woche zeigen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und ein weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>vCard (*.vcf)</source>
        <translation>vCard (*.vcf)</translation>
    </message>
</context>
<context>
    <name>ContactImportDialog</name>
    <message>
        <source>Contacts of the file</source>
        <translation>Kontakte der Datei</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Kontakte importieren</translation>
    </message>
    <message>
        <source>There are no contacts in this file.</source>
        <translation>In dieser Datei sind keine Kontakte.</translation>
    </message>
    <message>
        <source>What the column {column} holds</source>
        <translation>Was in der Spalte {column} steht</translation>
    </message>
</context>
<context>
    <name>DayHeader</name>
    <message>
        <source>{day}, today</source>
        <translation>{day}, heute</translation>
    </message>
</context>
<context>
    <name>DayPopover</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Entries on {day}</source>
        <translation>Einträge am {day}</translation>
    </message>
    <message>
        <source>Open day</source>
        <translation>Tag öffnen</translation>
    </message>
</context>
<context>
    <name>DaysMenu</name>
    <message>
        <source>Number of days</source>
        <translation>Anzahl der Tage</translation>
    </message>
</context>
<context>
    <name>EditAppointmentDialog</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Change seat</source>
        <translation>Platz ändern</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Edit appointment</source>
        <translation>Termin bearbeiten</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>EditController</name>
    <message>
        <source>Nothing to redo</source>
        <translation>Nichts wiederherzustellen</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nichts rückgängig zu machen</translation>
    </message>
</context>
<context>
    <name>EditWordsDialog</name>
    <message>
        <source>Edit event</source>
        <translation>Ereignis bearbeiten</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>Cancel</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>Cancel the seat of {name}</source>
        <translation>Platz von {name} absagen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Everything about this contact</source>
        <translation>Alles zu diesem Kontakt</translation>
    </message>
    <message>
        <source>Give the seat of {name} to somebody else</source>
        <translation>Platz von {name} jemand anderem geben</translation>
    </message>
    <message>
        <source>In your mail program, with the text begun</source>
        <translation>In Ihrem Mailprogramm, mit begonnenem Text</translation>
    </message>
    <message>
        <source>Write an e-mail to {name}</source>
        <translation>E-Mail an {name} schreiben</translation>
    </message>
    <message>
        <source>Write e-mail</source>
        <translation>E-Mail schreiben</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>{name} (cancelled)</source>
        <translation>{name} (abgesagt)</translation>
    </message>
</context>
<context>
    <name>FirstStepsController</name>
    <message>
        <source>Practice could not be started. Nothing was changed; try again.</source>
        <translation>Die Übung ließ sich nicht starten. Es wurde nichts geändert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Ready. Double-click an open time to book it, or press {key}.</source>
        <translation>Fertig. Doppelklicken Sie auf eine freie Zeit, um sie zu buchen, oder drücken Sie {key}.</translation>
    </message>
</context>
<context>
    <name>GoToDateDialog</name>
    <message>
        <source>Date to go to</source>
        <translation>Datum, zu dem gesprungen wird</translation>
    </message>
    <message>
        <source>Go to date</source>
        <translation>Zum Datum</translation>
    </message>
</context>
<context>
    <name>GridCanvas</name>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
</context>
<context>
    <name>GridMenu</name>
    <message>
        <source>Block time…</source>
        <translation>Zeit blocken…</translation>
    </message>
    <message>
        <source>New booking…</source>
        <translation>Neue Buchung…</translation>
    </message>
</context>
<context>
    <name>GridSpeech</name>
    <message>
        <source>Cancel or unblock</source>
        <translation>Absagen oder freigeben</translation>
    </message>
    <message>
        <source>Move 15 minutes earlier</source>
        <translation>15 Minuten früher</translation>
    </message>
    <message>
        <source>Move 15 minutes later</source>
        <translation>15 Minuten später</translation>
    </message>
    <message>
        <source>Move to the column of {name}</source>
        <translation>In die Spalte von {name} verschieben</translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation>Auf den nächsten Tag verschieben</translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation>Auf den Tag davor verschieben</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>taken: {entries}</source>
        <translation>belegt: {entries}</translation>
    </message>
    <message>
        <source>{state}; beside it {entries}</source>
        <translation>{state}; daneben {entries}</translation>
    </message>
</context>
<context>
    <name>HeaderRow</name>
    <message>
        <source>Block time</source>
        <translation>Zeit blocken</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
</context>
<context>
    <name>KindTabs</name>
    <message>
        <source>Kind of calendar</source>
        <translation>Art des Kalenders</translation>
    </message>
</context>
<context>
    <name>LocaleFormat</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor einem Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>vor %n h</numerusform>
            <numerusform>vor %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>some time ago</source>
        <translation>vor einiger Zeit</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
</context>
<context>
    <name>ManyBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge contacts</source>
        <translation>Kontakte zusammenführen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nobody is found.</source>
        <translation>Niemand gefunden.</translation>
    </message>
    <message>
        <source>Nobody shares the name, e-mail or telephone. Search for the other one.</source>
        <translation>Niemand hat denselben Namen, dieselbe E-Mail oder dasselbe Telefon. Suchen Sie den anderen Kontakt.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Search contacts</source>
        <translation>Kontakte durchsuchen</translation>
    </message>
    <message>
        <source>What stays</source>
        <translation>Was bleibt</translation>
    </message>
    <message>
        <source>{name} is also:</source>
        <translation>{name} ist auch:</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source> ({zone})</source>
        <translation> ({zone})</translation>
    </message>
    <message>
        <source>&quot;Name &lt;mail&gt;&quot;</source>
        <translation>&quot;Name &lt;Mail&gt;&quot;</translation>
    </message>
    <message>
        <source>(held back)</source>
        <translation>(zurückgestellt)</translation>
    </message>
    <message>
        <source>(not free)</source>
        <translation>(nicht frei)</translation>
    </message>
    <message>
        <source>(travel from {time})</source>
        <translation>(Anfahrt ab {time})</translation>
    </message>
    <message>
        <source>--answer is for appointments; an event that was read answers nothing.</source>
        <translation>--answer ist für Termine; ein gelesenes Ereignis beantwortet nichts.</translation>
    </message>
    <message>
        <source>--contact and --force go with --calendar: blocked time is for nobody.</source>
        <translation>--contact und --force gehören zu --calendar: Geblockte Zeit ist für niemanden.</translation>
    </message>
    <message>
        <source>--demo, --minimised and --open are for the window and take no command</source>
        <translation>--demo, --minimised und --open gelten für das Fenster, ohne Befehl</translation>
    </message>
    <message>
        <source>--force goes with --staff, --calendar, --start, --minutes and --repeat: only these can be refused by the rules.</source>
        <translation>--force gehört zu --staff, --calendar, --start, --minutes und --repeat: Nur dabei können die Regeln etwas ablehnen.</translation>
    </message>
    <message>
        <source>--repeat is for appointments; let an event repeat where it stands.</source>
        <translation>--repeat gilt für Termine; lassen Sie ein Ereignis dort wiederholen, wo es steht.</translation>
    </message>
    <message>
        <source>--scope is for a series that is there; --repeat begins a new one.</source>
        <translation>--scope gilt für eine Serie, die es schon gibt; --repeat beginnt eine neue.</translation>
    </message>
    <message>
        <source>--skip-taken goes with --repeat, for the dates it books.</source>
        <translation>--skip-taken gehört zu --repeat, für die Termine, die gebucht werden.</translation>
    </message>
    <message>
        <source>--skip-taken goes with --repeat: one appointment has one date.</source>
        <translation>--skip-taken gehört zu --repeat: Ein einzelner Termin hat nur ein Datum.</translation>
    </message>
    <message>
        <source>--staff, --contact and --calendar are for appointments; an event that was read belongs to the calendar where it stands.</source>
        <translation>--staff, --contact und --calendar gelten für Termine; ein gelesenes Ereignis gehört zu dem Kalender, in dem es steht.</translation>
    </message>
    <message>
        <source>--to is exclusive, so no day was asked for. Name the day after the last.</source>
        <translation>Der Tag bei --to zählt nicht mit, es ist also kein Tag gemeint. Nennen Sie den Tag nach dem letzten.</translation>
    </message>
    <message>
        <source>A blocked slot must end after it starts.</source>
        <translation>Eine geblockte Zeit muss nach ihrem Beginn enden.</translation>
    </message>
    <message>
        <source>A booking of {name} can recur {least} to {most} times.</source>
        <translation>Eine Buchung von {name} kann sich {least}- bis {most}-mal wiederholen.</translation>
    </message>
    <message>
        <source>A calendar needs a name.</source>
        <translation>Ein Kalender braucht einen Namen.</translation>
    </message>
    <message>
        <source>A cell in row {n} is longer than {most} letters, so the table was not read. Perhaps a quotation mark is missing.</source>
        <translation>Eine Zelle in Zeile {n} ist länger als {most} Zeichen, darum wurde die Tabelle nicht gelesen. Vielleicht fehlt ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>A class session is not copied. Book a seat at the other time instead.</source>
        <translation>Ein Kurstermin wird nicht kopiert. Buchen Sie stattdessen einen Platz zur anderen Zeit.</translation>
    </message>
    <message>
        <source>A contact cannot be merged with itself.</source>
        <translation>Ein Kontakt kann nicht mit sich selbst zusammengeführt werden.</translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation>Ein Kontakt braucht einen Namen.</translation>
    </message>
    <message>
        <source>A decision is not made again. Choose in Needs attention.</source>
        <translation>Eine Entscheidung wird nicht noch einmal getroffen. Wählen Sie unter „Zu klären“.</translation>
    </message>
    <message>
        <source>A named staff member does not belong to {calendar}.</source>
        <translation>Ein genannter Mitarbeiter gehört nicht zu {calendar}.</translation>
    </message>
    <message>
        <source>A password is one line of at most {n} characters.</source>
        <translation>Ein Passwort ist eine Zeile mit höchstens {n} Zeichen.</translation>
    </message>
    <message>
        <source>A quotation mark in the table is opened and never closed, so it was not read.</source>
        <translation>In der Tabelle wird ein Anführungszeichen geöffnet und nie geschlossen, deshalb wurde sie nicht gelesen.</translation>
    </message>
    <message>
        <source>A room or equipment of {name} does not exist any more.</source>
        <translation>Einen Raum oder ein Gerät von {name} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>A room or piece of equipment needs a name.</source>
        <translation>Ein Raum oder Gerät braucht einen Namen.</translation>
    </message>
    <message>
        <source>A seat in {calendar} needs a contact.</source>
        <translation>Ein Platz in {calendar} braucht einen Kontakt.</translation>
    </message>
    <message>
        <source>A series by hand leaves taken dates out or books them anyway.</source>
        <translation>Eine Serie von Hand lässt belegte Tage aus oder bucht sie trotzdem.</translation>
    </message>
    <message>
        <source>A series cannot have “{name}={value}”: {form}.</source>
        <translation>Eine Serie kann „{name}={value}“ nicht haben: {form}.</translation>
    </message>
    <message>
        <source>A series is for one contact, and this appointment is for {count} contacts.</source>
        <translation>Eine Serie ist für einen Kontakt, und dieser Termin ist für {count} Kontakte.</translation>
    </message>
    <message>
        <source>A series is for one contact, and this appointment is without a contact.</source>
        <translation>Eine Serie ist für einen Kontakt, und dieser Termin hat keinen.</translation>
    </message>
    <message>
        <source>A staff member needs a name.</source>
        <translation>Ein Mitarbeiter braucht einen Namen.</translation>
    </message>
    <message>
        <source>A staff member stands twice in the team of {name}.</source>
        <translation>Ein Mitarbeiter steht doppelt im Team von {name}.</translation>
    </message>
    <message>
        <source>A start needs a time zone.</source>
        <translation>Ein Beginn braucht eine Zeitzone.</translation>
    </message>
    <message>
        <source>A time zone in this event is incomplete.</source>
        <translation>Eine Zeitzone in diesem Ereignis ist unvollständig.</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>ACTION</source>
        <translation>AKTION</translation>
    </message>
    <message>
        <source>APPOINTMENTS</source>
        <translation>TERMINE</translation>
    </message>
    <message>
        <source>ATTEMPTS</source>
        <translation>VERSUCHE</translation>
    </message>
    <message>
        <source>Activity does not keep this any more.</source>
        <translation>Die Aktivität bewahrt das nicht mehr auf.</translation>
    </message>
    <message>
        <source>Added time off {number}.</source>
        <translation>Abwesenheit {number} hinzugefügt.</translation>
    </message>
    <message>
        <source>Against the rules, because it was insisted on.</source>
        <translation>Gegen die Regeln, weil darauf bestanden wurde.</translation>
    </message>
    <message>
        <source>An account is checked before it is kept.</source>
        <translation>Ein Konto wird geprüft, bevor es gespeichert wird.</translation>
    </message>
    <message>
        <source>An account needs an e-mail address or a user name.</source>
        <translation>Ein Konto braucht eine E-Mail-Adresse oder einen Benutzernamen.</translation>
    </message>
    <message>
        <source>An app-specific password has {wanted} letters in four groups; this one has {count}. Copy it again in full.</source>
        <translation>Ein anwendungsspezifisches Passwort hat {wanted} Buchstaben in vier Gruppen; dieses hat {count}. Kopieren Sie es noch einmal ganz.</translation>
    </message>
    <message>
        <source>An appointment can have {most} reminders, up to four weeks before it.</source>
        <translation>Ein Termin kann {most} Erinnerungen haben, bis zu vier Wochen vorher.</translation>
    </message>
    <message>
        <source>An appointment lasts between one minute and seven days.</source>
        <translation>Ein Termin dauert zwischen einer Minute und sieben Tagen.</translation>
    </message>
    <message>
        <source>An appointment of {calendar} needs its staff.</source>
        <translation>Ein Termin von {calendar} braucht seine Mitarbeiter.</translation>
    </message>
    <message>
        <source>An appointment of {name} can have {most} reminders, up to four weeks before it.</source>
        <translation>Ein Termin von {name} kann {most} Erinnerungen haben, bis zu vier Wochen vorher.</translation>
    </message>
    <message>
        <source>An event from {server}</source>
        <translation>Ein Ereignis ({server})</translation>
    </message>
    <message>
        <source>An event of whole days cannot get times here, nor the other way.</source>
        <translation>Ein ganztägiges Ereignis kann hier keine Uhrzeiten bekommen, und umgekehrt.</translation>
    </message>
    <message>
        <source>An event of whole days has no length in minutes.</source>
        <translation>Ein ganztägiges Ereignis hat keine Dauer in Minuten.</translation>
    </message>
    <message>
        <source>An event without title and UID</source>
        <translation>Ein Ereignis ohne Titel und UID</translation>
    </message>
    <message>
        <source>An extra date of this event ends before it starts.</source>
        <translation>Ein zusätzliches Datum dieses Ereignisses endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Another event takes the same time</source>
        <translation>Ein anderes Ereignis belegt dieselbe Zeit</translation>
    </message>
    <message>
        <source>Another lcdesk is syncing this account</source>
        <translation>Ein anderes lcdesk synchronisiert dieses Konto</translation>
    </message>
    <message>
        <source>Another program changes this event again each time lcdesk does, so the change here was not sent once more. It is kept. Find out what changes it there, then try again or discard.</source>
        <translation>Ein anderes Programm ändert dieses Ereignis jedes Mal wieder, wenn lcdesk es ändert, darum wurde die Änderung von hier nicht noch einmal gesendet. Sie bleibt erhalten. Finden Sie heraus, was es dort ändert, und versuchen Sie es dann erneut oder verwerfen Sie die Änderung.</translation>
    </message>
    <message>
        <source>Another program holds lcdesk&apos;s data file.</source>
        <translation>Ein anderes Programm hält die Datei von lcdesk fest.</translation>
    </message>
    <message>
        <source>Another session of “{title}” begins then now.</source>
        <translation>Inzwischen beginnt dann ein anderer Kurstermin von „{title}“.</translation>
    </message>
    <message>
        <source>App-specific passwords stop working when the Apple password changes, and only the address of the Apple account itself is accepted. {safe} Make a new app-specific password and enter it here.</source>
        <translation>Anwendungsspezifische Passwörter gelten nicht mehr, sobald das Apple-Passwort geändert wird, und nur die Adresse des Apple Accounts selbst wird angenommen. {safe} Erstellen Sie ein neues anwendungsspezifisches Passwort und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>Appointment {number} is in no series.</source>
        <translation>Termin {number} gehört zu keiner Serie.</translation>
    </message>
    <message>
        <source>Appointments per day of {name} must be at least 1.</source>
        <translation>Termine pro Tag von {name}: mindestens 1.</translation>
    </message>
    <message>
        <source>Appointments per slot of {name} must lie between 1 and 9,999.</source>
        <translation>Termine pro Zeit von {name}: zwischen 1 und 9.999.</translation>
    </message>
    <message>
        <source>Appointments stand in “{linked}” or are on their way there, and no other calendar would take them. Choose the calendars in Settings.</source>
        <translation>In „{linked}“ stehen Termine oder sind dorthin unterwegs, und kein anderer Kalender würde sie aufnehmen. Wählen Sie die Kalender in den Einstellungen.</translation>
    </message>
    <message>
        <source>Ask for at most {n} days at once.</source>
        <translation>Fragen Sie höchstens {n} Tage auf einmal ab.</translation>
    </message>
    <message>
        <source>Ask its owner, or choose another primary calendar.</source>
        <translation>Fragen Sie, wem er gehört, oder wählen Sie einen anderen Hauptkalender.</translation>
    </message>
    <message>
        <source>Asking the server of {account}</source>
        <translation>Server von {account} wird gefragt</translation>
    </message>
    <message>
        <source>BOOKINGS</source>
        <translation>BUCHUNGEN</translation>
    </message>
    <message>
        <source>BYDAY is TU,FR in a weekly rule, and 2TU or -1FR in a monthly one</source>
        <translation>BYDAY ist TU,FR in einer wöchentlichen Regel und 2TU oder -1FR in einer monatlichen</translation>
    </message>
    <message>
        <source>BYMONTHDAY is 1 to 31, in a monthly rule without BYDAY</source>
        <translation>BYMONTHDAY ist 1 bis 31, in einer monatlichen Regel ohne BYDAY</translation>
    </message>
    <message>
        <source>BYSETPOS is -1, with BYMONTHDAY from 28 on</source>
        <translation>BYSETPOS ist -1, mit BYMONTHDAY ab 28</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblockt</translation>
    </message>
    <message numerus="yes">
        <source>Blocked {n} times for {member}.</source>
        <translation>
            <numerusform>{n} Zeit für {member} geblockt.</numerusform>
            <numerusform>{n} Zeiten für {member} geblockt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Booked in that time, and left as it is:</source>
        <translation>In dieser Zeit gebucht, und so gelassen:</translation>
    </message>
    <message numerus="yes">
        <source>Booked {n} appointments on {calendar}.</source>
        <translation>
            <numerusform>{n} Termin in {calendar} gebucht.</numerusform>
            <numerusform>{n} Termine in {calendar} gebucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Booked {n} appointments: {title}</source>
        <translation>
            <numerusform>{n} Termin gebucht: {title}</numerusform>
            <numerusform>{n} Termine gebucht: {title}</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking calendars, in step with iCloud. Without a command: the window.</source>
        <translation>Buchungskalender, abgeglichen mit iCloud. Ohne Befehl: das Fenster.</translation>
    </message>
    <message>
        <source>Both versions are at the same time, so one of them has to be chosen.</source>
        <translation>Beide Versionen liegen zur selben Zeit, darum muss eine davon gewählt werden.</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>CALENDAR</source>
        <translation>KALENDER</translation>
    </message>
    <message>
        <source>CALENDARS</source>
        <translation>KALENDER</translation>
    </message>
    <message>
        <source>CANCELLED</source>
        <translation>ABGESAGT</translation>
    </message>
    <message>
        <source>CHECK</source>
        <translation>PRÜFUNG</translation>
    </message>
    <message>
        <source>CHOICES</source>
        <translation>AUSWAHL</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>BEFEHL</translation>
    </message>
    <message>
        <source>CONTACT</source>
        <translation>KONTAKT</translation>
    </message>
    <message>
        <source>CONTACTS</source>
        <translation>KONTAKTE</translation>
    </message>
    <message>
        <source>COPY</source>
        <translation>KOPIE</translation>
    </message>
    <message>
        <source>COUNT is a whole number from 1 to {most}</source>
        <translation>COUNT ist eine ganze Zahl von 1 bis {most}</translation>
    </message>
    <message>
        <source>Calendar servers refuse a good password now and then, so it is tried again in a few minutes. Your changes are kept here and sent later by themselves.</source>
        <translation>Kalenderserver lehnen ab und zu auch ein richtiges Passwort ab. In einigen Minuten wird es noch einmal versucht. Ihre Änderungen bleiben hier gespeichert und werden später von selbst gesendet.</translation>
    </message>
    <message>
        <source>Calendar “{linked}” no longer exists</source>
        <translation>Den Kalender „{linked}“ gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Calendars found</source>
        <translation>Kalender gefunden</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Cancelled here, but changed {there}. Its time there is held until somebody chooses.</source>
        <translation>Hier abgesagt, aber {there} geändert. Die Zeit dort bleibt belegt, bis jemand wählt.</translation>
    </message>
    <message>
        <source>Card {n}</source>
        <translation>Karte {n}</translation>
    </message>
    <message>
        <source>Card {n} has neither a name nor an e-mail.</source>
        <translation>Karte {n} hat weder Namen noch E-Mail.</translation>
    </message>
    <message>
        <source>Card {n} is not complete.</source>
        <translation>Karte {n} ist nicht vollständig.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed here and {there}. Both times are held until somebody chooses.</source>
        <translation>Hier und {there} geändert. Beide Zeiten bleiben belegt, bis jemand wählt.</translation>
    </message>
    <message>
        <source>Changed in both places</source>
        <translation>An beiden Stellen geändert</translation>
    </message>
    <message>
        <source>Check the disk and the space that is left on it</source>
        <translation>Prüfen Sie den Datenträger und seinen freien Platz</translation>
    </message>
    <message>
        <source>Check the file&apos;s owner</source>
        <translation>Prüfen Sie, wem die Datei gehört</translation>
    </message>
    <message>
        <source>Check the folder&apos;s owner</source>
        <translation>Prüfen Sie, wem der Ordner gehört</translation>
    </message>
    <message>
        <source>Check the folder&apos;s owner and the free space</source>
        <translation>Prüfen Sie, wem der Ordner gehört, und den freien Platz</translation>
    </message>
    <message>
        <source>Choose a contact for “{title}”, or take its tick away.</source>
        <translation>Wählen Sie für „{title}“ einen Kontakt oder entfernen Sie das Häkchen.</translation>
    </message>
    <message>
        <source>Close lcdesk and start it again: it offers the newest copy</source>
        <translation>Beenden Sie lcdesk und starten Sie es wieder: es bietet die neueste Kopie an</translation>
    </message>
    <message>
        <source>Close the other program</source>
        <translation>Schließen Sie das andere Programm</translation>
    </message>
    <message numerus="yes">
        <source>Connected. {n} calendars found.</source>
        <translation>
            <numerusform>Verbunden. {n} Kalender gefunden.</numerusform>
            <numerusform>Verbunden. {n} Kalender gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied to {file}. It was looked through and is whole.</source>
        <translation>Kopiert nach {file}. Die Kopie wurde geprüft und ist vollständig.</translation>
    </message>
    <message>
        <source>DATE</source>
        <translation>DATUM</translation>
    </message>
    <message>
        <source>DATES</source>
        <translation>TERMINE</translation>
    </message>
    <message>
        <source>DAYS</source>
        <translation>TAGE</translation>
    </message>
    <message>
        <source>DETAIL</source>
        <translation>EINZELHEITEN</translation>
    </message>
    <message>
        <source>DIR</source>
        <translation>ORDNER</translation>
    </message>
    <message>
        <source>Days and times are those of {zone}, where {staff} is.</source>
        <translation>Tage und Zeiten gelten für {zone}, wo {staff} ist.</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Deletion not sent</source>
        <translation>Löschung nicht gesendet</translation>
    </message>
    <message>
        <source>Did you mean {names}?</source>
        <translation>Meinten Sie {names}?</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>Meinten Sie {name}?</translation>
    </message>
    <message>
        <source>Disconnected: {account}, {member}.</source>
        <translation>Getrennt: {account}, {member}.</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederhergestellt: {what}</translation>
    </message>
    <message>
        <source>E</source>
        <translation>MAIL</translation>
    </message>
    <message>
        <source>EMAIL</source>
        <translation>E-MAIL</translation>
    </message>
    <message>
        <source>END</source>
        <translation>ENDE</translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>EVENTS</source>
        <translation>EREIGNISSE</translation>
    </message>
    <message>
        <source>Each thing that {name} asks for needs a name.</source>
        <translation>Alles, wonach {name} fragt, braucht einen Namen.</translation>
    </message>
    <message>
        <source>Each {what} of {name} needs a name.</source>
        <translation>Bei {name} fehlt ein Name: {what}.</translation>
    </message>
    <message>
        <source>Enter the address of the calendar server, for example dav.example.org.</source>
        <translation>Geben Sie die Adresse des Kalenderservers ein, zum Beispiel dav.example.org.</translation>
    </message>
    <message>
        <source>Enter the app-specific password.</source>
        <translation>Geben Sie das anwendungsspezifische Passwort ein.</translation>
    </message>
    <message>
        <source>FIELD=VALUE</source>
        <translation>FELD=WERT</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>DATEI</translation>
    </message>
    <message>
        <source>FILE.ics</source>
        <translation>DATEI.ics</translation>
    </message>
    <message>
        <source>FILE.json</source>
        <translation>DATEI.json</translation>
    </message>
    <message>
        <source>FILE.zip</source>
        <translation>DATEI.zip</translation>
    </message>
    <message>
        <source>FIRST</source>
        <translation>ERSTER</translation>
    </message>
    <message>
        <source>FREQ is DAILY, WEEKLY or MONTHLY</source>
        <translation>FREQ ist DAILY, WEEKLY oder MONTHLY</translation>
    </message>
    <message>
        <source>Free some space</source>
        <translation>Schaffen Sie Platz</translation>
    </message>
    <message>
        <source>Freed</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>HH:MM</source>
        <translation>HH:MM</translation>
    </message>
    <message>
        <source>HOURS BOOKED</source>
        <translation>GEBUCHTE STUNDEN</translation>
    </message>
    <message>
        <source>HOURS WORKED</source>
        <translation>ARBEITSSTUNDEN</translation>
    </message>
    <message>
        <source>HOW MANY</source>
        <translation>ANZAHL</translation>
    </message>
    <message>
        <source>Hours from {start} to {end} are not possible: they must start before they end, within one day.</source>
        <translation>Zeiten von {start} bis {end} gehen nicht: sie müssen vor ihrem Ende beginnen, am selben Tag.</translation>
    </message>
    <message>
        <source>How this event repeats could not be understood: “{text}”.</source>
        <translation>Die Wiederholung dieses Ereignisses war nicht zu verstehen: „{text}“.</translation>
    </message>
    <message>
        <source>How this event repeats does not allow to move all its dates together. Change one date, or change the event where it was made.</source>
        <translation>So wie sich dieses Ereignis wiederholt, lassen sich seine Termine nicht zusammen verschieben. Ändern Sie einen Termin oder das Ereignis dort, wo es entstand.</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>INTERVAL is a whole number from 1 to {most}</source>
        <translation>INTERVAL ist eine ganze Zahl von 1 bis {most}</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>It did not finish in time, so this pass was left out. Nothing is lost; try again later.</source>
        <translation>Es wurde nicht rechtzeitig fertig, daher entfiel dieser Durchgang. Nichts ist verloren; versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>It is asked for once more at the next sync, and used no longer if it does not answer.</source>
        <translation>Er wird beim nächsten Synchronisieren noch einmal abgefragt und nicht mehr verwendet, wenn er nicht antwortet.</translation>
    </message>
    <message>
        <source>Its account has been disconnected since.</source>
        <translation>Das Konto wurde inzwischen getrennt.</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>KENNUNG</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>ART</translation>
    </message>
    <message>
        <source>Kept as it is {there}</source>
        <translation>So belassen wie {there}</translation>
    </message>
    <message>
        <source>Kept beside {server}&apos;s version</source>
        <translation>Neben der anderen Version behalten ({server})</translation>
    </message>
    <message>
        <source>Known here: {keys}.</source>
        <translation>Hier bekannt: {keys}.</translation>
    </message>
    <message>
        <source>LAST</source>
        <translation>LETZTER</translation>
    </message>
    <message>
        <source>LAST SUCCESS</source>
        <translation>ZULETZT GELUNGEN</translation>
    </message>
    <message>
        <source>Left out, not open: {start}</source>
        <translation>Ausgelassen, nicht frei: {start}</translation>
    </message>
    <message>
        <source>Loaded {counts}.</source>
        <translation>Geladen: {counts}.</translation>
    </message>
    <message>
        <source>Look busy of {name} must lie between 0 and 100 per cent.</source>
        <translation>„Ausgelastet wirken“ von {name} muss zwischen 0 und 100 Prozent liegen.</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>MADE</source>
        <translation>ERSTELLT</translation>
    </message>
    <message>
        <source>Make an app-specific password at account.apple.com, under Sign-In and Security, and enter it here.</source>
        <translation>Erstellen Sie auf account.apple.com unter „Anmeldung und Sicherheit“ ein anwendungsspezifisches Passwort und geben Sie es hier ein.</translation>
    </message>
    <message>
        <source>Many events of “{linked}” are missing</source>
        <translation>Viele Ereignisse von „{linked}“ fehlen</translation>
    </message>
    <message>
        <source>Marked as {status}</source>
        <translation>Markiert als {status}</translation>
    </message>
    <message>
        <source>More than {most} contacts at once cannot be undone.</source>
        <translation>Mehr als {most} Kontakte auf einmal lassen sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Move the dates of a series first, then give them to somebody else.</source>
        <translation>Verschieben Sie die Termine einer Serie zuerst und geben Sie sie dann jemand anderem.</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Moved {there}</source>
        <translation>Verschoben {there}</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>NEXT</source>
        <translation>NÄCHSTER</translation>
    </message>
    <message>
        <source>NEXT OPEN</source>
        <translation>NÄCHSTE FREIE</translation>
    </message>
    <message>
        <source>NO-SHOWS</source>
        <translation>NICHT ERSCHIENEN</translation>
    </message>
    <message>
        <source>NOT BEFORE</source>
        <translation>NICHT VOR</translation>
    </message>
    <message>
        <source>Next: lcdesk sync. It reads every calendar anew and deletes nothing.</source>
        <translation>Als Nächstes: lcdesk sync. Das liest jeden Kalender neu und löscht nichts.</translation>
    </message>
    <message>
        <source>No access to this calendar</source>
        <translation>Kein Zugriff auf diesen Kalender</translation>
    </message>
    <message>
        <source>No account is connected yet. See: lcdesk account add --help</source>
        <translation>Noch ist kein Konto verbunden. Siehe: lcdesk account add --help</translation>
    </message>
    <message>
        <source>No account is connected, so there is nothing to sync.</source>
        <translation>Es ist kein Konto verbunden, also gibt es nichts zu synchronisieren.</translation>
    </message>
    <message>
        <source>No appointment and no blocked time on these days.</source>
        <translation>Kein Termin und keine geblockte Zeit an diesen Tagen.</translation>
    </message>
    <message>
        <source>No calendars can be read at this address</source>
        <translation>Unter dieser Adresse lassen sich keine Kalender lesen</translation>
    </message>
    <message>
        <source>No calendars found</source>
        <translation>Keine Kalender gefunden</translation>
    </message>
    <message>
        <source>No change waits to be sent.</source>
        <translation>Keine Änderung wartet auf das Senden.</translation>
    </message>
    <message>
        <source>No contact is known for it. Name one with --contact.</source>
        <translation>Dafür ist kein Kontakt bekannt. Nennen Sie einen mit --contact.</translation>
    </message>
    <message>
        <source>No linked calendars yet. They come with an account: lcdesk account add --help</source>
        <translation>Noch keine verknüpften Kalender. Sie kommen mit einem Konto: lcdesk account add --help</translation>
    </message>
    <message>
        <source>No longer on the server</source>
        <translation>Nicht mehr auf dem Server</translation>
    </message>
    <message>
        <source>No open time on these days. --explain gives the reasons.</source>
        <translation>Keine freie Zeit an diesen Tagen. --explain nennt die Gründe.</translation>
    </message>
    <message>
        <source>No password is kept for {email} on this computer, so the account was not read. Nothing here was changed. Enter the password again.</source>
        <translation>Für {email} ist auf diesem Computer kein Passwort gespeichert, daher wurde das Konto nicht gelesen. Hier wurde nichts geändert. Geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>No such copy</source>
        <translation>Diese Kopie gibt es nicht</translation>
    </message>
    <message>
        <source>Nobody has time off. Add some: lcdesk timeoff add.</source>
        <translation>Niemand ist abwesend. Hinzufügen: lcdesk timeoff add.</translation>
    </message>
    <message>
        <source>Nobody is waiting. Put somebody on the list: lcdesk waiting add</source>
        <translation>Niemand wartet. So setzen Sie jemanden auf die Liste: lcdesk waiting add</translation>
    </message>
    <message>
        <source>Nobody was named for “{title}”.</source>
        <translation>Für „{title}“ wurde niemand genannt.</translation>
    </message>
    <message>
        <source>None of these weekdays lies between the two days.</source>
        <translation>Keiner dieser Wochentage liegt zwischen den beiden Tagen.</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>Nicht angekommen</translation>
    </message>
    <message>
        <source>Not everybody asked for is a member of {calendar}.</source>
        <translation>Nicht alle Gewünschten gehören zu {calendar}.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Nothing called {key} waits. See: lcdesk attention</source>
        <translation>Unter {key} ist nichts zu klären. Siehe: lcdesk attention</translation>
    </message>
    <message>
        <source>Nothing found. Try other days or fewer words.</source>
        <translation>Nichts gefunden. Versuchen Sie andere Tage oder weniger Wörter.</translation>
    </message>
    <message>
        <source>Nothing has happened yet. What each sync changes is told here: lcdesk sync</source>
        <translation>Noch ist nichts geschehen. Hier steht, was jedes Synchronisieren ändert: lcdesk sync</translation>
    </message>
    <message>
        <source>Nothing is held back in this calendar any more.</source>
        <translation>In diesem Kalender ist nichts mehr zurückgehalten.</translation>
    </message>
    <message>
        <source>Nothing of this entry is refused any more.</source>
        <translation>An diesem Eintrag ist nichts mehr abgelehnt.</translation>
    </message>
    <message>
        <source>Nothing of this event would be left. Delete it {there}; lcdesk follows.</source>
        <translation>Von diesem Ereignis bliebe nichts übrig. Löschen Sie es {there}; lcdesk folgt.</translation>
    </message>
    <message>
        <source>Nothing to copy</source>
        <translation>Nichts zu kopieren</translation>
    </message>
    <message>
        <source>Nothing to restore</source>
        <translation>Nichts zurückzuholen</translation>
    </message>
    <message>
        <source>Nothing waits for you. What a sync cannot decide by itself is listed here.</source>
        <translation>Nichts zu klären. Hier steht, was das Synchronisieren nicht selbst entscheiden kann.</translation>
    </message>
    <message>
        <source>Nothing was booked</source>
        <translation>Nichts wurde gebucht</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was booked: none of the {n} dates is open.</source>
        <translation>
            <numerusform>Nichts wurde gebucht: der Termin ist nicht frei.</numerusform>
            <numerusform>Nichts wurde gebucht: keiner der {n} Termine ist frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was booked: {closed} of the {count} dates are not open.</source>
        <translation>Nichts wurde gebucht: {closed} von {count} Terminen sind nicht frei.</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Nothing was changed on the server, and the other events go on.</source>
        <translation>Auf dem Server wurde nichts geändert, und die anderen Ereignisse laufen weiter.</translation>
    </message>
    <message>
        <source>Nothing was changed. There would be: {counts}</source>
        <translation>Nichts wurde geändert. Es wären: {counts}</translation>
    </message>
    <message>
        <source>Nothing was changed: {closed} of the {count} dates are not open.</source>
        <translation>Nichts wurde geändert: {closed} von {count} Terminen sind nicht frei.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing was left half-written.</source>
        <translation>Nichts blieb halb geschrieben zurück.</translation>
    </message>
    <message>
        <source>Nothing was moved: {closed} of the {count} dates are not open.</source>
        <translation>Nichts wurde verschoben: {closed} von {count} Terminen sind nicht frei.</translation>
    </message>
    <message>
        <source>Of an event that was made elsewhere one date or all dates can be changed here. To change this and all that follow, change it where it was made; lcdesk follows.</source>
        <translation>Von einem Ereignis, das anderswo entstand, lassen sich hier ein Termin oder alle Termine ändern. Um diesen und alle folgenden zu ändern, ändern Sie es dort, wo es entstand; lcdesk folgt.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>On the server this event does not lie in the calendar that changes may be written to, so nothing is sent. The change is kept here; discard it, or look at the event in iCloud.</source>
        <translation>Auf dem Server liegt dieses Ereignis nicht in dem Kalender, in den Änderungen geschrieben werden dürfen, daher wird nichts gesendet. Die Änderung bleibt hier gespeichert; verwerfen Sie sie, oder sehen Sie sich das Ereignis in iCloud an.</translation>
    </message>
    <message>
        <source>On {calendar} nobody is asked for by name.</source>
        <translation>Bei {calendar} kann niemand namentlich gewünscht werden.</translation>
    </message>
    <message>
        <source>On {day} the clocks in {zone} skip {time}. Choose another time, or write it with its offset.</source>
        <translation>Am {day} überspringen die Uhren in {zone} {time}. Wählen Sie eine andere Zeit, oder schreiben Sie sie mit der Abweichung von UTC.</translation>
    </message>
    <message>
        <source>One event could not be read</source>
        <translation>Ein Ereignis war nicht lesbar</translation>
    </message>
    <message>
        <source>One event of {calendar} could not be read in full; other times may be taken.</source>
        <translation>Ein Ereignis von {calendar} war nicht ganz lesbar; weitere Zeiten könnten belegt sein.</translation>
    </message>
    <message>
        <source>One event of {calendar} could not be read; its time may be taken.</source>
        <translation>Ein Ereignis von {calendar} war nicht lesbar; seine Zeit könnte belegt sein.</translation>
    </message>
    <message>
        <source>One of the versions lacks the series itself and has dates only.</source>
        <translation>Einer der Versionen fehlt die Serie selbst; sie hat nur einzelne Termine.</translation>
    </message>
    <message>
        <source>One of these contacts does not exist any more. Nothing was changed.</source>
        <translation>Einen dieser Kontakte gibt es nicht mehr. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Only a part of a single day can be taken off. Choose one day.</source>
        <translation>Nur bei einem einzelnen Tag kann ein Teil gewählt werden. Wählen Sie einen Tag.</translation>
    </message>
    <message>
        <source>Only dates of a series can be cancelled; delete an event in iCloud.</source>
        <translation>Nur Termine einer Serie lassen sich absagen; löschen Sie ein Ereignis in iCloud.</translation>
    </message>
    <message>
        <source>Or let lcdesk ask for it each time it starts.</source>
        <translation>Oder lassen Sie lcdesk bei jedem Start danach fragen.</translation>
    </message>
    <message>
        <source>Others are invited to appointments that this file changes, and may get an e-mail when it is loaded, so nothing was: {appointments}.</source>
        <translation>Zu Terminen, die diese Datei ändert, sind andere eingeladen; sie bekämen beim Laden vielleicht eine E-Mail. Nichts wurde geladen: {appointments}.</translation>
    </message>
    <message>
        <source>Others are invited to this event</source>
        <translation>Andere sind zu diesem Ereignis eingeladen</translation>
    </message>
    <message>
        <source>Others are invited to this event, and may get an e-mail when this change reaches it. So it waits here. Try again to send it, or discard it to leave the event there as it is.</source>
        <translation>Zu diesem Ereignis sind andere eingeladen; sie bekommen vielleicht eine E-Mail, wenn diese Änderung ankommt. Darum wartet sie hier. Versuchen Sie es erneut, um sie zu senden, oder verwerfen Sie sie, um das Ereignis dort zu lassen, wie es ist.</translation>
    </message>
    <message>
        <source>PHONE</source>
        <translation>TELEFON</translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation>ANBIETER</translation>
    </message>
    <message>
        <source>Password: </source>
        <translation>Passwort: </translation>
    </message>
    <message>
        <source>Preparing practice data…</source>
        <translation>Übungsdaten werden vorbereitet…</translation>
    </message>
    <message>
        <source>Put on the waiting list: {number}  {what}</source>
        <translation>Auf die Warteliste gesetzt: {number}  {what}</translation>
    </message>
    <message>
        <source>READABLE</source>
        <translation>LESBAR</translation>
    </message>
    <message>
        <source>REASONS</source>
        <translation>GRÜNDE</translation>
    </message>
    <message>
        <source>ROLE</source>
        <translation>ROLLE</translation>
    </message>
    <message>
        <source>RULE</source>
        <translation>REGEL</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>{file} wird gelesen</translation>
    </message>
    <message>
        <source>Removed time off {number}.</source>
        <translation>Abwesenheit {number} entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Repeats: {title}. Booked {n} appointments.</source>
        <translation>
            <numerusform>Wiederholt sich: {title}. {n} Termin gebucht.</numerusform>
            <numerusform>Wiederholt sich: {title}. {n} Termine gebucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restored {copy}.</source>
        <translation>{copy} wurde zurückgeholt.</translation>
    </message>
    <message>
        <source>Row {n}</source>
        <translation>Zeile {n}</translation>
    </message>
    <message>
        <source>SEATS</source>
        <translation>PLÄTZE</translation>
    </message>
    <message>
        <source>SHARE</source>
        <translation>ANTEIL</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>SEIT</translation>
    </message>
    <message>
        <source>STAFF</source>
        <translation>MITARBEITER</translation>
    </message>
    <message>
        <source>START</source>
        <translation>BEGINN</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>ZUSTAND</translation>
    </message>
    <message>
        <source>STATUS</source>
        <translation>STATUS</translation>
    </message>
    <message>
        <source>SUBJECT</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>SYNC</source>
        <translation>SYNCHRONISIERUNG</translation>
    </message>
    <message>
        <source>Saved to {file}.</source>
        <translation>In {file} gespeichert.</translation>
    </message>
    <message>
        <source>Saved {counts} to {file}.</source>
        <translation>In {file} gespeichert: {counts}.</translation>
    </message>
    <message>
        <source>Say what to change: --title, --start, --minutes, --notes, --location, --staff, --contact, --calendar, --answer, --repeat.</source>
        <translation>Sagen Sie, was sich ändern soll: --title, --start, --minutes, --notes, --location, --staff, --contact, --calendar, --answer, --repeat.</translation>
    </message>
    <message>
        <source>See: lcdesk attention</source>
        <translation>Siehe: lcdesk attention</translation>
    </message>
    <message>
        <source>Server found</source>
        <translation>Server gefunden</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signing in worked, but there is no calendar for events in this account. {safe} Create a calendar there, then connect again.</source>
        <translation>Die Anmeldung hat geklappt, aber dieses Konto enthält keinen Kalender für Ereignisse. {safe} Legen Sie dort einen Kalender an und verbinden Sie das Konto erneut.</translation>
    </message>
    <message>
        <source>Some of the dates of this event move all that come after them along. Change it where it was made; lcdesk follows.</source>
        <translation>Manche Termine dieses Ereignisses verschieben alle folgenden mit. Ändern Sie es dort, wo es entstand; lcdesk folgt.</translation>
    </message>
    <message>
        <source>Somebody else would get it by now, so nothing was changed. Try again.</source>
        <translation>Inzwischen bekäme es jemand anderes, darum wurde nichts geändert. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Somebody in the team of {name} does not exist any more.</source>
        <translation>Jemanden aus dem Team von {name} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Something in lcdesk went wrong with this account, so it was not read to the end. The other accounts go on. The log has the details.</source>
        <translation>Bei diesem Konto ist in lcdesk etwas schiefgegangen, daher wurde es nicht zu Ende gelesen. Die anderen Konten laufen weiter. Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Something in lcdesk went wrong. The log has the details: {log}</source>
        <translation>In lcdesk ist etwas schiefgegangen. Einzelheiten stehen im Protokoll: {log}</translation>
    </message>
    <message>
        <source>Something is not answered</source>
        <translation>Eine Antwort fehlt</translation>
    </message>
    <message>
        <source>Something went wrong that lcdesk did not expect. Nothing was changed. The details can be copied for a report.</source>
        <translation>Es ist etwas schiefgegangen, womit lcdesk nicht gerechnet hat. Es wurde nichts geändert. Die Einzelheiten lassen sich für einen Bericht kopieren.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped before the account was asked. Nothing was changed.</source>
        <translation>Angehalten, bevor das Konto abgefragt wurde. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende angehalten.</translation>
    </message>
    <message>
        <source>T</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>TIME</source>
        <translation>ZEIT</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>TITEL</translation>
    </message>
    <message>
        <source>TITLES</source>
        <translation>TITEL</translation>
    </message>
    <message>
        <source>Take their rights away, or choose a folder of your own with --data.</source>
        <translation>Entziehen Sie ihnen die Rechte, oder wählen Sie mit --data einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Taken off the waiting list: {number}  {what}</source>
        <translation>Von der Warteliste genommen: {number}  {what}</translation>
    </message>
    <message>
        <source>That did not work</source>
        <translation>Das ging nicht</translation>
    </message>
    <message>
        <source>That is not a command</source>
        <translation>Das ist kein Befehl</translation>
    </message>
    <message>
        <source>That is not allowed</source>
        <translation>Das ist nicht erlaubt</translation>
    </message>
    <message>
        <source>That should not have happened</source>
        <translation>Das hätte nicht passieren dürfen</translation>
    </message>
    <message>
        <source>That value cannot be used</source>
        <translation>Dieser Wert ist nicht möglich</translation>
    </message>
    <message>
        <source>The answer to “{field}” is longer than {most} letters.</source>
        <translation>Die Antwort auf „{field}“ ist länger als {most} Zeichen.</translation>
    </message>
    <message>
        <source>The appointment is cancelled here, so there are no two versions to keep.</source>
        <translation>Der Termin ist hier abgesagt, darum gibt es keine zwei Versionen zu behalten.</translation>
    </message>
    <message>
        <source>The booking window of {name} must be longer than nothing, up to ten years.</source>
        <translation>Der Buchungszeitraum von {name} muss länger als nichts sein, höchstens zehn Jahre.</translation>
    </message>
    <message>
        <source>The calendar does not answer at its address. Your changes are kept here; the calendar is looked for again.</source>
        <translation>Der Kalender antwortet unter seiner Adresse nicht. Ihre Änderungen bleiben hier gespeichert; der Kalender wird erneut gesucht.</translation>
    </message>
    <message>
        <source>The calendar has to be read anew</source>
        <translation>Der Kalender muss neu gelesen werden</translation>
    </message>
    <message>
        <source>The calendar has to be read anew. Your appointments are unchanged.</source>
        <translation>Der Kalender muss neu gelesen werden. Ihre Termine sind unverändert.</translation>
    </message>
    <message>
        <source>The calendar is not where it was</source>
        <translation>Der Kalender ist nicht mehr, wo er war</translation>
    </message>
    <message>
        <source>The calendar server did not do what was asked</source>
        <translation>Der Kalenderserver hat die Anfrage nicht ausgeführt</translation>
    </message>
    <message>
        <source>The calendars have been chosen anew since. Change them in Settings.</source>
        <translation>Die Kalender wurden inzwischen neu gewählt. Ändern Sie sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>The capacity of {name} must lie between 1 and 9,999.</source>
        <translation>Die Kapazität von {name} muss zwischen 1 und 9.999 liegen.</translation>
    </message>
    <message>
        <source>The change is sent again.</source>
        <translation>Die Änderung wird erneut gesendet.</translation>
    </message>
    <message>
        <source>The class {name} needs exactly one owner.</source>
        <translation>Der Kurs {name} braucht genau eine Leitung.</translation>
    </message>
    <message>
        <source>The clocks in {zone} show {time} twice on {day}; the first is meant, {first}. The other is {second}.</source>
        <translation>Die Uhren in {zone} zeigen {time} am {day} zweimal; gemeint ist die erste, {first}. Die andere ist {second}.</translation>
    </message>
    <message>
        <source>The collective calendar {name} needs 2 to {most} staff members.</source>
        <translation>Der gemeinsame Kalender {name} braucht 2 bis {most} Mitarbeiter.</translation>
    </message>
    <message>
        <source>The colour of {name} must be written as #039be5.</source>
        <translation>Die Farbe von {name} wird wie #039be5 geschrieben.</translation>
    </message>
    <message>
        <source>The contact of this appointment does not exist any more.</source>
        <translation>Den Kontakt dieses Termins gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The copy {name} is damaged. Nothing was changed. Choose another.</source>
        <translation>Die Kopie {name} ist beschädigt. Es wurde nichts geändert. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The current folder was removed, so the data folder cannot be found from it. Nothing was changed. Go to another folder, or give --data as a full path.</source>
        <translation>Der aktuelle Ordner wurde entfernt, daher lässt sich der Datenordner von dort aus nicht finden. Nichts wurde geändert. Wechseln Sie den Ordner, oder geben Sie --data als vollen Pfad an.</translation>
    </message>
    <message>
        <source>The data file of before is kept as {file}.</source>
        <translation>Die bisherige Datendatei liegt jetzt unter {file}.</translation>
    </message>
    <message>
        <source>The data folder cannot be used: {why}.</source>
        <translation>Der Datenordner ist nicht benutzbar: {why}.</translation>
    </message>
    <message>
        <source>The data folder {folder} cannot be used: {why}. Nothing was changed. Check its owner, or choose another with --data.</source>
        <translation>Der Datenordner {folder} lässt sich nicht nutzen: {why}. Nichts wurde geändert. Prüfen Sie, wem er gehört, oder wählen Sie mit --data einen anderen.</translation>
    </message>
    <message>
        <source>The date-specific hours of {day} must lie between {first} and {last}.</source>
        <translation>Die Zeiten am {day} müssen zwischen {first} und {last} liegen.</translation>
    </message>
    <message>
        <source>The days end ({end}) before they start ({first}).</source>
        <translation>Die Tage enden ({end}), bevor sie beginnen ({first}).</translation>
    </message>
    <message>
        <source>The days must lie between {first} and {last}.</source>
        <translation>Die Tage müssen zwischen {first} und {last} liegen.</translation>
    </message>
    <message>
        <source>The details of this event are private, so they are not changed here.</source>
        <translation>Die Details dieses Ereignisses sind privat, darum werden sie hier nicht geändert.</translation>
    </message>
    <message>
        <source>The disk did not read or write lcdesk&apos;s data file.</source>
        <translation>Der Datenträger hat die Datei von lcdesk nicht gelesen oder geschrieben.</translation>
    </message>
    <message>
        <source>The display {names} cannot be reached, so the window cannot open. Nothing was changed. Check {variables}, or start lcdesk from the desktop.</source>
        <translation>Der Bildschirm {names} ist nicht erreichbar, daher kann sich kein Fenster öffnen. Nichts wurde geändert. Prüfen Sie {variables}, oder starten Sie lcdesk vom Desktop aus.</translation>
    </message>
    <message>
        <source>The event lies in another calendar</source>
        <translation>Das Ereignis liegt in einem anderen Kalender</translation>
    </message>
    <message>
        <source>The file cancels events</source>
        <translation>Die Datei sagt Ereignisse ab</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei ist nicht lesbar</translation>
    </message>
    <message>
        <source>The file contains no vCard.</source>
        <translation>Die Datei enthält keine vCard.</translation>
    </message>
    <message>
        <source>The file could not be written</source>
        <translation>Die Datei konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The file does not say how its letters are written; they were read as those of western Windows. Look at the titles, and write the file as UTF-8 if they are wrong.</source>
        <translation>Die Datei sagt nicht, wie ihre Buchstaben kodiert sind; sie wurden wie unter Windows (westlich) gelesen. Sehen Sie die Titel an, und speichern Sie die Datei als UTF-8, wenn sie falsch sind.</translation>
    </message>
    <message>
        <source>The file holds more than {n} contacts, so it was not read.</source>
        <translation>Die Datei enthält mehr als {n} Kontakte und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The file is larger than 20 MB.</source>
        <translation>Die Datei ist größer als 20 MB.</translation>
    </message>
    <message>
        <source>The file is larger than {size} MB.</source>
        <translation>Die Datei ist größer als {size} MB.</translation>
    </message>
    <message>
        <source>The file is nested too deeply to be a workspace.</source>
        <translation>Die Datei ist zu tief verschachtelt für einen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>The file is not JSON that can be used: {error}.</source>
        <translation>Die Datei ist kein brauchbares JSON: {error}.</translation>
    </message>
    <message>
        <source>The file is not JSON: {msg} in line {line}, column {column}.</source>
        <translation>Die Datei ist kein JSON: {msg} in Zeile {line}, Spalte {column}.</translation>
    </message>
    <message>
        <source>The file is not UTF-8 text.</source>
        <translation>Die Datei ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The file names no whole days, so it has no public holidays.</source>
        <translation>Die Datei nennt keine ganzen Tage, also auch keine Feiertage.</translation>
    </message>
    <message>
        <source>The file was not written</source>
        <translation>Die Datei wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>The first {shown} of {all} are shown. --calendar NAME shows fewer.</source>
        <translation>Gezeigt werden die ersten {shown} von {all}. Mit --calendar NAME sind es weniger.</translation>
    </message>
    <message>
        <source>The hours {start}-{end} and {start2}-{end2} overlap.</source>
        <translation>Die Zeiten {start}-{end} und {start2}-{end2} überschneiden sich.</translation>
    </message>
    <message>
        <source>The key “{twice}” stands twice in one object.</source>
        <translation>Der Schlüssel „{twice}“ steht doppelt in einem Objekt.</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>Der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>The last day must not lie before the first.</source>
        <translation>Der letzte Tag darf nicht vor dem ersten liegen.</translation>
    </message>
    <message>
        <source>The length of a booking and the interval must be above zero.</source>
        <translation>Dauer und Takt einer Buchung müssen über null liegen.</translation>
    </message>
    <message>
        <source>The minimum notice of {name} must lie between 0 and ten years.</source>
        <translation>Der Mindestvorlauf von {name} muss zwischen 0 und zehn Jahren liegen.</translation>
    </message>
    <message>
        <source>The new password is kept.</source>
        <translation>Das neue Passwort ist gespeichert.</translation>
    </message>
    <message>
        <source>The newest whole copy is of {day}, {time}. Put it in its place, which deletes nothing: lcdesk backup restore {name}</source>
        <translation>Die neueste vollständige Kopie: {day}, {time}. So tritt sie an ihre Stelle, ohne dass etwas gelöscht wird: lcdesk backup restore {name}</translation>
    </message>
    <message>
        <source>The other seats of “{title}” have been moved since, so it stays.</source>
        <translation>Die anderen Plätze von „{title}“ wurden inzwischen verschoben, darum bleibt es so.</translation>
    </message>
    <message>
        <source>The owner of {name} must be one of its staff members.</source>
        <translation>Die Leitung von {name} muss zum Team gehören.</translation>
    </message>
    <message>
        <source>The password could not be removed. {why}</source>
        <translation>Das Passwort konnte nicht entfernt werden. {why}</translation>
    </message>
    <message>
        <source>The password is empty.</source>
        <translation>Das Passwort ist leer.</translation>
    </message>
    <message>
        <source>The password is needed</source>
        <translation>Das Passwort wird benötigt</translation>
    </message>
    <message>
        <source>The password on stdin is not UTF-8 text.</source>
        <translation>Das Passwort auf der Standardeingabe ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>The password store cannot be used</source>
        <translation>Der Passwortspeicher lässt sich nicht nutzen</translation>
    </message>
    <message>
        <source>The password store is locked</source>
        <translation>Der Passwortspeicher ist gesperrt</translation>
    </message>
    <message>
        <source>The password was not taken this time</source>
        <translation>Das Passwort wurde diesmal nicht angenommen</translation>
    </message>
    <message>
        <source>The password was refused</source>
        <translation>Das Passwort wurde abgelehnt</translation>
    </message>
    <message>
        <source>The phases of {name} are three lengths: busy, processing, busy.</source>
        <translation>{name} hat drei Abschnitte: belegt, Einwirkzeit, belegt.</translation>
    </message>
    <message>
        <source>The phases of {name} cannot be longer than a day together.</source>
        <translation>Die Abschnitte von {name} können zusammen nicht länger als ein Tag sein.</translation>
    </message>
    <message>
        <source>The phases of {name} cannot be negative.</source>
        <translation>Die Abschnitte von {name} können nicht negativ sein.</translation>
    </message>
    <message>
        <source>The seats of {name} must lie between 1 and 9,999.</source>
        <translation>Die Plätze von {name} müssen zwischen 1 und 9.999 liegen.</translation>
    </message>
    <message>
        <source>The series ends with its first date, which is the appointment itself. Let it end later.</source>
        <translation>Die Serie endet mit ihrem ersten Termin, diesem selbst. Lassen Sie sie später enden.</translation>
    </message>
    <message>
        <source>The series starts on {first}, which is not one of its own days. Start on a day of the rule, or change the rule.</source>
        <translation>Die Serie beginnt am {first}, der kein Tag ihrer Regel ist. Beginnen Sie an einem Tag der Regel oder ändern Sie die Regel.</translation>
    </message>
    <message>
        <source>The series went on at a time that is not open</source>
        <translation>Die Serie ging zu einer Zeit weiter, die nicht frei ist</translation>
    </message>
    <message>
        <source>The series would end on {last_day}, before its first date, {first}. Choose a later end.</source>
        <translation>Die Serie würde am {last_day} enden, vor ihrem ersten Termin am {first}. Wählen Sie ein späteres Ende.</translation>
    </message>
    <message>
        <source>The server answers, but not as a calendar server. Check the address; your provider&apos;s help names it under “CalDAV”.</source>
        <translation>Der Server antwortet, aber nicht als Kalenderserver. Prüfen Sie die Adresse; die Hilfe Ihres Anbieters nennt sie unter „CalDAV“.</translation>
    </message>
    <message>
        <source>The server does not hand out this event.</source>
        <translation>Der Server gibt dieses Ereignis nicht heraus.</translation>
    </message>
    <message>
        <source>The server does not take this event as it is, or already holds it in another calendar. It is kept here and the other events go on. Change it and try again, or discard the change.</source>
        <translation>Der Server nimmt dieses Ereignis so nicht an oder hat es schon in einem anderen Kalender. Es bleibt hier gespeichert, die anderen Ereignisse laufen weiter. Ändern Sie es und versuchen Sie es erneut, oder verwerfen Sie die Änderung.</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Der Server ist ausgelastet</translation>
    </message>
    <message>
        <source>The server may hold this event already. It is looked for before it is sent again.</source>
        <translation>Vielleicht hat der Server dieses Ereignis schon. Es wird gesucht, bevor es erneut gesendet wird.</translation>
    </message>
    <message>
        <source>The server may hold this event already. It is looked for, so that it can be deleted there.</source>
        <translation>Vielleicht hat der Server dieses Ereignis schon. Es wird gesucht, damit es dort gelöscht werden kann.</translation>
    </message>
    <message>
        <source>The server pointed to an address that cannot be used, so nothing was sent there. Your data here is unchanged. Check the server&apos;s address in Settings.</source>
        <translation>Der Server hat auf eine Adresse verwiesen, die sich nicht nutzen lässt, daher wurde dorthin nichts gesendet. Ihre Daten hier sind unverändert. Prüfen Sie die Adresse des Servers in den Einstellungen.</translation>
    </message>
    <message>
        <source>The server points to another address</source>
        <translation>Der Server verweist auf eine andere Adresse</translation>
    </message>
    <message>
        <source>The server points to {host}, which does not belong to this account. Nothing was sent there and your data here is unchanged. If that is your calendar server, enter its address in Settings.</source>
        <translation>Der Server verweist auf {host}; diese Adresse gehört nicht zu diesem Konto. Dorthin wurde nichts gesendet, und Ihre Daten hier sind unverändert. Wenn das Ihr Kalenderserver ist, geben Sie seine Adresse in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>Der Server hat es abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused the password once and took it again. It is tried again.</source>
        <translation>Der Server hat das Passwort einmal abgelehnt und dann wieder angenommen. Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>The server refused this event</source>
        <translation>Der Server hat dieses Ereignis abgelehnt</translation>
    </message>
    <message>
        <source>The server sent an empty event.</source>
        <translation>Der Server hat ein leeres Ereignis gesendet.</translation>
    </message>
    <message>
        <source>The server wants another kind of sign-in</source>
        <translation>Der Server verlangt eine andere Art der Anmeldung</translation>
    </message>
    <message>
        <source>The server wants this change to go to another calendar, so it was not sent there. Your changes are kept here; the calendar is looked for again.</source>
        <translation>Der Server will diese Änderung in einen anderen Kalender leiten, daher wurde sie nicht dorthin gesendet. Ihre Änderungen bleiben hier gespeichert; der Kalender wird erneut gesucht.</translation>
    </message>
    <message>
        <source>The server&apos;s answer could not be read</source>
        <translation>Die Antwort des Servers ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>The table has more than {rows} rows or {columns} columns, so it was not read.</source>
        <translation>Die Tabelle hat mehr als {rows} Zeilen oder {columns} Spalten und wurde nicht gelesen.</translation>
    </message>
    <message>
        <source>The table is damaged, so it was not read.</source>
        <translation>Die Tabelle ist beschädigt, darum wurde sie nicht gelesen.</translation>
    </message>
    <message>
        <source>The text has too many lines, so it was not read.</source>
        <translation>Der Text hat zu viele Zeilen, darum wurde er nicht gelesen.</translation>
    </message>
    <message>
        <source>The text is larger than 20 MB, so it was not read.</source>
        <translation>Der Text ist größer als 20 MB, darum wurde er nicht gelesen.</translation>
    </message>
    <message>
        <source>The text of the event cannot be drawn any more. {message}</source>
        <translation>Der Text des Ereignisses lässt sich nicht mehr darstellen. {message}</translation>
    </message>
    <message>
        <source>The time of day must begin before it ends.</source>
        <translation>Die Tageszeit muss beginnen, bevor sie endet.</translation>
    </message>
    <message>
        <source>The time of “{title}” is taken now: {taken}.</source>
        <translation>Die Zeit von „{title}“ ist jetzt belegt: {taken}.</translation>
    </message>
    <message>
        <source>The time that “{title}” had before is taken now: {taken}.</source>
        <translation>Die Zeit, die „{title}“ vorher hatte, ist jetzt belegt: {taken}.</translation>
    </message>
    <message>
        <source>The times of a repeating event cannot be changed from here.</source>
        <translation>Die Zeiten eines Serienereignisses lassen sich hier nicht ändern.</translation>
    </message>
    <message>
        <source>The work was stopped. What was done so far is kept; the rest follows later.</source>
        <translation>Der Vorgang wurde angehalten. Was bisher erledigt ist, bleibt; der Rest folgt später.</translation>
    </message>
    <message>
        <source>The {field} of {name} must lie between {least} and {most} minutes.</source>
        <translation>{field} von {name} muss zwischen {least} und {most} Minuten liegen.</translation>
    </message>
    <message>
        <source>The {field} of “{name}” is longer than {most} letters.</source>
        <translation>Zu lang bei „{name}“: {field}, höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>The {what} “{option}” of {name} must last between 1 and {most} minutes.</source>
        <translation>{what} „{option}“ von {name} muss zwischen 1 und {most} Minuten dauern.</translation>
    </message>
    <message>
        <source>The {what} “{twice}” of {name} stands there twice.</source>
        <translation>{what} „{twice}“ von {name} steht doppelt da.</translation>
    </message>
    <message>
        <source>There are no contacts in this file.</source>
        <translation>In dieser Datei sind keine Kontakte.</translation>
    </message>
    <message>
        <source>There are no copies yet. Make one: lcdesk backup create</source>
        <translation>Es gibt noch keine Kopien. So entsteht eine: lcdesk backup create</translation>
    </message>
    <message>
        <source>There are no hours on these days.</source>
        <translation>An diesen Tagen gibt es keine Arbeitszeiten.</translation>
    </message>
    <message>
        <source>There is a calendar called {name} already.</source>
        <translation>Es gibt schon einen Kalender namens {name}.</translation>
    </message>
    <message>
        <source>There is a room or equipment called {name} already.</source>
        <translation>Es gibt schon einen Raum oder ein Gerät namens {name}.</translation>
    </message>
    <message>
        <source>There is a staff member called {name} already.</source>
        <translation>Es gibt schon einen Mitarbeiter namens {name}.</translation>
    </message>
    <message>
        <source>There is a {kind} called {name} again.</source>
        <translation>Den Namen {name} gibt es wieder ({kind}).</translation>
    </message>
    <message>
        <source>There is more than this. Add another word.</source>
        <translation>Es gibt noch mehr. Fügen Sie ein Wort hinzu.</translation>
    </message>
    <message>
        <source>There is no account {account_id}.</source>
        <translation>Es gibt kein Konto {account_id}.</translation>
    </message>
    <message>
        <source>There is no account {id}.</source>
        <translation>Es gibt kein Konto {id}.</translation>
    </message>
    <message>
        <source>There is no appointment a{appointment_id}.</source>
        <translation>Es gibt keinen Termin a{appointment_id}.</translation>
    </message>
    <message>
        <source>There is no appointment {id}.</source>
        <translation>Es gibt keinen Termin {id}.</translation>
    </message>
    <message>
        <source>There is no appointment {number}.</source>
        <translation>Es gibt keinen Termin {number}.</translation>
    </message>
    <message>
        <source>There is no blocked slot b{number}.</source>
        <translation>Es gibt keine geblockte Zeit b{number}.</translation>
    </message>
    <message>
        <source>There is no blocked slot b{slot_id}.</source>
        <translation>Es gibt keine geblockte Zeit b{slot_id}.</translation>
    </message>
    <message>
        <source>There is no calendar called “{name}”.</source>
        <translation>Es gibt keinen Kalender namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no copy called “{name}”. See: lcdesk backup list</source>
        <translation>Es gibt keine Kopie namens „{name}“. Siehe: lcdesk backup list</translation>
    </message>
    <message>
        <source>There is no copy of it in its folder.</source>
        <translation>In ihrem Ordner liegt keine Kopie von ihr.</translation>
    </message>
    <message>
        <source>There is no copy that is whole. Nothing was changed.</source>
        <translation>Es gibt keine vollständige Kopie. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no data file yet.</source>
        <translation>Es gibt noch keine Datendatei.</translation>
    </message>
    <message>
        <source>There is no date {date} of event {id}.</source>
        <translation>Das Ereignis {id} hat keinen Termin {date}.</translation>
    </message>
    <message>
        <source>There is no date {date} of event {id}. “lcdesk agenda” lists them.</source>
        <translation>Das Ereignis {id} hat keinen Termin {date}. „lcdesk agenda“ listet sie auf.</translation>
    </message>
    <message>
        <source>There is no display here, so the window cannot open. In lcdesk&apos;s folder, `make screenshots` shows what it looks like.</source>
        <translation>Hier gibt es keinen Bildschirm, daher kann sich kein Fenster öffnen. Im Ordner von lcdesk zeigt „make screenshots“, wie es aussieht.</translation>
    </message>
    <message>
        <source>There is no event e{object_id}.</source>
        <translation>Es gibt kein Ereignis e{object_id}.</translation>
    </message>
    <message>
        <source>There is no event {id}. “lcdesk agenda” lists them.</source>
        <translation>Es gibt kein Ereignis {id}. „lcdesk agenda“ listet sie auf.</translation>
    </message>
    <message>
        <source>There is no linked calendar {linked_id}.</source>
        <translation>Es gibt keinen verknüpften Kalender {linked_id}.</translation>
    </message>
    <message>
        <source>There is no password store</source>
        <translation>Es gibt keinen Passwortspeicher</translation>
    </message>
    <message>
        <source>There is no series {number}. See: lcdesk series list</source>
        <translation>Es gibt keine Serie {number}. Siehe: lcdesk series list</translation>
    </message>
    <message>
        <source>There is no series. Book one: lcdesk book … --repeat RULE</source>
        <translation>Es gibt keine Serie. Eine buchen: lcdesk book … --repeat REGEL</translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation>Auf dem Datenträger ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no staff member called “{name}”.</source>
        <translation>Es gibt keinen Mitarbeiter namens „{name}“.</translation>
    </message>
    <message>
        <source>There is no staff member yet whose time the events could block.</source>
        <translation>Es gibt noch keinen Mitarbeiter, dessen Zeit die Ereignisse blocken könnten.</translation>
    </message>
    <message>
        <source>There is no text to be saved for {key}.</source>
        <translation>Für {key} gibt es keinen Text zum Speichern.</translation>
    </message>
    <message>
        <source>There is no way back from this.</source>
        <translation>Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>There is nobody to count for. Load staff: lcdesk workspace load FILE.json</source>
        <translation>Es gibt niemanden, für den gezählt werden kann. Mitarbeiter laden: lcdesk workspace load DATEI.json</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>This address is not encrypted, so the password could be read on the way. Use an address that begins with https://.</source>
        <translation>Diese Adresse ist nicht verschlüsselt, das Passwort könnte also unterwegs mitgelesen werden. Verwenden Sie eine Adresse, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>This all-day event is said to repeat within a day.</source>
        <translation>Dieses ganztägige Ereignis soll sich innerhalb eines Tages wiederholen.</translation>
    </message>
    <message>
        <source>This appointment belongs to a series already. Change that one.</source>
        <translation>Dieser Termin gehört schon zu einer Serie. Ändern Sie diese.</translation>
    </message>
    <message>
        <source>This appointment does not take place any more.</source>
        <translation>Dieser Termin findet nicht mehr statt.</translation>
    </message>
    <message>
        <source>This appointment has been written to {name} again since.</source>
        <translation>Dieser Termin wurde inzwischen wieder eingetragen ({name}).</translation>
    </message>
    <message>
        <source>This appointment has begun, and a series starts with one that is still to come. Book a new one.</source>
        <translation>Dieser Termin hat begonnen, und eine Serie beginnt mit einem, der noch kommt. Buchen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This appointment is not marked any more.</source>
        <translation>Dieser Termin ist nicht mehr markiert.</translation>
    </message>
    <message>
        <source>This appointment is not marked as deleted any more.</source>
        <translation>Dieser Termin ist nicht mehr als gelöscht markiert.</translation>
    </message>
    <message>
        <source>This appointment is {status} and cannot be changed so. Confirm it first, or book a new one.</source>
        <translation>Dieser Termin ist als „{status}“ markiert und lässt sich so nicht ändern. Bestätigen Sie ihn zuerst oder buchen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This appointment is {status} and cannot repeat. Confirm it first, or book a new one.</source>
        <translation>Dieser Termin ist als „{status}“ markiert und kann sich nicht wiederholen. Bestätigen Sie ihn zuerst oder buchen Sie einen neuen.</translation>
    </message>
    <message>
        <source>This appointment was deleted {there}. It still stands here.</source>
        <translation>Dieser Termin wurde {there} gelöscht. Hier steht er noch.</translation>
    </message>
    <message>
        <source>This appointment was moved to the calendar “{name}” {there}. It still stands here. Restoring writes a new event to the primary calendar; the one in “{name}” stays until it is deleted.</source>
        <translation>Dieser Termin wurde {there} in den Kalender „{name}“ verschoben. Hier steht er noch. Beim Wiederherstellen entsteht ein neues Ereignis im Hauptkalender; das in „{name}“ bleibt, bis es gelöscht wird.</translation>
    </message>
    <message>
        <source>This blocked slot is not marked as deleted any more.</source>
        <translation>Diese geblockte Zeit ist nicht mehr als gelöscht markiert.</translation>
    </message>
    <message>
        <source>This calendar cannot be chosen</source>
        <translation>Dieser Kalender kann nicht gewählt werden</translation>
    </message>
    <message>
        <source>This calendar does not exist any more.</source>
        <translation>Diesen Kalender gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This calendar is not missing any more.</source>
        <translation>Dieser Kalender fehlt nicht mehr.</translation>
    </message>
    <message>
        <source>This calendar is read-only</source>
        <translation>Dieser Kalender lässt sich nur lesen</translation>
    </message>
    <message>
        <source>This calendar object contains no event.</source>
        <translation>Dieses Kalenderobjekt enthält kein Ereignis.</translation>
    </message>
    <message>
        <source>This calendar object holds several events.</source>
        <translation>Dieses Kalenderobjekt enthält mehrere Ereignisse.</translation>
    </message>
    <message>
        <source>This calendar object holds several events; edit it where it was made.</source>
        <translation>Dieses Kalenderobjekt enthält mehrere Ereignisse; ändern Sie es dort, wo es entstand.</translation>
    </message>
    <message>
        <source>This calendar object is cut off: its {part} is not closed.</source>
        <translation>Dieses Kalenderobjekt ist abgeschnitten: sein {part} ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>This calendar object is damaged.</source>
        <translation>Dieses Kalenderobjekt ist beschädigt.</translation>
    </message>
    <message>
        <source>This calendar object is damaged: its events cannot be told apart.</source>
        <translation>Dieses Kalenderobjekt ist beschädigt: seine Ereignisse sind nicht zu unterscheiden.</translation>
    </message>
    <message>
        <source>This calendar object is damaged: its parts do not close in order.</source>
        <translation>Dieses Kalenderobjekt ist beschädigt: seine Teile schließen nicht der Reihe nach.</translation>
    </message>
    <message>
        <source>This calendar object is nested too deeply.</source>
        <translation>Dieses Kalenderobjekt ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This cannot be undone any more</source>
        <translation>Das lässt sich nicht mehr rückgängig machen</translation>
    </message>
    <message>
        <source>This computer offers no password store (keyring), so no password can be kept or read. Set one up, for example GNOME Keyring or KWallet. {or_session}</source>
        <translation>Dieser Computer hat keinen Passwortspeicher (Schlüsselbund), daher lässt sich kein Passwort speichern oder lesen. Richten Sie einen ein, zum Beispiel GNOME Keyring oder KWallet. {or_session}</translation>
    </message>
    <message>
        <source>This contact does not exist any more.</source>
        <translation>Diesen Kontakt gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This copy cannot be used</source>
        <translation>Diese Kopie lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>This data file is older than the first release</source>
        <translation>Diese Datei ist älter als die erste Version</translation>
    </message>
    <message>
        <source>This data file was made by a newer lcdesk and was left as it is. Update lcdesk, then start it again.</source>
        <translation>Diese Datei stammt von einem neueren lcdesk und blieb, wie sie ist. Aktualisieren Sie lcdesk und starten Sie es dann erneut.</translation>
    </message>
    <message>
        <source>This data file was made by an lcdesk from before the first release, which this one cannot read. It was left as it is. Save a workspace file with the lcdesk that made it (lcdesk workspace save), and load that file here into another data folder.</source>
        <translation>Diese Datei stammt von einem lcdesk vor der ersten Version, das dieses nicht lesen kann. Sie blieb, wie sie ist. Speichern Sie mit dem lcdesk, das sie erstellt hat, eine Arbeitsbereichsdatei (lcdesk workspace save) und laden Sie diese hier in einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>This date of the event does not take place any more.</source>
        <translation>Dieser Termin des Ereignisses findet nicht mehr statt.</translation>
    </message>
    <message>
        <source>This deletion waited when the copy was made that lcdesk was restored from. It was not sent, since the event may be wanted again. Try again deletes the event there.</source>
        <translation>Diese Löschung wartete, als die Kopie entstand, die zurückgeholt wurde. Sie wurde nicht gesendet, weil das Ereignis inzwischen wieder gebraucht werden kann. „Erneut versuchen“ löscht es dort.</translation>
    </message>
    <message>
        <source>This entry is not changed in both places any more.</source>
        <translation>Dieser Eintrag ist nicht mehr an beiden Stellen geändert.</translation>
    </message>
    <message>
        <source>This entry of the waiting list does not exist any more.</source>
        <translation>Diesen Eintrag der Warteliste gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This event can be read by now, or is gone.</source>
        <translation>Dieses Ereignis ist inzwischen lesbar oder weg.</translation>
    </message>
    <message>
        <source>This event cannot be changed here</source>
        <translation>Dieses Ereignis lässt sich hier nicht ändern</translation>
    </message>
    <message>
        <source>This event cannot be ended at this date, because of how it repeats. Delete this date alone, or change the event where it was made.</source>
        <translation>So wie sich dieses Ereignis wiederholt, kann es nicht mit diesem Termin enden. Löschen Sie nur diesen Termin oder ändern Sie das Ereignis dort, wo es entstand.</translation>
    </message>
    <message>
        <source>This event cannot be read</source>
        <translation>Dieses Ereignis ist nicht lesbar</translation>
    </message>
    <message>
        <source>This event could not be read, so it is left as it is.</source>
        <translation>Dieses Ereignis war nicht lesbar, darum bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>This event does not wait for a decision any more.</source>
        <translation>Dieses Ereignis wartet nicht mehr auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>This event has been changed again since, so it stays as it is.</source>
        <translation>Dieses Ereignis wurde seither wieder geändert, darum bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>This event has no DTSTAMP.</source>
        <translation>Dieses Ereignis hat kein DTSTAMP.</translation>
    </message>
    <message>
        <source>This event has no UID.</source>
        <translation>Dieses Ereignis hat keine UID.</translation>
    </message>
    <message>
        <source>This event has no start (DTSTART).</source>
        <translation>Dieses Ereignis hat keinen Beginn (DTSTART).</translation>
    </message>
    <message>
        <source>This event is in the time zone “{zone}”, which lcdesk does not know and the event does not explain.</source>
        <translation>Dieses Ereignis steht in der Zeitzone „{zone}“, die lcdesk nicht kennt und das Ereignis nicht erklärt.</translation>
    </message>
    <message>
        <source>This event is larger than calendar servers accept. It is kept here only. Remove attachments or shorten its notes.</source>
        <translation>Dieses Ereignis ist größer, als Kalenderserver erlauben. Es bleibt nur hier gespeichert. Entfernen Sie Anhänge oder kürzen Sie die Notizen.</translation>
    </message>
    <message>
        <source>This event is no longer on the server. {safe}</source>
        <translation>Dieses Ereignis ist nicht mehr auf dem Server. {safe}</translation>
    </message>
    <message>
        <source>This event is not where it was on the server. It may have been renamed there, so its calendar is read first.</source>
        <translation>Dieses Ereignis ist auf dem Server nicht mehr, wo es war. Vielleicht wurde es dort umbenannt, daher wird zuerst sein Kalender gelesen.</translation>
    </message>
    <message>
        <source>This event is said to end before it starts.</source>
        <translation>Dieses Ereignis soll enden, bevor es beginnt.</translation>
    </message>
    <message>
        <source>This event keeps changing</source>
        <translation>Dieses Ereignis ändert sich immer wieder</translation>
    </message>
    <message>
        <source>This event lasts whole days and has no time of day. Name its day: --start {day}.</source>
        <translation>Dieses Ereignis ist ganztägig und hat keine Uhrzeit. Nennen Sie seinen Tag: --start {day}.</translation>
    </message>
    <message>
        <source>This event lies too far from today to be shown.</source>
        <translation>Dieses Ereignis liegt zu weit von heute entfernt, um gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This event names more than {count} single dates.</source>
        <translation>Dieses Ereignis nennt mehr als {count} einzelne Termine.</translation>
    </message>
    <message>
        <source>This event repeats so often, or so rarely, that it was not worked out.</source>
        <translation>Dieses Ereignis wiederholt sich so oft oder so selten, dass es nicht ausgerechnet wurde.</translation>
    </message>
    <message>
        <source>This event repeats. Name one of its dates, or change its times {there}.</source>
        <translation>Dieses Ereignis wiederholt sich. Nennen Sie einen seiner Termine oder ändern Sie seine Zeiten {there}.</translation>
    </message>
    <message>
        <source>This event was changed here and {there}. Choose a version first.</source>
        <translation>Dieses Ereignis wurde hier und {there} geändert. Wählen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <source>This event was changed on the server in the meantime. {safe}</source>
        <translation>Dieses Ereignis wurde inzwischen auf dem Server geändert. {safe}</translation>
    </message>
    <message>
        <source>This event was deleted {there}, so there is nothing to change there.</source>
        <translation>Dieses Ereignis wurde {there} gelöscht, darum gibt es dort nichts zu ändern.</translation>
    </message>
    <message>
        <source>This event was deleted {there}. Its time is still blocked here.</source>
        <translation>Dieses Ereignis wurde {there} gelöscht. Seine Zeit ist hier noch geblockt.</translation>
    </message>
    <message>
        <source>This event was to be deleted on the server, but it was changed there to something that lcdesk cannot read, so it was left. Look at it there. Then try again to delete it, or discard the deletion to let it stand.</source>
        <translation>Dieses Ereignis sollte auf dem Server gelöscht werden, wurde dort aber so geändert, dass lcdesk es nicht lesen kann, darum blieb es stehen. Sehen Sie es dort an. Versuchen Sie dann erneut, es zu löschen, oder verwerfen Sie das Löschen, um es stehen zu lassen.</translation>
    </message>
    <message>
        <source>This event&apos;s calendar is not used here any more.</source>
        <translation>Der Kalender dieses Ereignisses wird hier nicht mehr verwendet.</translation>
    </message>
    <message>
        <source>This file calls its events off (METHOD:CANCEL), so they take no time and nothing was blocked. Slots that were blocked for them before can be freed in the week.</source>
        <translation>Diese Datei sagt ihre Ereignisse ab (METHOD:CANCEL); sie belegen keine Zeit, und nichts wurde geblockt. Früher dafür geblockte Zeiten können Sie in der Woche freigeben.</translation>
    </message>
    <message>
        <source>This has been undone already.</source>
        <translation>Das wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>This is about {who}’s time.</source>
        <translation>Es geht um die Zeit von {who}.</translation>
    </message>
    <message>
        <source>This is no longer on the server. {safe}</source>
        <translation>Das ist nicht mehr auf dem Server. {safe}</translation>
    </message>
    <message>
        <source>This is no text. Save the contacts as vCard (.vcf) or as CSV.</source>
        <translation>Das ist kein Text. Speichern Sie die Kontakte als vCard (.vcf) oder CSV.</translation>
    </message>
    <message>
        <source>This is not an app-specific password</source>
        <translation>Das ist kein anwendungsspezifisches Passwort</translation>
    </message>
    <message>
        <source>This lcdesk holds data already, which an import would replace. Nothing was changed. Choose an empty folder with --data.</source>
        <translation>Dieses lcdesk enthält schon Daten, die ein Import ersetzen würde. Es wurde nichts geändert. Wählen Sie mit --data einen leeren Ordner.</translation>
    </message>
    <message>
        <source>This lcdesk is not empty</source>
        <translation>Dieses lcdesk ist nicht leer</translation>
    </message>
    <message>
        <source>This lcdesk is too old for its data</source>
        <translation>Dieses lcdesk ist zu alt für seine Daten</translation>
    </message>
    <message>
        <source>This looks like an ordinary password, which iCloud does not accept here, even if it is right. It was not sent.</source>
        <translation>Das sieht nach einem gewöhnlichen Passwort aus, das iCloud hier nicht annimmt, auch wenn es stimmt. Es wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>This room or equipment does not exist any more.</source>
        <translation>Diesen Raum oder dieses Gerät gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This series has no dates.</source>
        <translation>Diese Serie hat keine Termine.</translation>
    </message>
    <message>
        <source>This staff member does not exist any more.</source>
        <translation>Diesen Mitarbeiter gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This stands already.</source>
        <translation>Das gilt schon.</translation>
    </message>
    <message>
        <source>This text is not a calendar object.</source>
        <translation>Dieser Text ist kein Kalenderobjekt.</translation>
    </message>
    <message>
        <source>This time is not open</source>
        <translation>Diese Zeit ist nicht frei</translation>
    </message>
    <message>
        <source>This time off does not exist any more.</source>
        <translation>Diese Abwesenheit gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Time is blocked for one staff member or for one calendar.</source>
        <translation>Zeit wird für einen Mitarbeiter oder für einen Kalender geblockt.</translation>
    </message>
    <message>
        <source>Time off lasts at most ten years.</source>
        <translation>Eine Abwesenheit dauert höchstens zehn Jahre.</translation>
    </message>
    <message>
        <source>Time off must lie between {first} and {last}.</source>
        <translation>Eine Abwesenheit muss zwischen {first} und {last} liegen.</translation>
    </message>
    <message>
        <source>Took over {appointments} and {contacts}. Enter the password of each account once: lcdesk account list, then lcdesk account password ID --password-stdin</source>
        <translation>{appointments} und {contacts} wurden übernommen. Geben Sie das Passwort jedes Kontos einmal ein: lcdesk account list, dann lcdesk account password ID --password-stdin</translation>
    </message>
    <message>
        <source>UNTIL is the last day, such as 20270303, and there is no COUNT then</source>
        <translation>UNTIL ist der letzte Tag, wie 20270303, und dann gibt es kein COUNT</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>Unknown time zone</source>
        <translation>Unbekannte Zeitzone</translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation>Ereignis ohne Titel</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>WAS</translation>
    </message>
    <message>
        <source>WHEN</source>
        <translation>WANN</translation>
    </message>
    <message>
        <source>WHERE</source>
        <translation>WO</translation>
    </message>
    <message>
        <source>WHERE FROM</source>
        <translation>WOHER</translation>
    </message>
    <message>
        <source>WHO</source>
        <translation>WER</translation>
    </message>
    <message>
        <source>WKST is a weekday such as MO</source>
        <translation>WKST ist ein Wochentag wie MO</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>WÖRTER</translation>
    </message>
    <message>
        <source>WRITABLE</source>
        <translation>BESCHREIBBAR</translation>
    </message>
    <message>
        <source>What is booked or changed is kept here and goes there by itself as soon as that is allowed again.</source>
        <translation>Was gebucht oder geändert wird, bleibt hier und geht von selbst dorthin, sobald das wieder erlaubt ist.</translation>
    </message>
    <message>
        <source>What was changed here is not kept any more.</source>
        <translation>Was hier geändert wurde, ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>What was chosen has been sent since, so it stays as it is.</source>
        <translation>Die Entscheidung wurde inzwischen gesendet, darum bleibt es, wie es ist.</translation>
    </message>
    <message>
        <source>What was read from it is kept until you choose another calendar.</source>
        <translation>Was daraus gelesen wurde, bleibt, bis Sie einen anderen Kalender wählen.</translation>
    </message>
    <message>
        <source>With {add_ons}</source>
        <translation>Mit {add_ons}</translation>
    </message>
    <message>
        <source>With {who}.</source>
        <translation>Bei {who}.</translation>
    </message>
    <message>
        <source>With {who}. {why}</source>
        <translation>Bei {who}. {why}</translation>
    </message>
    <message>
        <source>Without {name}, {calendars} would have one staff member left; a collective calendar needs two. Add somebody else first.</source>
        <translation>Ohne {name} bliebe ein Mitarbeiter in {calendars}; ein gemeinsamer Kalender braucht zwei. Nehmen Sie zuerst jemand anderen auf.</translation>
    </message>
    <message>
        <source>Wrote everything to {file}: {appointments}, {contacts}. Passwords are not in it.</source>
        <translation>Alles steht jetzt in {file}: {appointments}, {contacts}. Passwörter sind nicht dabei.</translation>
    </message>
    <message>
        <source>Wrote {appointments} and {blocked} to {file}.</source>
        <translation>In {file} geschrieben: {appointments} und {blocked}.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote {n} contacts to {file}.</source>
        <translation>
            <numerusform>{n} Kontakt in {file} geschrieben.</numerusform>
            <numerusform>{n} Kontakte in {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your appointments here are unchanged.</source>
        <translation>Ihre Termine hier sind unverändert.</translation>
    </message>
    <message>
        <source>Your changes are kept here and sent later by themselves.</source>
        <translation>Ihre Änderungen bleiben hier gespeichert und werden später von selbst gesendet.</translation>
    </message>
    <message>
        <source>a day of series {number} stands here twice.</source>
        <translation>ein Tag der Serie {number} steht hier doppelt.</translation>
    </message>
    <message>
        <source>a day such as 2026-12-01 is needed here.</source>
        <translation>hier wird ein Tag wie 2026-12-01 gebraucht.</translation>
    </message>
    <message>
        <source>a line for each; else staff</source>
        <translation>eine Zeile für jeden; sonst Mitarbeiter</translation>
    </message>
    <message>
        <source>a list is needed here.</source>
        <translation>hier wird eine Liste gebraucht.</translation>
    </message>
    <message>
        <source>a name of up to {most} letters and an answer of up to {longest} are needed here.</source>
        <translation>hier werden ein Name mit bis zu {most} und eine Antwort mit bis zu {longest} Zeichen gebraucht.</translation>
    </message>
    <message>
        <source>a pair such as [&quot;09:00&quot;, &quot;17:00&quot;] is needed here.</source>
        <translation>hier wird ein Paar wie [&quot;09:00&quot;, &quot;17:00&quot;] gebraucht.</translation>
    </message>
    <message>
        <source>a public holiday needs a name.</source>
        <translation>ein Feiertag braucht einen Namen.</translation>
    </message>
    <message>
        <source>a script that lets a shell complete commands and names</source>
        <translation>ein Skript, mit dem eine Shell Befehle und Namen ergänzt</translation>
    </message>
    <message>
        <source>a text is needed here.</source>
        <translation>hier wird ein Text gebraucht.</translation>
    </message>
    <message>
        <source>a time between 1900 and 2199, in whole seconds, is needed here.</source>
        <translation>hier wird eine Zeit zwischen 1900 und 2199 in ganzen Sekunden gebraucht.</translation>
    </message>
    <message>
        <source>a time without an offset such as 2026-12-01T10:00 is needed.</source>
        <translation>hier wird eine Zeit ohne Abstand zu UTC gebraucht, wie 2026-12-01T10:00.</translation>
    </message>
    <message>
        <source>a whole number is needed here.</source>
        <translation>hier wird eine ganze Zahl gebraucht.</translation>
    </message>
    <message>
        <source>a {kind} calendar has no series.</source>
        <translation>ein Kalender der Art „{kind}“ hat keine Serien.</translation>
    </message>
    <message>
        <source>add-on</source>
        <translation>Extra</translation>
    </message>
    <message>
        <source>add-ons</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>added</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>against the rules</source>
        <translation>gegen die Regeln</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message numerus="yes">
        <source>all {n} seats are taken</source>
        <translation>
            <numerusform>der Platz ist belegt</numerusform>
            <numerusform>alle {n} Plätze sind belegt</numerusform>
        </translation>
    </message>
    <message>
        <source>already started</source>
        <translation>hat schon begonnen</translation>
    </message>
    <message>
        <source>ambiguous option: %(option)s could match %(matches)s</source>
        <translation>mehrdeutige Option: %(option)s kann %(matches)s meinen</translation>
    </message>
    <message>
        <source>an object with dates and hours is needed here.</source>
        <translation>hier wird ein Objekt mit Tagen und Zeiten gebraucht.</translation>
    </message>
    <message>
        <source>an object with names and values is needed here.</source>
        <translation>hier wird ein Objekt mit Namen und Werten gebraucht.</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>appointments and blocked time, one line an occurrence</source>
        <translation>Termine und geblockte Zeiten, eine Zeile je Termin</translation>
    </message>
    <message>
        <source>appointments and slots blocked by hand, as iCalendar</source>
        <translation>Termine und von Hand geblockte Zeiten, als iCalendar</translation>
    </message>
    <message>
        <source>argument %(argument_name)s: %(message)s</source>
        <translation>Argument %(argument_name)s: %(message)s</translation>
    </message>
    <message>
        <source>as told to others: look busy hides</source>
        <translation>wie anderen gezeigt: „ausgelastet wirken“ verbirgt Zeiten</translation>
    </message>
    <message>
        <source>before {day}</source>
        <translation>vor {day}</translation>
    </message>
    <message>
        <source>before-update</source>
        <translation>vor Update</translation>
    </message>
    <message>
        <source>begin with everything that another computer exported</source>
        <translation>mit allem beginnen, was ein anderer Computer exportiert hat</translation>
    </message>
    <message>
        <source>beyond the booking window of {length}</source>
        <translation>nach dem Buchungszeitraum von {length}</translation>
    </message>
    <message>
        <source>block time; it stays in lcdesk</source>
        <translation>Zeit blocken; bleibt in lcdesk</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>geblockt</translation>
    </message>
    <message>
        <source>book a series</source>
        <translation>eine Serie buchen</translation>
    </message>
    <message>
        <source>book although the rules refuse</source>
        <translation>buchen, obwohl die Regeln ablehnen</translation>
    </message>
    <message>
        <source>book what is not open, or over, too</source>
        <translation>auch buchen, was nicht frei oder vorbei ist</translation>
    </message>
    <message>
        <source>booked</source>
        <translation>gebucht</translation>
    </message>
    <message>
        <source>bookings, no-shows, cancellations, hours booked</source>
        <translation>Buchungen, nicht Erschienene, Absagen, gebuchte Stunden</translation>
    </message>
    <message>
        <source>buffer after</source>
        <translation>Puffer danach</translation>
    </message>
    <message>
        <source>buffer after {name}</source>
        <translation>Puffer nach {name}</translation>
    </message>
    <message>
        <source>buffer after, up to {name}</source>
        <translation>Puffer danach, bis {name}</translation>
    </message>
    <message>
        <source>buffer before</source>
        <translation>Puffer davor</translation>
    </message>
    <message>
        <source>buffer before {name}</source>
        <translation>Puffer vor {name}</translation>
    </message>
    <message>
        <source>buffer before, up to {name}</source>
        <translation>Puffer davor, bis {name}</translation>
    </message>
    <message>
        <source>buffer beside {name}</source>
        <translation>Puffer neben {name}</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>cancel an appointment, or a date of a series of a primary calendar</source>
        <translation>einen Termin absagen, oder einen Termin einer Serie eines Hauptkalenders</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>change an appointment, or an event of a primary calendar</source>
        <translation>einen Termin oder ein Ereignis eines Hauptkalenders ändern</translation>
    </message>
    <message>
        <source>change the member, calendar or time although the rules refuse; with --repeat: book dates although they are not open</source>
        <translation>Mitarbeiter, Kalender oder Zeit ändern, obwohl die Regeln ablehnen; mit --repeat: Termine buchen, obwohl sie nicht frei sind</translation>
    </message>
    <message>
        <source>change the status of an appointment</source>
        <translation>den Status eines Termins ändern</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>changes that still have to reach the server</source>
        <translation>Änderungen, die noch zum Server müssen</translation>
    </message>
    <message>
        <source>choose what a calendar is for</source>
        <translation>wählen, wofür ein Kalender da ist</translation>
    </message>
    <message>
        <source>clashed</source>
        <translation>im Widerspruch</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>nicht frei</translation>
    </message>
    <message>
        <source>closed times too, with the reasons</source>
        <translation>auch nicht freie Zeiten, mit den Gründen</translation>
    </message>
    <message>
        <source>collective</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>connect an account; the password comes from stdin</source>
        <translation>ein Konto verbinden; das Passwort kommt von der Standardeingabe</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>connected iCloud and CalDAV accounts</source>
        <translation>verbundene iCloud- und CalDAV-Konten</translation>
    </message>
    <message>
        <source>contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>contacts from a file, or to one</source>
        <translation>Kontakte aus einer Datei oder in eine</translation>
    </message>
    <message>
        <source>contacts, appointments and blocked time by their words</source>
        <translation>Kontakte, Termine und geblockte Zeiten nach ihren Wörtern</translation>
    </message>
    <message>
        <source>copies of the data file; passwords are in none</source>
        <translation>Kopien der Datendatei; Passwörter sind in keiner</translation>
    </message>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>data file</source>
        <translation>Datendatei</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>dated</source>
        <translation>datiert</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>deleted in icloud</source>
        <translation>in iCloud gelöscht</translation>
    </message>
    <message>
        <source>disconnect; nothing is deleted on the server</source>
        <translation>trennen; auf dem Server wird nichts gelöscht</translation>
    </message>
    <message>
        <source>disconnected</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>do again what was undone last</source>
        <translation>wiederherstellen, was zuletzt rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>each begins a word there</source>
        <translation>jedes beginnt dort ein Wort</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>enter a new password, on stdin</source>
        <translation>ein neues Passwort eingeben, über die Standardeingabe</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>events become slots blocked by hand, or appointments of a calendar</source>
        <translation>Ereignisse werden von Hand geblockte Zeiten oder Termine eines Kalenders</translation>
    </message>
    <message>
        <source>every series, and its next date</source>
        <translation>alle Serien und ihr nächster Termin</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>everything, to move to another computer; no passwords</source>
        <translation>alles, für den Umzug auf einen anderen Computer; keine Passwörter</translation>
    </message>
    <message>
        <source>example:</source>
        <translation>Beispiel:</translation>
    </message>
    <message>
        <source>exclusive</source>
        <translation>zählt nicht mit</translation>
    </message>
    <message numerus="yes">
        <source>expected %s arguments</source>
        <translation>
            <numerusform>%s Argument erwartet</numerusform>
            <numerusform>%s Argumente erwartet</numerusform>
        </translation>
    </message>
    <message>
        <source>expected at least one argument</source>
        <translation>mindestens ein Argument erwartet</translation>
    </message>
    <message>
        <source>expected at most one argument</source>
        <translation>höchstens ein Argument erwartet</translation>
    </message>
    <message>
        <source>expected one argument</source>
        <translation>ein Argument erwartet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>for a part of one day</source>
        <translation>für einen Teil eines Tages</translation>
    </message>
    <message>
        <source>for caldav only</source>
        <translation>nur für caldav</translation>
    </message>
    <message>
        <source>for events that name nobody known</source>
        <translation>für Ereignisse, die niemand Bekannten nennen</translation>
    </message>
    <message>
        <source>for this one only</source>
        <translation>nur für diesen</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>free time that was blocked by hand</source>
        <translation>von Hand geblockte Zeit freigeben</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>dort gelöscht</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>held back with {count} {month}: {behind} first</source>
        <translation>zurückgestellt mit {count} {month}: erst {behind}</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>hidden to look busy</source>
        <translation>verborgen, um ausgelastet zu wirken</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hohe</translation>
    </message>
    <message>
        <source>holidays and absences of members and of the business</source>
        <translation>Urlaub und Abwesenheiten von Mitarbeitern und des Betriebs</translation>
    </message>
    <message>
        <source>iCloud may write to those invited</source>
        <translation>iCloud darf den Eingeladenen schreiben</translation>
    </message>
    <message>
        <source>iCloud refused the password</source>
        <translation>iCloud hat das Passwort abgelehnt</translation>
    </message>
    <message>
        <source>iCloud&apos;s address is fixed. Leave the server out.</source>
        <translation>Die Adresse von iCloud steht fest. Lassen Sie den Server weg.</translation>
    </message>
    <message>
        <source>iCloud&apos;s address is fixed; any other server needs its address.</source>
        <translation>Die Adresse von iCloud steht fest; jeder andere Server braucht seine Adresse.</translation>
    </message>
    <message>
        <source>ignored explicit argument %r</source>
        <translation>überflüssiges Argument %r</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>in April</source>
        <translation>im April</translation>
    </message>
    <message>
        <source>in August</source>
        <translation>im August</translation>
    </message>
    <message>
        <source>in December</source>
        <translation>im Dezember</translation>
    </message>
    <message>
        <source>in February</source>
        <translation>im Februar</translation>
    </message>
    <message>
        <source>in January</source>
        <translation>im Januar</translation>
    </message>
    <message>
        <source>in July</source>
        <translation>im Juli</translation>
    </message>
    <message>
        <source>in June</source>
        <translation>im Juni</translation>
    </message>
    <message>
        <source>in March</source>
        <translation>im März</translation>
    </message>
    <message>
        <source>in May</source>
        <translation>im Mai</translation>
    </message>
    <message>
        <source>in November</source>
        <translation>im November</translation>
    </message>
    <message>
        <source>in October</source>
        <translation>im Oktober</translation>
    </message>
    <message>
        <source>in September</source>
        <translation>im September</translation>
    </message>
    <message>
        <source>in iCloud</source>
        <translation>in iCloud</translation>
    </message>
    <message>
        <source>included; without it one day</source>
        <translation>eingeschlossen; ohne Angabe ein Tag</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>invalid %(type)s value: %(value)r</source>
        <translation>ungültiger Wert: %(value)r</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r (choose from %(choices)s)</source>
        <translation>ungültige Auswahl: %(value)r (möglich: %(choices)s)</translation>
    </message>
    <message>
        <source>invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)</source>
        <translation>ungültige Auswahl: %(value)r, meinten Sie %(closest)r? (möglich: %(choices)s)</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>zusammengeführt</translation>
    </message>
    <message>
        <source>keep the time it blocked</source>
        <translation>die geblockten Zeiten behalten</translation>
    </message>
    <message>
        <source>kept here</source>
        <translation>hier behalten</translation>
    </message>
    <message>
        <source>keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>lcdesk cannot use its data file</source>
        <translation>lcdesk kann seine Datei nicht benutzen</translation>
    </message>
    <message>
        <source>lcdesk cannot use its data folder: {reason}. Check its owner.</source>
        <translation>lcdesk kann seinen Datenordner nicht nutzen: {reason}. Prüfen Sie, wem er gehört.</translation>
    </message>
    <message>
        <source>lcdesk is running already, but does not answer. Close it, then start again.</source>
        <translation>lcdesk läuft schon, antwortet aber nicht. Schließen Sie es und starten Sie neu.</translation>
    </message>
    <message>
        <source>lcdesk was started safely, which leaves the accounts alone. Nothing was changed. Quit lcdesk, start it as usual, then try again.</source>
        <translation>lcdesk wurde abgesichert gestartet und lässt die Konten in Ruhe. Nichts wurde geändert. Beenden Sie lcdesk, starten Sie es wie gewohnt und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>lcdesk&apos;s data file cannot be opened.</source>
        <translation>Die Datendatei von lcdesk lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>lcdesk&apos;s data file is damaged</source>
        <translation>Die Datendatei von lcdesk ist beschädigt</translation>
    </message>
    <message>
        <source>lcdesk&apos;s data file is damaged and was left as it is.</source>
        <translation>Die Datei von lcdesk ist beschädigt und blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>lcdesk&apos;s data file is write-protected.</source>
        <translation>Die Datendatei von lcdesk ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>lcdesk&apos;s data file {file} is empty: its content is lost.</source>
        <translation>Die Datendatei {file} von lcdesk ist leer: ihr Inhalt ist verloren.</translation>
    </message>
    <message>
        <source>less than the minimum notice of {length}</source>
        <translation>weniger als der Mindestvorlauf von {length}</translation>
    </message>
    <message>
        <source>let an appointment begin a series</source>
        <translation>mit einem Termin eine Serie beginnen</translation>
    </message>
    <message>
        <source>load or save staff, calendars, contacts, appointments</source>
        <translation>Mitarbeiter, Kalender, Kontakte und Termine laden oder speichern</translation>
    </message>
    <message>
        <source>local</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>look after the data file, keyring, servers and clock; no secrets</source>
        <translation>Datendatei, Schlüsselbund, Server und Uhr prüfen; zeigt keine Geheimnisse</translation>
    </message>
    <message>
        <source>look at a calendar file in the window; FILE.ics alone does the same</source>
        <translation>eine Kalenderdatei im Fenster ansehen; DATEI.ics allein tut dasselbe</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrige</translation>
    </message>
    <message>
        <source>make a copy now</source>
        <translation>jetzt eine Kopie erstellen</translation>
    </message>
    <message>
        <source>make an appointment</source>
        <translation>einen Termin buchen</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittlere</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>zusammengeführt</translation>
    </message>
    <message>
        <source>minutes from 0 to those of ten years are needed here.</source>
        <translation>hier werden Minuten von 0 bis zu denen von zehn Jahren gebraucht.</translation>
    </message>
    <message>
        <source>move an appointment, or an event of a primary calendar</source>
        <translation>einen Termin oder ein Ereignis eines Hauptkalenders verschieben</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>verschoben</translation>
    </message>
    <message>
        <source>moved away</source>
        <translation>in einen anderen Kalender verschoben</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>name somebody, or leave this out.</source>
        <translation>nennen Sie jemanden, oder lassen Sie dies weg.</translation>
    </message>
    <message>
        <source>needs_password</source>
        <translation>Passwort fehlt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>no backend</source>
        <translation>kein Passwortspeicher vorhanden</translation>
    </message>
    <message>
        <source>nobody has hours then</source>
        <translation>dann arbeitet niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none from the command line</source>
        <translation>keine in der Befehlszeile</translation>
    </message>
    <message>
        <source>none of the {count} members is free then</source>
        <translation>keiner der {count} Mitarbeiter ist dann frei</translation>
    </message>
    <message>
        <source>none of {who} is free then</source>
        <translation>von {who} ist dann niemand frei</translation>
    </message>
    <message>
        <source>noshow</source>
        <translation>nicht erschienen</translation>
    </message>
    <message>
        <source>not allowed with argument %s</source>
        <translation>nicht zusammen mit dem Argument %s möglich</translation>
    </message>
    <message>
        <source>not before this time of day</source>
        <translation>nicht vor dieser Uhrzeit</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>of a series, or of one of its dates</source>
        <translation>einer Serie oder eines ihrer Termine</translation>
    </message>
    <message>
        <source>of a series: this date (as without), this and those after, or all; of appointments those that are still to come</source>
        <translation>bei einer Serie: dieser Termin (wie ohne Angabe), dieser und die folgenden, oder alle; bei Terminen nur die künftigen</translation>
    </message>
    <message>
        <source>of a service</source>
        <translation>einer Leistung</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>on the calendar server</source>
        <translation>auf dem Kalenderserver</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>on which calendar it stands</source>
        <translation>in welchem Kalender er steht</translation>
    </message>
    <message>
        <source>on which they are booked</source>
        <translation>in dem sie gebucht werden</translation>
    </message>
    <message>
        <source>on {host}</source>
        <translation>auf {host}</translation>
    </message>
    <message>
        <source>once each</source>
        <translation>für jedes einmal</translation>
    </message>
    <message>
        <source>one JSON document on stdout</source>
        <translation>ein JSON-Dokument auf der Standardausgabe</translation>
    </message>
    <message>
        <source>one of the arguments %s is required</source>
        <translation>eines der Argumente %s wird benötigt</translation>
    </message>
    <message>
        <source>one of the words is not UTF-8 text</source>
        <translation>eines der Wörter ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>one of these words is needed here: {words}.</source>
        <translation>hier wird eines dieser Wörter gebraucht: {words}.</translation>
    </message>
    <message>
        <source>one pass over each account: recover, push, pull</source>
        <translation>ein Durchgang je Konto: nachholen, senden, lesen</translation>
    </message>
    <message>
        <source>only a {kind} calendar has this.</source>
        <translation>das hat nur ein Kalender der Art „{kind}“.</translation>
    </message>
    <message>
        <source>only an overridden appointment has reasons.</source>
        <translation>Gründe hat nur ein trotzdem gebuchter Termin.</translation>
    </message>
    <message>
        <source>only say what would change</source>
        <translation>nur sagen, was sich ändern würde</translation>
    </message>
    <message>
        <source>only this one</source>
        <translation>nur dieses</translation>
    </message>
    <message>
        <source>open</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>open times of a calendar</source>
        <translation>freie Zeiten eines Kalenders</translation>
    </message>
    <message>
        <source>options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>over by this time of day</source>
        <translation>bis zu dieser Uhrzeit zu Ende</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>positional arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>Hauptkalender</translation>
    </message>
    <message>
        <source>put a contact on the waiting list</source>
        <translation>einen Kontakt auf die Warteliste setzen</translation>
    </message>
    <message>
        <source>put a copy in the data file&apos;s place; nothing is deleted</source>
        <translation>eine Kopie an die Stelle der Datendatei setzen; gelöscht wird nichts</translation>
    </message>
    <message>
        <source>read everything anew</source>
        <translation>alles neu lesen</translation>
    </message>
    <message>
        <source>read {added} new, {changed} changed, {removed} removed</source>
        <translation>gelesen: {added} neu, {changed} geändert, {removed} entfernt</translation>
    </message>
    <message>
        <source>reblocked</source>
        <translation>anders geblockt</translation>
    </message>
    <message>
        <source>record</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>redone</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>released</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>resized</source>
        <translation>neue Dauer</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>Räume und Geräte</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>room or equipment</source>
        <translation>Raum oder Gerät</translation>
    </message>
    <message>
        <source>round robin</source>
        <translation>Reihum</translation>
    </message>
    <message>
        <source>rows with all of these</source>
        <translation>Zeilen mit allen diesen</translation>
    </message>
    <message>
        <source>same</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wird gesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>sent {added} new, {changed} changed, {removed} removed</source>
        <translation>gesendet: {added} neu, {changed} geändert, {removed} entfernt</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>series that were made by hand, and their dates</source>
        <translation>von Hand angelegte Serien und ihre Termine</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>set-aside</source>
        <translation>beiseitegelegt</translation>
    </message>
    <message>
        <source>settle one of them</source>
        <translation>etwas davon klären</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>geklärt</translation>
    </message>
    <message>
        <source>show the version and exit</source>
        <translation>die Version zeigen und beenden</translation>
    </message>
    <message>
        <source>show this help message and exit</source>
        <translation>diese Hilfe zeigen und beenden</translation>
    </message>
    <message>
        <source>showed</source>
        <translation>erschienen</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>staff member</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>start in the tray</source>
        <translation>im Infobereich starten</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>stays in lcdesk</source>
        <translation>bleibt in lcdesk</translation>
    </message>
    <message>
        <source>such as mon,fri; else all</source>
        <translation>zum Beispiel mon,fri; sonst alle</translation>
    </message>
    <message>
        <source>synced</source>
        <translation>synchronisiert</translation>
    </message>
    <message>
        <source>take an entry off the waiting list</source>
        <translation>einen Eintrag von der Warteliste nehmen</translation>
    </message>
    <message>
        <source>take back what a row tells of</source>
        <translation>rückgängig machen, was eine Zeile nennt</translation>
    </message>
    <message>
        <source>take back what was done last, here or in the window</source>
        <translation>rückgängig machen, was zuletzt geschah, hier oder im Fenster</translation>
    </message>
    <message>
        <source>take days off; what is booked then stays and is listed</source>
        <translation>Tage freinehmen; was dann gebucht ist, bleibt und wird aufgelistet</translation>
    </message>
    <message>
        <source>take it back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>take over a file; all of it or nothing</source>
        <translation>eine Datei übernehmen; ganz oder gar nicht</translation>
    </message>
    <message>
        <source>take over events from a file</source>
        <translation>Ereignisse aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>take over new and changed contacts of a vCard or CSV file</source>
        <translation>neue und geänderte Kontakte aus einer vCard- oder CSV-Datei übernehmen</translation>
    </message>
    <message>
        <source>the Secret Service (GNOME Keyring or KWallet)</source>
        <translation>der Secret Service (GNOME Keyring oder KWallet)</translation>
    </message>
    <message>
        <source>the Windows credential manager</source>
        <translation>die Windows-Anmeldeinformationsverwaltung</translation>
    </message>
    <message>
        <source>the appointments of a series</source>
        <translation>die Termine einer Serie</translation>
    </message>
    <message>
        <source>the business is closed</source>
        <translation>der Betrieb ist geschlossen</translation>
    </message>
    <message>
        <source>the business is closed ({title})</source>
        <translation>der Betrieb ist geschlossen ({title})</translation>
    </message>
    <message>
        <source>the calendar server</source>
        <translation>der Kalenderserver</translation>
    </message>
    <message>
        <source>the calendars and what each is for</source>
        <translation>die Kalender und wofür sie da sind</translation>
    </message>
    <message>
        <source>the calendars of connected accounts</source>
        <translation>die Kalender verbundener Konten</translation>
    </message>
    <message>
        <source>the connected accounts and how they are</source>
        <translation>die verbundenen Konten und ihr Zustand</translation>
    </message>
    <message>
        <source>the copies and what each holds</source>
        <translation>die Kopien und was sie enthalten</translation>
    </message>
    <message>
        <source>the data folder</source>
        <translation>der Datenordner</translation>
    </message>
    <message>
        <source>the file has {count} series.</source>
        <translation>die Datei hat {count} Serien.</translation>
    </message>
    <message>
        <source>the following arguments are required: %s</source>
        <translation>diese Argumente fehlen: %s</translation>
    </message>
    <message>
        <source>the keyring is switched off</source>
        <translation>der Schlüsselbund ist abgeschaltet</translation>
    </message>
    <message>
        <source>the keyring {name}</source>
        <translation>der Schlüsselbund {name}</translation>
    </message>
    <message>
        <source>the last day lies before the first.</source>
        <translation>der letzte Tag liegt vor dem ersten.</translation>
    </message>
    <message>
        <source>the limit of {limit} a day is reached on {day}</source>
        <translation>das Limit von {limit} am Tag ist am {day} erreicht</translation>
    </message>
    <message>
        <source>the macOS keychain</source>
        <translation>der macOS-Schlüsselbund</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>the window over practice data</source>
        <translation>das Fenster mit Übungsdaten</translation>
    </message>
    <message>
        <source>there is no {what} called “{name}”.</source>
        <translation>„{name}“ gibt es nicht ({what}).</translation>
    </message>
    <message>
        <source>this</source>
        <translation>dies</translation>
    </message>
    <message>
        <source>this appointment</source>
        <translation>dieser Termin</translation>
    </message>
    <message>
        <source>this booking</source>
        <translation>diese Buchung</translation>
    </message>
    <message>
        <source>this calendar</source>
        <translation>dieser Kalender</translation>
    </message>
    <message>
        <source>this day included</source>
        <translation>dieser Tag zählt mit</translation>
    </message>
    <message>
        <source>this entry of the waiting list</source>
        <translation>dieser Eintrag der Warteliste</translation>
    </message>
    <message>
        <source>this event of a file</source>
        <translation>dieses Ereignis einer Datei</translation>
    </message>
    <message>
        <source>this is missing.</source>
        <translation>das fehlt.</translation>
    </message>
    <message>
        <source>this is not a day such as 2026-12-24.</source>
        <translation>das ist kein Tag wie 2026-12-24.</translation>
    </message>
    <message>
        <source>this key is not known. {hint}</source>
        <translation>dieser Schlüssel ist nicht bekannt. {hint}</translation>
    </message>
    <message>
        <source>this lcdesk reads version {version} of the file.</source>
        <translation>dieses lcdesk liest Version {version} der Datei.</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>diesen Monat</translation>
    </message>
    <message>
        <source>this number is too large.</source>
        <translation>diese Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>this series</source>
        <translation>diese Serie</translation>
    </message>
    <message>
        <source>this session only</source>
        <translation>nur für diese Sitzung</translation>
    </message>
    <message>
        <source>this setting</source>
        <translation>diese Einstellung</translation>
    </message>
    <message>
        <source>this text holds a NUL character.</source>
        <translation>dieser Text enthält ein NUL-Zeichen.</translation>
    </message>
    <message>
        <source>this text holds half a character.</source>
        <translation>dieser Text enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>this time</source>
        <translation>diese Zeit</translation>
    </message>
    <message>
        <source>this was answered already.</source>
        <translation>das ist schon beantwortet.</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>to what the calendar asks, once each</source>
        <translation>auf Fragen des Kalenders, für jede einmal</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>trouble over</source>
        <translation>Störung vorbei</translation>
    </message>
    <message>
        <source>true or false is needed here.</source>
        <translation>hier wird true oder false gebraucht.</translation>
    </message>
    <message>
        <source>unblocked</source>
        <translation>Zeit freigegeben</translation>
    </message>
    <message>
        <source>unconfirmed</source>
        <translation>unbestätigt</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>unreadable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>unrecognized arguments: %s</source>
        <translation>unbekannte Argumente: %s</translation>
    </message>
    <message>
        <source>update</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>usage: </source>
        <translation>Aufruf: </translation>
    </message>
    <message>
        <source>variation</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waiting changed</source>
        <translation>Warten geändert</translation>
    </message>
    <message>
        <source>waiting ended</source>
        <translation>wartet nicht mehr</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>what each sync did, kept for 90 days; the newest first</source>
        <translation>was jedes Synchronisieren tat, 90 Tage lang; das Neueste zuerst</translation>
    </message>
    <message>
        <source>what is booked on it alone; may be given several times</source>
        <translation>nur, was darauf gebucht ist; mehrmals möglich</translation>
    </message>
    <message>
        <source>what is over too</source>
        <translation>auch Vergangenes</translation>
    </message>
    <message>
        <source>what is still to come</source>
        <translation>was noch kommt</translation>
    </message>
    <message>
        <source>what is theirs alone; may be given several times</source>
        <translation>nur, was dieser Person gehört; mehrmals möglich</translation>
    </message>
    <message>
        <source>what waits for a person</source>
        <translation>was zu klären ist</translation>
    </message>
    <message>
        <source>who has the appointment from now on</source>
        <translation>wer den Termin von nun an hat</translation>
    </message>
    <message>
        <source>who is away, once each; without it the whole business</source>
        <translation>wer abwesend ist, je einmal; ohne Angabe der ganze Betrieb</translation>
    </message>
    <message>
        <source>who waits for a time that is not open yet</source>
        <translation>wer auf eine Zeit wartet, die noch nicht frei ist</translation>
    </message>
    <message>
        <source>who waits, the oldest first, and their next open time</source>
        <translation>wer wartet, die Ältesten zuerst, mit der nächsten freien Zeit</translation>
    </message>
    <message>
        <source>whom it is for</source>
        <translation>für wen er ist</translation>
    </message>
    <message>
        <source>whose time busy events block</source>
        <translation>wessen Zeit belegte Ereignisse blocken</translation>
    </message>
    <message>
        <source>with --repeat: leave out dates that are not open, instead of booking nothing</source>
        <translation>mit --repeat: nicht freie Termine auslassen, statt nichts zu buchen</translation>
    </message>
    <message>
        <source>without: the newest</source>
        <translation>ohne: die neueste</translation>
    </message>
    <message>
        <source>write all contacts, as the file is called: .vcf or .csv</source>
        <translation>alle Kontakte schreiben, wie die Datei heißt: .vcf oder .csv</translation>
    </message>
    <message>
        <source>write appointments to a file for other programs</source>
        <translation>Termine in eine Datei für andere Programme schreiben</translation>
    </message>
    <message>
        <source>write everything to a file</source>
        <translation>alles in eine Datei schreiben</translation>
    </message>
    <message>
        <source>write the text of a refused change to a file</source>
        <translation>den Text einer abgelehnten Änderung in eine Datei schreiben</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no is needed here.</source>
        <translation>hier wird yes oder no gebraucht.</translation>
    </message>
    <message>
        <source>{Keyring}</source>
        <translation>{Keyring}</translation>
    </message>
    <message>
        <source>{Keyring} did not do what was asked, so the password was not kept or read. Check it with the system&apos;s own tool. {or_session}</source>
        <translation>{Keyring} hat die Anfrage nicht ausgeführt, daher wurde das Passwort nicht gespeichert oder gelesen. Prüfen Sie das mit dem Werkzeug des Systems. {or_session}</translation>
    </message>
    <message>
        <source>{Keyring} did not keep the password. Check it with the system&apos;s own tool. {or_session}</source>
        <translation>{Keyring} hat das Passwort nicht gespeichert. Prüfen Sie das mit dem Werkzeug des Systems. {or_session}</translation>
    </message>
    <message>
        <source>{Keyring} is locked, so the password cannot be kept or read. Unlock it and try again. {or_session}</source>
        <translation>{Keyring} ist gesperrt, daher lässt sich das Passwort nicht speichern oder lesen. Entsperren Sie den Speicher und versuchen Sie es erneut. {or_session}</translation>
    </message>
    <message>
        <source>{Place} lists a newer version of this event but does not hand it out, so another time may be taken. It is asked for again at every sync.</source>
        <translation>{Place} führt eine neuere Version dieses Ereignisses auf, gibt sie aber nicht heraus, darum könnte eine andere Zeit belegt sein. Sie wird bei jedem Synchronisieren wieder abgefragt.</translation>
    </message>
    <message>
        <source>{Place} lists one event of {calendar} but does not hand it out, so its time may be taken. It is asked for again at every sync.</source>
        <translation>{Place} führt ein Ereignis von {calendar} auf, gibt es aber nicht heraus, darum könnte seine Zeit belegt sein. Es wird bei jedem Synchronisieren wieder abgefragt.</translation>
    </message>
    <message>
        <source>{Server} already holds this event elsewhere. {safe}</source>
        <translation>{Server} hat dieses Ereignis schon an anderer Stelle. {safe}</translation>
    </message>
    <message>
        <source>{Server} asks for a pause. {kept}</source>
        <translation>{Server} bittet um eine Pause. {kept}</translation>
    </message>
    <message>
        <source>{Server} cannot be reached. {kept}</source>
        <translation>{Server} ist nicht erreichbar. {kept}</translation>
    </message>
    <message>
        <source>{Server} could not prove that it is the right server, so the connection is not secure and was not used. Check the date of this computer and the network. {kept}</source>
        <translation>{Server} konnte sich nicht als der richtige Server ausweisen; die Verbindung ist also nicht sicher und wurde nicht genutzt. Prüfen Sie das Datum dieses Computers und das Netzwerk. {kept}</translation>
    </message>
    <message>
        <source>{Server} did not answer in time. {kept}</source>
        <translation>{Server} hat nicht rechtzeitig geantwortet. {kept}</translation>
    </message>
    <message>
        <source>{Server} did not understand the request. {safe}</source>
        <translation>{Server} hat die Anfrage nicht verstanden. {safe}</translation>
    </message>
    <message>
        <source>{Server} does not accept this name with this password. {safe} Check both and enter the password again.</source>
        <translation>{Server} nimmt diesen Namen mit diesem Passwort nicht an. {safe} Prüfen Sie beides und geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>{Server} does not allow changes in this calendar. {safe} Choose another primary calendar in Settings.</source>
        <translation>{Server} erlaubt in diesem Kalender keine Änderungen. {safe} Wählen Sie in den Einstellungen einen anderen Hauptkalender.</translation>
    </message>
    <message>
        <source>{Server} does not let this account change it any more.</source>
        <translation>{Server} lässt dieses Konto den Kalender nicht mehr ändern.</translation>
    </message>
    <message>
        <source>{Server} does not let this account read here. {safe} Ask the calendar&apos;s owner to share it again, or stop using it in Settings.</source>
        <translation>{Server} lässt dieses Konto hier nicht lesen. {safe} Bitten Sie den Besitzer des Kalenders, ihn wieder freizugeben, oder nutzen Sie ihn nicht weiter (in den Einstellungen).</translation>
    </message>
    <message>
        <source>{Server} does not list it any more. Changes waiting for it: {count}.</source>
        <translation>{Server} führt ihn nicht mehr auf. Wartende Änderungen: {count}.</translation>
    </message>
    <message>
        <source>{Server} does not take this event as it is. It is kept here and the other events go on. Change it and try again, or discard the change.</source>
        <translation>{Server} nimmt dieses Ereignis so nicht an. Es bleibt hier gespeichert, die anderen Ereignisse laufen weiter. Ändern Sie es und versuchen Sie es erneut, oder verwerfen Sie die Änderung.</translation>
    </message>
    <message numerus="yes">
        <source>{Server} goes on listing events of this calendar without coming to an end ({n} events so far), so it was left as it was. {safe} It is tried again later.</source>
        <translation>
            <numerusform>{Server} zählt die Ereignisse dieses Kalenders ohne Ende auf (bisher {n} Ereignis), daher blieb er, wie er war. {safe} Es wird später erneut versucht.</numerusform>
            <numerusform>{Server} zählt die Ereignisse dieses Kalenders ohne Ende auf (bisher {n} Ereignisse), daher blieb er, wie er war. {safe} Es wird später erneut versucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>{Server} has a problem of its own at the moment. {kept}</source>
        <translation>{Server} hat zurzeit selbst eine Störung. {kept}</translation>
    </message>
    <message>
        <source>{Server} has not been read yet, so events there do not close any slot.</source>
        <translation>{Server} wurde noch nicht gelesen, daher belegen Ereignisse dort noch keine Zeit.</translation>
    </message>
    <message>
        <source>{Server} may write an e-mail to everybody who is invited when this event changes.</source>
        <translation>{Server} schreibt vielleicht allen Eingeladenen eine E-Mail, wenn sich dieses Ereignis ändert.</translation>
    </message>
    <message>
        <source>{Server} sent an answer that cannot be read. {safe} It is tried again later.</source>
        <translation>{Server} hat eine Antwort gesendet, die sich nicht lesen lässt. {safe} Es wird später erneut versucht.</translation>
    </message>
    <message>
        <source>{Server} sent the request in circles. {safe} {kept}</source>
        <translation>{Server} hat die Anfrage im Kreis geschickt. {safe} {kept}</translation>
    </message>
    <message numerus="yes">
        <source>{Server} shows {n} events fewer than before. Nothing was deleted here.</source>
        <translation>
            <numerusform>{Server} zeigt ein Ereignis weniger als vorher. Hier wurde nichts gelöscht.</numerusform>
            <numerusform>{Server} zeigt {n} Ereignisse weniger als vorher. Hier wurde nichts gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>{Server} still asks for a pause. {kept}</source>
        <translation>{Server} bittet weiter um eine Pause. {kept}</translation>
    </message>
    <message>
        <source>{Server} wants a kind of sign-in that lcdesk does not speak ({kinds}), so no password helps. {safe} Ask your provider for sign-in with a name and a password (Basic or Digest).</source>
        <translation>{Server} verlangt eine Art der Anmeldung, die lcdesk nicht beherrscht ({kinds}), daher hilft kein Passwort. {safe} Fragen Sie Ihren Anbieter nach der Anmeldung mit Name und Passwort (Basic oder Digest).</translation>
    </message>
    <message>
        <source>{Server} wants the calendar to be read anew. {safe}</source>
        <translation>{Server} verlangt, den Kalender neu zu lesen. {safe}</translation>
    </message>
    <message>
        <source>{Server} was last read at {time}. What has changed there since is not considered.</source>
        <translation>{Server} wurde zuletzt um {time} gelesen. Was sich dort seither geändert hat, ist nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>{Server} was last read while this computer&apos;s clock was ahead. What has changed there since is not considered.</source>
        <translation>{Server} wurde zuletzt gelesen, als die Uhr dieses Computers vorging. Was sich dort seither geändert hat, ist nicht berücksichtigt.</translation>
    </message>
    <message>
        <source>{Server}&apos;s version cannot be read, so only the version here can be kept.</source>
        <translation>Die Version dort ist nicht lesbar ({Server}), darum lässt sich nur die Version hier behalten.</translation>
    </message>
    <message>
        <source>{Thing} cannot come back, since what it belongs to is gone.</source>
        <translation>{Thing} kann nicht zurückkommen, denn wozu das gehört, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>{Thing} has been changed again since, so it stays as it is.</source>
        <translation>{Thing} wurde inzwischen wieder geändert, darum bleibt es so.</translation>
    </message>
    <message>
        <source>{Thing} is here again.</source>
        <translation>{Thing} ist wieder da.</translation>
    </message>
    <message>
        <source>{Thing} is not here any more.</source>
        <translation>{Thing} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{Thing} is used by something that was made since, so it stays.</source>
        <translation>{Thing} wird von etwas verwendet, das inzwischen entstand, darum bleibt es so.</translation>
    </message>
    <message>
        <source>{account} at {server}</source>
        <translation>{account} bei {server}</translation>
    </message>
    <message>
        <source>{calendar} has no add-on “{name}”. It offers: {known}.</source>
        <translation>{calendar} hat kein Extra „{name}“. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>{calendar} has no staff</source>
        <translation>{calendar} hat keine Mitarbeiter</translation>
    </message>
    <message>
        <source>{calendar} has no variation “{name}”. It offers: {known}.</source>
        <translation>{calendar} hat keine Variante „{name}“. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>{calendar} has {seats} seats; {taken} are taken at {start}.</source>
        <translation>{calendar} hat {seats} Plätze; um {start} sind {taken} belegt.</translation>
    </message>
    <message>
        <source>{calendar} is a simple calendar and has no staff.</source>
        <translation>{calendar} ist ein einfacher Kalender und hat keine Mitarbeiter.</translation>
    </message>
    <message>
        <source>{calendar} is a {kind} calendar, where no appointment repeats. Book each one by itself.</source>
        <translation>{calendar} ist ein Kalender der Art „{kind}“, in dem sich kein Termin wiederholt. Buchen Sie jeden einzeln.</translation>
    </message>
    <message>
        <source>{calendar} is a {kind} calendar, where nobody is chosen. Change its team in Settings, or give the appointment another calendar.</source>
        <translation>{calendar} ist ein Kalender der Art „{kind}“, in dem niemand gewählt wird. Ändern Sie das Team in den Einstellungen oder geben Sie dem Termin einen anderen Kalender.</translation>
    </message>
    <message>
        <source>{calendar} is switched off and offers nothing.</source>
        <translation>{calendar} ist abgeschaltet und bietet nichts an.</translation>
    </message>
    <message>
        <source>{calendar} needs an answer to {fields}. Nothing was booked.</source>
        <translation>{calendar} braucht eine Antwort auf {fields}. Es wurde nichts gebucht.</translation>
    </message>
    <message>
        <source>{calendar}: {event}</source>
        <translation>{calendar}: {event}</translation>
    </message>
    <message>
        <source>{calendar}: {title} (all day)</source>
        <translation>{calendar}: {title} (ganztägig)</translation>
    </message>
    <message>
        <source>{cause} Nothing was changed. {advice}, then try again.</source>
        <translation>{cause} Nichts wurde geändert. {advice} und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{cause} Nothing was changed. {advice}.</source>
        <translation>{cause} Nichts wurde geändert. {advice}.</translation>
    </message>
    <message>
        <source>{choice} is no choice for {key}. Choices: {offered}.</source>
        <translation>{choice} ist für {key} nicht möglich. Möglich: {offered}.</translation>
    </message>
    <message>
        <source>{clock}; no time zone data: {why}</source>
        <translation>{clock}; keine Zeitzonendaten: {why}</translation>
    </message>
    <message>
        <source>{clock}; this is in the past. Set the clock.</source>
        <translation>{clock}; das liegt in der Vergangenheit. Stellen Sie die Uhr.</translation>
    </message>
    <message>
        <source>{code}: {what}</source>
        <translation>{code}: {what}</translation>
    </message>
    <message>
        <source>{count} of {limit} there: {names}</source>
        <translation>{count} von {limit} da: {names}</translation>
    </message>
    <message>
        <source>{count} others</source>
        <translation>{count} andere</translation>
    </message>
    <message>
        <source>{day} all day</source>
        <translation>{day} ganztägig</translation>
    </message>
    <message>
        <source>{deed}: {reasons}.</source>
        <translation>{deed}: {reasons}.</translation>
    </message>
    <message>
        <source>{email} is connected already.</source>
        <translation>{email} ist schon verbunden.</translation>
    </message>
    <message numerus="yes">
        <source>{email}: {read}; {sent}; {n} requests in {seconds} s.</source>
        <translation>
            <numerusform>{email}: {read}; {sent}; {n} Anfrage in {seconds} s.</numerusform>
            <numerusform>{email}: {read}; {sent}; {n} Anfragen in {seconds} s.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} cannot be read: {problem}.</source>
        <translation>{file} kann nicht gelesen werden: {problem}.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>{file} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>{file} cannot be read: {why}.</source>
        <translation>{file} lässt sich nicht lesen: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}. Nothing was changed. Choose another folder, or make room there.</source>
        <translation>{file} kann nicht geschrieben werden: {reason}. Nichts wurde geändert. Wählen Sie einen anderen Ordner oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>{file} is larger than 20 MB.</source>
        <translation>{file} ist größer als 20 MB.</translation>
    </message>
    <message>
        <source>{file} is no export of lcdesk, or a damaged one. Nothing was changed.</source>
        <translation>{file} ist kein Export von lcdesk oder beschädigt. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{file} is no file, so nothing can be kept there. It was left as it is.</source>
        <translation>{file} ist keine Datei, darum kann dort nichts aufbewahrt werden. Es blieb, wie es ist.</translation>
    </message>
    <message>
        <source>{file} leads to {target}, which is not there. Nothing was changed. Connect the disk it lies on, or put the file back, then try again.</source>
        <translation>{file} führt zu {target}, und dort ist nichts. Nichts wurde geändert. Verbinden Sie den Datenträger oder legen Sie die Datei zurück und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>{file} says no form: call the file .vcf or .csv.</source>
        <translation>{file} nennt kein Format: Nennen Sie die Datei .vcf oder .csv.</translation>
    </message>
    <message>
        <source>{file} was made by another program and was left as it is. Move it away, or choose another folder with --data.</source>
        <translation>{file} stammt von einem anderen Programm und blieb, wie sie ist. Legen Sie sie woanders hin oder wählen Sie mit --data einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{file} was not written by lcdesk.</source>
        <translation>{file} stammt nicht von lcdesk.</translation>
    </message>
    <message>
        <source>{file} was written by a newer lcdesk. Update lcdesk.</source>
        <translation>{file} stammt von einem neueren lcdesk. Aktualisieren Sie lcdesk.</translation>
    </message>
    <message>
        <source>{file}, {size} KB, in order</source>
        <translation>{file}, {size} KB, in Ordnung</translation>
    </message>
    <message>
        <source>{file}: {why}.</source>
        <translation>{file}: {why}.</translation>
    </message>
    <message numerus="yes">
        <source>{first} And {n} more.</source>
        <translation>
            <numerusform>{first} Und {n} weiteres.</numerusform>
            <numerusform>{first} Und {n} weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{folder}, for you alone</source>
        <translation>{folder}, nur für Sie zugänglich</translation>
    </message>
    <message>
        <source>{head}: {rest}</source>
        <translation>{head}: {rest}</translation>
    </message>
    <message>
        <source>{in_month} {year}</source>
        <translation>{in_month} {year}</translation>
    </message>
    <message>
        <source>{last} is over, so nobody can be booked. Choose today or a later day as the last.</source>
        <translation>{last} ist vorbei, da lässt sich nichts mehr buchen. Wählen Sie als letzten Tag heute oder später.</translation>
    </message>
    <message>
        <source>{name} asks for at most {most} things.</source>
        <translation>{name} fragt nach höchstens {most} Dingen.</translation>
    </message>
    <message>
        <source>{name} asks for “{twice}” twice.</source>
        <translation>{name} fragt zweimal nach „{twice}“.</translation>
    </message>
    <message>
        <source>{name} has {booked}. Cancel them first, or deactivate {name}: it then offers no slots, and what is booked stays.</source>
        <translation>Noch gebucht bei {name}: {booked}. Sagen Sie zuerst ab oder deaktivieren Sie {name}: dann werden keine Zeiten mehr angeboten, und Gebuchtes bleibt.</translation>
    </message>
    <message>
        <source>{name} has {booked}. Cancel them first.</source>
        <translation>Noch gebucht bei {name}: {booked}. Sagen Sie zuerst ab.</translation>
    </message>
    <message>
        <source>{name} has {booked}. Cancel them or give them to others first.</source>
        <translation>Noch gebucht bei {name}: {booked}. Sagen Sie zuerst ab oder geben Sie es anderen.</translation>
    </message>
    <message>
        <source>{name} is a class; look busy is not for classes.</source>
        <translation>{name} ist ein Kurs; „Ausgelastet wirken“ ist nicht für Kurse.</translation>
    </message>
    <message>
        <source>{name} is a simple calendar and has no staff, only its own hours.</source>
        <translation>{name} ist ein einfacher Kalender und hat keine Mitarbeiter, nur eigene Zeiten.</translation>
    </message>
    <message>
        <source>{name} is a {kind} calendar; its kind cannot be changed. Make a new calendar instead.</source>
        <translation>{name} ist ein Kalender der Art „{kind}“; die Art lässt sich nicht ändern. Legen Sie stattdessen einen neuen an.</translation>
    </message>
    <message>
        <source>{name} is connected to {email}. Disconnect it under Integrations first.</source>
        <translation>{name} ist mit {email} verbunden. Trennen Sie das Konto zuerst unter „Integrationen“.</translation>
    </message>
    <message>
        <source>{name} is needed by {calendars}. Take it out there first.</source>
        <translation>{name} wird gebraucht von {calendars}. Nehmen Sie es dort zuerst heraus.</translation>
    </message>
    <message>
        <source>{name} is not a number that can be used.</source>
        <translation>{name} ist keine brauchbare Zahl.</translation>
    </message>
    <message>
        <source>{name} is not a service; only services have {options}.</source>
        <translation>{name} ist keine Leistung; nur Leistungen haben {options}.</translation>
    </message>
    <message>
        <source>{name} is switched off and takes no bookings.</source>
        <translation>{name} ist ausgeschaltet und nimmt keine Buchungen an.</translation>
    </message>
    <message>
        <source>{name} is the only staff member of {calendars}. Add somebody else first.</source>
        <translation>{name} ist allein im Team von {calendars}. Nehmen Sie zuerst jemand anderen auf.</translation>
    </message>
    <message>
        <source>{name} needs at least one staff member.</source>
        <translation>{name} braucht mindestens einen Mitarbeiter.</translation>
    </message>
    <message>
        <source>{name} owns {calendars}. Choose another owner first.</source>
        <translation>{name} leitet {calendars}. Wählen Sie zuerst eine andere Leitung.</translation>
    </message>
    <message>
        <source>{name} stands twice in the rule.</source>
        <translation>{name} steht doppelt in der Regel.</translation>
    </message>
    <message>
        <source>{name} waits for this already.</source>
        <translation>{name} wartet darauf schon.</translation>
    </message>
    <message>
        <source>{name} {time}</source>
        <translation>{name} {time}</translation>
    </message>
    <message>
        <source>{name}’s {time}</source>
        <translation>{name} um {time}</translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments</source>
        <translation>
            <numerusform>{n} Termin</numerusform>
            <numerusform>{n} Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments are still to be removed from “{linked}”. Sync first, then choose it for conflicts.</source>
        <translation>
            <numerusform>Ein Termin ist noch aus „{linked}“ zu entfernen. Synchronisieren Sie zuerst und wählen Sie den Kalender dann für Konflikte.</numerusform>
            <numerusform>{n} Termine sind noch aus „{linked}“ zu entfernen. Synchronisieren Sie zuerst und wählen Sie den Kalender dann für Konflikte.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} appointments of the series were cancelled.</source>
        <translation>{n} Termine der Serie wurden abgesagt.</translation>
    </message>
    <message>
        <source>{n} appointments of the series were marked.</source>
        <translation>{n} Termine der Serie wurden markiert.</translation>
    </message>
    <message>
        <source>{n} appointments of the series were moved.</source>
        <translation>{n} Termine der Serie wurden verschoben.</translation>
    </message>
    <message numerus="yes">
        <source>{n} are already appointments here.</source>
        <translation>
            <numerusform>{n} ist hier schon ein Termin.</numerusform>
            <numerusform>{n} sind hier schon Termine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are over and were left out.</source>
        <translation>
            <numerusform>{n} ist vorbei und wurde ausgelassen.</numerusform>
            <numerusform>{n} sind vorbei und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} blocked slots</source>
        <translation>
            <numerusform>{n} geblockte Zeit</numerusform>
            <numerusform>{n} geblockte Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} changed in both places.</source>
        <translation>{n} an beiden Stellen geändert.</translation>
    </message>
    <message numerus="yes">
        <source>{n} changes wait here and go there by themselves as soon as that is allowed again.</source>
        <translation>
            <numerusform>{n} Änderung wartet hier und geht von selbst dorthin, sobald das wieder erlaubt ist.</numerusform>
            <numerusform>{n} Änderungen warten hier und gehen von selbst dorthin, sobald das wieder erlaubt ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts</source>
        <translation>
            <numerusform>{n} Kontakt</numerusform>
            <numerusform>{n} Kontakte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} differ, but were changed here since and stay.</source>
        <translation>
            <numerusform>{n} weicht ab, wurde hier aber seither geändert und bleibt.</numerusform>
            <numerusform>{n} weichen ab, wurden hier aber seither geändert und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} do not take place any more and were freed.</source>
        <translation>
            <numerusform>{n} findet nicht mehr statt und wurde freigegeben.</numerusform>
            <numerusform>{n} finden nicht mehr statt und wurden freigegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events could not be read.</source>
        <translation>
            <numerusform>{n} Ereignis war nicht lesbar.</numerusform>
            <numerusform>{n} Ereignisse waren nicht lesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events of {calendar} ({who}) could not be read in full; their time may be taken.</source>
        <translation>
            <numerusform>{n} Ereignis von {calendar} ({who}) war nicht ganz lesbar; seine Zeit könnte belegt sein.</numerusform>
            <numerusform>{n} Ereignisse von {calendar} ({who}) waren nicht ganz lesbar; ihre Zeit könnte belegt sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} held back.</source>
        <translation>{n} zurückgehalten.</translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <translation>
            <numerusform>{n} Stunde</numerusform>
            <numerusform>{n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation>
            <numerusform>{n} Minute</numerusform>
            <numerusform>{n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more were left out: import the file in parts.</source>
        <translation>
            <numerusform>{n} weiterer wurde ausgelassen: Importieren Sie die Datei in Teilen.</numerusform>
            <numerusform>{n} weitere wurden ausgelassen: Importieren Sie die Datei in Teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new contacts, {changed} changed, {same} the same.</source>
        <translation>
            <numerusform>{n} Kontakt neu, {changed} geändert, {same} unverändert.</numerusform>
            <numerusform>{n} Kontakte neu, {changed} geändert, {same} unverändert.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} not readable.</source>
        <translation>{n} nicht lesbar.</translation>
    </message>
    <message numerus="yes">
        <source>{n} older versions of the same events left out.</source>
        <translation>
            <numerusform>{n} ältere Version derselben Ereignisse ausgelassen.</numerusform>
            <numerusform>{n} ältere Versionen derselben Ereignisse ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} take no time.</source>
        <translation>
            <numerusform>{n} belegt keine Zeit.</numerusform>
            <numerusform>{n} belegen keine Zeit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} upcoming appointments</source>
        <translation>
            <numerusform>{n} anstehender Termin</numerusform>
            <numerusform>{n} anstehende Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were blocked already.</source>
        <translation>
            <numerusform>{n} war schon geblockt.</numerusform>
            <numerusform>{n} waren schon geblockt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were cancelled.</source>
        <translation>
            <numerusform>{n} wurde abgesagt.</numerusform>
            <numerusform>{n} wurden abgesagt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were changed.</source>
        <translation>
            <numerusform>{n} wurde geändert.</numerusform>
            <numerusform>{n} wurden geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were known already.</source>
        <translation>
            <numerusform>{n} war schon bekannt.</numerusform>
            <numerusform>{n} waren schon bekannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were not booked.</source>
        <translation>
            <numerusform>{n} wurde nicht gebucht.</numerusform>
            <numerusform>{n} wurden nicht gebucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} oder {other}</translation>
    </message>
    <message>
        <source>{option} is for appointments; blocked time has none of it.</source>
        <translation>{option} gilt für Termine; geblockte Zeit hat das nicht.</translation>
    </message>
    <message>
        <source>{owner} owns {name} and cannot leave its team. Choose another owner first.</source>
        <translation>{owner} leitet {name} und kann das Team nicht verlassen. Wählen Sie zuerst eine andere Leitung.</translation>
    </message>
    <message>
        <source>{path} can be changed by others. So they can put other data in the place of yours. {advice}</source>
        <translation>Andere können {path} ändern. Damit können sie Ihre Daten durch andere ersetzen. {advice}</translation>
    </message>
    <message>
        <source>{path} can be changed by others. {advice}</source>
        <translation>Andere können {path} ändern. {advice}</translation>
    </message>
    <message>
        <source>{path} can be read by others. {advice}</source>
        <translation>Andere können {path} lesen. {advice}</translation>
    </message>
    <message>
        <source>{path} could be changed by others until now; that was put right.</source>
        <translation>Andere konnten {path} bisher ändern; das ist behoben.</translation>
    </message>
    <message>
        <source>{path} could be read by others until now; that was put right.</source>
        <translation>Andere konnten {path} bisher lesen; das ist behoben.</translation>
    </message>
    <message>
        <source>{place}: {message}</source>
        <translation>{place}: {message}</translation>
    </message>
    <message>
        <source>{priority} priority with no appointment before</source>
        <translation>{priority} Priorität, noch kein Termin</translation>
    </message>
    <message>
        <source>{priority} priority with the last one on {day}</source>
        <translation>{priority} Priorität, der letzte am {day}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>{text} is not a whole number</source>
        <translation>{text} ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>{time} ({zone})</source>
        <translation>{time} ({zone})</translation>
    </message>
    <message>
        <source>{time} {code}: {what}</source>
        <translation>{time} {code}: {what}</translation>
    </message>
    <message>
        <source>{title} goes on; its dates until {until} are blocked.</source>
        <translation>{title} läuft weiter; die Zeiten bis {until} sind geblockt.</translation>
    </message>
    <message>
        <source>{title} goes on; its dates until {until} are made so far and stand in the file.</source>
        <translation>{title} läuft weiter; die Termine bis {until} sind angelegt und stehen in der Datei.</translation>
    </message>
    <message>
        <source>{title} repeats; its dates until {until} were looked at.</source>
        <translation>{title} wiederholt sich; die Termine bis {until} wurden betrachtet.</translation>
    </message>
    <message>
        <source>{title} {first} {start} – {last} {end}{elsewhere}</source>
        <translation>{title} {first} {start} – {last} {end}{elsewhere}</translation>
    </message>
    <message>
        <source>{title} {start}–{end}{elsewhere}</source>
        <translation>{title} {start}–{end}{elsewhere}</translation>
    </message>
    <message>
        <source>{title}. {message} It is asked for again with the next sync.</source>
        <translation>{title}. {message} Beim nächsten Synchronisieren wird erneut gefragt.</translation>
    </message>
    <message>
        <source>{title}. {message} {later}</source>
        <translation>{title}. {message} {later}</translation>
    </message>
    <message>
        <source>{variation}, with {add_ons}</source>
        <translation>{variation}, mit {add_ons}</translation>
    </message>
    <message>
        <source>{what}: FREQ=DAILY, WEEKLY or MONTHLY, with INTERVAL, BYDAY, BYMONTHDAY, and COUNT or UNTIL=20270303; without an end it goes on for ever. Example: &quot;FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6&quot;</source>
        <translation>{what}: FREQ=DAILY, WEEKLY oder MONTHLY, mit INTERVAL, BYDAY, BYMONTHDAY und COUNT oder UNTIL=20270303; ohne Ende läuft sie immer weiter. Beispiel: &quot;FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6&quot;</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} von {total}</translation>
    </message>
    <message>
        <source>{where} was left out. {why}</source>
        <translation>{where} wurde ausgelassen. {why}</translation>
    </message>
    <message>
        <source>{where}: “{email}” is no e-mail address, so it was put into the notes.</source>
        <translation>{where}: „{email}“ ist keine E-Mail-Adresse und steht darum in den Notizen.</translation>
    </message>
    <message numerus="yes">
        <source>{who} cannot</source>
        <translation>
            <numerusform>{who} kann nicht</numerusform>
            <numerusform>{who} können nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} cannot sign in</source>
        <translation>{who} kann sich nicht anmelden</translation>
    </message>
    <message>
        <source>{who} has no hours at {time}</source>
        <translation>{who} arbeitet um {time} nicht</translation>
    </message>
    <message>
        <source>{who} has no hours on {day}</source>
        <translation>{who} arbeitet am {day} nicht</translation>
    </message>
    <message>
        <source>{who} has {count} and has to catch up</source>
        <translation>{who} hat {count} und muss aufholen</translation>
    </message>
    <message>
        <source>{who} have {count} and have to catch up</source>
        <translation>{who} haben {count} und müssen aufholen</translation>
    </message>
    <message>
        <source>{who} is away</source>
        <translation>{who} ist abwesend</translation>
    </message>
    <message>
        <source>{who} is away ({title})</source>
        <translation>{who} ist abwesend ({title})</translation>
    </message>
    <message>
        <source>{who} is away from {time}</source>
        <translation>{who} ist ab {time} abwesend</translation>
    </message>
    <message>
        <source>{who} is not free then</source>
        <translation>{who} ist dann nicht frei</translation>
    </message>
    <message>
        <source>{who} owns the contact</source>
        <translation>{who} betreut den Kontakt</translation>
    </message>
    <message>
        <source>{who} teaches the class</source>
        <translation>{who} leitet den Kurs</translation>
    </message>
    <message>
        <source>{who} together</source>
        <translation>{who} gemeinsam</translation>
    </message>
    <message>
        <source>{who} — asked for by name</source>
        <translation>{who} — namentlich gewünscht</translation>
    </message>
    <message>
        <source>{who} — keeps the appointment</source>
        <translation>{who} — behält den Termin</translation>
    </message>
    <message>
        <source>{who} — the only member</source>
        <translation>{who} — allein im Team</translation>
    </message>
    <message>
        <source>{who} — {note}</source>
        <translation>{who} — {note}</translation>
    </message>
    <message>
        <source>{who} — {note} {when}</source>
        <translation>{who} — {note} {when}</translation>
    </message>
    <message>
        <source>{who}, {day} {time}. {flagged}.</source>
        <translation>{who}, {day} {time}. {flagged}.</translation>
    </message>
    <message numerus="yes">
        <source>{who}: signed in, {n} calendars</source>
        <translation>
            <numerusform>{who}: angemeldet, {n} Kalender</numerusform>
            <numerusform>{who}: angemeldet, {n} Kalender</numerusform>
        </translation>
    </message>
    <message>
        <source>{who}’s hours end at {time}</source>
        <translation>Die Arbeitszeit von {who} endet um {time}</translation>
    </message>
    <message>
        <source>“{answer}” is no answer to “{field}”. It can be: {choices}.</source>
        <translation>„{answer}“ ist keine Antwort auf „{field}“. Möglich ist: {choices}.</translation>
    </message>
    <message>
        <source>“{begin}…” is too long: a name or a choice has at most {most} letters.</source>
        <translation>„{begin}…“ ist zu lang: Ein Name oder eine Auswahl hat höchstens {most} Zeichen.</translation>
    </message>
    <message>
        <source>“{calendar}” is asked for once more at the next sync, and used no longer if it does not answer.</source>
        <translation>Nach „{calendar}“ wird beim nächsten Synchronisieren noch einmal gefragt; antwortet er nicht, wird er nicht mehr genutzt.</translation>
    </message>
    <message>
        <source>“{calendar}” is there again. Nothing was discarded, and it is used as before.</source>
        <translation>„{calendar}“ ist wieder da. Nichts wurde verworfen, und er wird wie zuvor genutzt.</translation>
    </message>
    <message>
        <source>“{choice}” cannot be chosen here.</source>
        <translation>„{choice}“ kann hier nicht gewählt werden.</translation>
    </message>
    <message>
        <source>“{field}” has at most {most} choices.</source>
        <translation>„{field}“ hat höchstens {most} Möglichkeiten.</translation>
    </message>
    <message>
        <source>“{field}” needs something to choose from.</source>
        <translation>„{field}“ braucht etwas zur Auswahl.</translation>
    </message>
    <message>
        <source>“{field}” offers “{twice}” twice.</source>
        <translation>„{field}“ bietet „{twice}“ zweimal an.</translation>
    </message>
    <message>
        <source>“{linked}” cannot be read with this account.</source>
        <translation>„{linked}“ ist mit diesem Konto nicht lesbar.</translation>
    </message>
    <message>
        <source>“{linked}” does not allow changes.</source>
        <translation>„{linked}“ erlaubt keine Änderungen.</translation>
    </message>
    <message>
        <source>“{linked}” is a subscribed calendar. {Server} does not let other programs read it, so it would always look free.</source>
        <translation>„{linked}“ ist ein abonnierter Kalender. {Server} lässt ihn andere Programme nicht lesen, er sähe also immer frei aus.</translation>
    </message>
    <message>
        <source>“{linked}” is not used any more, so its events block no time. Choose it in Settings first.</source>
        <translation>„{linked}“ wird nicht mehr verwendet, darum blocken seine Ereignisse keine Zeit. Wählen Sie den Kalender zuerst in den Einstellungen.</translation>
    </message>
    <message>
        <source>“{linked}” is only read, to find busy times. Change this event {there}; lcdesk follows.</source>
        <translation>„{linked}“ wird nur gelesen, um belegte Zeiten zu finden. Ändern Sie dieses Ereignis {there}; lcdesk folgt.</translation>
    </message>
    <message>
        <source>“{linked}” is read-only now</source>
        <translation>„{linked}“ ist jetzt schreibgeschützt</translation>
    </message>
    <message>
        <source>“{linked}” is read-only, so appointments cannot be written to it. Choose another primary calendar.</source>
        <translation>„{linked}“ ist schreibgeschützt, darum können dort keine Termine eingetragen werden. Wählen Sie einen anderen Hauptkalender.</translation>
    </message>
    <message>
        <source>“{linked}” of {who} is read-only now. What is booked or changed is kept here and sent later.</source>
        <translation>„{linked}“ von {who} ist jetzt schreibgeschützt. Was gebucht oder geändert wird, bleibt hier und wird später gesendet.</translation>
    </message>
    <message>
        <source>“{linked}” was checked for conflicts before, and appointments have been written to it since. Choose the calendars in Settings.</source>
        <translation>„{linked}“ war vorher ein Konfliktkalender, und inzwischen wurden dort Termine eingetragen. Wählen Sie die Kalender in den Einstellungen.</translation>
    </message>
    <message>
        <source>“{name}={value}” is no part of a series’ rule. lcdesk knows {known}.</source>
        <translation>„{name}={value}“ gehört nicht zur Regel einer Serie. lcdesk kennt {known}.</translation>
    </message>
    <message>
        <source>“{name}” has been changed meanwhile. Nothing was imported; open the file again.</source>
        <translation>„{name}“ wurde inzwischen geändert. Nichts wurde importiert; öffnen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>“{name}” is not a time zone that lcdesk knows. Use a name such as Europe/Berlin or America/New_York.</source>
        <translation>„{name}“ ist keine Zeitzone, die lcdesk kennt. Verwenden Sie einen Namen wie Europe/Berlin oder America/New_York.</translation>
    </message>
    <message>
        <source>“{name}” is not a weekday. Write them as {days}.</source>
        <translation>„{name}“ ist kein Wochentag. So werden sie geschrieben: {days}.</translation>
    </message>
    <message>
        <source>“{name}” stands here twice.</source>
        <translation>„{name}“ steht hier doppelt.</translation>
    </message>
    <message>
        <source>“{text}” answers what was answered already.</source>
        <translation>„{text}“ beantwortet, was schon beantwortet war.</translation>
    </message>
    <message>
        <source>“{text}” does not name a contact. Write a name, or a name with an e-mail: Cleo Park &lt;cleo@example.org&gt;.</source>
        <translation>„{text}“ nennt keinen Kontakt. Schreiben Sie einen Namen oder einen Namen mit E-Mail: Cleo Park &lt;cleo@example.org&gt;.</translation>
    </message>
    <message>
        <source>“{text}” is finer than a second.</source>
        <translation>„{text}“ ist genauer als eine Sekunde.</translation>
    </message>
    <message>
        <source>“{text}” is more than ten years.</source>
        <translation>„{text}“ ist mehr als zehn Jahre.</translation>
    </message>
    <message>
        <source>“{text}” is no answer. Write it as Field=Value; {calendar} asks for: {asked}.</source>
        <translation>„{text}“ ist keine Antwort. Schreiben Sie Feld=Wert; {calendar} fragt nach: {asked}.</translation>
    </message>
    <message>
        <source>“{text}” is not a date or time.</source>
        <translation>„{text}“ ist kein Datum und keine Uhrzeit.</translation>
    </message>
    <message>
        <source>“{text}” is not a day. Write it as 2026-12-01.</source>
        <translation>„{text}“ ist kein Tag. Schreiben Sie ihn wie 2026-12-01.</translation>
    </message>
    <message>
        <source>“{text}” is not a duration.</source>
        <translation>„{text}“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>“{text}” is not a length of time. Write it as 15m, 2h, 3d or 4w.</source>
        <translation>„{text}“ ist keine Dauer. Schreiben Sie sie wie 15m, 2h, 3d oder 4w.</translation>
    </message>
    <message>
        <source>“{text}” is not a time of day. Write it as 09:00.</source>
        <translation>„{text}“ ist keine Uhrzeit. Schreiben Sie sie wie 09:00.</translation>
    </message>
    <message>
        <source>“{text}” is not a time. Write it as 2026-12-01T10:00.</source>
        <translation>„{text}“ ist keine Zeit. Schreiben Sie sie wie 2026-12-01T10:00.</translation>
    </message>
    <message>
        <source>“{text}” is not the id of a slot blocked by hand. It looks like b12.</source>
        <translation>„{text}“ ist nicht die ID einer von Hand geblockten Zeit. Sie sieht aus wie b12.</translation>
    </message>
    <message>
        <source>“{text}” is not the id of an appointment. It looks like a12.</source>
        <translation>„{text}“ ist nicht die ID eines Termins. Sie sieht aus wie a12.</translation>
    </message>
    <message>
        <source>“{text}” is too far away: {first} to {last} can be used.</source>
        <translation>„{text}“ liegt zu weit weg: Möglich ist {first} bis {last}.</translation>
    </message>
    <message>
        <source>“{title}” has begun, and stays as a record.</source>
        <translation>„{title}“ hat begonnen und bleibt als Nachweis stehen.</translation>
    </message>
    <message>
        <source>“{title}” stays cancelled, since its time is taken now: {taken}.</source>
        <translation>„{title}“ bleibt abgesagt, denn die Zeit ist jetzt belegt: {taken}.</translation>
    </message>
    <message>
        <source>“{title}” was changed here and {there}. Choose a version first.</source>
        <translation>„{title}“ wurde hier und {there} geändert. Wählen Sie zuerst eine Version.</translation>
    </message>
    <message>
        <source>“{title}” was deleted {there} since. Decide about that in Needs attention first.</source>
        <translation>„{title}“ wurde inzwischen {there} gelöscht. Entscheiden Sie darüber zuerst unter „Zu klären“.</translation>
    </message>
    <message>
        <source>“{title}”: {reason}</source>
        <translation>„{title}“: {reason}</translation>
    </message>
    <message>
        <source>“{typed}” is not a server address. Enter something like dav.example.org.</source>
        <translation>„{typed}“ ist keine Serveradresse. Geben Sie etwas wie dav.example.org ein.</translation>
    </message>
    <message>
        <source>“{value}” is not an offset from UTC.</source>
        <translation>„{value}“ ist kein Abstand zu UTC.</translation>
    </message>
</context>
<context>
    <name>MiniMonth</name>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
</context>
<context>
    <name>MonthSheet</name>
    <message>
        <source>Go to this day</source>
        <translation>Zu diesem Tag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>{day}, today</source>
        <translation>{day}, heute</translation>
    </message>
    <message>
        <source>{day}, with appointments</source>
        <translation>{day}, mit Terminen</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Copy: {times}</source>
        <translation>Kopie: {times}</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Restore the copy</source>
        <translation>Kopie zurückholen</translation>
    </message>
    <message>
        <source>Start as usual</source>
        <translation>Wie gewohnt starten</translation>
    </message>
    <message>
        <source>Start safely</source>
        <translation>Abgesichert starten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>QuickAddDialog</name>
    <message>
        <source>Continue…</source>
        <translation>Weiter…</translation>
    </message>
    <message>
        <source>Cut Anna tomorrow 14-15 /salon</source>
        <translation>Schnitt Anna morgen 14-15 /salon</translation>
    </message>
    <message>
        <source>Quick add</source>
        <translation>Schnelleingabe</translation>
    </message>
    <message>
        <source>What to book</source>
        <translation>Was gebucht wird</translation>
    </message>
    <message>
        <source>Who and what, a day, a time. / names a calendar, @ a staff member.</source>
        <translation>Wer und was, ein Tag, eine Zeit. / nennt einen Kalender, @ einen Mitarbeiter.</translation>
    </message>
</context>
<context>
    <name>QuickBooking</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Weiter…</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Für wen ist es?</translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Dates that are not open</source>
        <translation>Tage, die nicht frei sind</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>Monatlich</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
</context>
<context>
    <name>RepeatDialog</name>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeat appointment</source>
        <translation>Termin wiederholen</translation>
    </message>
</context>
<context>
    <name>ScopeDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Nichts gefunden für „{text}“.</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>The nearest {number} are shown. Another word finds fewer.</source>
        <translation>Die nächsten {number} werden gezeigt. Ein weiteres Wort findet weniger.</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>{day} until {end}</source>
        <translation>{day} bis {end}</translation>
    </message>
    <message>
        <source>{day}, {times}</source>
        <translation>{day}, {times}</translation>
    </message>
    <message>
        <source>{number} found</source>
        <translation>{number} gefunden</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Name, e-mail, phone, title, notes or place</source>
        <translation>Name, E-Mail, Telefon, Titel, Notizen oder Ort</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>SecondZoneDialog</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Search for a city</source>
        <translation>Stadt suchen</translation>
    </message>
    <message>
        <source>Second time zone</source>
        <translation>Zweite Zeitzone</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Time zones</source>
        <translation>Zeitzonen</translation>
    </message>
    <message>
        <source>Type a city, such as Berlin</source>
        <translation>Stadt eingeben, zum Beispiel Berlin</translation>
    </message>
</context>
<context>
    <name>SeriesFields</name>
    <message>
        <source> day</source>
        <translation> Tag</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source> month</source>
        <translation> Monat</translation>
    </message>
    <message>
        <source> months</source>
        <translation> Monate</translation>
    </message>
    <message>
        <source> times</source>
        <translation> Mal</translation>
    </message>
    <message>
        <source> week</source>
        <translation> Woche</translation>
    </message>
    <message>
        <source> weeks</source>
        <translation> Wochen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Am</translation>
    </message>
    <message>
        <source>On a date</source>
        <translation>An einem Tag</translation>
    </message>
</context>
<context>
    <name>ServiceBox</name>
    <message>
        <source>Add-ons</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Copy open times to send</source>
        <translation>Freie Zeiten zum Senden kopieren</translation>
    </message>
    <message>
        <source>Linked: {name}</source>
        <translation>Verknüpft: {name}</translation>
    </message>
    <message>
        <source>Show only this calendar</source>
        <translation>Nur diesen Kalender zeigen</translation>
    </message>
    <message>
        <source>Show open times of {name}</source>
        <translation>Freie Zeiten von {name} zeigen</translation>
    </message>
    <message>
        <source>Show times as on the clock of {name}</source>
        <translation>Zeiten nach der Uhr von {name} zeigen</translation>
    </message>
    <message>
        <source>Show times as on this computer</source>
        <translation>Zeiten nach diesem Computer zeigen</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeiter</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Activity…</source>
        <translation>Aktivität…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel this sync</source>
        <translation>Synchronisieren abbrechen</translation>
    </message>
    <message>
        <source>Connect iCloud…</source>
        <translation>iCloud verbinden…</translation>
    </message>
    <message>
        <source>End this sync; what was read is kept</source>
        <translation>Synchronisieren beenden; was gelesen ist, bleibt</translation>
    </message>
    <message>
        <source>None of it is real, and nothing of it reaches iCloud</source>
        <translation>Nichts davon ist echt, und nichts davon kommt in iCloud an</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>Synchronisieren pausieren</translation>
    </message>
    <message>
        <source>Practice data</source>
        <translation>Übungsdaten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
</context>
<context>
    <name>TimeFields</name>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Syncing…</source>
        <translation>Wird synchronisiert…</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>New booking…</source>
        <translation>Neue Buchung…</translation>
    </message>
    <message>
        <source>Open lcdesk</source>
        <translation>lcdesk öffnen</translation>
    </message>
    <message>
        <source>Pause sync</source>
        <translation>Synchronisieren pausieren</translation>
    </message>
    <message>
        <source>Quick add…</source>
        <translation>Schnelleingabe…</translation>
    </message>
    <message>
        <source>Quit lcdesk</source>
        <translation>lcdesk beenden</translation>
    </message>
    <message>
        <source>Resume sync</source>
        <translation>Synchronisieren fortsetzen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
</context>
<context>
    <name>Upcoming</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>UpcomingList</name>
    <message>
        <source>No appointments ahead</source>
        <translation>Keine Termine in Sicht</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>Upcoming appointments</source>
        <translation>Anstehende Termine</translation>
    </message>
</context>
<context>
    <name>ViewTabs</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>WeekGrid</name>
    <message>
        <source>all-day</source>
        <translation>ganztägig</translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message>
        <source>Connect iCloud to see private events as blocked slots.</source>
        <translation>Verbinden Sie iCloud, um private Ereignisse als geblockte Zeit zu sehen.</translation>
    </message>
    <message>
        <source>Simple calendars stay on this computer. iCloud is not supported for them: nothing is sent there, and nothing is read from there.</source>
        <translation>Einfache Kalender bleiben auf diesem Computer. iCloud gibt es für sie nicht: nichts wird dorthin gesendet, nichts von dort gelesen.</translation>
    </message>
    <message>
        <source>Welcome. Say who is booked and when they work to take bookings.</source>
        <translation>Willkommen. Sagen Sie, wer gebucht wird und wann gearbeitet wird, um Buchungen anzunehmen.</translation>
    </message>
</context>
<context>
    <name>WindowFrame</name>
    <message>
        <source>Begin…</source>
        <translation>Beginnen…</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>Buchen…</translation>
    </message>
    <message>
        <source>Connect iCloud…</source>
        <translation>iCloud verbinden…</translation>
    </message>
    <message>
        <source>Leave practice</source>
        <translation>Übung verlassen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Practice data — lcdesk</source>
        <translation>Übungsdaten — lcdesk</translation>
    </message>
    <message>
        <source>Practice: try whatever you like. None of it is real, and nothing is sent.</source>
        <translation>Übung: Probieren Sie alles aus. Nichts davon ist echt, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source> minutes</source>
        <translation> Minuten</translation>
    </message>
    <message>
        <source>1.  Open account.apple.com and sign in.</source>
        <translation>1.  Öffnen Sie account.apple.com und melden Sie sich an.</translation>
    </message>
    <message>
        <source>2.  Choose Sign-In and Security, then App-Specific Passwords.</source>
        <translation>2.  Wählen Sie „Anmeldung und Sicherheit“, dann „Anwendungsspezifische Passwörter“.</translation>
    </message>
    <message>
        <source>3.  Make one, name it lcdesk, and copy it.</source>
        <translation>3.  Erstellen Sie eines, nennen Sie es lcdesk und kopieren Sie es.</translation>
    </message>
    <message>
        <source>A class session is not copied. Book a seat at the other time instead.</source>
        <translation>Ein Kurstermin wird nicht kopiert. Buchen Sie stattdessen einen Platz zur anderen Zeit.</translation>
    </message>
    <message>
        <source>A contact needs a name.</source>
        <translation>Ein Kontakt braucht einen Namen.</translation>
    </message>
    <message>
        <source>A new session with {n} seats</source>
        <translation>Ein neuer Kurstermin mit {n} Plätzen</translation>
    </message>
    <message>
        <source>A new time, title, place or note entered {there} is taken over here.</source>
        <translation>Eine neue Zeit, ein neuer Titel, Ort oder eine Notiz {there} wird hier übernommen.</translation>
    </message>
    <message>
        <source>A room or piece of equipment needs a name.</source>
        <translation>Ein Raum oder Gerät braucht einen Namen.</translation>
    </message>
    <message>
        <source>A seat is free on {when}: {name} is waiting for {calendar}.</source>
        <translation>Ein Platz ist frei, {when}: {name} wartet auf {calendar}.</translation>
    </message>
    <message>
        <source>A server answers at this address, but it offers no calendars. Your provider&apos;s help names the right address under “CalDAV”.</source>
        <translation>Unter dieser Adresse antwortet ein Server, aber er bietet keine Kalender. Die Hilfe Ihres Anbieters nennt die richtige Adresse unter „CalDAV“.</translation>
    </message>
    <message>
        <source>A staff member needs a name.</source>
        <translation>Ein Mitarbeiter braucht einen Namen.</translation>
    </message>
    <message>
        <source>A time is open on {when}: {name} is waiting for {calendar}.</source>
        <translation>Eine Zeit ist frei, {when}: {name} wartet auf {calendar}.</translation>
    </message>
    <message>
        <source>A treatment that takes longer in one form than in another.</source>
        <translation>Eine Behandlung, die in einer Form länger dauert als in einer anderen.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>About lcdesk</source>
        <translation>Über lcdesk</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Activity…</source>
        <translation>Aktivität…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add Ctrl or Alt, or choose a function key; else you could not type it.</source>
        <translation>Nehmen Sie Strg oder Alt dazu oder eine Funktionstaste; sonst könnten Sie es nicht mehr tippen.</translation>
    </message>
    <message>
        <source>Add a closed day</source>
        <translation>Geschlossenen Tag hinzufügen</translation>
    </message>
    <message>
        <source>Add a staff member…</source>
        <translation>Mitarbeiter hinzufügen…</translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation>Zeiten hinzufügen</translation>
    </message>
    <message>
        <source>Add hours for a date</source>
        <translation>Zeiten für ein Datum</translation>
    </message>
    <message>
        <source>Add reminder</source>
        <translation>Erinnerung hinzufügen</translation>
    </message>
    <message>
        <source>Add seat…</source>
        <translation>Platz hinzufügen…</translation>
    </message>
    <message>
        <source>Add staff members under Staff first.</source>
        <translation>Legen Sie zuerst Mitarbeiter an.</translation>
    </message>
    <message>
        <source>Add time off</source>
        <translation>Abwesenheit hinzufügen</translation>
    </message>
    <message>
        <source>Add-ons</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>Address, room or link</source>
        <translation>Adresse, Raum oder Link</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Africa</source>
        <translation>Afrika</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All are needed, but {what}</source>
        <translation>Alle werden gebraucht, aber {what}</translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation>Alle Kalender</translation>
    </message>
    <message>
        <source>All calendars ({n})</source>
        <translation>Alle Kalender ({n})</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Alle Termine der Serie</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alle Tage</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All times in {place}.</source>
        <translation>Alle Zeiten in {place}.</translation>
    </message>
    <message numerus="yes">
        <source>All {n} appointments</source>
        <translation>
            <numerusform>Alle: ein Termin</numerusform>
            <numerusform>Alle {n} Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>All-day events</source>
        <translation>Ganztägige Ereignisse</translation>
    </message>
    <message>
        <source>All-day events of {name} block time</source>
        <translation>Ganztägige Ereignisse von {name} blocken Zeit</translation>
    </message>
    <message>
        <source>Already booked: {what}</source>
        <translation>Schon gebucht: {what}</translation>
    </message>
    <message>
        <source>America</source>
        <translation>Amerika</translation>
    </message>
    <message>
        <source>An account belongs to a staff member. Add one, then connect their calendar here.</source>
        <translation>Ein Konto gehört zu einem Mitarbeiter. Legen Sie einen an und verbinden Sie dann hier seinen Kalender.</translation>
    </message>
    <message>
        <source>An appointment always stays, whatever this says; you decide in “Needs attention”. This is about the blocked slots that were copied from {place}.</source>
        <translation>Ein Termin bleibt immer, was auch hier steht; Sie entscheiden unter „Zu klären“. Hier geht es um die geblockten Zeiten, die {there} gelesen wurden.</translation>
    </message>
    <message>
        <source>An appointment begins at a time of day. Drop it there.</source>
        <translation>Ein Termin beginnt zu einer Uhrzeit. Legen Sie ihn dort ab.</translation>
    </message>
    <message>
        <source>An event that was made elsewhere is not copied here.</source>
        <translation>Ein Ereignis, das anderswo angelegt wurde, wird hier nicht kopiert.</translation>
    </message>
    <message>
        <source>An event without a title</source>
        <translation>Ein Ereignis ohne Titel</translation>
    </message>
    <message>
        <source>Another calendar server</source>
        <translation>Anderer Kalenderserver</translation>
    </message>
    <message>
        <source>Another calendar server (CalDAV)</source>
        <translation>Anderer Kalenderserver (CalDAV)</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Andere Farbe</translation>
    </message>
    <message>
        <source>Answer changed: {fields}</source>
        <translation>Antwort geändert: {fields}</translation>
    </message>
    <message>
        <source>Antarctica</source>
        <translation>Antarktis</translation>
    </message>
    <message>
        <source>Any time of day</source>
        <translation>Zu jeder Tageszeit</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Wer gerade kann</translation>
    </message>
    <message>
        <source>App-specific password for {email}</source>
        <translation>Anwendungsspezifisches Passwort für {email}</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Apple Account e-mail address</source>
        <translation>E-Mail-Adresse des Apple Accounts</translation>
    </message>
    <message>
        <source>Apple, iPhone, account, sign in, link, Google</source>
        <translation>Apple, iPhone, Konto, anmelden, verknüpfen, Google</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Appointment at {time}</source>
        <translation>Termin um {time}</translation>
    </message>
    <message>
        <source>Appointment on {day} at {time}</source>
        <translation>Termin am {day} um {time}</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Appointments and history…</source>
        <translation>Termine und Verlauf…</translation>
    </message>
    <message>
        <source>Appointments and time blocked by hand are written, for other calendar programs. What is cancelled, and events from linked calendars, are left out.</source>
        <translation>Geschrieben werden Termine und von Hand geblockte Zeit, für andere Kalenderprogramme. Abgesagtes und Ereignisse aus verknüpften Kalendern fehlen.</translation>
    </message>
    <message>
        <source>Appointments are written here, and its events block time.</source>
        <translation>Termine werden hier eingetragen, und die Ereignisse darin blocken Zeit.</translation>
    </message>
    <message>
        <source>Appointments at the same time.</source>
        <translation>Termine zur selben Zeit.</translation>
    </message>
    <message>
        <source>Appointments booked here are written to this one calendar, and events in it block your time. Appointments on simple calendars are not: iCloud is not supported for them.</source>
        <translation>Termine, die hier gebucht werden, kommen in diesen einen Kalender, und Ereignisse darin blocken Ihre Zeit. Termine einfacher Kalender nicht: iCloud gibt es für sie nicht.</translation>
    </message>
    <message>
        <source>Appointments booked here are written to this one calendar.</source>
        <translation>Termine, die hier gebucht werden, kommen in diesen einen Kalender.</translation>
    </message>
    <message>
        <source>Appointments for small businesses, in step with iCloud.</source>
        <translation>Termine für kleine Betriebe, mit iCloud auf demselben Stand.</translation>
    </message>
    <message>
        <source>Appointments of {calendar}</source>
        <translation>Termine von {calendar}</translation>
    </message>
    <message>
        <source>Appointments that have begun stay as they are.</source>
        <translation>Termine, die begonnen haben, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Appointments you book here appear in your primary calendar. Moved, renamed or cancelled here, they follow there.</source>
        <translation>Termine, die Sie hier buchen, erscheinen in Ihrem Hauptkalender. Wird hier einer verschoben, umbenannt oder abgesagt, folgt er dort.</translation>
    </message>
    <message>
        <source>Apricot</source>
        <translation>Aprikose</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>As the desktop says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system says</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Asia</source>
        <translation>Asien</translation>
    </message>
    <message>
        <source>Ask for something</source>
        <translation>Nach etwas fragen</translation>
    </message>
    <message>
        <source>Ask for this earlier</source>
        <translation>Früher danach fragen</translation>
    </message>
    <message>
        <source>Ask for this later</source>
        <translation>Später danach fragen</translation>
    </message>
    <message>
        <source>Asks for</source>
        <translation>Fragt nach</translation>
    </message>
    <message>
        <source>At {old} → {new}</source>
        <translation>Ort {old} → {new}</translation>
    </message>
    <message>
        <source>Atlantic</source>
        <translation>Atlantik</translation>
    </message>
    <message>
        <source>Attending: {names}</source>
        <translation>Teilnehmer: {names}</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Nach freier Zeit</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Basil</source>
        <translation>Basilikum</translation>
    </message>
    <message>
        <source>Before: {name}</source>
        <translation>Vorher: {name}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Schwarzweiß</translation>
    </message>
    <message>
        <source>Block time…</source>
        <translation>Zeit blocken…</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Geblockt</translation>
    </message>
    <message>
        <source>Blocked at another time: {title}</source>
        <translation>Zu anderer Zeit geblockt: {title}</translation>
    </message>
    <message>
        <source>Blocked at other times: {n}</source>
        <translation>Zu anderen Zeiten geblockt: {n}</translation>
    </message>
    <message>
        <source>Blocked by hand. Stays on this computer.</source>
        <translation>Von Hand geblockt. Bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Blocked slots made here never leave lcdesk.</source>
        <translation>Hier geblockte Zeiten verlassen lcdesk nie.</translation>
    </message>
    <message>
        <source>Blocked time</source>
        <translation>Geblockte Zeit</translation>
    </message>
    <message>
        <source>Blocked time changed</source>
        <translation>Geblockte Zeit geändert</translation>
    </message>
    <message>
        <source>Blocked time of {name}</source>
        <translation>Geblockte Zeit von {name}</translation>
    </message>
    <message>
        <source>Blocked time stays on this computer; it never goes to {place}.</source>
        <translation>Geblockte Zeit bleibt auf diesem Computer; {there} steht sie nie.</translation>
    </message>
    <message>
        <source>Blocked: {n} times</source>
        <translation>Geblockt: {n} Zeiten</translation>
    </message>
    <message>
        <source>Blocked: {title}</source>
        <translation>Geblockt: {title}</translation>
    </message>
    <message>
        <source>Blocked: {what}</source>
        <translation>Geblockt: {what}</translation>
    </message>
    <message>
        <source>Blocks nothing.</source>
        <translation>Blockt nichts.</translation>
    </message>
    <message>
        <source>Blueberry</source>
        <translation>Heidelbeere</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Book again</source>
        <translation>Erneut buchen</translation>
    </message>
    <message>
        <source>Book anyway</source>
        <translation>Trotzdem buchen</translation>
    </message>
    <message>
        <source>Book taken dates anyway</source>
        <translation>Belegte Tage trotzdem buchen</translation>
    </message>
    <message>
        <source>Book there, or open what is there</source>
        <translation>Dort buchen oder öffnen, was dort ist</translation>
    </message>
    <message numerus="yes">
        <source>Book {n} appointments</source>
        <translation>
            <numerusform>Einen Termin buchen</numerusform>
            <numerusform>{n} Termine buchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Booked anyway</source>
        <translation>Trotzdem gebucht</translation>
    </message>
    <message>
        <source>Booked anyway: {reasons}</source>
        <translation>Trotzdem gebucht: {reasons}</translation>
    </message>
    <message>
        <source>Booked hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Booked in this time</source>
        <translation>In dieser Zeit gebucht</translation>
    </message>
    <message>
        <source>Booked then</source>
        <translation>Gebucht</translation>
    </message>
    <message numerus="yes">
        <source>Booked {n} appointments</source>
        <translation>
            <numerusform>Ein Termin gebucht</numerusform>
            <numerusform>{n} Termine gebucht</numerusform>
        </translation>
    </message>
    <message>
        <source>Booked: {name}</source>
        <translation>Gebucht: {name}</translation>
    </message>
    <message>
        <source>Booked: {n} appointments</source>
        <translation>Gebucht: {n} Termine</translation>
    </message>
    <message>
        <source>Booked: {title}</source>
        <translation>Gebucht: {title}</translation>
    </message>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Booking window</source>
        <translation>Buchungszeitraum</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Book…</source>
        <translation>Buchen…</translation>
    </message>
    <message>
        <source>Both changes were kept</source>
        <translation>Beide Änderungen wurden behalten</translation>
    </message>
    <message>
        <source>Both times are held until somebody chooses</source>
        <translation>Beide Zeiten sind belegt, bis jemand entscheidet</translation>
    </message>
    <message>
        <source>Both times are held until you choose.</source>
        <translation>Beide Zeiten sind belegt, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Breaks a booking rule</source>
        <translation>Verletzt eine Buchungsregel</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ziegel</translation>
    </message>
    <message>
        <source>Buffer after</source>
        <translation>Puffer danach</translation>
    </message>
    <message>
        <source>Buffer before</source>
        <translation>Puffer davor</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>By calendar</source>
        <translation>Nach Kalender</translation>
    </message>
    <message>
        <source>By staff member</source>
        <translation>Nach Mitarbeiter</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>CalDAV server {host}</source>
        <translation>CalDAV-Server {host}</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendar Configuration</source>
        <translation>Kalenderkonfiguration</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Calendar file…</source>
        <translation>Kalenderdatei…</translation>
    </message>
    <message>
        <source>Calendar gone</source>
        <translation>Kalender nicht mehr da</translation>
    </message>
    <message>
        <source>Calendar {name}</source>
        <translation>Kalender {name}</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendars are read every few minutes, and what is booked here is sent at once. A pause lasts until you end it, or until lcdesk is started anew; changes are kept and sent then.</source>
        <translation>Kalender werden alle paar Minuten gelesen; was hier gebucht wird, wird sofort gesendet. Eine Pause dauert, bis Sie sie beenden oder lcdesk neu starten; Änderungen bleiben erhalten und werden dann gesendet.</translation>
    </message>
    <message>
        <source>Calendars read</source>
        <translation>Kalender gelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel appointment</source>
        <translation>Termin absagen</translation>
    </message>
    <message>
        <source>Cancel appointments</source>
        <translation>Termine absagen</translation>
    </message>
    <message>
        <source>Cancel or unblock</source>
        <translation>Absagen oder freigeben</translation>
    </message>
    <message>
        <source>Cancel or unblock what is selected</source>
        <translation>Absagen oder freigeben, was ausgewählt ist</translation>
    </message>
    <message>
        <source>Cancel the seats one by one in the session&apos;s card.</source>
        <translation>Sagen Sie die Plätze einzeln auf der Karte des Kurstermins ab.</translation>
    </message>
    <message>
        <source>Cancel {name}</source>
        <translation>{name} absagen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel {n} appointments</source>
        <translation>
            <numerusform>Einen Termin absagen</numerusform>
            <numerusform>{n} Termine absagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Cancelled appointment: {when}</source>
        <translation>Abgesagter Termin: {when}</translation>
    </message>
    <message>
        <source>Cancelled appointments</source>
        <translation>Abgesagte Termine</translation>
    </message>
    <message>
        <source>Cancelled here, changed {there}</source>
        <translation>Hier abgesagt, {there} geändert</translation>
    </message>
    <message>
        <source>Cancelled here, changed {there}.</source>
        <translation>Hier abgesagt, {there} geändert.</translation>
    </message>
    <message>
        <source>Cancelled here, changed {there}: {title}</source>
        <translation>Hier abgesagt, {there} geändert: {title}</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled {n} appointments: {name}</source>
        <translation>
            <numerusform>Abgesagt: {name}</numerusform>
            <numerusform>{n} Termine abgesagt: {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: {n} appointments</source>
        <translation>Abgesagt: {n} Termine</translation>
    </message>
    <message>
        <source>Cancelled: {title}</source>
        <translation>Abgesagt: {title}</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Cannot be read with this account</source>
        <translation>Mit diesem Konto nicht lesbar</translation>
    </message>
    <message>
        <source>Cannot be sent now: the primary calendar is read-only.</source>
        <translation>Kann nicht gesendet werden: der Hauptkalender ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Change all dates</source>
        <translation>Alle Termine ändern</translation>
    </message>
    <message>
        <source>Change an entry</source>
        <translation>Eintrag ändern</translation>
    </message>
    <message>
        <source>Change anyway</source>
        <translation>Trotzdem ändern</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Change this date</source>
        <translation>Diesen Termin ändern</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change {n} anyway</source>
        <translation>
            <numerusform>Trotzdem ändern</numerusform>
            <numerusform>{n} trotzdem ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change {n} appointments</source>
        <translation>
            <numerusform>Termin ändern</numerusform>
            <numerusform>{n} Termine ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed all dates: {name}</source>
        <translation>Alle Termine geändert: {name}</translation>
    </message>
    <message>
        <source>Changed calendar {name}</source>
        <translation>Kalender {name} geändert</translation>
    </message>
    <message>
        <source>Changed contact {name}</source>
        <translation>Kontakt {name} geändert</translation>
    </message>
    <message>
        <source>Changed here and {there}</source>
        <translation>Hier und {there} geändert</translation>
    </message>
    <message>
        <source>Changed here and {there}.</source>
        <translation>Hier und {there} geändert.</translation>
    </message>
    <message>
        <source>Changed in both places: {title}</source>
        <translation>An beiden Stellen geändert: {title}</translation>
    </message>
    <message>
        <source>Changed in details that lcdesk does not show</source>
        <translation>In Einzelheiten geändert, die lcdesk nicht zeigt</translation>
    </message>
    <message>
        <source>Changed settings</source>
        <translation>Einstellungen geändert</translation>
    </message>
    <message>
        <source>Changed time off: {name}</source>
        <translation>Abwesenheit geändert: {name}</translation>
    </message>
    <message>
        <source>Changed what blocks time in {name}</source>
        <translation>Geändert, was in {name} Zeit blockt</translation>
    </message>
    <message>
        <source>Changed what {name} waits for: {into}</source>
        <translation>Geändert, worauf {name} wartet: {into}</translation>
    </message>
    <message>
        <source>Changed {name}</source>
        <translation>{name} geändert</translation>
    </message>
    <message numerus="yes">
        <source>Changed {n} appointments: {name}</source>
        <translation>
            <numerusform>Geändert: {name}</numerusform>
            <numerusform>{n} Termine geändert: {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed {there}: {title}</source>
        <translation>{There} geändert: {title}</translation>
    </message>
    <message>
        <source>Changed: {name}</source>
        <translation>Geändert: {name}</translation>
    </message>
    <message>
        <source>Changed: {n} appointments</source>
        <translation>Geändert: {n} Termine</translation>
    </message>
    <message>
        <source>Changed: {title}</source>
        <translation>Geändert: {title}</translation>
    </message>
    <message>
        <source>Changes are kept here and sent later.</source>
        <translation>Änderungen werden hier behalten und später gesendet.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Check for Conflicts</source>
        <translation>Auf Konflikte prüfen</translation>
    </message>
    <message>
        <source>Check for conflicts</source>
        <translation>Auf Konflikte prüfen</translation>
    </message>
    <message>
        <source>Check that the address is the one you sign in to your Apple Account with; aliases do not work. App-specific passwords stop working when the Apple password changes: make a new one and paste it.</source>
        <translation>Prüfen Sie, ob es die Adresse ist, mit der Sie sich beim Apple Account anmelden; Aliasse funktionieren nicht. Anwendungsspezifische Passwörter gelten nicht mehr, wenn das Apple-Passwort geändert wird: erstellen Sie ein neues und fügen Sie es ein.</translation>
    </message>
    <message>
        <source>Checked for conflicts: {title}</source>
        <translation>Auf Konflikte geprüft: {title}</translation>
    </message>
    <message>
        <source>Checking dates: {known} of {n}</source>
        <translation>Termine werden geprüft: {known} von {n}</translation>
    </message>
    <message>
        <source>Checking the account</source>
        <translation>Konto wird geprüft</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Möglichkeiten</translation>
    </message>
    <message>
        <source>Choose a calendar file of public holidays, or a calendar of a connected account.</source>
        <translation>Wählen Sie eine Kalenderdatei mit Feiertagen oder einen Kalender eines verbundenen Kontos.</translation>
    </message>
    <message>
        <source>Choose another owner first.</source>
        <translation>Wählen Sie zuerst jemand anderen als Leitung.</translation>
    </message>
    <message>
        <source>Choose its calendars in Calendar Configuration.</source>
        <translation>Wählen Sie seine Kalender unter „Kalenderkonfiguration“.</translation>
    </message>
    <message>
        <source>Choose your calendars</source>
        <translation>Kalender auswählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Kurs</translation>
    </message>
    <message>
        <source>Class lists to tick</source>
        <translation>Kurslisten zum Abhaken</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close on all of them</source>
        <translation>An allen schließen</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed by longer time off, which is listed above</source>
        <translation>Durch eine längere Abwesenheit geschlossen, die oben steht</translation>
    </message>
    <message numerus="yes">
        <source>Closed on {n} public holidays</source>
        <translation>
            <numerusform>An {n} Feiertag geschlossen</numerusform>
            <numerusform>An {n} Feiertagen geschlossen</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed: {title}</source>
        <translation>Geschlossen: {title}</translation>
    </message>
    <message>
        <source>Code {code}</source>
        <translation>Code {code}</translation>
    </message>
    <message>
        <source>Collective</source>
        <translation>Gemeinsam</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour of the calendar</source>
        <translation>Farbe des Kalenders</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm bookings at once</source>
        <translation>Buchungen sofort bestätigen</translation>
    </message>
    <message>
        <source>Confirm {name}</source>
        <translation>{name} bestätigen</translation>
    </message>
    <message numerus="yes">
        <source>Confirm {n} appointments</source>
        <translation>
            <numerusform>Termin bestätigen</numerusform>
            <numerusform>{n} Termine bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>Confirmed {n} appointments: {name}</source>
        <translation>
            <numerusform>Bestätigt: {name}</numerusform>
            <numerusform>{n} Termine bestätigt: {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Conflict calendars are only read, never changed.</source>
        <translation>Konfliktkalender werden nur gelesen, nie geändert.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Connect another…</source>
        <translation>Weiteren verbinden…</translation>
    </message>
    <message>
        <source>Connect iCloud or another calendar server, and your private events block your time here while appointments appear in your own calendar.</source>
        <translation>Verbinden Sie iCloud oder einen anderen Kalenderserver: Ihre privaten Ereignisse blocken dann hier Zeit, und Termine erscheinen in Ihrem eigenen Kalender.</translation>
    </message>
    <message>
        <source>Connect iCloud, right after these steps</source>
        <translation>iCloud verbinden, gleich nach diesen Schritten</translation>
    </message>
    <message>
        <source>Connect: {service}</source>
        <translation>Verbinden: {service}</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected, your private events block your time here, and appointments appear on your phone. You need an app-specific password of your Apple Account.</source>
        <translation>Nach dem Verbinden blocken Ihre privaten Ereignisse hier Ihre Zeit, und Termine erscheinen auf Ihrem Telefon. Sie brauchen ein anwendungsspezifisches Passwort Ihres Apple Accounts.</translation>
    </message>
    <message>
        <source>Connected: {account}</source>
        <translation>Verbunden: {account}</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Consultation</source>
        <translation>Beratung</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Contacts (*.vcf *.vcard *.csv *.txt)</source>
        <translation>Kontakte (*.vcf *.vcard *.csv *.txt)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copied {many} of {name}.</source>
        <translation>{many} von {name} kopiert.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Jetzt kopieren</translation>
    </message>
    <message>
        <source>Copy to…</source>
        <translation>Kopieren nach…</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
    <message>
        <source>Copy {day} to other days</source>
        <translation>{day} auf andere Tage kopieren</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Could not be read: {title}</source>
        <translation>Nicht lesbar: {title}</translation>
    </message>
    <message>
        <source>Count the events</source>
        <translation>Ereignisse zählen</translation>
    </message>
    <message>
        <source>Ctrl + Shift + up, down</source>
        <translation>Strg + Umschalt + hoch, runter</translation>
    </message>
    <message>
        <source>Ctrl + arrow keys</source>
        <translation>Strg + Pfeiltasten</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Ausschneiden</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data and backup</source>
        <translation>Daten und Sicherung</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date-specific hours</source>
        <translation>Zeiten an bestimmten Tagen</translation>
    </message>
    <message>
        <source>Dates that are booked later follow.</source>
        <translation>Termine, die später gebucht werden, folgen.</translation>
    </message>
    <message>
        <source>Dates that were changed one by one stay so.</source>
        <translation>Einzeln geänderte Termine bleiben so.</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Day sheet for each staff member</source>
        <translation>Tagesblatt je Mitarbeiter</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Decided: {title}</source>
        <translation>Entschieden: {title}</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete it {there} too</source>
        <translation>Auch {there} löschen</translation>
    </message>
    <message>
        <source>Delete these dates</source>
        <translation>Diese Termine löschen</translation>
    </message>
    <message>
        <source>Delete this date</source>
        <translation>Diesen Termin löschen</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>{name} löschen</translation>
    </message>
    <message>
        <source>Deleted calendar {name}</source>
        <translation>Kalender {name} gelöscht</translation>
    </message>
    <message>
        <source>Deleted contact {name}</source>
        <translation>Kontakt {name} gelöscht</translation>
    </message>
    <message>
        <source>Deleted staff member {name}</source>
        <translation>Mitarbeiter {name} gelöscht</translation>
    </message>
    <message>
        <source>Deleted this and following dates: {name}</source>
        <translation>Diesen und folgende gelöscht: {name}</translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} gelöscht</translation>
    </message>
    <message>
        <source>Deleted {name}.</source>
        <translation>{name} gelöscht.</translation>
    </message>
    <message>
        <source>Deleted {there}</source>
        <translation>{There} gelöscht</translation>
    </message>
    <message>
        <source>Deleted {there}, kept here.</source>
        <translation>{There} gelöscht, hier behalten.</translation>
    </message>
    <message>
        <source>Deleted {there}: {title}</source>
        <translation>{There} gelöscht: {title}</translation>
    </message>
    <message>
        <source>Deleted: {name}</source>
        <translation>Gelöscht: {name}</translation>
    </message>
    <message>
        <source>Deleting an appointment {there} does not delete it here.</source>
        <translation>Wird {there} ein Termin gelöscht, bleibt er hier.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of what is there</source>
        <translation>Details zu dem, was dort ist</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the change</source>
        <translation>Änderung verwerfen</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Disconnect {address}?</source>
        <translation>{address} trennen?</translation>
    </message>
    <message>
        <source>Disconnected: {account}</source>
        <translation>Getrennt: {account}</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Dismiss all</source>
        <translation>Alle erledigt</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Wiederhergestellt: {what}</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Each day lcdesk copies its data file and looks the copy through. The copies of seven days and of four weeks are kept, on this computer. Passwords are in none of them.</source>
        <translation>Jeden Tag kopiert lcdesk seine Datendatei und prüft die Kopie. Die Kopien von sieben Tagen und von vier Wochen bleiben, auf diesem Computer. Passwörter sind in keiner.</translation>
    </message>
    <message>
        <source>Each makes the booking longer.</source>
        <translation>Jedes macht die Buchung länger.</translation>
    </message>
    <message>
        <source>Each replaces the length. The booking dialog asks which.</source>
        <translation>Jede ersetzt die Dauer. Der Buchungsdialog fragt, welche.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit time off</source>
        <translation>Abwesenheit bearbeiten</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>End anyway</source>
        <translation>Trotzdem beenden</translation>
    </message>
    <message>
        <source>Ends {old} → {new}</source>
        <translation>Ende {old} → {new}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>Enter the address of the calendar server, such as dav.example.org.</source>
        <translation>Geben Sie die Adresse des Kalenderservers ein, etwa dav.example.org.</translation>
    </message>
    <message>
        <source>Enter the full e-mail address of your Apple Account, such as anna@icloud.com.</source>
        <translation>Geben Sie die ganze E-Mail-Adresse Ihres Apple Accounts ein, etwa anna@icloud.com.</translation>
    </message>
    <message>
        <source>Enter the new password</source>
        <translation>Neues Passwort eingeben</translation>
    </message>
    <message>
        <source>Enter the password again</source>
        <translation>Passwort neu eingeben</translation>
    </message>
    <message>
        <source>Enter the password of this account.</source>
        <translation>Geben Sie das Passwort dieses Kontos ein.</translation>
    </message>
    <message>
        <source>Enter the user name that you sign in to the server with.</source>
        <translation>Geben Sie den Benutzernamen ein, mit dem Sie sich am Server anmelden.</translation>
    </message>
    <message>
        <source>Equal distribution</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Events become blocked time on this computer. Nothing is sent, and nobody named in the file becomes a contact.</source>
        <translation>Ereignisse werden geblockte Zeit auf diesem Computer. Nichts wird gesendet, und niemand aus der Datei wird Kontakt.</translation>
    </message>
    <message>
        <source>Events counted</source>
        <translation>Ereignisse gezählt</translation>
    </message>
    <message>
        <source>Events from {place} never become appointments, their guests never become contacts, and nobody is sent a message.</source>
        <translation>Ereignisse {there} werden nie zu Terminen, ihre Gäste nie zu Kontakten, und niemand bekommt eine Nachricht.</translation>
    </message>
    <message>
        <source>Events in these calendars block your time as well. lcdesk only reads them.</source>
        <translation>Ereignisse in diesen Kalendern blocken ebenfalls Ihre Zeit. lcdesk liest sie nur.</translation>
    </message>
    <message>
        <source>Events in these calendars make the time unavailable. They are only read.</source>
        <translation>Ereignisse in diesen Kalendern belegen die Zeit. Sie werden nur gelesen.</translation>
    </message>
    <message>
        <source>Events in your primary and conflict calendars show here as greyed-out blocked slots.</source>
        <translation>Ereignisse in Ihrem Hauptkalender und Ihren Konfliktkalendern erscheinen hier als graue geblockte Zeit.</translation>
    </message>
    <message>
        <source>Events {there}: {counts}</source>
        <translation>Ereignisse {there}: {counts}</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message numerus="yes">
        <source>Every {n} days</source>
        <translation>
            <numerusform>Jeden Tag</numerusform>
            <numerusform>Alle {n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} months</source>
        <translation>
            <numerusform>Jeden Monat</numerusform>
            <numerusform>Alle {n} Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every {n} weeks</source>
        <translation>
            <numerusform>Jede Woche</numerusform>
            <numerusform>Alle {n} Wochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everybody else sees “Busy” for events that were read from {place}.</source>
        <translation>Alle anderen sehen „Belegt“ bei Ereignissen, die {there} gelesen wurden.</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything in one file</source>
        <translation>Alles in einer Datei</translation>
    </message>
    <message>
        <source>Everything is in {file}: {appointments}, {contacts}. Passwords are not in it.</source>
        <translation>Alles ist in {file}: {appointments}, {contacts}. Passwörter sind nicht dabei.</translation>
    </message>
    <message>
        <source>Everything was imported</source>
        <translation>Alles wurde importiert</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export contacts</source>
        <translation>Kontakte exportieren</translation>
    </message>
    <message>
        <source>Export everything</source>
        <translation>Alles exportieren</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Fields: {{contact.name}} {{contact.email}} {{contact.phone}} {{calendar.name}}</source>
        <translation>Felder: {{contact.name}} {{contact.email}} {{contact.phone}} {{calendar.name}}</translation>
    </message>
    <message>
        <source>Files of lcdesk (*.zip)</source>
        <translation>Dateien von lcdesk (*.zip)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Find the server</source>
        <translation>Server suchen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>For an hour</source>
        <translation>Für eine Stunde</translation>
    </message>
    <message>
        <source>For calendars without reminders of their own. A day before is the same time on the day before.</source>
        <translation>Für Kalender ohne eigene Erinnerungen. Ein Tag vorher heißt: am Vortag zur selben Uhrzeit.</translation>
    </message>
    <message>
        <source>For example Ana</source>
        <translation>Zum Beispiel Ana</translation>
    </message>
    <message>
        <source>For example Ben, Cleo</source>
        <translation>Zum Beispiel Ben, Cleo</translation>
    </message>
    <message>
        <source>For example Room 1</source>
        <translation>Zum Beispiel Raum 1</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diesen Kurstermin</translation>
    </message>
    <message>
        <source>For {old} → {new}</source>
        <translation>Für {old} → {new}</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0.</source>
        <translation>Freie Software unter der Apache License 2.0.</translation>
    </message>
    <message>
        <source>Freed: {n} times</source>
        <translation>Freigegeben: {n} Zeiten</translation>
    </message>
    <message>
        <source>Freed: {title}</source>
        <translation>Freigegeben: {title}</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From calendar {name} {there}.</source>
        <translation>Aus dem Kalender {name} {there}.</translation>
    </message>
    <message>
        <source>From one start to the next.</source>
        <translation>Von einem Beginn zum nächsten.</translation>
    </message>
    <message>
        <source>From the calendar “{name}”.</source>
        <translation>Aus dem Kalender „{name}“.</translation>
    </message>
    <message>
        <source>From {time}: {title}</source>
        <translation>Ab {time}: {title}</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Von, bis</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>German, English, translation, locale</source>
        <translation>Deutsch, Englisch, Übersetzung</translation>
    </message>
    <message>
        <source>Give to {staff}</source>
        <translation>An {staff} geben</translation>
    </message>
    <message>
        <source>Gives it to somebody else, or to another time</source>
        <translation>Gibt ihn jemand anderem oder legt ihn auf eine andere Zeit</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Go to Integrations</source>
        <translation>Zu den Integrationen</translation>
    </message>
    <message>
        <source>Go to date…</source>
        <translation>Zum Datum…</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Hello {name},

this appointment does not take place: {when}
</source>
        <translation>Guten Tag {name},

dieser Termin findet nicht statt: {when}
</translation>
    </message>
    <message>
        <source>Hello {name},

your appointment: {when}
</source>
        <translation>Guten Tag {name},

Ihr Termin: {when}
</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help on this</source>
        <translation>Hilfe hierzu</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide details in notifications</source>
        <translation>Details in Benachrichtigungen verbergen</translation>
    </message>
    <message>
        <source>Hide third-party details</source>
        <translation>Details Dritter verbergen</translation>
    </message>
    <message>
        <source>Hide until it changes</source>
        <translation>Ausblenden, bis es sich ändert</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Home, T</source>
        <translation>Pos1, T</translation>
    </message>
    <message>
        <source>Honey</source>
        <translation>Honig</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Hours and slots are on this zone&apos;s clock.</source>
        <translation>Zeiten folgen der Uhr dieser Zone.</translation>
    </message>
    <message>
        <source>Hours are shown when the form holds no mistake.</source>
        <translation>Die Zeiten erscheinen, wenn das Formular keinen Fehler enthält.</translation>
    </message>
    <message>
        <source>Hours, {days}</source>
        <translation>Zeiten, {days}</translation>
    </message>
    <message>
        <source>How far ahead can be booked.</source>
        <translation>Wie weit im Voraus gebucht werden kann.</translation>
    </message>
    <message>
        <source>How long before</source>
        <translation>Wie lange vorher</translation>
    </message>
    <message>
        <source>How many bookings can hold it at the same time.</source>
        <translation>Wie viele Buchungen es gleichzeitig nutzen können.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import calendar file…</source>
        <translation>Kalenderdatei importieren…</translation>
    </message>
    <message>
        <source>Import contacts</source>
        <translation>Kontakte importieren</translation>
    </message>
    <message>
        <source>Import everything</source>
        <translation>Alles importieren</translation>
    </message>
    <message>
        <source>Import everything from {file}?</source>
        <translation>Alles aus {file} importieren?</translation>
    </message>
    <message>
        <source>Import everything…</source>
        <translation>Alles importieren…</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} contacts</source>
        <translation>
            <numerusform>Einen Kontakt importieren</numerusform>
            <numerusform>{n} Kontakte importieren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import {n} events</source>
        <translation>
            <numerusform>Ein Ereignis importieren</numerusform>
            <numerusform>{n} Ereignisse importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported contacts from {name}</source>
        <translation>Kontakte importiert aus {name}</translation>
    </message>
    <message>
        <source>Imported: {new} new, {changed} changed</source>
        <translation>Importiert: {new} neu, {changed} geändert</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>In the week and the month</source>
        <translation>In Woche und Monat</translation>
    </message>
    <message numerus="yes">
        <source>In {n} days</source>
        <translation>
            <numerusform>In {n} Tag</numerusform>
            <numerusform>In {n} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} hours</source>
        <translation>
            <numerusform>In {n} Stunde</numerusform>
            <numerusform>In {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In {n} minutes</source>
        <translation>
            <numerusform>In {n} Minute</numerusform>
            <numerusform>In {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Indian Ocean</source>
        <translation>Indischer Ozean</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>Iris</source>
        <translation>Iris</translation>
    </message>
    <message>
        <source>It goes on watching {place} while its window is closed. Open or quit it here; Settings &gt; General changes this.</source>
        <translation>Was {there} steht, wird auch bei geschlossenem Fenster verfolgt. Öffnen oder beenden Sie lcdesk hier; Einstellungen &gt; Allgemein ändert das.</translation>
    </message>
    <message>
        <source>It holds {counts}.</source>
        <translation>Sie enthält {counts}.</translation>
    </message>
    <message>
        <source>It is kept in this computer&apos;s password store, never in a file of lcdesk.</source>
        <translation>Es liegt im Passwortspeicher dieses Computers, nie in einer Datei von lcdesk.</translation>
    </message>
    <message>
        <source>It keeps its length when it is dragged. To fill a whole day, change its times.</source>
        <translation>Beim Ziehen bleibt die Dauer gleich. Für einen ganzen Tag ändern Sie die Zeiten.</translation>
    </message>
    <message>
        <source>It was left as it is. The newest copy is whole: {when}, with {appointments} and {contacts}. Restoring it sets the damaged file aside and deletes nothing; every calendar is then read anew.</source>
        <translation>Sie blieb, wie sie ist. Die neueste Kopie ist vollständig: {when}, mit {appointments} und {contacts}. Wird sie zurückgeholt, liegt die beschädigte Datei daneben, und gelöscht wird nichts; danach wird jeder Kalender neu gelesen.</translation>
    </message>
    <message>
        <source>It was left as it is. There is no copy of it beside it. If you keep copies elsewhere, put one into the folder “copies” beside the data file, and try again.</source>
        <translation>Sie blieb, wie sie ist. Neben ihr liegt keine Kopie. Haben Sie anderswo Kopien, legen Sie eine in den Ordner „copies“ neben der Datendatei und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It was written on {day}, {time}, and holds {counts}.</source>
        <translation>Sie wurde am {day}, {time} geschrieben und enthält {counts}.</translation>
    </message>
    <message>
        <source>Its events block time. lcdesk never writes here.</source>
        <translation>Die Ereignisse darin blocken Zeit. lcdesk schreibt nie hinein.</translation>
    </message>
    <message>
        <source>Its midnight is where a day begins.</source>
        <translation>Um Mitternacht dieser Zone beginnt der Tag.</translation>
    </message>
    <message>
        <source>Its time is still blocked here.</source>
        <translation>Die Zeit ist hier noch geblockt.</translation>
    </message>
    <message>
        <source>Its time {there} is held until somebody chooses</source>
        <translation>Die Zeit {there} ist belegt, bis jemand entscheidet</translation>
    </message>
    <message>
        <source>Its time {there} is held until you choose.</source>
        <translation>Die Zeit {there} ist belegt, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Keep here only</source>
        <translation>Nur hier behalten</translation>
    </message>
    <message>
        <source>Keep its blocked slot, marked “deleted {there}”</source>
        <translation>Die geblockte Zeit behalten, mit dem Vermerk „{there} gelöscht“</translation>
    </message>
    <message>
        <source>Keep lcdesk running in the tray, so that it goes on syncing</source>
        <translation>lcdesk im Infobereich weiterlaufen und synchronisieren lassen</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meine behalten</translation>
    </message>
    <message>
        <source>Keep them as slots blocked by hand</source>
        <translation>Als von Hand geblockte Zeiten behalten</translation>
    </message>
    <message>
        <source>Keep {place}’s</source>
        <translation>Version {there} behalten</translation>
    </message>
    <message>
        <source>Keep {place}’s, do not cancel</source>
        <translation>Version {there} behalten, nicht absagen</translation>
    </message>
    <message>
        <source>Keep “{name}” as primary calendar</source>
        <translation>„{name}“ als Hauptkalender behalten</translation>
    </message>
    <message>
        <source>Kept or to come</source>
        <translation>Besucht/künftig</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Schon bekannt</translation>
    </message>
    <message>
        <source>Lagoon</source>
        <translation>Lagune</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Last 12 weeks</source>
        <translation>Letzte 12 Wochen</translation>
    </message>
    <message>
        <source>Last 4 weeks</source>
        <translation>Letzte 4 Wochen</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Leave it so</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave taken dates out</source>
        <translation>Belegte Tage auslassen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Loslassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Likely the same person: {names}. Merge…</source>
        <translation>Wohl dieselbe Person: {names}. Zusammenführen…</translation>
    </message>
    <message>
        <source>Line of text</source>
        <translation>Textzeile</translation>
    </message>
    <message>
        <source>List all entries</source>
        <translation>Alle Einträge auflisten</translation>
    </message>
    <message>
        <source>Lists show the calendars of a group together.</source>
        <translation>Listen zeigen die Kalender einer Gruppe zusammen.</translation>
    </message>
    <message>
        <source>Location: {text}</source>
        <translation>Ort: {text}</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Look around with practice data first</source>
        <translation>Erst mit Übungsdaten umsehen</translation>
    </message>
    <message>
        <source>Look busy</source>
        <translation>Ausgelastet wirken</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Made {name}.</source>
        <translation>{name} angelegt.</translation>
    </message>
    <message>
        <source>Make it shorter or longer</source>
        <translation>Kürzer oder länger machen</translation>
    </message>
    <message>
        <source>Many events missing</source>
        <translation>Viele Ereignisse fehlen</translation>
    </message>
    <message>
        <source>Mark a stretch of time</source>
        <translation>Zeitspanne markieren</translation>
    </message>
    <message>
        <source>Marked: {n} appointments</source>
        <translation>Markiert: {n} Termine</translation>
    </message>
    <message>
        <source>Marked: {title}</source>
        <translation>Markiert: {title}</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ich</translation>
    </message>
    <message>
        <source>Meanwhile some times were taken. Look at the dates again.</source>
        <translation>Inzwischen sind einige Zeiten belegt. Sehen Sie die Termine noch einmal durch.</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Merged contact {name} with {into}</source>
        <translation>Kontakt {name} mit {into} zusammengeführt</translation>
    </message>
    <message>
        <source>Minimum notice</source>
        <translation>Mindestvorlauf</translation>
    </message>
    <message>
        <source>Minutes until open times carry a warning</source>
        <translation>Minuten, bis freie Zeiten eine Warnung tragen</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>More contrast, also where the desktop does not ask for it</source>
        <translation>Mehr Kontrast, auch wo das System ihn nicht verlangt</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>Moos</translation>
    </message>
    <message>
        <source>Move all dates</source>
        <translation>Alle Termine verschieben</translation>
    </message>
    <message>
        <source>Move anyway</source>
        <translation>Trotzdem verschieben</translation>
    </message>
    <message>
        <source>Move it back</source>
        <translation>Zurückverschieben</translation>
    </message>
    <message>
        <source>Move taken dates to the next open time</source>
        <translation>Belegte auf die nächste freie Zeit verschieben</translation>
    </message>
    <message>
        <source>Move the cursor</source>
        <translation>Cursor bewegen</translation>
    </message>
    <message>
        <source>Move the selected appointment</source>
        <translation>Ausgewählten Termin verschieben</translation>
    </message>
    <message>
        <source>Move this date</source>
        <translation>Diesen Termin verschieben</translation>
    </message>
    <message>
        <source>Move to the day after</source>
        <translation>Auf den nächsten Tag verschieben</translation>
    </message>
    <message>
        <source>Move to the day before</source>
        <translation>Auf den Tag davor verschieben</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>{name} verschieben</translation>
    </message>
    <message>
        <source>Move {name} down</source>
        <translation>{name} nach unten</translation>
    </message>
    <message>
        <source>Move {name} up</source>
        <translation>{name} nach oben</translation>
    </message>
    <message numerus="yes">
        <source>Move {n} anyway</source>
        <translation>
            <numerusform>Trotzdem verschieben</numerusform>
            <numerusform>{n} trotzdem verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} appointments</source>
        <translation>
            <numerusform>Termin verschieben</numerusform>
            <numerusform>{n} Termine verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved all dates: {name}</source>
        <translation>Alle Termine verschoben: {name}</translation>
    </message>
    <message>
        <source>Moved to another calendar: {title}</source>
        <translation>In einen anderen Kalender verschoben: {title}</translation>
    </message>
    <message>
        <source>Moved to the calendar “{calendar}”, kept here.</source>
        <translation>In den Kalender „{calendar}“ verschoben, hier behalten.</translation>
    </message>
    <message>
        <source>Moved to the calendar “{calendar}”: {title}</source>
        <translation>In den Kalender „{calendar}“ verschoben: {title}</translation>
    </message>
    <message>
        <source>Moved to “{calendar}”</source>
        <translation>Verschoben nach „{calendar}“</translation>
    </message>
    <message numerus="yes">
        <source>Moved {n} appointments: {name}</source>
        <translation>
            <numerusform>Verschoben: {name}</numerusform>
            <numerusform>{n} Termine verschoben: {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved: {name}</source>
        <translation>Verschoben: {name}</translation>
    </message>
    <message>
        <source>Moved: {n} appointments</source>
        <translation>Verschoben: {n} Termine</translation>
    </message>
    <message>
        <source>Moved: {title}</source>
        <translation>Verschoben: {title}</translation>
    </message>
    <message>
        <source>My Profile</source>
        <translation>Mein Profil</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Needs</source>
        <translation>Braucht</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>New booking</source>
        <translation>Neue Buchung</translation>
    </message>
    <message>
        <source>New booking…</source>
        <translation>Neue Buchung…</translation>
    </message>
    <message>
        <source>New calendar {name}</source>
        <translation>Neuer Kalender {name}</translation>
    </message>
    <message>
        <source>New contact {name}</source>
        <translation>Neuer Kontakt {name}</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>New length: {n} appointments</source>
        <translation>Neue Dauer: {n} Termine</translation>
    </message>
    <message>
        <source>New length: {title}</source>
        <translation>Neue Dauer: {title}</translation>
    </message>
    <message>
        <source>New room or equipment {name}</source>
        <translation>Neuer Raum oder neues Gerät {name}</translation>
    </message>
    <message>
        <source>New staff member {name}</source>
        <translation>Neuer Mitarbeiter {name}</translation>
    </message>
    <message>
        <source>New time off: {name}</source>
        <translation>Neue Abwesenheit: {name}</translation>
    </message>
    <message>
        <source>New {kind} calendar</source>
        <translation>Neuer Kalender: {kind}</translation>
    </message>
    <message>
        <source>New {there}: {title}</source>
        <translation>Neu {there}: {title}</translation>
    </message>
    <message>
        <source>Next entry</source>
        <translation>Nächster Eintrag</translation>
    </message>
    <message>
        <source>Next open time</source>
        <translation>Nächste freie Zeit</translation>
    </message>
    <message>
        <source>Next open times</source>
        <translation>Nächste freie Zeiten</translation>
    </message>
    <message>
        <source>Next open: {list}</source>
        <translation>Nächste freie: {list}</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Next try at {time}</source>
        <translation>Nächster Versuch um {time}</translation>
    </message>
    <message>
        <source>Next try at {time}.</source>
        <translation>Nächster Versuch um {time}.</translation>
    </message>
    <message>
        <source>Next try in a moment</source>
        <translation>Nächster Versuch gleich</translation>
    </message>
    <message>
        <source>Next: tomorrow, {time} {title}</source>
        <translation>Als Nächstes: morgen, {time} {title}</translation>
    </message>
    <message>
        <source>Next: {day}, {time} {title}</source>
        <translation>Als Nächstes: {day}, {time} {title}</translation>
    </message>
    <message>
        <source>Next: {time} {title}</source>
        <translation>Als Nächstes: {time} {title}</translation>
    </message>
    <message>
        <source>Nextcloud, Fastmail, Radicale, CalDAV, account, server</source>
        <translation>Nextcloud, Fastmail, Radicale, CalDAV, Konto, Server</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>No account is connected</source>
        <translation>Kein Konto verbunden</translation>
    </message>
    <message>
        <source>No account is connected yet</source>
        <translation>Noch kein Konto verbunden</translation>
    </message>
    <message>
        <source>No appointment waits to be confirmed.</source>
        <translation>Kein Termin wartet auf Bestätigung.</translation>
    </message>
    <message>
        <source>No appointments yet.</source>
        <translation>Noch keine Termine.</translation>
    </message>
    <message>
        <source>No blocked slots were copied from this account.</source>
        <translation>Aus diesem Konto wurde keine geblockte Zeit übernommen.</translation>
    </message>
    <message>
        <source>No bookings here. Double-click a free time to book one.</source>
        <translation>Hier gibt es keine Buchungen. Doppelklicken Sie auf eine freie Zeit, um zu buchen.</translation>
    </message>
    <message>
        <source>No bookings in these weeks. Double-click a day to book one.</source>
        <translation>In diesen Wochen gibt es keine Buchungen. Doppelklicken Sie auf einen Tag, um zu buchen.</translation>
    </message>
    <message>
        <source>No calendar is shown. Tick one in the sidebar.</source>
        <translation>Kein Kalender wird gezeigt. Kreuzen Sie in der Seitenleiste einen an.</translation>
    </message>
    <message>
        <source>No calendars found</source>
        <translation>Keine Kalender gefunden</translation>
    </message>
    <message>
        <source>No calendars yet.
Press New and choose a kind.</source>
        <translation>Noch keine Kalender.
Drücken Sie „Neu“ und wählen Sie eine Art.</translation>
    </message>
    <message>
        <source>No contacts yet.
They are added by booking, or here with New.</source>
        <translation>Noch keine Kontakte.
Sie entstehen beim Buchen oder hier mit „Neu“.</translation>
    </message>
    <message>
        <source>No events</source>
        <translation>Keine Ereignisse</translation>
    </message>
    <message>
        <source>No longer on the server</source>
        <translation>Nicht mehr auf dem Server</translation>
    </message>
    <message>
        <source>No new copy could be made</source>
        <translation>Es entstand keine neue Kopie</translation>
    </message>
    <message>
        <source>No open slot in the next four weeks.</source>
        <translation>In den nächsten vier Wochen ist nichts frei.</translation>
    </message>
    <message>
        <source>No other calendar</source>
        <translation>Kein weiterer Kalender</translation>
    </message>
    <message>
        <source>No primary calendar – appointments stay in lcdesk</source>
        <translation>Kein Hauptkalender – Termine bleiben in lcdesk</translation>
    </message>
    <message>
        <source>No printer is set up on this computer.</source>
        <translation>Auf diesem Computer ist kein Drucker eingerichtet.</translation>
    </message>
    <message>
        <source>No rooms and no equipment yet.
A calendar can hold them with each booking.</source>
        <translation>Noch keine Räume und Geräte.
Ein Kalender kann sie mit jeder Buchung belegen.</translation>
    </message>
    <message>
        <source>No server answers at this address. {kept} Check the network and the spelling of the address, then try again.</source>
        <translation>Unter dieser Adresse antwortet kein Server. {kept} Prüfen Sie das Netz und die Schreibweise der Adresse und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>Nicht erschienen</translation>
    </message>
    <message>
        <source>Nobody can be booked yet</source>
        <translation>Noch kann niemand gebucht werden</translation>
    </message>
    <message>
        <source>Nobody can be booked yet.
Press New and say who it is.</source>
        <translation>Noch kann niemand gebucht werden.
Drücken Sie „Neu“ und sagen Sie, wer es ist.</translation>
    </message>
    <message>
        <source>Nobody has time off. Add a holiday or an absence.</source>
        <translation>Niemand ist abwesend. Fügen Sie einen Urlaub oder eine andere Abwesenheit hinzu.</translation>
    </message>
    <message>
        <source>Nobody is booked</source>
        <translation>Niemand gebucht</translation>
    </message>
    <message>
        <source>Nobody is booked while away or closed. What is booked already stays.</source>
        <translation>Wer abwesend ist, wird nicht gebucht, ebenso ein geschlossener Betrieb. Was schon gebucht ist, bleibt.</translation>
    </message>
    <message>
        <source>Nobody is waiting.

Where a time or a class is full, the booking dialog offers to put somebody on the list; Add… does the same.</source>
        <translation>Niemand wartet.

Wo eine Zeit oder ein Kurs voll ist, lässt sich beim Buchen jemand auf die Liste setzen; ebenso mit „Hinzufügen…“.</translation>
    </message>
    <message>
        <source>Nobody stayed away.</source>
        <translation>Niemand ist ferngeblieben.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Normal height</source>
        <translation>Normale Höhe</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>Nicht aktiv</translation>
    </message>
    <message>
        <source>Not active: no slots are offered.</source>
        <translation>Nicht aktiv: Es werden keine Zeiten angeboten.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>Not changed. {why}</source>
        <translation>Nicht geändert. {why}</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not copied. {why}</source>
        <translation>Nicht kopiert. {why}</translation>
    </message>
    <message>
        <source>Not everything is sent yet</source>
        <translation>Noch ist nicht alles gesendet</translation>
    </message>
    <message>
        <source>Not moved. {why}</source>
        <translation>Nicht verschoben. {why}</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>Not open on {calendar}:</source>
        <translation>Nicht frei für {calendar}:</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Not saved: {why}.</source>
        <translation>Nicht gespeichert: {why}.</translation>
    </message>
    <message>
        <source>Not sent to {place}</source>
        <translation>Nicht {there} angekommen</translation>
    </message>
    <message>
        <source>Not sent to {place}: {title}</source>
        <translation>Nicht {there} angekommen: {title}</translation>
    </message>
    <message>
        <source>Not synced</source>
        <translation>Nicht synchronisiert</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Noch nicht synchronisiert</translation>
    </message>
    <message>
        <source>Not used any more: {title}</source>
        <translation>Nicht mehr verwendet: {title}</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes changed</source>
        <translation>Notizen geändert</translation>
    </message>
    <message>
        <source>Notes: {text}</source>
        <translation>Notizen: {text}</translation>
    </message>
    <message>
        <source>Nothing else uses these keys.</source>
        <translation>Diese Tasten sind sonst frei.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing has this name or these keys.</source>
        <translation>Nichts hat diesen Namen oder diese Tasten.</translation>
    </message>
    <message>
        <source>Nothing is open in the next {days} days.</source>
        <translation>In den nächsten {days} Tagen ist nichts frei.</translation>
    </message>
    <message>
        <source>Nothing is planned in the next weeks.</source>
        <translation>In den nächsten Wochen ist nichts geplant.</translation>
    </message>
    <message>
        <source>Nothing more today</source>
        <translation>Heute nichts mehr</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>Nothing to be reminded of</source>
        <translation>Keine offenen Erinnerungen</translation>
    </message>
    <message>
        <source>Nothing was booked.</source>
        <translation>Nichts wurde gebucht.</translation>
    </message>
    <message>
        <source>Nothing was cancelled.</source>
        <translation>Nichts wurde abgesagt.</translation>
    </message>
    <message>
        <source>Nothing was changed on the server</source>
        <translation>Auf dem Server wurde nichts geändert</translation>
    </message>
    <message>
        <source>Nothing was changed or stored.</source>
        <translation>Nichts wurde geändert oder gespeichert.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now: {title}</source>
        <translation>Jetzt: {title}</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Numbers…</source>
        <translation>Zahlen…</translation>
    </message>
    <message>
        <source>Of working hours</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline. Changes are kept and sent later.</source>
        <translation>Offline. Änderungen werden behalten und später gesendet.</translation>
    </message>
    <message>
        <source>Often your e-mail address. The provider&apos;s help names the server under “CalDAV”.</source>
        <translation>Oft Ihre E-Mail-Adresse. Die Hilfe des Anbieters nennt den Server unter „CalDAV“.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On the waiting list for {calendar}: {when}</source>
        <translation>Auf der Warteliste für {calendar}: {when}</translation>
    </message>
    <message>
        <source>On the waiting list: {name}</source>
        <translation>Auf der Warteliste: {name}</translation>
    </message>
    <message>
        <source>Once only</source>
        <translation>Nur einmal</translation>
    </message>
    <message>
        <source>One booking takes</source>
        <translation>Eine Buchung dauert</translation>
    </message>
    <message>
        <source>One choice on each line</source>
        <translation>Eine Möglichkeit je Zeile</translation>
    </message>
    <message>
        <source>One client with you at a time.</source>
        <translation>Jeweils eine Person bei Ihnen.</translation>
    </message>
    <message>
        <source>One date of an event that repeats.</source>
        <translation>Ein Termin eines Serienereignisses.</translation>
    </message>
    <message>
        <source>Only a part of the day</source>
        <translation>Nur ein Teil des Tages</translation>
    </message>
    <message>
        <source>Only on this computer.</source>
        <translation>Nur auf diesem Computer.</translation>
    </message>
    <message>
        <source>Only these are away:</source>
        <translation>Nur diese sind abwesend:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open account.apple.com</source>
        <translation>account.apple.com öffnen</translation>
    </message>
    <message>
        <source>Open lcdesk to choose what should happen.</source>
        <translation>Öffnen Sie lcdesk, um zu entscheiden, was geschehen soll.</translation>
    </message>
    <message>
        <source>Open lcdesk to see what it means.</source>
        <translation>Öffnen Sie lcdesk, um zu sehen, was es bedeutet.</translation>
    </message>
    <message>
        <source>Open slots are shown when the form holds no mistake.</source>
        <translation>Freie Zeiten erscheinen, wenn das Formular keinen Fehler enthält.</translation>
    </message>
    <message>
        <source>Open slots, {days}</source>
        <translation>Freie Zeiten, {days}</translation>
    </message>
    <message>
        <source>Open the list to see them.</source>
        <translation>Öffnen Sie die Liste, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Open times then say when {place} was last read, since an event may have come there meanwhile. A time never opens because reading failed.</source>
        <translation>Bei freien Zeiten steht dann, wann zuletzt gelesen wurde, was {there} steht, denn seither kann ein Ereignis dazugekommen sein. Eine Zeit wird nie frei, weil das Lesen misslang.</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Over by</source>
        <translation>Zu Ende bis</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Verlauf</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Pacific</source>
        <translation>Pazifik</translation>
    </message>
    <message>
        <source>Page of the guide</source>
        <translation>Seite der Anleitung</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Seite {page} von {count}</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password for {email}</source>
        <translation>Passwort für {email}</translation>
    </message>
    <message>
        <source>Passwords are not in the file. Enter that of each account once afterwards: {accounts}. Use lcdesk on one computer only from then on.</source>
        <translation>Passwörter sind nicht in der Datei. Geben Sie danach das jedes Kontos einmal ein: {accounts}. Verwenden Sie lcdesk von da an nur auf einem Computer.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste it as it is: spaces, hyphens and capitals do not matter.</source>
        <translation>Fügen Sie es ein, wie es ist: Leerzeichen, Bindestriche und Großschreibung sind egal.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause the sync</source>
        <translation>Synchronisieren pausieren</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Pro Tag</translation>
    </message>
    <message>
        <source>Per slot</source>
        <translation>Pro Zeit</translation>
    </message>
    <message>
        <source>PgUp, PgDn</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place of {name}</source>
        <translation>Ort von {name}</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>Pflaume</translation>
    </message>
    <message>
        <source>Press the keys for “{action}”.</source>
        <translation>Drücken Sie die Tasten für „{action}“.</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Hauptkalender</translation>
    </message>
    <message>
        <source>Primary Calendar</source>
        <translation>Hauptkalender</translation>
    </message>
    <message>
        <source>Primary calendar</source>
        <translation>Hauptkalender</translation>
    </message>
    <message>
        <source>Primary calendar: {title}</source>
        <translation>Hauptkalender: {title}</translation>
    </message>
    <message>
        <source>Primary – always checked</source>
        <translation>Hauptkalender – wird immer geprüft</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Printed on {day}, {time}</source>
        <translation>Gedruckt am {day}, {time}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Priority of {name}</source>
        <translation>Priorität von {name}</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Processing</source>
        <translation>Einwirkzeit</translation>
    </message>
    <message>
        <source>Public holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Public holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Public holidays are not shown any more</source>
        <translation>Feiertage werden nicht mehr gezeigt</translation>
    </message>
    <message>
        <source>Public holidays come from this calendar from now on.</source>
        <translation>Feiertage kommen ab jetzt aus diesem Kalender.</translation>
    </message>
    <message>
        <source>Public holidays read. Nothing is closed on them until you say so.</source>
        <translation>Feiertage gelesen. Geschlossen ist an ihnen erst, wenn Sie es sagen.</translation>
    </message>
    <message>
        <source>Public holidays, ticked where the business is closed</source>
        <translation>Feiertage, angehakt, wo der Betrieb geschlossen ist</translation>
    </message>
    <message>
        <source>Put on the list</source>
        <translation>Auf die Liste setzen</translation>
    </message>
    <message>
        <source>Put {name} on the waiting list for {into}</source>
        <translation>{name} auf die Warteliste gesetzt: {into}</translation>
    </message>
    <message>
        <source>Quick add…</source>
        <translation>Schnelleingabe…</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quit when the window is closed</source>
        <translation>Beim Schließen des Fensters beenden</translation>
    </message>
    <message>
        <source>Raspberry</source>
        <translation>Himbeere</translation>
    </message>
    <message>
        <source>Read at {when}</source>
        <translation>Gelesen um {when}</translation>
    </message>
    <message numerus="yes">
        <source>Read for the first time: {n} events</source>
        <translation>
            <numerusform>Zum ersten Mal gelesen: ein Ereignis</numerusform>
            <numerusform>Zum ersten Mal gelesen: {n} Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Read in full: nothing was different</source>
        <translation>Ganz gelesen: nichts war anders</translation>
    </message>
    <message>
        <source>Read on {when}</source>
        <translation>Gelesen am {when}</translation>
    </message>
    <message>
        <source>Read only.</source>
        <translation>Schreibgeschützt.</translation>
    </message>
    <message>
        <source>Read public holidays from {name}</source>
        <translation>Feiertage aus {name} gelesen</translation>
    </message>
    <message>
        <source>Read the calendars</source>
        <translation>Kalender lesen</translation>
    </message>
    <message>
        <source>Read {ago}</source>
        <translation>Gelesen {ago}</translation>
    </message>
    <message>
        <source>Read {ago}, not everything is sent yet</source>
        <translation>Gelesen {ago}, noch ist nicht alles gesendet</translation>
    </message>
    <message>
        <source>Read {ago}, {waiting}</source>
        <translation>Gelesen {ago}, {waiting}</translation>
    </message>
    <message>
        <source>Read-only now</source>
        <translation>Jetzt schreibgeschützt</translation>
    </message>
    <message>
        <source>Read-only – cannot be primary</source>
        <translation>Schreibgeschützt – kann nicht Hauptkalender sein</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Reading {calendar}: {done} of {total}</source>
        <translation>{calendar} wird gelesen: {done} von {total}</translation>
    </message>
    <message>
        <source>Reassign…</source>
        <translation>Anders vergeben…</translation>
    </message>
    <message>
        <source>Recurring appointment</source>
        <translation>Serientermin</translation>
    </message>
    <message>
        <source>Recurring event</source>
        <translation>Serienereignis</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>Wiederherstellen: {what}</translation>
    </message>
    <message>
        <source>Release this time</source>
        <translation>Zeit freigeben</translation>
    </message>
    <message numerus="yes">
        <source>Released: {n} blocked slots</source>
        <translation>
            <numerusform>Freigegeben: eine geblockte Zeit</numerusform>
            <numerusform>Freigegeben: {n} geblockte Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Released: {title}</source>
        <translation>Freigegeben: {title}</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Reminders before appointments</source>
        <translation>Erinnerungen vor Terminen</translation>
    </message>
    <message>
        <source>Reminders of its own</source>
        <translation>Eigene Erinnerungen</translation>
    </message>
    <message>
        <source>Reminders that you did not answer stand here.</source>
        <translation>Hier stehen Erinnerungen, auf die Sie nicht reagiert haben.</translation>
    </message>
    <message>
        <source>Reminders…</source>
        <translation>Erinnerungen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove its blocked slot; the time becomes bookable</source>
        <translation>Die geblockte Zeit entfernen; sie wird wieder buchbar</translation>
    </message>
    <message>
        <source>Remove them; the time becomes bookable</source>
        <translation>Entfernen; die Zeit wird wieder buchbar</translation>
    </message>
    <message>
        <source>Removed from {place}: {title}</source>
        <translation>{There} entfernt: {title}</translation>
    </message>
    <message>
        <source>Removed time off: {name}</source>
        <translation>Abwesenheit entfernt: {name}</translation>
    </message>
    <message>
        <source>Repeat</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Repeats: {name}</source>
        <translation>Wiederholung: {name}</translation>
    </message>
    <message>
        <source>Repeat…</source>
        <translation>Wiederholen…</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>Report a problem…</source>
        <translation>Problem melden …</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Restore the copy of {when}?</source>
        <translation>Kopie zurückholen: {when}?</translation>
    </message>
    <message>
        <source>Restore {there}</source>
        <translation>{There} wiederherstellen</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Zurückholen…</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Rooms and equipment</source>
        <translation>Räume und Geräte</translation>
    </message>
    <message>
        <source>Round robin</source>
        <translation>Reihum</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>Als CSV speichern</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Say who is booked and when they work. All of it can change later.</source>
        <translation>Sagen Sie, wer gebucht wird und wann gearbeitet wird. Alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search for a name or keys</source>
        <translation>Name oder Tasten suchen</translation>
    </message>
    <message>
        <source>Search in {title}</source>
        <translation>{title} durchsuchen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen suchen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Second time zone…</source>
        <translation>Zweite Zeitzone…</translation>
    </message>
    <message>
        <source>See Needs attention.</source>
        <translation>Siehe „Zu klären“.</translation>
    </message>
    <message>
        <source>Select an entry first.</source>
        <translation>Wählen Sie zuerst einen Eintrag aus.</translation>
    </message>
    <message>
        <source>Select one entry first.</source>
        <translation>Wählen Sie zuerst einen einzelnen Eintrag aus.</translation>
    </message>
    <message>
        <source>Sent to {place}: {counts}</source>
        <translation>Gesendet: {counts} ({there})</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Serveradresse</translation>
    </message>
    <message>
        <source>Server found</source>
        <translation>Server gefunden</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Service with variations</source>
        <translation>Leistung mit Varianten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Several clients share a session that you lead.</source>
        <translation>Mehrere teilen sich einen Kurstermin, den Sie leiten.</translation>
    </message>
    <message>
        <source>Several days</source>
        <translation>Mehrere Tage</translation>
    </message>
    <message>
        <source>Share of a day&apos;s slots hidden in a list of open slots that is shared.</source>
        <translation>Anteil der Zeiten eines Tages, der in einer geteilten Liste freier Zeiten fehlt.</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Umschalt + Pfeiltasten</translation>
    </message>
    <message>
        <source>Shorter hours</source>
        <translation>Stunden niedriger</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Show none</source>
        <translation>Keine zeigen</translation>
    </message>
    <message>
        <source>Show the licence texts</source>
        <translation>Lizenztexte zeigen</translation>
    </message>
    <message>
        <source>Show this day</source>
        <translation>Diesen Tag zeigen</translation>
    </message>
    <message>
        <source>Show what is over</source>
        <translation>Vergangenes zeigen</translation>
    </message>
    <message>
        <source>Showed</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>Shows the appointment in the week</source>
        <translation>Zeigt den Termin in der Woche</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Signing in worked, but this account has no calendar for events. Make one on the server, then try again.</source>
        <translation>Die Anmeldung gelang, aber dieses Konto hat keinen Kalender für Ereignisse. Legen Sie auf dem Server einen an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Signing in worked, but this account has no calendar. Turn on Calendars in the iCloud settings of an Apple device, or make a calendar at icloud.com, then try again.</source>
        <translation>Die Anmeldung gelang, aber dieses Konto hat keinen Kalender. Schalten Sie in den iCloud-Einstellungen eines Apple-Geräts „Kalender“ ein oder legen Sie auf icloud.com einen Kalender an und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Simple calendars stay in lcdesk: nothing of theirs is synced, in either direction.</source>
        <translation>Einfache Kalender bleiben in lcdesk: nichts davon wird synchronisiert, in keiner Richtung.</translation>
    </message>
    <message>
        <source>Simple calendars stay on this computer.</source>
        <translation>Einfache Kalender bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>Himmel</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>Schiefer</translation>
    </message>
    <message>
        <source>Slots</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Slots that are kept no longer follow the calendar.</source>
        <translation>Behaltene geblockte Zeiten folgen dem Kalender nicht mehr.</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Später erinnern</translation>
    </message>
    <message>
        <source>Snooze 1 hour</source>
        <translation>In 1 Stunde erinnern</translation>
    </message>
    <message>
        <source>Snooze 15 minutes</source>
        <translation>In 15 Minuten erinnern</translation>
    </message>
    <message>
        <source>Snooze 5 minutes</source>
        <translation>In 5 Minuten erinnern</translation>
    </message>
    <message>
        <source>Snooze until it starts</source>
        <translation>Bei Beginn erinnern</translation>
    </message>
    <message>
        <source>So calendars are read and appointments are known before you open the window.</source>
        <translation>So sind Kalender gelesen und Termine bekannt, bevor Sie das Fenster öffnen.</translation>
    </message>
    <message>
        <source>Somebody else takes these bookings</source>
        <translation>Jemand anderes übernimmt diese Buchungen</translation>
    </message>
    <message>
        <source>Something between this computer and iCloud gave another answer, such as the sign-in page of a public network. {kept} Check the network, then try again.</source>
        <translation>Etwas zwischen diesem Computer und iCloud hat anders geantwortet, etwa die Anmeldeseite eines öffentlichen Netzes. {kept} Prüfen Sie das Netz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Something needs your attention</source>
        <translation>Etwas ist zu klären</translation>
    </message>
    <message>
        <source>Something went wrong that lcdesk did not expect</source>
        <translation>Etwas ging schief, womit lcdesk nicht gerechnet hat</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Staff member</source>
        <translation>Mitarbeiter</translation>
    </message>
    <message>
        <source>Staff needed {busy}; processing {free}</source>
        <translation>Mitarbeiter gebraucht {busy}; Einwirkzeit {free}</translation>
    </message>
    <message>
        <source>Staff side by side</source>
        <translation>Mitarbeiter nebeneinander</translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation>Standardtasten</translation>
    </message>
    <message>
        <source>Start lcdesk in the tray</source>
        <translation>lcdesk im Infobereich starten</translation>
    </message>
    <message>
        <source>Start lcdesk minimised</source>
        <translation>lcdesk minimiert starten</translation>
    </message>
    <message>
        <source>Started at {time}</source>
        <translation>Begann um {time}</translation>
    </message>
    <message>
        <source>Started on {day} at {time}</source>
        <translation>Begann am {day} um {time}</translation>
    </message>
    <message numerus="yes">
        <source>Started {n} minutes ago</source>
        <translation>
            <numerusform>Begann vor {n} Minute</numerusform>
            <numerusform>Begann vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting with the computer could not be changed</source>
        <translation>Das Starten mit dem Computer wurde nicht geändert</translation>
    </message>
    <message>
        <source>Starts now</source>
        <translation>Beginnt jetzt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>Schritt {n} von {all}</translation>
    </message>
    <message>
        <source>Still to be answered: {fields}</source>
        <translation>Noch zu beantworten: {fields}</translation>
    </message>
    <message>
        <source>Stop using it</source>
        <translation>Nicht mehr verwenden</translation>
    </message>
    <message>
        <source>Stretch of time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Subscribed – cannot be read</source>
        <translation>Abonniert – nicht lesbar</translation>
    </message>
    <message>
        <source>Such as Allergies</source>
        <translation>Etwa Allergien</translation>
    </message>
    <message>
        <source>Such as Long hair</source>
        <translation>Etwa langes Haar</translation>
    </message>
    <message>
        <source>Such as Mask</source>
        <translation>Etwa Maske</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisieren</translation>
    </message>
    <message>
        <source>Sync cancelled. What was read is kept; the next sync goes on from there.</source>
        <translation>Synchronisieren abgebrochen. Was gelesen ist, bleibt; beim nächsten Mal geht es dort weiter.</translation>
    </message>
    <message>
        <source>Sync is paused</source>
        <translation>Synchronisieren pausiert</translation>
    </message>
    <message>
        <source>Sync is paused until tomorrow</source>
        <translation>Synchronisieren bis morgen pausiert</translation>
    </message>
    <message>
        <source>Sync is paused until {time}</source>
        <translation>Synchronisieren bis {time} pausiert</translation>
    </message>
    <message>
        <source>Sync is paused. Changes are kept and sent later.</source>
        <translation>Synchronisieren pausiert. Änderungen werden behalten und später gesendet.</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Synchronisiert</translation>
    </message>
    <message>
        <source>Synced at {when}</source>
        <translation>Synchronisiert um {when}</translation>
    </message>
    <message>
        <source>Synced on {when}</source>
        <translation>Synchronisiert am {when}</translation>
    </message>
    <message>
        <source>Synced {ago}</source>
        <translation>Synchronisiert {ago}</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Wird synchronisiert…</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Take these hours away</source>
        <translation>Diese Zeiten entfernen</translation>
    </message>
    <message>
        <source>Take this away</source>
        <translation>Dies entfernen</translation>
    </message>
    <message>
        <source>Take this date away</source>
        <translation>Dieses Datum entfernen</translation>
    </message>
    <message>
        <source>Take this reminder away</source>
        <translation>Diese Erinnerung entfernen</translation>
    </message>
    <message>
        <source>Taken twice</source>
        <translation>Doppelt belegt</translation>
    </message>
    <message>
        <source>Taken: {what}</source>
        <translation>Belegt: {what}</translation>
    </message>
    <message>
        <source>Takes {names}</source>
        <translation>Belegt {names}</translation>
    </message>
    <message>
        <source>Taller hours</source>
        <translation>Stunden höher</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team, round robin</source>
        <translation>Team, reihum</translation>
    </message>
    <message>
        <source>Tell me what begins to wait while the window is closed</source>
        <translation>Melden, was zu klären ist, während das Fenster geschlossen ist</translation>
    </message>
    <message>
        <source>Tell nothing</source>
        <translation>Nichts melden</translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Tentative and unanswered events</source>
        <translation>Vorläufige und unbeantwortete Ereignisse</translation>
    </message>
    <message>
        <source>Tentative and unanswered events of {name} block time</source>
        <translation>Vorläufige und unbeantwortete Ereignisse von {name} blocken Zeit</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The address you sign in to your Apple Account with. An alias of it does not work.</source>
        <translation>Die Adresse, mit der Sie sich beim Apple Account anmelden. Ein Alias davon funktioniert nicht.</translation>
    </message>
    <message>
        <source>The answer from this address is not one of a calendar server. Your provider&apos;s help names the right address under “CalDAV”.</source>
        <translation>Was unter dieser Adresse antwortet, ist kein Kalenderserver. Die Hilfe Ihres Anbieters nennt die richtige Adresse unter „CalDAV“.</translation>
    </message>
    <message>
        <source>The appointment still stands here</source>
        <translation>Der Termin steht hier noch</translation>
    </message>
    <message>
        <source>The appointment still stands here.</source>
        <translation>Der Termin steht hier noch.</translation>
    </message>
    <message>
        <source>The change is kept here</source>
        <translation>Die Änderung ist hier behalten</translation>
    </message>
    <message>
        <source>The clocks change: {skipped} does not exist that day, {meant} is meant.</source>
        <translation>Zeitumstellung: {skipped} gibt es an diesem Tag nicht, gemeint ist {meant}.</translation>
    </message>
    <message>
        <source>The clocks skip this hour</source>
        <translation>Zeitumstellung: Diese Stunde fällt aus</translation>
    </message>
    <message>
        <source>The clocks skip this hour. It would begin at {time}.</source>
        <translation>Zeitumstellung: Diese Stunde fällt aus. Beginn wäre {time}.</translation>
    </message>
    <message>
        <source>The copy was restored</source>
        <translation>Die Kopie wurde zurückgeholt</translation>
    </message>
    <message>
        <source>The data file can be used again. Changes are saved and synced.</source>
        <translation>Die Datei ist wieder benutzbar. Änderungen werden gespeichert und synchronisiert.</translation>
    </message>
    <message>
        <source>The dates are booked as time passes.</source>
        <translation>Die Termine werden mit der Zeit gebucht.</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Die Zahlen</translation>
    </message>
    <message>
        <source>The file could not be written: {reason}. Choose another folder.</source>
        <translation>Die Datei konnte nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The file does not say how its letters are written; look at titles.</source>
        <translation>Die Datei sagt nicht, wie ihre Zeichen geschrieben sind; prüfen Sie die Titel.</translation>
    </message>
    <message>
        <source>The file is too large for a calendar of public holidays.</source>
        <translation>Die Datei ist zu groß für einen Kalender mit Feiertagen.</translation>
    </message>
    <message>
        <source>The first sync has not finished yet.</source>
        <translation>Das erste Synchronisieren ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>The last sync did not work</source>
        <translation>Das letzte Synchronisieren misslang</translation>
    </message>
    <message>
        <source>The length of a class session is fixed by its calendar.</source>
        <translation>Die Dauer eines Kurstermins gibt sein Kalender vor.</translation>
    </message>
    <message>
        <source>The newest copy: {when}.</source>
        <translation>Die neueste Kopie: {when}.</translation>
    </message>
    <message>
        <source>The page offers this only when two-factor authentication is on.</source>
        <translation>Die Seite bietet das nur mit Zwei-Faktor-Authentifizierung an.</translation>
    </message>
    <message>
        <source>The password is needed</source>
        <translation>Das Passwort wird gebraucht</translation>
    </message>
    <message>
        <source>The password of {account} is needed</source>
        <translation>Das Passwort von {account} wird gebraucht</translation>
    </message>
    <message>
        <source>The password of {account} was refused</source>
        <translation>Das Passwort von {account} wurde abgelehnt</translation>
    </message>
    <message>
        <source>The password store could not be used for {account}</source>
        <translation>Der Passwortspeicher war für {account} nicht benutzbar</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Der Bericht konnte nicht gespeichert werden</translation>
    </message>
    <message>
        <source>The same with Nextcloud, Fastmail, Radicale or any other CalDAV server.</source>
        <translation>Dasselbe mit Nextcloud, Fastmail, Radicale oder jedem anderen CalDAV-Server.</translation>
    </message>
    <message>
        <source>The series ends, and no later dates are booked.</source>
        <translation>Die Serie endet, und es werden keine weiteren Termine gebucht.</translation>
    </message>
    <message>
        <source>The server asks for a pause. {kept} Try again in a few minutes.</source>
        <translation>Der Server bittet um eine Pause. {kept} Versuchen Sie es in ein paar Minuten erneut.</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>The server does not accept this user name with this password. Check both and enter the password again.</source>
        <translation>Der Server nimmt diesen Benutzernamen mit diesem Passwort nicht an. Prüfen Sie beides und geben Sie das Passwort erneut ein.</translation>
    </message>
    <message>
        <source>The server is busy</source>
        <translation>Der Server ist ausgelastet</translation>
    </message>
    <message>
        <source>The server refused the password</source>
        <translation>Der Server hat das Passwort abgelehnt</translation>
    </message>
    <message>
        <source>The system refused it: {why}. Nothing else was changed. Check who owns that place, then try again.</source>
        <translation>Das System hat es abgelehnt: {why}. Sonst wurde nichts geändert. Prüfen Sie, wem dieser Ort gehört, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The variation takes</source>
        <translation>Die Variante dauert</translation>
    </message>
    <message>
        <source>The week after</source>
        <translation>Die Woche danach</translation>
    </message>
    <message>
        <source>The week before</source>
        <translation>Die Woche davor</translation>
    </message>
    <message>
        <source>The whole business is closed</source>
        <translation>Der ganze Betrieb ist geschlossen</translation>
    </message>
    <message>
        <source>The window is made with Qt and PySide6 under the GNU Lesser General Public License, version 3. Both are used unchanged as separate libraries, and you may replace them with your own build. Their source code is at download.qt.io.</source>
        <translation>Das Fenster ist mit Qt und PySide6 gemacht, unter der GNU Lesser General Public License, Version 3. Beide werden unverändert als eigene Bibliotheken genutzt, und Sie dürfen sie durch selbst gebaute ersetzen. Ihr Quelltext liegt auf download.qt.io.</translation>
    </message>
    <message>
        <source>There is a calendar called {name}.</source>
        <translation>Es gibt schon einen Kalender namens {name}.</translation>
    </message>
    <message>
        <source>There is a room or equipment called {name}.</source>
        <translation>Es gibt schon einen Raum oder ein Gerät namens {name}.</translation>
    </message>
    <message>
        <source>There is a staff member called {name}.</source>
        <translation>Es gibt schon einen Mitarbeiter namens {name}.</translation>
    </message>
    <message>
        <source>There is no calendar to book on yet.</source>
        <translation>Es gibt noch keinen Kalender, auf den gebucht werden kann.</translation>
    </message>
    <message>
        <source>There is no connection to iCloud at the moment. {kept} Check the network, then try again.</source>
        <translation>Zurzeit gibt es keine Verbindung zu iCloud. {kept} Prüfen Sie das Netz und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>There is nothing to paste. Copy an entry first.</source>
        <translation>Es gibt nichts einzufügen. Kopieren Sie zuerst einen Eintrag.</translation>
    </message>
    <message>
        <source>There is nothing to print on these days.</source>
        <translation>An diesen Tagen gibt es nichts zu drucken.</translation>
    </message>
    <message>
        <source>These keys belong to the week and the month. They stay as they are.</source>
        <translation>Diese Tasten gehören zu Woche und Monat. Sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>These keys move or change what is selected. Choose others.</source>
        <translation>Diese Tasten bewegen oder ändern, was ausgewählt ist. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>They are created there first, then removed from the old calendar.</source>
        <translation>Sie werden zuerst dort angelegt, dann aus dem alten Kalender entfernt.</translation>
    </message>
    <message>
        <source>They are gone</source>
        <translation>Sie sind weg</translation>
    </message>
    <message>
        <source>They are named over the days. Tick those on which the business is closed.</source>
        <translation>Sie stehen über den Tagen. Haken Sie an, wo der Betrieb geschlossen ist.</translation>
    </message>
    <message>
        <source>They replace the weekly hours of that date entirely.</source>
        <translation>Sie ersetzen die Wochenzeiten dieses Tages ganz.</translation>
    </message>
    <message>
        <source>They say “Appointment at 14:00”, also on a locked screen.</source>
        <translation>Sie sagen „Termin um 14:00“, auch auf dem Sperrbildschirm.</translation>
    </message>
    <message>
        <source>This and following ({n})</source>
        <translation>Dieser und folgende ({n})</translation>
    </message>
    <message>
        <source>This and following dates</source>
        <translation>Dieser und folgende Termine</translation>
    </message>
    <message>
        <source>This appointment</source>
        <translation>Dieser Termin</translation>
    </message>
    <message>
        <source>This change was not sent to {place}. It is kept here.</source>
        <translation>Diese Änderung ist nicht {there} angekommen. Hier bleibt sie erhalten.</translation>
    </message>
    <message>
        <source>This date only</source>
        <translation>Nur dieser Termin</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends lcdesk.</source>
        <translation>Diese Oberfläche hat keinen Infobereich; mit dem Fenster endet lcdesk.</translation>
    </message>
    <message>
        <source>This event stands in a calendar of {owner} and stays there.</source>
        <translation>Dieses Ereignis steht in einem Kalender von {owner} und bleibt dort.</translation>
    </message>
    <message>
        <source>This event was made {there}. Change it there; lcdesk follows.</source>
        <translation>Dieses Ereignis entstand {there}. Ändern Sie es dort; lcdesk folgt.</translation>
    </message>
    <message>
        <source>This event was made {there}. Copy it there.</source>
        <translation>Dieses Ereignis entstand {there}. Kopieren Sie es dort.</translation>
    </message>
    <message>
        <source>This is all that you would pass on. Names, addresses, titles and passwords are left out. Read it, then copy or save it; lcdesk sends nothing by itself.</source>
        <translation>Das ist alles, was Sie weitergeben würden. Namen, Adressen, Titel und Passwörter stehen nicht darin. Lesen Sie es, dann kopieren oder speichern Sie es; lcdesk sendet nichts von selbst.</translation>
    </message>
    <message>
        <source>This is not a calendar server</source>
        <translation>Das ist kein Kalenderserver</translation>
    </message>
    <message>
        <source>This time is blocked for a calendar.</source>
        <translation>Diese Zeit ist für einen Kalender geblockt.</translation>
    </message>
    <message>
        <source>This time is blocked for a staff member.</source>
        <translation>Diese Zeit ist für einen Mitarbeiter geblockt.</translation>
    </message>
    <message>
        <source>This time is not open</source>
        <translation>Diese Zeit ist nicht frei</translation>
    </message>
    <message>
        <source>This time is open</source>
        <translation>Diese Zeit ist frei</translation>
    </message>
    <message>
        <source>Tick who is away, or say that the whole business is closed.</source>
        <translation>Haken Sie an, wer abwesend ist, oder wählen Sie, dass der ganze Betrieb geschlossen ist.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time blocked</source>
        <translation>Zeit geblockt</translation>
    </message>
    <message>
        <source>Time freed</source>
        <translation>Zeit freigegeben</translation>
    </message>
    <message>
        <source>Time off</source>
        <translation>Abwesenheiten</translation>
    </message>
    <message>
        <source>Time off removed</source>
        <translation>Abwesenheit entfernt</translation>
    </message>
    <message>
        <source>Time off saved</source>
        <translation>Abwesenheit gespeichert</translation>
    </message>
    <message>
        <source>Time off stays in lcdesk, the title too.</source>
        <translation>Abwesenheiten bleiben in lcdesk, auch der Titel.</translation>
    </message>
    <message>
        <source>Time off…</source>
        <translation>Abwesenheiten…</translation>
    </message>
    <message>
        <source>Time unblocked</source>
        <translation>Zeit freigegeben</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Time zone: {zone}</source>
        <translation>Zeitzone: {zone}</translation>
    </message>
    <message>
        <source>Times in {place}</source>
        <translation>Zeiten in {place}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To move to another computer, or to keep elsewhere: settings, staff, calendars, appointments, contacts and activity. Passwords are not in it. It is not encrypted, so keep it safe.</source>
        <translation>Für den Umzug auf einen anderen Computer oder zum Aufbewahren: Einstellungen, Mitarbeiter, Kalender, Termine, Kontakte und Aktivität. Passwörter sind nicht dabei. Die Datei ist nicht verschlüsselt: Bewahren Sie sie sicher auf.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Today, {day}</source>
        <translation>Heute, {day}</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Tomorrow, {day}</source>
        <translation>Morgen, {day}</translation>
    </message>
    <message>
        <source>Took {name} off the waiting list for {into}</source>
        <translation>{name} von der Warteliste genommen: {into}</translation>
    </message>
    <message>
        <source>Travel before it from {day}, {time}.</source>
        <translation>Anfahrt davor ab {day}, {time}.</translation>
    </message>
    <message>
        <source>Travel before it from {time}.</source>
        <translation>Anfahrt davor ab {time}.</translation>
    </message>
    <message>
        <source>Travel: {title}</source>
        <translation>Anfahrt: {title}</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Unconfirmed</source>
        <translation>Unbestätigt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>Rückgängig: {what}</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Rückgängig gemacht: {what}</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>Unbegrenzt</translation>
    </message>
    <message>
        <source>Unticked, such events are still shown, but their time stays bookable. Events that are marked free never block.</source>
        <translation>Ohne Haken werden solche Ereignisse weiter gezeigt, ihre Zeit bleibt aber buchbar. Als frei markierte Ereignisse blocken nie.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Until I resume it</source>
        <translation>Bis ich es fortsetze</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Bis {day}</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Bis {time}</translation>
    </message>
    <message>
        <source>Until {time}: {title}</source>
        <translation>Bis {time}: {title}</translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation>Ereignis ohne Titel</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>Auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <translation>Anstehend</translation>
    </message>
    <message>
        <source>Upcoming appointments</source>
        <translation>Anstehende Termine</translation>
    </message>
    <message>
        <source>Updated {there}: {title}</source>
        <translation>{There} aktualisiert: {title}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use no calendar</source>
        <translation>Keinen Kalender verwenden</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} verwenden</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Variation</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Warteliste</translation>
    </message>
    <message>
        <source>Waiting list…</source>
        <translation>Warteliste…</translation>
    </message>
    <message>
        <source>Waiting to be sent to {place}.</source>
        <translation>Noch nicht {there}.</translation>
    </message>
    <message>
        <source>Warn after</source>
        <translation>Warnen nach</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Week numbers in the small month</source>
        <translation>Kalenderwochen im kleinen Monat</translation>
    </message>
    <message>
        <source>Week or month before and after</source>
        <translation>Woche oder Monat davor und danach</translation>
    </message>
    <message>
        <source>Week {number}, {day}</source>
        <translation>Woche {number}, {day}</translation>
    </message>
    <message>
        <source>Week {n}</source>
        <translation>Woche {n}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What a new booking begins with.</source>
        <translation>Womit eine neue Buchung beginnt.</translation>
    </message>
    <message>
        <source>What blocks your time</source>
        <translation>Was Ihre Zeit blockt</translation>
    </message>
    <message>
        <source>What can be answered</source>
        <translation>Art der Antwort</translation>
    </message>
    <message>
        <source>What do people book? You can add more, and change everything, in Settings.</source>
        <translation>Was wird gebucht? Weitere Kalender und alle Änderungen finden Sie in den Einstellungen.</translation>
    </message>
    <message>
        <source>What each sync changes here as well as {there} is told in this list.</source>
        <translation>Was jedes Synchronisieren hier und {there} ändert, steht in dieser Liste.</translation>
    </message>
    <message>
        <source>What falls due meanwhile is told when they are over.</source>
        <translation>Was währenddessen fällig wird, wird danach gemeldet.</translation>
    </message>
    <message>
        <source>What for? For example: Summer holiday</source>
        <translation>Wofür? Zum Beispiel: Sommerurlaub</translation>
    </message>
    <message>
        <source>What is synced, and what is not</source>
        <translation>Was synchronisiert wird und was nicht</translation>
    </message>
    <message>
        <source>What is ticked is booked as by hand, for the contact beside it. Nobody named in the file becomes a contact unless you say so.</source>
        <translation>Was angehakt ist, wird wie von Hand gebucht, für den Kontakt daneben. Niemand aus der Datei wird Kontakt, außer Sie wollen es.</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Woraus es besteht</translation>
    </message>
    <message>
        <source>What the booking dialog asks for besides. Answers stay in lcdesk.</source>
        <translation>Wonach beim Buchen noch gefragt wird. Antworten bleiben in lcdesk.</translation>
    </message>
    <message>
        <source>What the rows are</source>
        <translation>Was die Zeilen sind</translation>
    </message>
    <message>
        <source>What this calendar is for</source>
        <translation>Wofür dieser Kalender da ist</translation>
    </message>
    <message>
        <source>What was copied does not exist any more.</source>
        <translation>Was kopiert wurde, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What was saved before is safe; the last step may not have happened. The details help whoever mends it: open them and copy.</source>
        <translation>Was vorher gespeichert wurde, ist sicher; der letzte Schritt ist vielleicht nicht geschehen. Die Details helfen dem, der es behebt: öffnen und kopieren Sie sie.</translation>
    </message>
    <message>
        <source>What was there before is set aside as {name}, in Settings, Data and backup.</source>
        <translation>Was vorher da war, ist als {name} beiseitegelegt, in Einstellungen, Daten und Sicherung.</translation>
    </message>
    <message>
        <source>What was there before is set aside as {name}, in Settings, Data and backup. Enter the password of each account once: Settings, Integrations.</source>
        <translation>Was vorher da war, ist als {name} beiseitegelegt, in Einstellungen, Daten und Sicherung. Geben Sie das Passwort jedes Kontos einmal ein: Einstellungen, Integrationen.</translation>
    </message>
    <message>
        <source>What was there before is set aside, in Settings, Data and backup. Every calendar is read anew now; look through “Needs attention” afterwards.</source>
        <translation>Was vorher da war, liegt beiseite: Einstellungen, Daten und Sicherung. Jetzt wird jeder Kalender neu gelesen; sehen Sie danach „Zu klären“ durch.</translation>
    </message>
    <message>
        <source>What you typed there is not saved yet. Everything else is.</source>
        <translation>Was Sie dort eingegeben haben, ist noch nicht gespeichert. Alles andere schon.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When an event is deleted {there}</source>
        <translation>Wenn {there} ein Ereignis gelöscht wird</translation>
    </message>
    <message>
        <source>When an event is deleted {there}, its time stays blocked here until you release it. It can be released by itself instead.</source>
        <translation>Wird {there} ein Ereignis gelöscht, bleibt die Zeit hier geblockt, bis Sie sie freigeben. Sie kann auch von selbst freigegeben werden.</translation>
    </message>
    <message>
        <source>When calendars have not been read for a while</source>
        <translation>Wenn Kalender länger nicht gelesen wurden</translation>
    </message>
    <message>
        <source>When it starts</source>
        <translation>Bei Beginn</translation>
    </message>
    <message>
        <source>When it suits</source>
        <translation>Wann es passt</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>When you sign in to this computer</source>
        <translation>Beim Anmelden an diesem Computer</translation>
    </message>
    <message>
        <source>Where are the calendars?</source>
        <translation>Wo liegen die Kalender?</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who else takes part</source>
        <translation>Wer noch dabei ist</translation>
    </message>
    <message>
        <source>Who is away</source>
        <translation>Wer abwesend ist</translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation>Für wen ist es?</translation>
    </message>
    <message>
        <source>Who is it for? Enter a name.</source>
        <translation>Für wen ist es? Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Whoever is next</source>
        <translation>Wer dran ist</translation>
    </message>
    <message>
        <source>Whoever is next: {name}</source>
        <translation>Wer dran ist: {name}</translation>
    </message>
    <message>
        <source>Whoever of the team is free takes the client, in turn.</source>
        <translation>Wer im Team frei ist, übernimmt, reihum.</translation>
    </message>
    <message>
        <source>Whole business</source>
        <translation>Ganzer Betrieb</translation>
    </message>
    <message>
        <source>Whole days that repeat stay whole days. Drag it along the lane.</source>
        <translation>Ganze Tage, die sich wiederholen, bleiben ganze Tage. Ziehen Sie das Ereignis in der Zeile auf einen anderen Tag.</translation>
    </message>
    <message>
        <source>With processing time</source>
        <translation>Mit Einwirkzeit</translation>
    </message>
    <message>
        <source>With {old} → {new}</source>
        <translation>Mit {old} → {new}</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Words, days and dates. Another language is spoken when lcdesk starts anew.</source>
        <translation>Wörter, Tage und Daten. Eine andere Sprache gilt ab dem nächsten Start von lcdesk.</translation>
    </message>
    <message>
        <source>Work week</source>
        <translation>Arbeitswoche</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>Arbeitstage</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>Written to {file}.</source>
        <translation>Geschrieben in {file}.</translation>
    </message>
    <message>
        <source>Written to {place}: {title}</source>
        <translation>{There} eingetragen: {title}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder Nein</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Yesterday, {day}</source>
        <translation>Gestern, {day}</translation>
    </message>
    <message>
        <source>You and your hours</source>
        <translation>Sie und Ihre Arbeitszeit</translation>
    </message>
    <message>
        <source>You need an app-specific password</source>
        <translation>Sie brauchen ein anwendungsspezifisches Passwort</translation>
    </message>
    <message>
        <source>Your account</source>
        <translation>Ihr Konto</translation>
    </message>
    <message>
        <source>Your appointment: {when}</source>
        <translation>Ihr Termin: {when}</translation>
    </message>
    <message>
        <source>Your appointments stay here, and nothing is deleted {there}. The password is removed from this computer.</source>
        <translation>Ihre Termine bleiben hier, und {there} wird nichts gelöscht. Das Passwort wird von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>Your data is as it was left. A safe start syncs nothing and uses the default look, until lcdesk is started again.</source>
        <translation>Ihre Daten sind, wie sie waren. Ein sicherer Start synchronisiert nichts und hat das Aussehen der Grundeinstellung, bis lcdesk neu gestartet wird.</translation>
    </message>
    <message>
        <source>Your first calendar</source>
        <translation>Ihr erster Kalender</translation>
    </message>
    <message>
        <source>Your iCloud calendar</source>
        <translation>Ihr iCloud-Kalender</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Ihr Passwort</translation>
    </message>
    <message>
        <source>Your private events block your time here, and appointments appear in your own calendar.</source>
        <translation>Ihre privaten Ereignisse blocken hier Ihre Zeit, und Termine erscheinen in Ihrem eigenen Kalender.</translation>
    </message>
    <message>
        <source>accessibility, legible, colours</source>
        <translation>Barrierefreiheit, lesbar, Farben</translation>
    </message>
    <message>
        <source>add-ons</source>
        <translation>Extras</translation>
    </message>
    <message>
        <source>addition</source>
        <translation>Neuanlage</translation>
    </message>
    <message>
        <source>addition to the waiting list</source>
        <translation>Eintrag in die Warteliste</translation>
    </message>
    <message>
        <source>alarm, alert, remind</source>
        <translation>Alarm, Wecker, erinnern</translation>
    </message>
    <message>
        <source>alerts, warnings</source>
        <translation>Hinweise, Warnungen, Meldungen</translation>
    </message>
    <message>
        <source>all-day events</source>
        <translation>ganztägige Ereignisse</translation>
    </message>
    <message>
        <source>an appointment here already</source>
        <translation>hier schon ein Termin</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>und {n} weitere</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and {n} more reasons</source>
        <translation>
            <numerusform>und {n} weiterer Grund</numerusform>
            <numerusform>und {n} weitere Gründe</numerusform>
        </translation>
    </message>
    <message>
        <source>another title</source>
        <translation>anderer Titel</translation>
    </message>
    <message>
        <source>appointments.ics</source>
        <translation>termine.ics</translation>
    </message>
    <message>
        <source>autostart, boot, automatically, launch</source>
        <translation>Autostart, hochfahren, automatisch, Systemstart</translation>
    </message>
    <message>
        <source>background, quit, exit, close, tray</source>
        <translation>Hintergrund, beenden, schließen, Infobereich</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>blocked already</source>
        <translation>schon geblockt</translation>
    </message>
    <message>
        <source>blocked time</source>
        <translation>geblockte Zeit</translation>
    </message>
    <message>
        <source>blocking of {n} times</source>
        <translation>Blocken von {n} Zeiten</translation>
    </message>
    <message>
        <source>blocking of {title}</source>
        <translation>Blocken von {title}</translation>
    </message>
    <message>
        <source>booked already</source>
        <translation>schon gebucht</translation>
    </message>
    <message>
        <source>booked anyway: {why}</source>
        <translation>trotzdem gebucht: {why}</translation>
    </message>
    <message>
        <source>booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>booking of {n} appointments</source>
        <translation>Buchung von {n} Terminen</translation>
    </message>
    <message>
        <source>booking of {title}</source>
        <translation>Buchung von {title}</translation>
    </message>
    <message>
        <source>bookings per day</source>
        <translation>Buchungen pro Tag</translation>
    </message>
    <message>
        <source>bookings per slot</source>
        <translation>Buchungen pro Zeit</translation>
    </message>
    <message>
        <source>buffer after</source>
        <translation>Puffer danach</translation>
    </message>
    <message>
        <source>buffer before</source>
        <translation>Puffer davor</translation>
    </message>
    <message>
        <source>calendar.pdf</source>
        <translation>kalender.pdf</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>Absage</translation>
    </message>
    <message>
        <source>cancellation of {n} appointments</source>
        <translation>Absage von {n} Terminen</translation>
    </message>
    <message>
        <source>cancellation of {title}</source>
        <translation>Absage von {title}</translation>
    </message>
    <message>
        <source>cancelled in the file</source>
        <translation>in der Datei abgesagt</translation>
    </message>
    <message>
        <source>cancelled, its time is freed</source>
        <translation>abgesagt, die Zeit wird freigegeben</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>change of an event</source>
        <translation>Änderung eines Ereignisses</translation>
    </message>
    <message>
        <source>change of blocked time</source>
        <translation>Änderung geblockter Zeit</translation>
    </message>
    <message>
        <source>change of settings</source>
        <translation>Änderung der Einstellungen</translation>
    </message>
    <message>
        <source>change of the waiting list</source>
        <translation>Änderung der Warteliste</translation>
    </message>
    <message>
        <source>change of what {title} waits for</source>
        <translation>Änderung dessen, worauf {title} wartet</translation>
    </message>
    <message>
        <source>change of {n} appointments</source>
        <translation>Änderung von {n} Terminen</translation>
    </message>
    <message>
        <source>change of {n} blocked times</source>
        <translation>Änderung von {n} geblockten Zeiten</translation>
    </message>
    <message>
        <source>change of {title}</source>
        <translation>Änderung von {title}</translation>
    </message>
    <message>
        <source>changed here since</source>
        <translation>hier seither geändert</translation>
    </message>
    <message>
        <source>choice of calendar {title}</source>
        <translation>Wahl des Kalenders {title}</translation>
    </message>
    <message>
        <source>choice of calendars</source>
        <translation>Wahl der Kalender</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>closed: {reasons}</source>
        <translation>geschlossen: {reasons}</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>confirmation</source>
        <translation>Bestätigung</translation>
    </message>
    <message>
        <source>contacts.vcf</source>
        <translation>kontakte.vcf</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>decision about {title}</source>
        <translation>Entscheidung über {title}</translation>
    </message>
    <message>
        <source>delete, removed events</source>
        <translation>löschen, gelöschte Ereignisse, entfernt</translation>
    </message>
    <message>
        <source>deleted events</source>
        <translation>gelöschte Ereignisse</translation>
    </message>
    <message>
        <source>deletion</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>deletion of {title}</source>
        <translation>Löschen von {title}</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>details in notifications</source>
        <translation>Details in Benachrichtigungen</translation>
    </message>
    <message>
        <source>details of private events</source>
        <translation>Details privater Ereignisse</translation>
    </message>
    <message>
        <source>disconnecting</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>disconnecting {title}</source>
        <translation>Trennen von {title}</translation>
    </message>
    <message>
        <source>distribution</source>
        <translation>Verteilung</translation>
    </message>
    <message>
        <source>do not disturb, silence, night, weekend</source>
        <translation>nicht stören, stumm, Nacht, Wochenende</translation>
    </message>
    <message>
        <source>does not work then</source>
        <translation>arbeitet dann nicht</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>erster Tag</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>freed time</source>
        <translation>freigegebene Zeit</translation>
    </message>
    <message>
        <source>freeing of {n} times</source>
        <translation>Freigabe von {n} Zeiten</translation>
    </message>
    <message>
        <source>freeing of {title}</source>
        <translation>Freigabe von {title}</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>from {time}</source>
        <translation>ab {time}</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>how far ahead</source>
        <translation>Buchungszeitraum</translation>
    </message>
    <message>
        <source>how many there are</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>iCloud Calendar</source>
        <translation>iCloud-Kalender</translation>
    </message>
    <message>
        <source>iCloud asks for a pause. {kept} Try again in a few minutes; the password may well be right.</source>
        <translation>iCloud bittet um eine Pause. {kept} Versuchen Sie es in ein paar Minuten erneut; das Passwort stimmt vielleicht.</translation>
    </message>
    <message>
        <source>iCloud cannot be reached</source>
        <translation>iCloud ist nicht erreichbar</translation>
    </message>
    <message>
        <source>iCloud does not accept your ordinary password in other programs.</source>
        <translation>iCloud nimmt Ihr gewöhnliches Passwort in anderen Programmen nicht an.</translation>
    </message>
    <message>
        <source>iCloud is busy</source>
        <translation>iCloud ist ausgelastet</translation>
    </message>
    <message>
        <source>iCloud is not supported for simple calendars: nothing is sent there or read from there.</source>
        <translation>iCloud gibt es für einfache Kalender nicht: nichts wird dorthin gesendet oder von dort gelesen.</translation>
    </message>
    <message>
        <source>iCloud is not supported for simple calendars: nothing of theirs is synced, in either direction.</source>
        <translation>iCloud gibt es für einfache Kalender nicht: nichts davon wird synchronisiert, in keiner Richtung.</translation>
    </message>
    <message>
        <source>iCloud refused the password</source>
        <translation>iCloud hat das Passwort abgelehnt</translation>
    </message>
    <message>
        <source>iCloud&apos;s answer could not be read</source>
        <translation>Die Antwort von iCloud war nicht lesbar</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>import of {title}</source>
        <translation>Import von {title}</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>Takt</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzten</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>letzter Tag</translation>
    </message>
    <message>
        <source>lcdesk closes, puts this copy in the place of its data and opens again. What you have now is set aside and stays in this list. Then every calendar is read anew; nothing is deleted in iCloud or on a server.</source>
        <translation>lcdesk schließt sich, setzt diese Kopie an die Stelle seiner Daten und öffnet sich wieder. Was Sie jetzt haben, liegt dann beiseite und bleibt in dieser Liste. Danach wird jeder Kalender neu gelesen; in iCloud oder auf einem Server wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>lcdesk closes, puts this in the place of its data and opens again. What you have now is set aside as a copy and stays in the list of copies. Nothing is deleted in iCloud or on a server.</source>
        <translation>lcdesk schließt sich, setzt dies an die Stelle seiner Daten und öffnet sich wieder. Was Sie jetzt haben, wird als Kopie beiseitegelegt und bleibt in der Liste der Kopien. In iCloud oder auf einem Server wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>lcdesk did not finish its last start</source>
        <translation>Der letzte Start von lcdesk kam nicht ans Ende</translation>
    </message>
    <message>
        <source>lcdesk keeps running</source>
        <translation>lcdesk läuft weiter</translation>
    </message>
    <message>
        <source>lcdesk tries again later.</source>
        <translation>lcdesk versucht es später erneut.</translation>
    </message>
    <message>
        <source>lcdesk tries again soon.</source>
        <translation>lcdesk versucht es bald erneut.</translation>
    </message>
    <message>
        <source>left out: {why}</source>
        <translation>ausgelassen: {why}</translation>
    </message>
    <message>
        <source>length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>look busy</source>
        <translation>Ausgelastet wirken</translation>
    </message>
    <message>
        <source>main calendar, default calendar, linked calendar</source>
        <translation>Standardkalender, verknüpfter Kalender</translation>
    </message>
    <message>
        <source>merging of contacts</source>
        <translation>Zusammenführen von Kontakten</translation>
    </message>
    <message>
        <source>merging of {title}</source>
        <translation>Zusammenführen von {title}</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>more notes</source>
        <translation>mehr Notizen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>move of {n} appointments</source>
        <translation>Verschieben von {n} Terminen</translation>
    </message>
    <message>
        <source>move of {title}</source>
        <translation>Verschieben von {title}</translation>
    </message>
    <message>
        <source>moved to {when}: {why}</source>
        <translation>verschoben auf {when}: {why}</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>new length</source>
        <translation>Neue Dauer</translation>
    </message>
    <message>
        <source>new length of {n} appointments</source>
        <translation>Neue Dauer von {n} Terminen</translation>
    </message>
    <message>
        <source>new length of {title}</source>
        <translation>Neue Dauer von {title}</translation>
    </message>
    <message>
        <source>new {title}</source>
        <translation>Neu: {title}</translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation>noch kein Kontakt</translation>
    </message>
    <message>
        <source>no entries</source>
        <translation>keine Einträge</translation>
    </message>
    <message>
        <source>no staff</source>
        <translation>kein Mitarbeiter</translation>
    </message>
    <message>
        <source>no working day</source>
        <translation>kein Arbeitstag</translation>
    </message>
    <message>
        <source>nobody shown works then</source>
        <translation>dann arbeitet niemand von den Gezeigten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not open: {reason}</source>
        <translation>nicht frei: {reason}</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Vorlauf</translation>
    </message>
    <message>
        <source>notices of what needs attention</source>
        <translation>Meldungen, was zu klären ist</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>numbers.csv</source>
        <translation>zahlen.csv</translation>
    </message>
    <message>
        <source>old, outdated, warning</source>
        <translation>alt, veraltet, Warnung</translation>
    </message>
    <message>
        <source>older than what was imported</source>
        <translation>älter als das Importierte</translation>
    </message>
    <message>
        <source>on day {n}</source>
        <translation>am {n}. des Monats</translation>
    </message>
    <message>
        <source>on the {nth} {weekday}</source>
        <translation>am {nth} {weekday}</translation>
    </message>
    <message>
        <source>on {days}</source>
        <translation>am {days}</translation>
    </message>
    <message>
        <source>other words</source>
        <translation>andere Angaben</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>past</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>privacy, lock screen, private</source>
        <translation>Datenschutz, Sperrbildschirm, privat</translation>
    </message>
    <message>
        <source>private events, busy, availability, block</source>
        <translation>private Ereignisse, belegt, Verfügbarkeit, blocken</translation>
    </message>
    <message>
        <source>public holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>putting {title} on the waiting list</source>
        <translation>Wartelisteneintrag von {title}</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>refresh, update, reload</source>
        <translation>aktualisieren, neu laden</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>release of {n} blocked slots</source>
        <translation>Freigabe von {n} geblockten Zeiten</translation>
    </message>
    <message>
        <source>release of {title}</source>
        <translation>Freigabe von {title}</translation>
    </message>
    <message>
        <source>reminders</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>repeats, imported until {day}</source>
        <translation>Serie, bis {day}</translation>
    </message>
    <message numerus="yes">
        <source>repeats: {n} dates</source>
        <translation>
            <numerusform>Serie: ein Termin</numerusform>
            <numerusform>Serie: {n} Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>rooms and equipment</source>
        <translation>Räume und Geräte</translation>
    </message>
    <message>
        <source>seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>status of {n} appointments</source>
        <translation>Status von {n} Terminen</translation>
    </message>
    <message>
        <source>status of {title}</source>
        <translation>Status von {title}</translation>
    </message>
    <message>
        <source>stop, offline</source>
        <translation>anhalten, offline</translation>
    </message>
    <message>
        <source>takes no time</source>
        <translation>belegt keine Zeit</translation>
    </message>
    <message>
        <source>taking {n} off the waiting list</source>
        <translation>Entfernen von {n} Einträgen der Warteliste</translation>
    </message>
    <message>
        <source>taking {title} off the waiting list</source>
        <translation>Entfernen von {title} von der Warteliste</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>tentative</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>tentative events</source>
        <translation>vorläufige Ereignisse</translation>
    </message>
    <message>
        <source>theme, colours, automatic</source>
        <translation>Design, Farben, automatisch</translation>
    </message>
    <message>
        <source>theme, colours, bright, day mode</source>
        <translation>Design, Farben, heller Modus</translation>
    </message>
    <message>
        <source>theme, colours, night mode, black</source>
        <translation>Design, Farben, Dunkelmodus, Nachtmodus, schwarz</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>time off</source>
        <translation>Abwesenheit</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>times</source>
        <translation>mal</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>unblocked here since</source>
        <translation>hier seither freigegeben</translation>
    </message>
    <message>
        <source>until</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>bis {time}</translation>
    </message>
    <message>
        <source>untitled</source>
        <translation>ohne Titel</translation>
    </message>
    <message>
        <source>used no longer</source>
        <translation>nicht mehr verwendet</translation>
    </message>
    <message>
        <source>vCard (*.vcf)</source>
        <translation>vCard (*.vcf)</translation>
    </message>
    <message>
        <source>variations</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>version, support, bug</source>
        <translation>Version, Hilfe, Fehler</translation>
    </message>
    <message>
        <source>warning about calendars not read</source>
        <translation>Warnung vor nicht gelesenen Kalendern</translation>
    </message>
    <message>
        <source>was {time}</source>
        <translation>bisher {time}</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>Wochen</translation>
    </message>
    <message>
        <source>what is asked</source>
        <translation>wonach gefragt wird</translation>
    </message>
    <message>
        <source>whether it is active</source>
        <translation>ob aktiv</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>bei {name}</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>Arbeitszeiten</translation>
    </message>
    <message>
        <source>{Place} has not been read yet</source>
        <translation>{There} wurde noch nicht gelesen</translation>
    </message>
    <message>
        <source>{Place} is busy</source>
        <translation>{Place} ist ausgelastet</translation>
    </message>
    <message>
        <source>{Place} is busy. {next}</source>
        <translation>{Place} ist ausgelastet. {next}</translation>
    </message>
    <message>
        <source>{Place} is busy: {account} is read later</source>
        <translation>{Place} ist ausgelastet: {account} wird später gelesen</translation>
    </message>
    <message>
        <source>{Place} last read at {time}</source>
        <translation>{There} zuletzt gelesen um {time}</translation>
    </message>
    <message>
        <source>{Place} last read on {day}, {time}</source>
        <translation>{There} zuletzt gelesen am {day}, {time}</translation>
    </message>
    <message>
        <source>{Place} last read while this computer’s clock was ahead</source>
        <translation>{There} zuletzt gelesen, als die Uhr dieses Computers vorging</translation>
    </message>
    <message>
        <source>{Place} refused the password. Enter a new one in Settings.</source>
        <translation>{Place} hat das Passwort abgelehnt. Geben Sie in den Einstellungen ein neues ein.</translation>
    </message>
    <message>
        <source>{There}</source>
        <translation>{There}</translation>
    </message>
    <message>
        <source>{There}.</source>
        <translation>{There}.</translation>
    </message>
    <message>
        <source>{account} could not be read</source>
        <translation>{account} war nicht lesbar</translation>
    </message>
    <message>
        <source>{account} is in step again</source>
        <translation>{account} ist wieder auf dem neuesten Stand</translation>
    </message>
    <message>
        <source>{action}: {title}</source>
        <translation>{action}: {title}</translation>
    </message>
    <message>
        <source>{appointments} will be written to {name}.</source>
        <translation>In „{name}“ eingetragen werden: {appointments}.</translation>
    </message>
    <message>
        <source>{appointments} will move to {name}.</source>
        <translation>Nach „{name}“ verschoben werden: {appointments}.</translation>
    </message>
    <message>
        <source>{before} becomes {after}</source>
        <translation>aus {before} wird {after}</translation>
    </message>
    <message>
        <source>{booked}, up to {day}. Later ones are booked as time passes.</source>
        <translation>{booked}, bis {day}. Spätere werden mit der Zeit gebucht.</translation>
    </message>
    <message>
        <source>{booked}, {left_out}</source>
        <translation>{booked}, {left_out}</translation>
    </message>
    <message>
        <source>{booked}, {missed}, {cancelled}</source>
        <translation>{booked}, {missed}, {cancelled}</translation>
    </message>
    <message>
        <source>{booked}, {missed}, {cancelled}, {share} of the working hours booked</source>
        <translation>{booked}, {missed}, {cancelled}, {share} der Arbeitszeit gebucht</translation>
    </message>
    <message>
        <source>{booked}: {name}</source>
        <translation>{booked}: {name}</translation>
    </message>
    <message>
        <source>{calendar} ({member})</source>
        <translation>{calendar} ({member})</translation>
    </message>
    <message>
        <source>{calendar} ({n})</source>
        <translation>{calendar} ({n})</translation>
    </message>
    <message>
        <source>{calendar} always takes the same people. Change its team in Settings.</source>
        <translation>{calendar} belegt immer dieselben Leute. Ändern Sie das Team in den Einstellungen.</translation>
    </message>
    <message>
        <source>{calendar} is a simple calendar, which takes no staff member.</source>
        <translation>{calendar} ist ein einfacher Kalender; er belegt keinen Mitarbeiter.</translation>
    </message>
    <message>
        <source>{calendar} takes a staff member.</source>
        <translation>{calendar} belegt einen Mitarbeiter.</translation>
    </message>
    <message>
        <source>{calendar}: {done} of {total}</source>
        <translation>{calendar}: {done} von {total}</translation>
    </message>
    <message>
        <source>{cause} Nothing new is saved or synced. {advice}.</source>
        <translation>{cause} Neues wird weder gespeichert noch synchronisiert. {advice}.</translation>
    </message>
    <message>
        <source>{cause} What you see can be read; nothing new is saved or synced. {advice}; lcdesk then goes on by itself.</source>
        <translation>{cause} Was Sie sehen, können Sie lesen; Neues wird weder gespeichert noch synchronisiert. {advice}; lcdesk macht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>{changes}: these will not be sent any more.</source>
        <translation>{changes}: wird nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>{city} ({region}, {offset})</source>
        <translation>{city} ({region}, {offset})</translation>
    </message>
    <message>
        <source>{city} ({region}, {part}, {offset})</source>
        <translation>{city} ({region}, {part}, {offset})</translation>
    </message>
    <message>
        <source>{count} of {n} dates will be booked</source>
        <translation>{count} von {n} Terminen werden gebucht</translation>
    </message>
    <message>
        <source>{days}: {time} in {place} at {hour}</source>
        <translation>{days}: {time} in {place} um {hour}</translation>
    </message>
    <message>
        <source>{day} stands there twice.</source>
        <translation>{day} steht doppelt da.</translation>
    </message>
    <message>
        <source>{day}, all day</source>
        <translation>{day}, ganztägig</translation>
    </message>
    <message>
        <source>{day}, {start} to {end}</source>
        <translation>{day}, {start} bis {end}</translation>
    </message>
    <message>
        <source>{day}, {times}</source>
        <translation>{day}, {times}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{day}, {time}, before an update</source>
        <translation>{day}, {time}, vor einem Update</translation>
    </message>
    <message>
        <source>{day}, {time}, before restoring</source>
        <translation>{day}, {time}, vor dem Zurückholen</translation>
    </message>
    <message>
        <source>{day}, {time}: {title}, {who}</source>
        <translation>{day}, {time}: {title}, {who}</translation>
    </message>
    <message>
        <source>{day}: nothing open</source>
        <translation>{day}: nichts frei</translation>
    </message>
    <message>
        <source>{day}: past</source>
        <translation>{day}: vorbei</translation>
    </message>
    <message>
        <source>{day}: {many}, the first at {time}</source>
        <translation>{day}: {many}, die erste um {time}</translation>
    </message>
    <message>
        <source>{day}: {problem}</source>
        <translation>{day}: {problem}</translation>
    </message>
    <message>
        <source>{done} What is cancelled, and events from linked calendars, are left out.</source>
        <translation>{done} Ausgelassen ist, was abgesagt ist oder aus verknüpften Kalendern kommt.</translation>
    </message>
    <message>
        <source>{done} – with {staff}</source>
        <translation>{done} – mit {staff}</translation>
    </message>
    <message>
        <source>{done}. Left out: {refusals}</source>
        <translation>{done}. Ausgelassen: {refusals}</translation>
    </message>
    <message>
        <source>{done}. Taken off the waiting list.</source>
        <translation>{done}. Von der Warteliste genommen.</translation>
    </message>
    <message>
        <source>{email} is connected already.</source>
        <translation>{email} ist schon verbunden.</translation>
    </message>
    <message>
        <source>{email} – nothing is stored until you have chosen your calendars.</source>
        <translation>{email} – nichts wird gespeichert, bis Sie Ihre Kalender gewählt haben.</translation>
    </message>
    <message>
        <source>{event} repeats: its dates until {day} are offered, later ones are left out.</source>
        <translation>{event} wiederholt sich: Termine bis {day} werden angeboten, spätere ausgelassen.</translation>
    </message>
    <message>
        <source>{event}: {reason}</source>
        <translation>{event}: {reason}</translation>
    </message>
    <message>
        <source>{fields} is not known and stays as it is written.</source>
        <translation>{fields} ist nicht bekannt und bleibt stehen, wie es ist.</translation>
    </message>
    <message>
        <source>{field} (required)</source>
        <translation>{field} (Pflicht)</translation>
    </message>
    <message>
        <source>{field} {answer}</source>
        <translation>{field} {answer}</translation>
    </message>
    <message>
        <source>{field}, required</source>
        <translation>{field}, Pflicht</translation>
    </message>
    <message>
        <source>{field}: {answer}</source>
        <translation>{field}: {answer}</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>{file} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>{file}: {why}. Nothing was written; choose another place.</source>
        <translation>{file}: {why}. Es wurde nichts geschrieben; wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first} und {last}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <source>{form}, {days}</source>
        <translation>{form}, {days}</translation>
    </message>
    <message>
        <source>{found}: {kinds}.</source>
        <translation>{found}: {kinds}.</translation>
    </message>
    <message>
        <source>{heading} (continued)</source>
        <translation>{heading} (Fortsetzung)</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} h</translation>
    </message>
    <message>
        <source>{h} h {m}</source>
        <translation>{h} h {m}</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{label}, date</source>
        <translation>{label}, Datum</translation>
    </message>
    <message>
        <source>{label}, time</source>
        <translation>{label}, Uhrzeit</translation>
    </message>
    <message>
        <source>{m} min</source>
        <translation>{m} min</translation>
    </message>
    <message>
        <source>{name} (+{length})</source>
        <translation>{name} (+{length})</translation>
    </message>
    <message>
        <source>{name} (new contact)</source>
        <translation>{name} (neuer Kontakt)</translation>
    </message>
    <message>
        <source>{name} (new)</source>
        <translation>{name} (neu)</translation>
    </message>
    <message>
        <source>{name} (off)</source>
        <translation>{name} (aus)</translation>
    </message>
    <message>
        <source>{name} ({length})</source>
        <translation>{name} ({length})</translation>
    </message>
    <message>
        <source>{name} cannot</source>
        <translation>{name} kann nicht</translation>
    </message>
    <message>
        <source>{name} has no appointments and goes.</source>
        <translation>{name} hat keine Termine und verschwindet.</translation>
    </message>
    <message>
        <source>{name} has no open time in the next four weeks.</source>
        <translation>{name} hat in den nächsten vier Wochen keine freie Zeit.</translation>
    </message>
    <message>
        <source>{name} is active.</source>
        <translation>{name} ist aktiv.</translation>
    </message>
    <message>
        <source>{name} is chosen, the first that can be written to and has events.</source>
        <translation>{name} ist gewählt, der erste, der beschreibbar ist und Ereignisse hat.</translation>
    </message>
    <message>
        <source>{name} is chosen, the first that can be written to.</source>
        <translation>{name} ist gewählt, der erste, der beschreibbar ist.</translation>
    </message>
    <message>
        <source>{name} is chosen: no other calendar can be written to.</source>
        <translation>{name} ist gewählt: kein anderer Kalender ist beschreibbar.</translation>
    </message>
    <message>
        <source>{name} is free</source>
        <translation>{name} ist frei</translation>
    </message>
    <message>
        <source>{name} offers no slots now.</source>
        <translation>{name} bietet jetzt keine Zeiten an.</translation>
    </message>
    <message>
        <source>{name} takes no bookings of {calendar}.</source>
        <translation>{name} nimmt keine Buchungen für {calendar} an.</translation>
    </message>
    <message>
        <source>{name} waits no more</source>
        <translation>{name} wartet nicht mehr</translation>
    </message>
    <message>
        <source>{name} – same e-mail</source>
        <translation>{name} – gleiche E-Mail</translation>
    </message>
    <message>
        <source>{name} – same name</source>
        <translation>{name} – gleicher Name</translation>
    </message>
    <message>
        <source>{name} – same telephone</source>
        <translation>{name} – gleiches Telefon</translation>
    </message>
    <message>
        <source>{name}, {days}</source>
        <translation>{name}, {days}</translation>
    </message>
    <message>
        <source>{name}, {day}</source>
        <translation>{name}, {day}</translation>
    </message>
    <message>
        <source>{name}: open times</source>
        <translation>{name}: freie Zeiten</translation>
    </message>
    <message>
        <source>{name}: {sentence}</source>
        <translation>{name}: {sentence}</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments</source>
        <translation>
            <numerusform>1 Termin</numerusform>
            <numerusform>{n} Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments are booked then and stay. They are listed on the page, to be moved or given to others:</source>
        <translation>
            <numerusform>{n} Termin ist dann gebucht und bleibt. Er steht auf der Seite, um ihn zu verlegen oder anderen zu geben:</numerusform>
            <numerusform>{n} Termine sind dann gebucht und bleiben. Sie stehen auf der Seite, um sie zu verlegen oder anderen zu geben:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments are coming</source>
        <translation>
            <numerusform>{n} Termin steht an</numerusform>
            <numerusform>{n} Termine stehen an</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments booked</source>
        <translation>
            <numerusform>{n} Termin gebucht</numerusform>
            <numerusform>{n} Termine gebucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments cancelled</source>
        <translation>
            <numerusform>Ein Termin abgesagt</numerusform>
            <numerusform>{n} Termine abgesagt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments changed</source>
        <translation>
            <numerusform>{n} Termin geändert</numerusform>
            <numerusform>{n} Termine geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments come over to this card, and the other card goes.</source>
        <translation>
            <numerusform>Ein Termin kommt auf diese Karte, und die andere Karte verschwindet.</numerusform>
            <numerusform>{n} Termine kommen auf diese Karte, und die andere Karte verschwindet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments confirmed</source>
        <translation>
            <numerusform>Ein Termin bestätigt</numerusform>
            <numerusform>{n} Termine bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments move along</source>
        <translation>
            <numerusform>Ein Termin zieht mit um</numerusform>
            <numerusform>{n} Termine ziehen mit um</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} appointments that were not sent yet stay here only</source>
        <translation>
            <numerusform>Ein noch nicht gesendeter Termin bleibt nur hier</numerusform>
            <numerusform>{n} noch nicht gesendete Termine bleiben nur hier</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} at once</source>
        <translation>{n} gleichzeitig</translation>
    </message>
    <message numerus="yes">
        <source>{n} blocked slots were copied from it and still lie ahead.</source>
        <translation>
            <numerusform>Eine geblockte Zeit daraus liegt noch vor Ihnen.</numerusform>
            <numerusform>{n} geblockte Zeiten daraus liegen noch vor Ihnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} bookings</source>
        <translation>
            <numerusform>1 Buchung</numerusform>
            <numerusform>{n} Buchungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calendars</source>
        <translation>
            <numerusform>{n} Kalender</numerusform>
            <numerusform>{n} Kalender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} calendars found</source>
        <translation>
            <numerusform>1 Kalender gefunden</numerusform>
            <numerusform>{n} Kalender gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} can be primary</source>
        <translation>{n} als Hauptkalender möglich</translation>
    </message>
    <message numerus="yes">
        <source>{n} cancelled</source>
        <translation>
            <numerusform>{n} abgesagt</numerusform>
            <numerusform>{n} abgesagt</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} cancelled there</source>
        <translation>{n} dort abgesagt</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} geändert</translation>
    </message>
    <message>
        <source>{n} changed here</source>
        <translation>{n} hier geändert</translation>
    </message>
    <message numerus="yes">
        <source>{n} changes to send</source>
        <translation>
            <numerusform>1 Änderung zu senden</numerusform>
            <numerusform>{n} Änderungen zu senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes waiting</source>
        <translation>
            <numerusform>1 Änderung wartet</numerusform>
            <numerusform>{n} Änderungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changes waiting to be sent</source>
        <translation>
            <numerusform>1 Änderung noch nicht gesendet</numerusform>
            <numerusform>{n} Änderungen noch nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} contacts</source>
        <translation>
            <numerusform>{n} Kontakt</numerusform>
            <numerusform>{n} Kontakte</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} created</source>
        <translation>{n} angelegt</translation>
    </message>
    <message numerus="yes">
        <source>{n} dates are not open.</source>
        <translation>
            <numerusform>Ein Termin ist nicht frei.</numerusform>
            <numerusform>{n} Termine sind nicht frei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dates changed</source>
        <translation>
            <numerusform>{n} Termin geändert</numerusform>
            <numerusform>{n} Termine geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dates freed</source>
        <translation>
            <numerusform>{n} Termin freigegeben</numerusform>
            <numerusform>{n} Termine freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dates left out</source>
        <translation>
            <numerusform>1 Termin ausgelassen</numerusform>
            <numerusform>{n} Termine ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days from a calendar file.</source>
        <translation>
            <numerusform>{n} Tag aus einer Kalenderdatei.</numerusform>
            <numerusform>{n} Tage aus einer Kalenderdatei.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} deleted</source>
        <translation>{n} gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation>
            <numerusform>1 Eintrag</numerusform>
            <numerusform>{n} Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries exported to {file}.</source>
        <translation>
            <numerusform>1 Eintrag exportiert nach {file}.</numerusform>
            <numerusform>{n} Einträge exportiert nach {file}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries need a look.</source>
        <translation>
            <numerusform>1 Eintrag ist zu klären.</numerusform>
            <numerusform>{n} Einträge sind zu klären.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries need you</source>
        <translation>
            <numerusform>1 Eintrag braucht Sie</numerusform>
            <numerusform>{n} Einträge brauchen Sie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events</source>
        <translation>
            <numerusform>1 Ereignis</numerusform>
            <numerusform>{n} Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events could not be read</source>
        <translation>
            <numerusform>1 Ereignis war nicht lesbar</numerusform>
            <numerusform>{n} Ereignisse waren nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} found</source>
        <translation>
            <numerusform>{n} gefunden</numerusform>
            <numerusform>{n} gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marked as no-show</source>
        <translation>
            <numerusform>{n} als „nicht erschienen“ markiert</numerusform>
            <numerusform>{n} als „nicht erschienen“ markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} marked as showed</source>
        <translation>
            <numerusform>{n} als „erschienen“ markiert</numerusform>
            <numerusform>{n} als „erschienen“ markiert</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>1 weiterer</numerusform>
            <numerusform>{n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more events of the file are left out: import it in parts.</source>
        <translation>
            <numerusform>{n} weiteres Ereignis der Datei wird ausgelassen: Importieren Sie sie in Teilen.</numerusform>
            <numerusform>{n} weitere Ereignisse der Datei werden ausgelassen: Importieren Sie sie in Teilen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more wait. Choose a calendar to see fewer at once.</source>
        <translation>
            <numerusform>{n} weiterer Kontakt wartet. Wählen Sie einen Kalender, um weniger auf einmal zu sehen.</numerusform>
            <numerusform>{n} weitere warten. Wählen Sie einen Kalender, um weniger auf einmal zu sehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} moved to another calendar</source>
        <translation>{n} in anderen Kalender verschoben</translation>
    </message>
    <message numerus="yes">
        <source>{n} need attention</source>
        <translation>
            <numerusform>{n} zu klären</numerusform>
            <numerusform>{n} zu klären</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} neu</translation>
    </message>
    <message numerus="yes">
        <source>{n} new dates</source>
        <translation>
            <numerusform>{n} neuer Termin</numerusform>
            <numerusform>{n} neue Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} no-shows</source>
        <translation>
            <numerusform>{n}-mal nicht erschienen</numerusform>
            <numerusform>{n}-mal nicht erschienen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} open</source>
        <translation>{n} frei</translation>
    </message>
    <message numerus="yes">
        <source>{n} open times</source>
        <translation>
            <numerusform>1 freie Zeit</numerusform>
            <numerusform>{n} freie Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} others could come too.</source>
        <translation>
            <numerusform>{n} weiterer Kontakt könnte auch kommen.</numerusform>
            <numerusform>{n} weitere könnten auch kommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <translation>
            <numerusform>1 Seite</numerusform>
            <numerusform>{n} Seiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} read-only</source>
        <translation>{n} schreibgeschützt</translation>
    </message>
    <message numerus="yes">
        <source>{n} reminders you missed</source>
        <translation>
            <numerusform>{n} verpasste Erinnerung</numerusform>
            <numerusform>{n} verpasste Erinnerungen</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation>{n} entfernt</translation>
    </message>
    <message numerus="yes">
        <source>{n} seats left</source>
        <translation>
            <numerusform>1 Platz frei</numerusform>
            <numerusform>{n} Plätze frei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} ausgewählt</numerusform>
            <numerusform>{n} ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} slots</source>
        <translation>
            <numerusform>1 Zeit</numerusform>
            <numerusform>{n} Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} staff members</source>
        <translation>
            <numerusform>{n} Mitarbeiter</numerusform>
            <numerusform>{n} Mitarbeiter</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} subscribed</source>
        <translation>{n} abonniert</translation>
    </message>
    <message>
        <source>{n} the same</source>
        <translation>{n} gleich</translation>
    </message>
    <message numerus="yes">
        <source>{n} times blocked</source>
        <translation>
            <numerusform>Eine Zeit geblockt</numerusform>
            <numerusform>{n} Zeiten geblockt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times changed</source>
        <translation>
            <numerusform>{n} Zeit geändert</numerusform>
            <numerusform>{n} Zeiten geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times freed</source>
        <translation>
            <numerusform>{n} Zeit freigegeben</numerusform>
            <numerusform>{n} Zeiten freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} upcoming appointments</source>
        <translation>
            <numerusform>1 anstehender Termin</numerusform>
            <numerusform>{n} anstehende Termine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} upcoming appointments stay</source>
        <translation>
            <numerusform>1 anstehender Termin bleibt</numerusform>
            <numerusform>{n} anstehende Termine bleiben</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} updated</source>
        <translation>{n} aktualisiert</translation>
    </message>
    <message numerus="yes">
        <source>{n} wait no more</source>
        <translation>
            <numerusform>{n} wartet nicht mehr</numerusform>
            <numerusform>{n} warten nicht mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} without a contact</source>
        <translation>{n} ohne Kontakt</translation>
    </message>
    <message>
        <source>{often} {days}</source>
        <translation>{often} {days}</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>{other} is merged with {name}</source>
        <translation>{other} ist mit {name} zusammengeführt</translation>
    </message>
    <message>
        <source>{page} — Guide</source>
        <translation>{page} — Anleitung</translation>
    </message>
    <message>
        <source>{repeats}, until {day}</source>
        <translation>{repeats}, bis {day}</translation>
    </message>
    <message numerus="yes">
        <source>{repeats}, {n} times</source>
        <translation>
            <numerusform>{repeats}, {n}-mal</numerusform>
            <numerusform>{repeats}, {n}-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>{staff}, {taken} of {all} seats</source>
        <translation>{staff}, {taken} von {all} Plätzen</translation>
    </message>
    <message>
        <source>{stay} in the calendar as it is. What was not sent yet, and later changes here, will not be sent there.</source>
        <translation>{stay} unverändert im Kalender. Was noch nicht gesendet ist, und spätere Änderungen werden nicht dorthin gesendet.</translation>
    </message>
    <message>
        <source>{switch}: {chosen}</source>
        <translation>{switch}: {chosen}</translation>
    </message>
    <message>
        <source>{taken} of {n} seats taken</source>
        <translation>{taken} von {n} Plätzen belegt</translation>
    </message>
    <message>
        <source>{times} in {place}</source>
        <translation>{times} in {place}</translation>
    </message>
    <message>
        <source>{title} ({count})</source>
        <translation>{title} ({count})</translation>
    </message>
    <message>
        <source>{title} {taken} of {all}</source>
        <translation>{title} {taken} von {all}</translation>
    </message>
    <message>
        <source>{title}, {when}</source>
        <translation>{title}, {when}</translation>
    </message>
    <message>
        <source>{title}: {action}</source>
        <translation>{title}: {action}</translation>
    </message>
    <message>
        <source>{title}: {who}</source>
        <translation>{title}: {who}</translation>
    </message>
    <message>
        <source>{weekday} {date}, {time}</source>
        <translation>{weekday}, {date}, {time}</translation>
    </message>
    <message>
        <source>{what}, {times}</source>
        <translation>{what}, {times}</translation>
    </message>
    <message>
        <source>{what}, {time}</source>
        <translation>{what}, {time}</translation>
    </message>
    <message>
        <source>{what}. Changes are kept.</source>
        <translation>{what}. Änderungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>{what}: {parts}</source>
        <translation>{what}: {parts}</translation>
    </message>
    <message>
        <source>{when} ({zone})</source>
        <translation>{when} ({zone})</translation>
    </message>
    <message>
        <source>{who} blocked this time</source>
        <translation>{who} hat diese Zeit geblockt</translation>
    </message>
    <message>
        <source>{who} blocked this time: {what}</source>
        <translation>{who} hat diese Zeit geblockt: {what}</translation>
    </message>
    <message>
        <source>{who} has an appointment: {what}</source>
        <translation>{who} hat einen Termin: {what}</translation>
    </message>
    <message>
        <source>{who} has enough appointments: {what}</source>
        <translation>{who} hat genug Termine: {what}</translation>
    </message>
    <message>
        <source>{who} is busy {there}</source>
        <translation>{who} ist {there} belegt</translation>
    </message>
    <message>
        <source>{who} is busy {there}: {what}</source>
        <translation>{who} ist {there} belegt: {what}</translation>
    </message>
    <message>
        <source>{who} is {what}</source>
        <translation>{who} ist {what}</translation>
    </message>
    <message>
        <source>{who} needs the {what}</source>
        <translation>{who} braucht {what}</translation>
    </message>
    <message>
        <source>{who}: {what}</source>
        <translation>{who}: {what}</translation>
    </message>
    <message>
        <source>{why} Choose it again to go on.</source>
        <translation>{why} Wählen Sie es noch einmal, um fortzufahren.</translation>
    </message>
    <message>
        <source>{why}: {what}</source>
        <translation>{why}: {what}</translation>
    </message>
    <message>
        <source>{why}: {what}.</source>
        <translation>{why}: {what}.</translation>
    </message>
    <message>
        <source>{why}: {what}. Choose what should happen.</source>
        <translation>{why}: {what}. Entscheiden Sie, was geschehen soll.</translation>
    </message>
    <message>
        <source>“{action}” has these keys.</source>
        <translation>„{action}“ hat diese Tasten.</translation>
    </message>
    <message>
        <source>“{action}” uses these keys now and will lose them.</source>
        <translation>„{action}“ nutzt diese Tasten jetzt und verliert sie.</translation>
    </message>
    <message>
        <source>“{action}” will have no keys.</source>
        <translation>„{action}“ hat dann keine Tasten.</translation>
    </message>
    <message>
        <source>“{old}” → “{new}”</source>
        <translation>„{old}“ → „{new}“</translation>
    </message>
    <message>
        <source>“{window}” is still open. End lcdesk anyway?</source>
        <translation>„{window}“ ist noch offen. lcdesk trotzdem beenden?</translation>
    </message>
</context>
<context>
    <name>ZoneField</name>
    <message>
        <source>Type a city, such as Berlin</source>
        <translation>Stadt eingeben, etwa Berlin</translation>
    </message>
</context>
<context>
    <name>_SaveDialog</name>
    <message>
        <source>Save text</source>
        <translation>Text speichern</translation>
    </message>
</context>
<context>
    <name>_Sentence</name>
    <message>
        <source>Sync status</source>
        <translation>Stand des Synchronisierens</translation>
    </message>
</context>
<context>
    <name>_TextDialog</name>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
</context>
</TS>

"""What Settings stands on in tests: a real store, and an account control that only notes.

Nothing answers by itself: each test says what the server says.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from lcdesk.model.commands.accounts import add_account, record_discovery, set_role
from lcdesk.model.commands.appointments import BookingRequest, book
from lcdesk.model.commands.calendars import save_calendar
from lcdesk.model.domain.accounts import LinkedCalendar, Provider, Role, SignedIn, SignIn
from lcdesk.model.domain.calendars import Calendar, CalendarKind
from lcdesk.model.domain.people import Contact, StaffMember
from lcdesk.model.replication.inbound import Arrived, mirror, read_events
from lcdesk.model.store.accounts import linked_calendars
from lcdesk.model.store.people import insert_staff
from lcdesk.model.store.remote.index import Indexer, horizon
from lcdesk.ui.accounts.accounts_model import AccountSettings
from lcdesk.ui.accounts.connect import ConnectWizard
from lcdesk.ui.bridge import AccountControl, StoreNews, SyncControl
from lcdesk.ui.look.appearance import Appearance
from lcdesk.ui.look.icons import Icons
from lcdesk.ui.look.locale import LocaleFormat
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.reminders.choices_model import ReminderChoices
from lcdesk.ui.settings.dialog import SettingsDialog
from lcdesk.ui.settings.general_model import GeneralSettings
from lcdesk.ui.settings.pages import SettingsModels
from lcdesk.ui.time_off.time_off_model import TimeOffModel
from lcdesk.ui.widgets.labels import Look
from tests.desk import open_store

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
APP_PASSWORD = "abcd-efgh-ijkl-mnop"

EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Another program//EN
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261101T000000Z
DTSTART:{day}T090000Z
DTEND:{day}T100000Z
SUMMARY:Dentist
END:VEVENT
END:VCALENDAR
"""


def found(name: str, **traits: bool) -> LinkedCalendar:
    """A calendar as discovery gives it: readable and writable unless said otherwise."""
    path = f"/cal/{name.lower()}/"
    value = LinkedCalendar(0, 0, 0, path, path, name, colour="#1badf8", writable=True)
    return replace(value, **traits)  # type: ignore[arg-type]


HOME = found("Home")
WORK = found("Work")
FAMILY = found("Family", writable=False)
MATCHES = found("Matches", subscribed=True)
ALL = (HOME, WORK, FAMILY, MATCHES)


class Asked(QObject):
    """Notes what the window asks of the sync."""

    def __init__(self, control: AccountControl, sync: SyncControl) -> None:
        super().__init__()
        self.checks: list[SignIn] = []
        self.keeps: list[tuple[SignIn, SignedIn, int, bool]] = []
        self.passwords: list[tuple[int, str, bool]] = []
        self.removals: list[tuple[int, bool]] = []
        self.cancels = 0
        self.passes = 0
        control.check_requested.connect(self._note_check)
        control.keep_requested.connect(self._note_keep)
        control.password_requested.connect(self._note_password)
        control.removal_requested.connect(self._note_removal)
        control.cancel_requested.connect(self._note_cancel)
        sync.pass_requested.connect(self._note_pass)

    @Slot(SignIn)
    def _note_check(self, wanted: SignIn) -> None:
        self.checks.append(wanted)

    @Slot(SignIn, SignedIn, int, bool)
    def _note_keep(self, wanted: SignIn, answer: SignedIn, staff: int, session: bool) -> None:
        self.keeps.append((wanted, answer, staff, session))

    @Slot(int, str, bool)
    def _note_password(self, account: int, password: str, session: bool) -> None:
        self.passwords.append((account, password, session))

    @Slot(int, bool)
    def _note_removal(self, account: int, keep: bool) -> None:
        self.removals.append((account, keep))

    @Slot()
    def _note_cancel(self) -> None:
        self.cancels += 1

    @Slot()
    def _note_pass(self) -> None:
        self.passes += 1


class Stage:
    """One workspace with Anna in it, and everything that Settings needs."""

    def __init__(self, folder: Path, application: QApplication) -> None:
        self.database = open_store(folder)
        self.news = StoreNews(self.database)
        self.appearance = Appearance(application)
        self.icons = Icons(self.appearance)
        self.look = Look(self.appearance, self.icons)
        self.control = AccountControl()
        self.sync = SyncControl()
        self.asked = Asked(self.control, self.sync)
        self.anna = self.add_member("Anna")
        self.accounts = self.new_accounts()
        self.general = GeneralSettings(self.database)
        self.kept_alive: list[SettingsDialog] = []

    def close(self) -> None:
        """Leave nothing running."""
        self.accounts.forget_time()
        self.news.close()
        self.database.close()

    def new_accounts(self) -> AccountSettings:
        """A view model of its own."""
        locale = LocaleFormat()
        return AccountSettings(self.database, self.news, locale, clock=self.now)

    def now(self) -> datetime:
        """The clock of every test."""
        return NOW

    def dialog(self, editors: Editors | None = None) -> SettingsDialog:
        """The dialog, not yet shown; with the pages of calendars and people where asked."""
        time_off = TimeOffModel(
            self.database, self.news, LocaleFormat(), clock=self.now, local_zone="Europe/Madrid"
        )
        return SettingsDialog(
            self.look,
            SettingsModels(
                accounts=self.accounts,
                general=self.general,
                control=self.control,
                sync=self.sync,
                has_tray=True,
                reminders=ReminderChoices(self.database, self.news, LocaleFormat()),
                editors=editors,
                time_off=time_off,
            ),
        )

    def wizard(self) -> ConnectWizard:
        """The assistant, not yet shown."""
        return ConnectWizard(self.look, self.control, self.accounts)

    def add_member(self, name: str) -> int:
        """A staff member; returns the id."""
        with self.database.write() as tx:
            return insert_staff(tx, StaffMember(0, name, zone="Europe/Madrid"))

    def add_account(
        self, *calendars: LinkedCalendar, email: str = "anna@icloud.com", server: str = ""
    ) -> int:
        """A connected account with these calendars, in iCloud or on a server; returns the id."""
        provider = Provider.CALDAV if server else Provider.ICLOUD
        with self.database.write() as tx:
            account = add_account(
                tx, provider=provider, email=email, staff=self.anna, server=server
            )
            record_discovery(tx, account.id, home="/", found=calendars, now=NOW)
        return account.id

    def give_role(self, name: str, role: Role) -> None:
        """As a person did earlier."""
        with self.database.write() as tx:
            set_role(tx, self.linked(name).id, role, now=NOW)

    def linked(self, name: str) -> LinkedCalendar:
        """A linked calendar as the store has it."""
        with self.database.read() as reader:
            return next(linked for linked in linked_calendars(reader) if linked.name == name)

    def roles(self) -> dict[str, Role]:
        """What each linked calendar is for."""
        with self.database.read() as reader:
            return {linked.name: linked.role for linked in linked_calendars(reader)}

    def add_appointments(self, count: int, kind: CalendarKind = CalendarKind.ROUND_ROBIN) -> None:
        """Upcoming appointments with Anna."""
        contact = Contact(0, "Cleo Park", "cleo@example.org")
        staff = () if kind is CalendarKind.SIMPLE else (self.anna,)
        with self.database.write() as tx:
            calendar = save_calendar(tx, Calendar(0, kind.value, kind, staff), NOW)
            for at in range(count):
                start = NOW + timedelta(days=1 + at)
                wanted = BookingRequest(calendar.id, start, contact, insist=True)
                book(tx, wanted, now=NOW)

    def add_event(self, name: str, uid: str, *, days: int = 1) -> None:
        """An event read from a linked calendar, some days ahead."""
        linked = self.linked(name)
        day = (NOW + timedelta(days=days)).strftime("%Y%m%d")
        text = EVENT.format(uid=uid, day=day).replace("\n", "\r\n")
        arrived = Arrived(f"{linked.path}{uid}.ics", f"{linked.href}{uid}.ics", "1", text)
        with self.database.write() as tx:
            events = read_events(Indexer(tx, linked), linked, [arrived], span=horizon(NOW))
            mirror(tx, linked, events, now=NOW)

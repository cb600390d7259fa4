"""The first three steps of connecting: what it means, which account, its password."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lcdesk.model.domain.accounts import Provider
from lcdesk.ui.accounts.connect_words import APPLE_ADDRESS, rules_of
from lcdesk.ui.accounts.password_field import PasswordField
from lcdesk.ui.look.icons import Sign
from lcdesk.ui.widgets.labels import Look, SignLabel, Text, heading, quiet
from lcdesk.ui.widgets.page import Panel
from lcdesk.ui.widgets.parts import radio
from lcdesk.ui.wording.labels import tr

_PROVIDERS = (Provider.ICLOUD, Provider.CALDAV)


class RulesStep(QWidget):
    """Where the calendars live, and what will and will not be synced."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.icloud = radio("iCloud", "provider_icloud")
        self.caldav = radio(tr("Another calendar server (CalDAV)"), "provider_caldav")
        self.icloud.setChecked(True)
        self._providers = QButtonGroup(self)
        self._providers.addButton(self.icloud, 0)
        self._providers.addButton(self.caldav, 1)
        self._providers.idToggled.connect(self._show_rules)
        self._lists = QVBoxLayout()
        self._lists.setSpacing(14)
        self._parts: tuple[QWidget, ...] = ()
        self._arrange()
        self._show_rules()

    @property
    def provider(self) -> Provider:
        """The one that is chosen."""
        return _PROVIDERS[self._providers.checkedId()]

    def choose(self, provider: Provider) -> None:
        """Begin with this one; a person may still take the other."""
        self._providers.button(_PROVIDERS.index(provider)).setChecked(True)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(quiet(self._look, tr("Where are the calendars?")))
        column.addWidget(self.icloud)
        column.addWidget(self.caldav)
        column.addSpacing(8)
        column.addLayout(self._lists)
        column.addStretch(1)

    @Slot()
    def _show_rules(self) -> None:
        for part in self._parts:
            self._lists.removeWidget(part)
            part.hide()
            part.deleteLater()
        rules = rules_of(self.provider)
        self._parts = (
            _sentences(self._look, tr("Synced"), Sign.SYNCED, "good", rules.crosses),
            _sentences(self._look, tr("Not synced"), Sign.LOCK, "quiet_text", rules.stays),
        )
        for part in self._parts:
            self._lists.addWidget(part)


def _sentences(
    look: Look, title: str, sign: Sign, tone: str, sentences: tuple[str, ...]
) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setColumnStretch(1, 1)
    grid.addWidget(heading(look, title, 1.0), 0, 0, 1, 2)
    for row, sentence in enumerate(sentences, 1):
        mark = SignLabel(look, 16)
        mark.show_sign(sign, tone)
        grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(look, sentence), row, 1)
    return box


class AddressStep(QWidget):
    """The address of the account, and where its password comes from."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.email = QLineEdit()
        self.email.setObjectName("address_edit")
        self.server = QLineEdit()
        self.server.setObjectName("server_edit")
        self.server.setPlaceholderText("dav.example.org")
        self.server_label = QLabel(tr("Server address"))
        self.server_label.setBuddy(self.server)
        self.email_label = QLabel()
        self.email_label.setBuddy(self.email)
        self.hint = quiet(look)
        self.problem = Text(look, tone="danger")
        self.problem.setObjectName("address_problem")
        self.problem.hide()
        self.help = _apple_help(look)
        for field in (self.email, self.server):
            field.textEdited.connect(self._edit)
        self._arrange()
        self.ask_for(Provider.ICLOUD)

    def ask_for(self, provider: Provider) -> None:
        """Ask for what this provider needs."""
        is_icloud = provider is Provider.ICLOUD
        self.server.setVisible(not is_icloud)
        self.server_label.setVisible(not is_icloud)
        self.help.setVisible(is_icloud)
        self.email_label.setText(
            tr("Apple Account e-mail address") if is_icloud else tr("User name")
        )
        self.email.setPlaceholderText("anna@icloud.com" if is_icloud else "")
        self.hint.say(
            tr("The address you sign in to your Apple Account with. An alias of it does not work.")
            if is_icloud
            else tr(
                "Often your e-mail address. The provider's help names the server under “CalDAV”."
            )
        )

    def focus(self) -> None:
        """Put the cursor where typing begins."""
        (self.email if self.server.isHidden() else self.server).setFocus()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (
            self.server_label,
            self.server,
            self.email_label,
            self.email,
            self.hint,
            self.problem,
        ):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.help)
        column.addStretch(1)

    @Slot()
    def _edit(self) -> None:
        self.problem.say("")
        self.edited.emit()


def _apple_help(look: Look) -> Panel:
    panel = Panel(look)
    panel.column.addWidget(heading(look, tr("You need an app-specific password"), 1.0))
    panel.column.addWidget(
        quiet(look, tr("iCloud does not accept your ordinary password in other programs."))
    )
    steps = (
        tr("1.  Open account.apple.com and sign in."),
        tr("2.  Choose Sign-In and Security, then App-Specific Passwords."),
        tr("3.  Make one, name it lcdesk, and copy it."),
    )
    for step in steps:
        panel.column.addWidget(Text(look, step))
    panel.column.addWidget(
        quiet(look, tr("The page offers this only when two-factor authentication is on."))
    )
    row = QHBoxLayout()
    row.addWidget(_AppleButton())
    row.addStretch(1)
    panel.column.addLayout(row)
    return panel


class _AppleButton(QPushButton):
    """Opens Apple's page in the person's browser."""

    def __init__(self) -> None:
        super().__init__(tr("Open account.apple.com"))
        self.setObjectName("open_apple_button")
        self.setAutoDefault(False)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(APPLE_ADDRESS))


class PasswordStep(QWidget):
    """The password, pasted."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.field = PasswordField()
        self.label.setBuddy(self.field.edit)
        self.hint = quiet(look)
        self.problem = Text(look, tone="danger")
        self.problem.setObjectName("password_problem")
        self.problem.hide()
        self.field.edited.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.field, self.problem, self.hint):
            column.addWidget(widget)
        column.addStretch(1)

    def ask_for(self, provider: Provider, email: str) -> None:
        """Expect this provider's kind of password."""
        is_icloud = provider is Provider.ICLOUD
        asked = tr("App-specific password for {email}") if is_icloud else tr("Password for {email}")
        self.label.setText(asked.format(email=email))
        self.field.expect_app_password(is_icloud)
        shape = tr("Paste it as it is: spaces, hyphens and capitals do not matter.")
        kept = tr("It is kept in this computer's password store, never in a file of lcdesk.")
        self.hint.say(f"{shape} {kept}" if is_icloud else kept)

    @Slot()
    def _edit(self) -> None:
        self.problem.say("")

"""Settings > Rooms and equipment: what a booking can hold besides a person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from lcdesk.model.domain.calendars import Resource
from lcdesk.ui.records.editor_model import NEW
from lcdesk.ui.records.editors_model import Editors
from lcdesk.ui.records.form import Form
from lcdesk.ui.records.record_page import RecordPage
from lcdesk.ui.widgets.fields import Spin, line
from lcdesk.ui.widgets.labels import Look
from lcdesk.ui.wording.labels import tr

_CAPACITY = "How many bookings can hold it at the same time."


class ResourceForm(Form):
    """One room or piece of equipment."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._name = line("resource_page_name", tr("For example Room 1"))
        self._capacity = Spin("resource_capacity", 1, 9_999)
        self.add("name", tr("Name"), self._name)
        self.add("capacity", tr("Capacity"), self._capacity, tr(_CAPACITY))
        self._name.textChanged.connect(self.say_edited)
        self._capacity.valueChanged.connect(self.say_edited)

    def fill(self, value: Resource) -> None:
        """Show a room or piece of equipment."""
        self.is_filling = True
        self._name.setText(value.name)
        self._capacity.setValue(value.capacity)
        self.is_filling = False

    def value(self, base: Resource) -> Resource:
        """What stands in the fields."""
        return replace(base, name=self._name.text(), capacity=self._capacity.value())


class ResourcePage(RecordPage):
    """Rooms and equipment."""

    def __init__(self, look: Look, editors: Editors, parent: QWidget | None = None) -> None:
        self._editors = editors
        super().__init__(
            look,
            editors.resources,
            ResourceForm(look),
            title=tr("Rooms and equipment"),
            name="resource_page",
            empty=tr("No rooms and no equipment yet.\nA calendar can hold them with each booking."),
            parent=parent,
        )
        self.new_button.clicked.connect(self._begin)

    @Slot()
    def _begin(self) -> None:
        self._editors.resources.begin(Resource(NEW, ""))
        self.begin()

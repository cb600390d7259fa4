"""The store's news on their way to the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from lcdesk.model.domain.changes import ChangeSet, Topic
from lcdesk.ui.bridge import StoreNews
from tests.desk import open_store


def test_news_that_arrive_after_the_end_are_told_to_nobody(
    qapp: QApplication, tmp_path: Path
) -> None:
    """They started timers of view models that were gone already."""
    database = open_store(tmp_path)
    news = StoreNews(database)
    heard: list[ChangeSet] = []
    news.changed.connect(heard.append)
    for _ in range(2):
        with database.write() as tx:
            tx.touch(Topic.AGENDA)
        if not heard:
            qapp.processEvents()
    news.close()
    qapp.processEvents()
    database.close()
    assert len(heard) == 1

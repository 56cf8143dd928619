"""Frames of the real timeline view against the floor: showing as many blank labels on a bare widget."""

import time

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from explorer.index.table import EventTable
from explorer.paint import theme as themes
from explorer.ui.session import Session
from tests.bench import data

SIZE = (1600, 900)
_LABEL = (150, 18)


def session(table: EventTable) -> Session:
    """Make a session that shows a table, as if a library had given it."""
    made = Session(themes.load("light"))
    made.table, made.mask = table, table.is_dated
    made.viewport = (data.FIRST_S, data.LAST_S)
    return made


class Floor(QWidget):
    """Shows so many blank labels."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*SIZE)
        self.count = 0
        self._label = QPixmap(*_LABEL)
        self._label.fill(Qt.GlobalColor.transparent)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Show them in a grid."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        across = SIZE[0] // _LABEL[0]
        for at in range(self.count):
            painter.drawPixmap(at % across * _LABEL[0], at // across * _LABEL[1] % SIZE[1], self._label)
        painter.end()


def measure(count: int, rounds: int = 3) -> dict[str, float]:
    """Walk the path over so many events, and the floor beside it; CPU milliseconds of a frame."""
    from explorer.ui.timeline_view import TimelineView

    app = QApplication.instance() or QApplication([])
    began = time.process_time()
    table = data.table(count)
    made = time.process_time() - began
    view, floor = TimelineView(session(table)), Floor()
    view.glide.is_reduced = True
    view.resize(*SIZE)
    for widget in (view, floor):
        widget.show()
    began = time.process_time()
    app.processEvents()
    first = time.process_time() - began
    frames: list[float] = []
    floors: list[float] = []
    for _ in range(rounds):
        labels = []
        for lo_s, hi_s in data.path():
            began = time.process_time()
            view.move_by_hand(lo_s, hi_s)
            app.processEvents()
            frames.append(time.process_time() - began)
            scene = view.current_scene()
            labels.append(len(scene.labels) + len(scene.clusters))
        for number in labels:
            floor.count = number
            floor.update()
            began = time.process_time()
            app.processEvents()
            floors.append(time.process_time() - began)
    for widget in (view, floor):
        widget.close()
    return {"events": count, "made_s": made, "first_ms": first * 1e3, **_told(frames, floors)}


def _told(frames: list[float], floors: list[float]) -> dict[str, float]:
    of_frames, of_floor = np.array(frames) * 1e3, np.array(floors) * 1e3
    told = {"over_16_ms": float((of_frames > 16).mean())}
    for share in (50, 99):
        frame, floor = float(np.percentile(of_frames, share)), float(np.percentile(of_floor, share))
        told |= {f"p{share}_ms": frame, f"floor_p{share}_ms": floor}
    # Against the usual frame of the floor: its own rare slow ones are noise of the machine.
    told |= {f"p{share}_ratio": told[f"p{share}_ms"] / told["floor_p50_ms"] for share in (50, 99)}
    return {key: round(value, 3) for key, value in told.items()}

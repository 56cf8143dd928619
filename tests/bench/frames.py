"""Frames of the real timeline view along the path of `data`, beside two others in the same process.

The floor shows as many blank labels on a bare widget; the peer is a scene with an item for every event.
"""

import time
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Protocol

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import (
    QApplication,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsSimpleTextItem,
    QGraphicsView,
    QWidget,
)

from explorer.index.table import EventTable
from explorer.model.query import Facet
from explorer.paint import theme as themes
from explorer.timeline.scene import Scene
from explorer.ui.quick import spare_what_lasts
from explorer.ui.session import Session
from tests.bench import data

SIZE = (1600, 900)
ROUNDS = 3
_LABEL = (150, 18)
_FEW, _MANY, _MOST = 10_000, 100_000, 1_000_000
_STEP = 6  # the peer walks one step in so many: each takes long

Span = tuple[float, float]


class Walker(Protocol):
    """What can be led along the path."""

    def go(self, lo_s: float, hi_s: float) -> None:
        """Show a span of time, once the event loop turns."""


def session(table: EventTable) -> Session:
    """Make a session that shows a table, as if a library had given it."""
    made = Session(themes.load("light"))
    made._held.table, made.mask = table, table.is_dated  # no library holds a million
    made.viewport = (data.FIRST_S, data.LAST_S)
    return made


class Ours:
    """The timeline view over so many events; counts the texts of each frame."""

    def __init__(self, count: int) -> None:
        from explorer.ui.timeline_view import TimelineView

        self._session = session(data.table(count))
        self.view = TimelineView(self._session)
        self.view.glide.is_reduced = True
        self.view.resize(*SIZE)
        self.view.show()

    def go(self, lo_s: float, hi_s: float) -> None:
        """Move as a hand does."""
        self.view.motion.move_by_hand(lo_s, hi_s)

    def texts(self) -> int:
        """Count the texts on screen: labels, "+n", names and counts of lanes, ticks."""
        return texts_of(self.view.current_scene())


def texts_of(scene: Scene) -> int:
    """Count the texts of a scene."""
    ticks = sum(bool(tick.text) for tick in (*scene.axis.major, *scene.axis.minor))
    return len(scene.labels) + len(scene.clusters) + 2 * len(scene.lanes) + ticks


class Floor(QWidget):
    """Shows so many blank labels."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*SIZE)
        self.count = 0
        self._label = QPixmap(*_LABEL)
        self._label.fill(Qt.GlobalColor.transparent)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Show them in a grid."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        across = SIZE[0] // _LABEL[0]
        for at in range(self.count):
            painter.drawPixmap(at % across * _LABEL[0], at // across * _LABEL[1] % SIZE[1], self._label)
        painter.end()


class Items:
    """A `QGraphicsScene` with a bar and a text for every event, as one would first write it."""

    def __init__(self, count: int) -> None:
        table = data.table(count)
        self._scene = QGraphicsScene()
        self._scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        lanes = len(table.facets[Facet.KIND].values)
        self._row_px = SIZE[1] / (4 * lanes)
        places = zip(
            ((table.lo_s - data.FIRST_S) / 86_400).tolist(),
            ((table.hi_s - table.lo_s) / 86_400).tolist(),
            table.facets[Facet.KIND].codes.tolist(),
            table.titles,
            strict=True,
        )
        for at, (day, days, lane, title) in enumerate(places):
            self._add(day, days, (4 * lane + at % 4) * self._row_px, title, QColor.fromHsv(lane * 23, 150, 200))
        self.view = QGraphicsView(self._scene)
        for set_policy in (self.view.setHorizontalScrollBarPolicy, self.view.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.resize(*SIZE)
        self.view.show()

    def _add(self, day: float, days: float, y: float, title: str, colour: QColor) -> None:
        bar = QGraphicsRectItem(day, y, days, self._row_px - 4)
        bar.setPen(Qt.PenStyle.NoPen)
        bar.setBrush(colour)
        text = QGraphicsSimpleTextItem(title, bar)
        text.setFlag(text.GraphicsItemFlag.ItemIgnoresTransformations)
        text.setPos(day, y)
        self._scene.addItem(bar)

    def go(self, lo_s: float, hi_s: float) -> None:
        """Show a span of time."""
        first, last = ((at - data.FIRST_S) / 86_400 for at in (lo_s, hi_s))
        self.view.setTransform(QTransform.fromScale(SIZE[0] / (last - first), 1.0))
        self.view.centerOn((first + last) / 2, SIZE[1] / 2)


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """Give the figures of frames: CPU milliseconds, and ratios within each round; medians of the rounds."""
    app = QApplication.instance() or QApplication([])
    few, many, most, items, floor = Ours(_FEW), Ours(_MANY), Ours(_MOST), Items(_FEW), Floor()
    app.processEvents()
    spare_what_lasts()  # as the program does once a library is open
    path = data.path()
    seen: list[dict[str, float]] = []
    for _ in range(rounds):
        of_many, _ = _walked(many, path)
        of_most, texts = _walked(most, path)
        of_floor = _blank(floor, texts)
        of_few, _ = _walked(few, path[::_STEP])
        of_items, _ = _walked(items, path[::_STEP])
        seen.append(_told(of_few, of_many, of_most, of_items, of_floor, texts))
    for widget in (few.view, many.view, most.view, items.view, floor):
        widget.close()
    return {name: round(median(one[name] for one in seen), 3) for name in seen[0]}


def _told(
    few: Sequence[float],
    many: Sequence[float],
    most: Sequence[float],
    items: Sequence[float],
    floor: Sequence[float],
    texts: Sequence[int],
) -> dict[str, float]:
    # Against the usual frame of the floor: its own rare slow ones are noise of the machine.
    usual = _percentile(floor, 50)
    return {
        "frame_p50_over_floor_1m": _percentile(most, 50) / usual,
        "frame_p99_over_floor_1m": _percentile(most, 99) / usual,
        "frame_p50_ms_100k": _percentile(many, 50),
        "frame_p99_ms_100k": _percentile(many, 99),
        "frame_p50_ms_1m": _percentile(most, 50),
        "frame_p99_ms_1m": _percentile(most, 99),
        "frame_1m_over_100k": _percentile(most, 50) / _percentile(many, 50),
        "scene_item_over_ours_10k": _percentile(items, 50) / _percentile(few, 50),
        "floor_p50_ms": usual,
        "texts_p50_1m": median(texts),
    }


def _percentile(taken: Sequence[float], share: float) -> float:
    return float(np.percentile(taken, share))


def _walked(walker: Walker, path: Iterable[Span]) -> tuple[list[float], list[int]]:
    """Lead along the path; give the CPU milliseconds and the texts of each frame."""
    taken, texts = [], []
    for lo_s, hi_s in path:
        began = time.process_time()
        walker.go(lo_s, hi_s)
        QApplication.processEvents()
        taken.append((time.process_time() - began) * 1e3)
        if isinstance(walker, Ours):
            texts.append(walker.texts())
    return taken, texts


def _blank(floor: Floor, texts: Iterable[int]) -> list[float]:
    taken = []
    for floor.count in texts:
        floor.update()
        began = time.process_time()
        QApplication.processEvents()
        taken.append((time.process_time() - began) * 1e3)
    return taken

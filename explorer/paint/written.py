"""The words of marks on a Canvas, on one line or two, with notes and badges, and the pill of the selected."""

from collections.abc import Iterable, Sequence
from functools import partial

from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.paint import signs
from explorer.paint.canvas import Canvas
from explorer.paint.colour import mixed
from explorer.paint.theme import Theme
from explorer.timeline.drawn import Label, Side
from explorer.timeline.labels import pill_span
from explorer.timeline.marks import note_width
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.scene import Scene

TEXT_DROP = 0.36  # of the size: from the middle of a row to the base line of its text
ON_BAR_PX = 6.0  # of the ground of a label on its bar, left and right of the words
VEIL = 0.76  # of the ground over a bar, under the words on it
_LEADING = 1.22  # of the size: from line to line of words on two
_STATUSES = tuple(Status)


def words(canvas: Canvas, scene: Scene, theme: Theme, label: Label) -> None:
    """Write the label of a mark with its badges."""
    if label.side is Side.INSIDE and label.is_selected:
        _pill(canvas, scene, theme, label)
    elif label.side is Side.INSIDE:
        _on_bar(canvas, scene, theme, label)
    _Writer(canvas, scene, theme, label).write()


class _Writer:
    """Writes one label."""

    def __init__(self, canvas: Canvas, scene: Scene, theme: Theme, label: Label) -> None:
        self.canvas, self.scene, self.theme, self.label = canvas, scene, theme, label
        self.sizes, self.row = scene.metrics, int(scene.marks.row[label.mark])
        self.is_denied = _STATUSES[scene.table.status[self.row]] is Status.DENIED
        self.note = note_width(label.note, scene.text_width)
        self.badges = self.sizes.badge * len(label.badges)

    def write(self) -> None:
        """Write the words, as near to their mark as each line can stand."""
        label, y = self.label, self.label.y
        if not label.below:
            end = label.x + label.width - self.badges - self.note
            self._line(label.text, self._signed(label.x, y), end, y)
            self._behind(end, y)
            return
        measure, leading = self.scene.text_width, _LEADING * self.sizes.text
        sign = self.sizes.sign if label.has_sign else 0.0
        above, below = measure(label.text, False), measure(label.below, False)
        is_left = label.side is Side.LEFT
        x = self._signed(label.x + (label.width - above - sign if is_left else 0), y - leading / 2)
        self._line(label.text, x, x + above, y - leading / 2)
        x = label.x + (label.width - below - self.note - self.badges if is_left else 0)
        self._line(label.below, x, x + below, y + leading / 2)
        self._behind(x + below, y + leading / 2)

    def _signed(self, x: float, y: float) -> float:
        """Draw the sign of the kind where the lane does not say it; give where the words begin."""
        if not self.label.has_sign:
            return x
        column, sizes = self.scene.table.facets[Facet.KIND], self.sizes
        kind = column.values[column.codes[column.offsets[self.row]]]
        signs.sign(self.canvas, self.theme, kind, x + sign_middle(sizes), y, sign_radius(sizes))
        return x + self.sizes.sign

    def _line(self, text: str, x: float, end: float, y: float) -> None:
        """Write a line; what is denied is struck through to its end."""
        size = self.sizes.text
        base, ink = y + size * TEXT_DROP, self.theme.muted if self.is_denied else self.theme.ink
        if self.label.is_selected:
            self.canvas.text(x, base, text, ink, size=size, bold=True)
        else:
            self.canvas.cut_text(x, base, text, self.scene.table.titles[self.row], ink, size=size)
        if self.is_denied:
            self.canvas.line([(x, y + 1), (end, y + 1)], self.theme.muted, pen=1)

    def _behind(self, end: float, y: float) -> None:
        """Write the note and draw the badges behind the end of the words."""
        size, note = self.sizes.text, self.label.note
        if note:
            base = y + size * (TEXT_DROP - 0.2)
            self.canvas.text(end + 3, base, note, self.theme.muted, size=round(size * NOTE_SIZE))
        badges(self.canvas, self.scene, self.theme, end + self.note, y, self.label.badges)


def sign_middle(metrics: Metrics) -> float:
    """Give how far behind the beginning of a label the middle of its sign lies."""
    return 5 * metrics.px


def sign_radius(metrics: Metrics) -> float:
    """Give how far the sign in a label reaches from its middle."""
    return 3.6 * metrics.px


def badges(canvas: Canvas, scene: Scene, theme: Theme, x: float, y: float, shown: Sequence[str]) -> None:
    """Draw badges one behind the other from a place on, around a middle height."""
    px, wide, height = scene.metrics.px, scene.metrics.badge, scene.metrics.row
    for at, badge in enumerate(shown):
        left, draw = x + wide * at + 5 * px, partial(_badge, scene=scene, theme=theme, badge=badge)
        canvas.stamp(("badge", badge), left, y - height / 2, wide - 5 * px, height, draw)


def _on_bar(canvas: Canvas, scene: Scene, theme: Theme, label: Label) -> None:
    """Draw the ground of a label that stands on its bar."""
    lane = scene.marks.lane[label.mark]
    is_band = any(box.is_band for box in scene.lanes if box.lane == lane)
    x0, x1 = label.x - ON_BAR_PX, label.x + label.width + ON_BAR_PX
    on_bar(canvas, theme, scene.metrics, x0, x1, label.y, is_band=is_band)


def on_bar(
    canvas: Canvas, theme: Theme, sizes: Metrics, x0: float, x1: float, y: float, *, is_band: bool
) -> None:
    """Draw such a ground around its middle height; the bar shines through, so that it reads as one."""
    ground = theme.band if is_band else theme.ground
    canvas.rect(x0, y - sizes.text * 0.66, x1 - x0, sizes.text * 1.3, ground, radius=3, alpha=VEIL)


def _badge(canvas: Canvas, *, scene: Scene, theme: Theme, badge: str) -> None:
    """Draw a badge from the left end of its room and the top of its row on."""
    sizes = scene.metrics
    size, width, middle = sizes.text - 1.5, sizes.badge - 5 * sizes.px, sizes.row / 2
    if badge == "★":
        signs.star(canvas, width / 2, middle + 0.5, size * 0.52, theme.warning)
        return
    is_conflict = badge == "≠"
    fill = mixed(theme.warning, theme.ground, 0.16) if is_conflict else theme.field
    ink, own = (theme.warning, size + 2) if is_conflict else (theme.muted, size)
    canvas.rect(0, middle - size * 0.72, width, size * 1.45, fill, radius=size * 0.72)
    canvas.text(width / 2, middle + own * TEXT_DROP, badge, ink, size=own, anchor="middle")


def selection(canvas: Canvas, scene: Scene, theme: Theme, selected: Iterable[Label]) -> None:
    """Draw what marks the selected: a soft pill around mark and words, or words alone beside a long bar."""
    for label in selected:
        _pill(canvas, scene, theme, label)


def _pill(canvas: Canvas, scene: Scene, theme: Theme, label: Label) -> None:
    x0, x1 = pill_span(scene.marks, label)
    height = scene.metrics.row
    top = label.y - height / 2 + 0.5
    canvas.rect(
        x0, top, x1 - x0, height - 1, theme.highlight, stroke=theme.accent, pen=1.5, radius=height / 2 - 0.5
    )

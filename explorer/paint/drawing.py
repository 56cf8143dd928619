"""A Scene on a Canvas: ground and lanes, marks, then labels, then what stays in place above them.

Marks come before all labels, so that no bar ever covers a word. The screen draws its marks faster (`painter`);
everything else is drawn here for screen, page and SVG alike.
"""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.paint import headers, measures, signs, written
from explorer.paint.canvas import Canvas
from explorer.paint.colour import mixed
from explorer.paint.theme import Theme
from explorer.timeline.drawn import Echo, Flag, Side
from explorer.timeline.labels import pill_span
from explorer.timeline.lanes import Ints
from explorer.timeline.metrics import Metrics
from explorer.timeline.scene import Scene, Tray

_KIND = Facet.KIND
_STATUSES = tuple(Status)
_LOOKS = Flag.POINT | Flag.FADE_LEFT | Flag.FADE_RIGHT  # flags that change the look of a mark
_LONG_PX = 400.0
_STAMP_MARGIN = 5.0
TONES = 6  # of "+n"


class Fast(Protocol):
    """A faster way to draw what there is most of."""

    def ground(self, scene: Scene) -> None:
        """Draw the ground of the lanes with the lines of the ticks."""

    def marks(self, scene: Scene) -> None:
        """Draw all marks."""

    def clusters(self, scene: Scene) -> None:
        """Draw all "+n"."""

    def labels(self, scene: Scene) -> None:
        """Write all labels."""

    def names(self, scene: Scene) -> None:
        """Draw the headers of all lanes."""


def draw(canvas: Canvas, scene: Scene, theme: Theme, fast: Fast | None = None) -> None:
    """Draw a whole scene; `fast` draws what there is most of where the canvas has a faster way."""
    if fast:  # it draws the ground of the lanes itself; but their edges may lie within a pixel
        edges = [(0, y, scene.width, 2) for y in (int(scene.top) - 1, int(scene.bottom) - 1)]
        canvas.rects(edges, theme.ground)
    else:
        canvas.rect(0, 0, scene.width, scene.height, theme.ground)
    parts = scene.parts()
    for part in parts:
        with canvas.clipped(0, part.top, part.width, max(part.bottom - part.top, 0)):
            _lanes(canvas, part, theme, fast)
    if len(parts) > 1:
        canvas.rect(0, round(scene.pin_y) - 1, scene.width, 2, theme.line_strong)
    if scene.band:
        with canvas.group("measures"):
            measures.draw(canvas, scene, scene.band, theme)
    with canvas.group("axis"):
        axis(canvas, scene, theme)
    if scene.tray:
        with canvas.group("undated"):
            tray(canvas, scene, scene.tray, theme)


def _lanes(canvas: Canvas, scene: Scene, theme: Theme, fast: Fast | None) -> None:
    if fast:
        fast.ground(scene)
    else:
        with canvas.group("lanes"):
            bands(canvas, scene, theme)
        measures.ticks(canvas, scene, theme, scene.top, scene.bottom - scene.top)
    _lane_lines(canvas, scene, theme)
    header = scene.metrics.header
    with canvas.clipped(header, scene.top, scene.width - header, max(scene.bottom - scene.top, 0)):
        hairlines(canvas, scene, theme)
        if fast:
            fast.clusters(scene)
        else:
            clusters(canvas, scene, theme)
        echoes(canvas, scene, theme, of_selected=False)
        with canvas.group("marks"):
            if fast:
                fast.marks(scene)
            else:
                every_mark(canvas, scene, theme)
        _selected(canvas, scene, theme)
        with canvas.group("labels"):
            if fast:
                fast.labels(scene)
            for label in () if fast else scene.labels:
                row = int(scene.marks.row[label.mark])
                with canvas.group(f"label-{scene.table.ids[row]}", scene.table.titles[row]):
                    written.words(canvas, scene, theme, label)
    with canvas.group("lane names"):
        if fast:
            fast.names(scene)
        else:
            headers.draw(canvas, scene, theme)
    fold(canvas, scene, theme)


def bands(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw every other lane a shade apart."""
    for box in scene.lanes:
        if box.is_band:
            canvas.rect(0, box.y0, scene.width, box.y1 - box.y0, theme.band)


def _lane_lines(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    canvas.rects([(0, round(box.y1) - 1, scene.width, 1) for box in scene.lanes], theme.line)


def clusters(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the "+n", the fuller the darker."""
    size, height = cluster_size(scene.metrics), pill_height(scene.metrics)
    for cluster, tone in zip(scene.clusters, tones(scene.clusters.count).tolist(), strict=True):
        x, middle = (cluster.x0 + cluster.x1) / 2, (cluster.y0 + cluster.y1) / 2
        with canvas.group(f"more-{cluster.lane}-{cluster.x0:.0f}", more(cluster.count, scene.group)):
            ground, top = tone_colour(theme, tone), middle - height / 2
            canvas.rect(cluster.x0, top, cluster.x1 - cluster.x0, height, ground, radius=height / 2)
            base = middle + size * written.TEXT_DROP
            canvas.text(x, base, more(cluster.count, scene.group), theme.ink, size=size, anchor="middle")


def cluster_size(metrics: Metrics) -> float:
    """Give the size of the text of a "+n"."""
    return metrics.text - 1


def tones(counts: Ints) -> npt.NDArray[np.int64]:
    """Give how dark the "+n" of counts are, from 0 to `TONES` - 1."""
    shares = np.sqrt(counts / counts.max(initial=1))
    found: npt.NDArray[np.int64] = np.rint(shares * (TONES - 1)).astype(np.int64)
    return found


def tone_colour(theme: Theme, tone: int) -> str:
    """Give the colour of a tone."""
    return mixed(theme.muted, theme.ground, 0.12 + 0.18 * tone / (TONES - 1))


def pill_height(metrics: Metrics) -> float:
    """Give how high the pill of a "+n" is."""
    return 0.8 * metrics.row


def more(count: int, group: str = ",") -> str:
    """Write a count in the room of a "+n": +17, +2,310, +48k; `group` parts the thousands."""
    return f"+{count:,}".replace(",", group) if count < 10_000 else f"+{count // 1000:,}k".replace(",", group)


def _selected(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw what marks the selected over all marks that lie under their words, and theirs over it."""
    around = [label for label in scene.labels.those_selected() if label.side is not Side.INSIDE]
    if not around:
        return
    written.selection(canvas, scene, theme, around)
    echoes(canvas, scene, theme, of_selected=True)
    kinds = scene.kinds()
    for label in around:
        left, right = pill_span(scene.marks, label)
        if left <= scene.marks.left[label.mark] and scene.marks.right[label.mark] <= right:
            mark(canvas, scene, theme, label.mark, kinds[label.mark])


def echoes(canvas: Canvas, scene: Scene, theme: Theme, *, of_selected: bool) -> None:
    """Draw the other dates of events as outlines, linked to their marks by "≠"."""
    selected = scene.marks.has(Flag.SELECTED)
    shown = [echo for echo in scene.echoes if bool(selected[echo.mark]) is of_selected]
    kinds = scene.kinds() if shown else []
    for echo in shown:
        _echo(canvas, scene, theme, echo, kinds[echo.mark])


def _echo(canvas: Canvas, scene: Scene, theme: Theme, echo: Echo, kind: str) -> None:
    marks, sizes = scene.marks, scene.metrics
    x0, x1, y = float(marks.x0[echo.mark]), float(marks.x1[echo.mark]), float(marks.y[echo.mark])
    begin, end = (x1, echo.x0) if echo.x0 > x0 else (echo.x1, x0)
    if end - begin > 2:
        canvas.line([(begin + 1, y), (end - 1, y)], theme.warning, pen=1.3 * sizes.px)
    if end - begin > 24 * sizes.px:
        middle, half = (begin + end) / 2, 6 * sizes.px
        is_selected = int(marks.flags[echo.mark]) & Flag.SELECTED
        ground = theme.highlight if is_selected else theme.ground
        canvas.rect(middle - half, y - half, 2 * half, 2 * half, ground)
        canvas.text(middle, y + 4.4 * sizes.px, "≠", theme.warning, size=sizes.text, anchor="middle")
    colour, ground = theme.of_kind(kind), theme.ground
    if echo.is_point:
        middle = (echo.x0 + echo.x1) / 2
        signs.outlined(canvas, colour, signs.shape_of(kind), middle, y, sizes.point / 2, ground)
    else:
        height, inset = sizes.bar, 0.7
        width = max(echo.x1 - echo.x0 - 2 * inset, 1.0)
        top = y - height / 2 + inset
        canvas.rect(echo.x0 + inset, top, width, height - 2 * inset, ground, stroke=colour, pen=1.4, radius=1.5)


def every_mark(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw all marks, one by one."""
    for at, kind in enumerate(scene.kinds()):
        row = int(scene.marks.row[at])
        with canvas.group(f"event-{scene.table.ids[row]}-{scene.marks.lane[at]}", scene.table.titles[row]):
            mark(canvas, scene, theme, at, kind)


def mark(canvas: Canvas, scene: Scene, theme: Theme, at: int, kind: str) -> None:
    """Draw one mark."""
    marks, sizes = scene.marks, scene.metrics
    flags = int(marks.flags[at]) & _LOOKS
    x0, x1, y = float(marks.x0[at]), float(marks.x1[at]), float(marks.y[at])
    status = _STATUSES[scene.table.status[marks.row[at]]]
    if x1 - x0 > _LONG_PX:
        seen = -_STAMP_MARGIN, scene.width + _STAMP_MARGIN
        _mark(canvas, theme, sizes, kind, status, flags, x0, x1, y, seen)
        return
    # The same kind, manner and width look the same wherever they stand.
    width, margin = round(x1 - x0), _STAMP_MARGIN * sizes.px
    canvas.stamp(
        ("mark", kind, status, flags, width),
        x0 - margin,
        y - sizes.row / 2,
        width + 2 * margin,
        sizes.row,
        lambda on: _mark(on, theme, sizes, kind, status, flags, margin, margin + width, sizes.row / 2),
    )


def _mark(
    canvas: Canvas,
    theme: Theme,
    sizes: Metrics,
    kind: str,
    status: Status,
    flags: int,
    x0: float,
    x1: float,
    y: float,
    seen: signs.Span = signs.EVERYWHERE,
) -> None:
    colour = theme.of_kind(kind)
    if flags & Flag.POINT:
        radius = sizes.point / 2
        signs.point(canvas, colour, signs.shape_of(kind), (x0 + x1) / 2, y, radius, status, theme.ground)
        return
    fades = {"left": bool(flags & Flag.FADE_LEFT), "right": bool(flags & Flag.FADE_RIGHT)}
    signs.bar(canvas, colour, x0, x1, y, sizes.bar, status=status, ground=theme.ground, seen=seen, **fades)


def hairlines(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the lines of the selected and of today through all lanes, behind what lies in them."""
    if scene.today_x is not None:
        canvas.line([(scene.today_x, scene.top), (scene.today_x, scene.bottom)], theme.muted, pen=1, alpha=0.55)
    for x in scene.selected_x:
        canvas.line([(x, scene.top), (x, scene.bottom)], theme.accent, pen=1.2, dash=(2, 2.5))


def fold(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Say how many lanes have nothing in view, and how many are hidden."""
    if scene.fold_y is None:
        return
    size, y, px = scene.metrics.text, scene.fold_y + scene.metrics.fold / 2, scene.metrics.px
    base, x = y + size * written.TEXT_DROP, 31 * px
    said = [(x, scene.fold_text, scene.is_folded_open), (scene.hidden_x, scene.hidden_text, False)]
    for left, text, is_open in (one for one in said if one[1]):
        width = scene.text_width(text, False)
        canvas.rect(left - 4, scene.fold_y + 2, width + 30 * px, scene.metrics.fold - 4, theme.ground)
        canvas.text(left, base, text, theme.muted, size=size)
        signs.chevron(canvas, left + width + 9 * px, y + 0.5, theme.muted, is_open=not is_open)


def axis(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the axis over everything that scrolls under it."""
    sizes = scene.metrics
    unit = sizes.px
    canvas.rect(0, 0, scene.width, sizes.axis, theme.ground)
    left = sizes.header
    top, height = 24 * unit, sizes.axis - 24 * unit
    canvas.rects([(round(tick.x), top, 1, height) for tick in scene.axis.minor if tick.x > left], theme.line)
    major = [(round(tick.x), 0, 1, sizes.axis) for tick in scene.axis.major if left <= tick.x <= scene.width]
    canvas.rects(major, mixed(theme.line_strong, theme.line, 0.55))
    for tick in scene.axis.minor:
        if tick.x >= left:
            canvas.text(tick.text_x, 36 * unit, tick.text, theme.muted, size=sizes.text - 1)
    for tick in scene.axis.major:
        canvas.text(tick.text_x, 17 * unit, tick.text, theme.ink, size=sizes.text + 1, bold=True)
    canvas.rect(0, sizes.axis - 1, scene.width, 1, theme.line)
    if scene.today_x is not None:
        _today(canvas, scene, theme, scene.today_x)


def _today(canvas: Canvas, scene: Scene, theme: Theme, x: float) -> None:
    base, size = scene.metrics.axis - 1, 4.0
    canvas.polygon([(x - size, base - size), (x + size, base - size), (x, base)], theme.muted)


def tray(canvas: Canvas, scene: Scene, shown: Tray, theme: Theme) -> None:
    """Draw the undated events at the bottom."""
    size, px, middle = scene.metrics.text, scene.metrics.px, (shown.y0 + shown.y1) / 2
    base = middle + size * written.TEXT_DROP
    canvas.rect(0, shown.y0, scene.width, shown.y1 - shown.y0, theme.field)
    canvas.rect(0, shown.y0, scene.width, 1, theme.line)
    canvas.text(14 * px, base, f"Undated {shown.count:,}", theme.ink, size=size, bold=True)
    column = scene.table.facets[_KIND]
    for chip in shown.chips:
        kind = column.values[column.codes[column.offsets[chip.row]]]
        with canvas.group(f"event-{scene.table.ids[chip.row]}", scene.table.titles[chip.row]):
            selected = chip.row in scene.selected_rows
            canvas.rect(
                chip.x0,
                middle - 11 * px,
                chip.x1 - chip.x0,
                22 * px,
                theme.highlight if selected else theme.ground,
                stroke=theme.accent if selected else theme.line,
                pen=1.5 if selected else 1,
                radius=11 * px,
            )
            signs.sign(canvas, theme, kind, chip.x0 + 12 * px, middle, 4.4 * px)
            canvas.text(chip.x0 + 21 * px, base, chip.text, theme.ink, size=size)
    if shown.more:
        canvas.text(shown.more_x, base, f"+{shown.more:,}", theme.muted, size=size, bold=True)

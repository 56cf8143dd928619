"""A Scene on a Canvas: ground and lanes, marks, then labels, then what stays in place above them.

Marks come before all labels, so that no bar ever covers a word. The screen draws its marks faster (`painter`);
everything else is drawn here for screen, page and SVG alike.
"""

from typing import Protocol

import numpy as np
import numpy.typing as npt

from explorer.model.mention import Status
from explorer.model.query import Facet
from explorer.paint import measures, signs
from explorer.paint.canvas import Canvas
from explorer.paint.colour import mixed
from explorer.paint.theme import Theme
from explorer.timeline.marks import note_width
from explorer.timeline.metrics import NOTE_SIZE, Metrics
from explorer.timeline.scene import Echo, Flag, Label, LaneBox, Scene, Side, Tray

_KIND = Facet.KIND
_STATUSES = tuple(Status)
_LOOKS = Flag.POINT | Flag.FADE_LEFT | Flag.FADE_RIGHT  # flags that change the look of a mark
_LONG_PX = 400.0
_STAMP_MARGIN = 5.0
TONES = 6  # of "+n"
TEXT_DROP = 0.36  # of the size: from the middle of a row to the base line of its text


class Fast(Protocol):
    """A faster way to draw what there is most of."""

    def marks(self, scene: Scene) -> None:
        """Draw all marks."""

    def clusters(self, scene: Scene) -> None:
        """Draw all "+n"."""

    def labels(self, scene: Scene) -> None:
        """Write all labels."""


def draw(canvas: Canvas, scene: Scene, theme: Theme, fast: Fast | None = None) -> None:
    """Draw a whole scene; `fast` draws marks and "+n" where the canvas has a faster way."""
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
    with canvas.group("lanes"):
        bands(canvas, scene, theme)
    grid(canvas, scene, theme)
    header = scene.metrics.header
    with canvas.clipped(header, scene.top, scene.width - header, max(scene.bottom - scene.top, 0)):
        if fast:
            fast.clusters(scene)
        else:
            clusters(canvas, scene, theme)
        selection(canvas, scene, theme)
        echoes(canvas, scene, theme)
        with canvas.group("marks"):
            if fast:
                fast.marks(scene)
            else:
                every_mark(canvas, scene, theme)
        hairlines(canvas, scene, theme)
        with canvas.group("labels"):
            if fast:
                fast.labels(scene)
            for label in () if fast else scene.labels:
                row = int(scene.marks.row[label.mark])
                with canvas.group(f"label-{scene.table.ids[row]}", scene.table.titles[row]):
                    words(canvas, scene, theme, label)
    with canvas.group("lane names"):
        headers(canvas, scene, theme)
    fold(canvas, scene, theme)


def bands(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw every other lane a shade apart, and the lines between lanes."""
    for box in scene.lanes:
        if box.is_band:
            canvas.rect(0, box.y0, scene.width, box.y1 - box.y0, theme.band)


def _lane_lines(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    for box in scene.lanes:
        canvas.rect(0, round(box.y1) - 1, scene.width, 1, theme.line)


def grid(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the lines of the ticks over the lanes."""
    top, height = scene.top, scene.bottom - scene.top
    measures.ticks(canvas, scene, theme, top, height)
    _lane_lines(canvas, scene, theme)


def clusters(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the "+n", the fuller the darker."""
    size, height = cluster_size(scene.metrics), pill_height(scene.metrics)
    for cluster, tone in zip(scene.clusters, tones(scene), strict=True):
        x, middle = (cluster.x0 + cluster.x1) / 2, (cluster.y0 + cluster.y1) / 2
        with canvas.group(f"more-{cluster.lane}-{cluster.x0:.0f}", f"{cluster.count:,} more events"):
            ground, top = tone_colour(theme, tone), middle - height / 2
            canvas.rect(cluster.x0, top, cluster.x1 - cluster.x0, height, ground, radius=height / 2)
            base = middle + size * TEXT_DROP
            canvas.text(x, base, more(cluster.count), theme.ink, size=size, anchor="middle")


def cluster_size(metrics: Metrics) -> float:
    """Give the size of the text of a "+n"."""
    return metrics.text - 1


def tones(scene: Scene) -> list[int]:
    """Give how dark each "+n" is, from 0 to `TONES` - 1."""
    found: list[int] = tones_of(np.array([cluster.count for cluster in scene.clusters], np.float64)).tolist()
    return found


def tones_of(counts: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Give how dark the "+n" of counts are."""
    shares = np.sqrt(counts / counts.max(initial=1.0))
    tones: npt.NDArray[np.int64] = np.round(shares * (TONES - 1)).astype(np.int64)
    return tones


def tone_colour(theme: Theme, tone: int) -> str:
    """Give the colour of a tone."""
    return mixed(theme.muted, theme.ground, 0.12 + 0.18 * tone / (TONES - 1))


def pill_height(metrics: Metrics) -> float:
    """Give how high the pill of a "+n" is."""
    return 0.8 * metrics.row


def more(count: int) -> str:
    """Write a count in the room of a "+n": +17, +2,310, +48k."""
    return f"+{count:,}" if count < 10_000 else f"+{count // 1000:,}k"


def selection(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw what marks the selected: a soft pill around mark and words, or words alone beside a long bar."""
    for label in scene.labels:
        if label.is_selected and label.side is not Side.INSIDE:
            _pill(canvas, scene, theme, label)


def _pill(canvas: Canvas, scene: Scene, theme: Theme, label: Label) -> None:
    x0, x1 = pill_span(scene, label)
    height = scene.metrics.row
    top = label.y - height / 2 + 0.5
    canvas.rect(
        x0, top, x1 - x0, height - 1, theme.highlight, stroke=theme.accent, pen=1.5, radius=height / 2 - 0.5
    )


def pill_span(scene: Scene, label: Label) -> tuple[float, float]:
    """Give from where to where the pill of a selected label reaches."""
    x0, x1 = float(scene.marks.left[label.mark]), float(scene.marks.right[label.mark])
    left, right = label.x - 8, label.x + label.width + 9
    if label.side is Side.INSIDE or x1 - x0 > 160:
        return left, right
    return min(left, x0 - 7), max(right, x1 + 7)


def echoes(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the other dates of events as outlines, linked to their marks by "≠"."""
    kinds = scene.kinds() if scene.echoes else []
    for echo in scene.echoes:
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
        x0, x1 = _near(scene, flags, x0, x1)
        _mark(canvas, theme, sizes, kind, status, flags, x0, x1, y)
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


def _near(scene: Scene, flags: int, x0: float, x1: float) -> tuple[float, float]:
    """Cut a hard bar that runs far outside, whole dashes off: pens are slow over what nobody sees."""
    if flags & (Flag.FADE_LEFT | Flag.FADE_RIGHT):
        return x0, x1
    period = sum(signs.DASH)
    if x0 < -_STAMP_MARGIN - period:
        x0 += (-_STAMP_MARGIN - x0) // period * period
    return x0, min(x1, scene.width + 4 * _STAMP_MARGIN)


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
) -> None:
    colour = theme.of_kind(kind)
    if flags & Flag.POINT:
        radius = sizes.point / 2
        signs.point(canvas, colour, signs.shape_of(kind), (x0 + x1) / 2, y, radius, status, theme.ground)
        return
    left, right = bool(flags & Flag.FADE_LEFT), bool(flags & Flag.FADE_RIGHT)
    signs.bar(canvas, colour, x0, x1, y, sizes.bar, status=status, left=left, right=right, ground=theme.ground)


def hairlines(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the lines of the selected and of today over all lanes."""
    if scene.today_x is not None:
        canvas.line([(scene.today_x, scene.top), (scene.today_x, scene.bottom)], theme.muted, pen=1, alpha=0.55)
    for x in scene.selected_x:
        canvas.line([(x, scene.top), (x, scene.bottom)], theme.accent, pen=1.2, dash=(2, 2.5))


def words(canvas: Canvas, scene: Scene, theme: Theme, label: Label) -> None:
    """Write the label of a mark with its badges."""
    size = scene.metrics.text
    base = label.y + size * TEXT_DROP
    row = int(scene.marks.row[label.mark])
    if label.side is Side.INSIDE and label.is_selected:
        _pill(canvas, scene, theme, label)
    elif label.side is Side.INSIDE:
        ground = theme.band if _is_band(scene, label) else theme.ground
        canvas.rect(label.x - 6, label.y - size * 0.66, label.width + 12, size * 1.3, ground, radius=3)
    px, x = scene.metrics.px, label.x
    if label.has_sign:
        column = scene.table.facets[_KIND]
        kind = column.values[column.codes[column.offsets[row]]]
        signs.sign(canvas, theme, kind, x + 5 * px, label.y, 3.6 * px)
        x += scene.metrics.sign
    end = label.x + label.width - scene.metrics.badge * len(label.badges)
    is_denied = _STATUSES[scene.table.status[row]] is Status.DENIED
    ink = theme.muted if is_denied else theme.ink
    if label.is_selected:
        canvas.text(x, base, label.text, ink, size=size, bold=True)
    else:
        canvas.cut_text(x, base, label.text, scene.table.titles[row], ink, size=size)
    if is_denied:
        struck = end - note_width(label.note, scene.text_width)
        canvas.line([(x, label.y + 1), (struck, label.y + 1)], theme.muted, pen=1)
    if label.note:
        small = round(size * NOTE_SIZE)
        end -= note_width(label.note, scene.text_width)
        canvas.text(end + 3, base - size * 0.2, label.note, theme.muted, size=small)
        end += note_width(label.note, scene.text_width)
    for at, badge in enumerate(label.badges):
        draw_badge(canvas, scene, theme, end + scene.metrics.badge * at + 5 * px, label.y, badge)


def _is_band(scene: Scene, label: Label) -> bool:
    lane = scene.marks.lane[label.mark]
    return any(box.is_band for box in scene.lanes if box.lane == lane)


def draw_badge(canvas: Canvas, scene: Scene, theme: Theme, x: float, y: float, badge: str) -> None:
    """Draw one badge behind a label."""
    sizes = scene.metrics
    size, width, height = sizes.text - 1.5, sizes.badge - 5 * sizes.px, sizes.row
    middle = height / 2

    def draw(on: Canvas) -> None:
        if badge == "★":
            signs.star(on, width / 2, middle + 0.5, size * 0.52, theme.warning)
            return
        is_conflict = badge == "≠"
        fill = mixed(theme.warning, theme.ground, 0.16) if is_conflict else theme.field
        ink, own = (theme.warning, size + 2) if is_conflict else (theme.muted, size)
        on.rect(0, middle - size * 0.72, width, size * 1.45, fill, radius=size * 0.72)
        on.text(width / 2, middle + own * TEXT_DROP, badge, ink, size=own, anchor="middle")

    canvas.stamp(("badge", badge), x, y - middle, width, height, draw)


def headers(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the names of lanes with their counts, over whatever passes below."""
    for box in scene.lanes:
        ground = theme.band if box.is_band else theme.ground
        canvas.rect(0, box.y0, scene.metrics.header, box.y1 - box.y0 - 1, ground)
        _header(canvas, scene, theme, box)


def _header(canvas: Canvas, scene: Scene, theme: Theme, box: LaneBox) -> None:
    sizes = scene.metrics
    size = sizes.text
    # The name of a tall lane stays in view while the lane scrolls by.
    top = min(max(box.y0, scene.top), max(box.y0, box.y1 - sizes.row - 2 * sizes.lane_pad))
    y = top + sizes.lane_pad + sizes.row / 2
    px = sizes.px
    x = 14 * px
    if box.kind:
        _lane_sign(canvas, scene, theme, box.kind, x + 5 * px, y)
        x += 17 * px
    count = f"{box.count:,}" + (f" · +{box.hidden:,}" if box.hidden and not _has_strip(scene, box) else "")
    below = box.y1 - top > sizes.row * 2
    room = sizes.header - x - (8 if below else 18 * px + scene.text_width(count, False))
    name = scene.cut(box.label, room, bold=True)
    canvas.text(x, y + size * TEXT_DROP, name, theme.ink, size=size, bold=True)
    if below:
        canvas.text(x, y + size * TEXT_DROP + sizes.row * 0.82, count, theme.muted, size=size - 1)
    else:
        canvas.text(
            sizes.header - 10 * px, y + size * TEXT_DROP, count, theme.muted, size=size - 1, anchor="end"
        )
    if box.is_collapsed:
        signs.chevron(canvas, 7 * px, y, theme.muted, is_open=False)
    if box.is_pinned:
        canvas.rect(0, box.y0 + 1, 3 * px, box.y1 - box.y0 - 3, theme.muted, radius=1.5 * px)


def _lane_sign(canvas: Canvas, scene: Scene, theme: Theme, kind: str, x: float, y: float) -> None:
    radius = scene.metrics.point / 2
    half = radius + _STAMP_MARGIN * scene.metrics.px

    def draw(on: Canvas) -> None:
        signs.sign(on, theme, kind, half, half, radius)

    canvas.stamp(("sign", kind), x - half, y - half, 2 * half, 2 * half, draw)


def _has_strip(scene: Scene, box: LaneBox) -> bool:
    return any(shown.has_strip for shown in scene.plan.shown if shown.lane == box.lane)


def fold(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Say how many lanes have nothing in view, and how many are hidden."""
    if scene.fold_y is None:
        return
    size, y, px = scene.metrics.text, scene.fold_y + scene.metrics.fold / 2, scene.metrics.px
    base, x = y + size * TEXT_DROP, 31 * px
    said = [(x, scene.fold_text, scene.is_folded_open), (scene.hidden_x, scene.hidden_text, False)]
    for left, text, is_open in (one for one in said if one[1]):
        width = scene.text_width(text, False)
        canvas.rect(left - 4, scene.fold_y + 2, width + 30 * px, scene.metrics.fold - 4, theme.ground)
        canvas.text(left, base, text, theme.muted, size=size)
        if not scene.is_page:
            signs.chevron(canvas, left + width + 9 * px, y + 0.5, theme.muted, is_open=not is_open)


def axis(canvas: Canvas, scene: Scene, theme: Theme) -> None:
    """Draw the axis over everything that scrolls under it."""
    sizes = scene.metrics
    unit = sizes.px
    canvas.rect(0, 0, scene.width, sizes.axis, theme.ground)
    left = sizes.header
    for tick in scene.axis.minor:
        if tick.x > left:
            canvas.rect(round(tick.x), 24 * unit, 1, sizes.axis - 24 * unit, theme.line)
        if tick.x >= left:
            canvas.text(tick.text_x, 36 * unit, tick.text, theme.muted, size=sizes.text - 1)
    for tick in scene.axis.major:
        if left <= tick.x <= scene.width:
            canvas.rect(round(tick.x), 0, 1, sizes.axis, mixed(theme.line_strong, theme.line, 0.55))
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
    base = middle + size * TEXT_DROP
    canvas.rect(0, shown.y0, scene.width, shown.y1 - shown.y0, theme.field)
    canvas.rect(0, shown.y0, scene.width, 1, theme.line)
    canvas.text(14, base, f"Undated {shown.count:,}", theme.ink, size=size, bold=True)
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

"""A Scene made ready for pages: cut where they end, only what lies on each, in the language of the house."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from explorer.paint.flow import LITTLE
from explorer.paint.words import Words
from explorer.timeline.charts import Dot
from explorer.timeline.scene import Scene


def on_page(scene: Scene) -> Scene:
    """Keep what lies between top and bottom: what is clipped away would still be text in the file."""
    marks = scene.marks
    is_kept = (marks.y > scene.top) & (marks.y < scene.bottom)
    if is_kept.all():
        return scene
    place = np.where(is_kept, np.cumsum(is_kept) - 1, -1)
    middle = (scene.clusters.y0 + scene.clusters.y1) / 2
    is_counted = (middle > scene.top) & (middle < scene.bottom)
    return replace(
        scene,
        marks=marks.of(is_kept),
        labels=scene.labels.among(is_kept),
        echoes=tuple(
            replace(echo, mark=int(place[echo.mark])) for echo in scene.echoes if place[echo.mark] >= 0
        ),
        clusters=scene.clusters.of(is_counted),
        lanes=tuple(box for box in scene.lanes if box.y1 > scene.top + 1 and box.y0 < scene.bottom - 1),
    )


def without_names(scene: Scene) -> Scene:
    """Leave the lanes out where there is no room for their names: one lane of all needs none."""
    return replace(scene, lanes=()) if scene.metrics.header <= scene.metrics.margin else scene


def localised(scene: Scene, words: Words) -> Scene:
    """Put what we wrote ourselves into the language and its numbers; words of events stay."""
    if scene.band:
        unit = words.unit(scene.band.unit)
        scene = replace(scene, band=replace(scene.band, title=unit[:1].upper() + unit[1:]))
    if not words.names and (words.group, words.decimal) == (",", "."):
        return scene
    axis = replace(
        scene.axis,
        major=tuple(tick._replace(text=words.date(tick.text)) for tick in scene.axis.major),
        minor=tuple(tick._replace(text=words.date(tick.text)) for tick in scene.axis.minor),
    )
    band = scene.band and replace(
        scene.band,
        empty_text=words("no_value"),
        more_text=words("and_more", count=scene.band.more),
        scale_word=_scale_word(scene.band.scale_word, words),
        grid=tuple((y, words.number(text)) for y, text in scene.band.grid),
        lines=tuple(
            replace(line, dots=tuple(_said(dot, scene, words) for dot in line.dots))
            for line in scene.band.lines
        ),
    )
    return replace(scene, axis=axis, band=band, group=words.group)


def _said(dot: Dot, scene: Scene, words: Words) -> Dot:
    """Say the value of a point, "over 1,500", in the language."""
    if not dot.text:
        return dot
    value = words.number(dot.text.removeprefix(f"{dot.bound} "))
    text = words.bounds[dot.bound].format(value=value) if dot.bound else value
    return replace(dot, text=text, text_width=scene.text_width(text, True))


def _scale_word(word: str, words: Words) -> str:
    """Say what the numbers of a scale count: "millions, log"."""
    size, _, log = word.partition(", ")
    if word in ("log", "first = 100"):
        return words("log" if word == "log" else "indexed")
    size = words("indexed") if size == "first = 100" else words.names.get(size, size)
    return f"{size}, {words('log')}" if log else size


def hidden(scene: Scene) -> int:
    """Count what found no room; a lane that a person closed is counted because they wanted it so."""
    return sum(box.hidden for box in scene.lanes if not box.is_collapsed)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the lanes for one page: from `top`, so high, below a `head` of axis and measures.

    The piece that `begins` has the measures; one that `turns` stands on a new page.
    """

    top: float
    height: float
    head: float
    begins: bool
    turns: bool


def pieces(scene: Scene, room: float, next_room: float, *, is_fresh: bool, is_last: bool) -> list[Piece]:
    """Cut the lanes of a scene where pages end: the first page has so much room, and the next ones.

    A page that `is_fresh` has nothing above the timeline yet. Where the timeline `is_last`, two pages end the
    document rather than a full one and one with little on it.
    """
    ends = cuts(scene)
    spans = _spans(scene, ends, room, next_room, is_fresh=is_fresh)
    if is_last and len(spans) > 1 and spans[-1][1] - spans[-1][0] < LITTLE * next_room:
        spans[-2:] = _shared(scene, ends, spans[-2][0], spans[-2][1], next_room)
    borders = {0.0, *_borders(scene)}
    air, found = scene.metrics.lane_pad, []
    for at, (begin, end) in enumerate(spans):
        above, below = (0.0 if edge in borders else air for edge in (begin, end))
        head = scene.top if at == 0 else scene.metrics.axis
        turns = at > 0 or (not is_fresh and head + end > room)
        found.append(Piece(begin - above, end - begin + above + below, head, at == 0, turns))
    return found


def _spans(
    scene: Scene, ends: Sequence[float], room: float, next_room: float, *, is_fresh: bool
) -> list[tuple[float, float]]:
    """Give from where to where the lanes go on each page: as far as there is room, but not for a row or two."""
    spans: list[tuple[float, float]] = []
    at, air = 0.0, 2 * scene.metrics.lane_pad + 2
    while at < scene.content:
        head = scene.top if not spans else scene.metrics.axis
        fitting = [end for end in ends if at < end <= at + room - head - air]
        is_little = not fitting or (fitting[-1] < scene.content and fitting[-1] - at < 3 * scene.metrics.row)
        if is_little and not is_fresh:
            room, is_fresh = next_room, True
            continue
        end = (fitting or [end for end in ends if end > at])[-1 if fitting else 0]
        spans.append((at, end))
        at, room, is_fresh = end, next_room, True
    return spans or [(0.0, scene.content)]


def _shared(
    scene: Scene, ends: Sequence[float], begin: float, full: float, next_room: float
) -> list[tuple[float, float]]:
    """Give the lanes of the last two pages about the same height, best cut between two lanes."""
    middle = (begin + scene.content) / 2
    least = scene.content - next_room + scene.metrics.axis + 2 * scene.metrics.lane_pad + 2
    able = [end for end in ends if max(begin, least) < end <= full]
    borders = set(_borders(scene))
    cost = {end: abs(end - middle) + (0 if end in borders else 3 * scene.metrics.row) for end in able}
    end = min(able, key=cost.__getitem__, default=full)
    return [(begin, end), (end, scene.content)]


def _borders(scene: Scene) -> list[float]:
    """Give where lanes end, from 0."""
    return [box.y1 - scene.top + scene.scroll for box in scene.lanes]


def cuts(scene: Scene) -> list[float]:
    """Give where the lanes can be cut, from 0: after lanes, and between rows but the first and last two."""
    found = {scene.content, *_borders(scene)}
    for box in scene.lanes:
        top = box.y0 - scene.top + scene.scroll + scene.metrics.lane_pad
        lines = round((box.y1 - box.y0 - 2 * scene.metrics.lane_pad) / scene.metrics.row)
        found |= {top + line * scene.metrics.row for line in range(2, lines - 1)}
    # Words on two lines stand about the border of two rows: no cut goes through them.
    broken = {round(label.y - scene.top + scene.scroll) for label in scene.labels if label.below}
    return sorted(cut for cut in found if cut > 0 and not broken & {round(cut - 0.1), round(cut + 0.1)})

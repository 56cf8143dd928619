"""A Scene made ready for a page: only what lies on it, and in the language of the house."""

from dataclasses import replace

import numpy as np

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
    return replace(
        scene,
        marks=marks.of(is_kept),
        labels=scene.labels.among(is_kept),
        echoes=tuple(
            replace(echo, mark=int(place[echo.mark])) for echo in scene.echoes if place[echo.mark] >= 0
        ),
        clusters=scene.clusters.of((scene.clusters.y1 > scene.top) & (scene.clusters.y0 < scene.bottom)),
        lanes=tuple(box for box in scene.lanes if box.y1 > scene.top + 1 and box.y0 < scene.bottom - 1),
    )


def without_names(scene: Scene) -> Scene:
    """Leave the lanes out where there is no room for their names: one lane of all needs none."""
    return replace(scene, lanes=()) if scene.metrics.header <= scene.metrics.margin else scene


def localised(scene: Scene, words: Words) -> Scene:
    """Put what we wrote ourselves into the language and its numbers; words of events stay."""
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


def cuts(scene: Scene) -> list[float]:
    """Give where the lanes can be cut, from 0: between rows and after lanes."""
    found = {scene.content}
    for box in scene.lanes:
        top = box.y0 - scene.top + scene.scroll
        lines = round((box.y1 - box.y0 - 2 * scene.metrics.lane_pad) / scene.metrics.row)
        found |= {top + scene.metrics.lane_pad + line * scene.metrics.row for line in range(1, lines)}
        found.add(box.y1 - scene.top + scene.scroll)
    # Words on two lines stand about the border of two rows: no cut goes through them.
    broken = {round(label.y - scene.top + scene.scroll) for label in scene.labels if label.below}
    return sorted(cut for cut in found if cut > 0 and not broken & {round(cut - 0.1), round(cut + 0.1)})

"""A Scene made ready for a page: only what lies on it, and in the language of the house."""

from dataclasses import replace

import numpy as np

from explorer.paint.style import Words
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
        scale_word=words.names.get(scene.band.scale_word, scene.band.scale_word),
        grid=tuple((y, words.number(text)) for y, text in scene.band.grid),
        lines=tuple(
            replace(line, dots=tuple(replace(dot, text=words.number(dot.text)) for dot in line.dots))
            for line in scene.band.lines
        ),
    )
    is_one = len(scene.lanes) == 1 and not scene.lanes[0].key
    lanes = tuple(replace(box, label=words("all_events")) for box in scene.lanes) if is_one else scene.lanes
    return replace(scene, axis=axis, band=band, lanes=lanes)

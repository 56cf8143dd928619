"""What is told about a thing under the pointer: plain words, escaped, for they come from documents."""

from collections.abc import Mapping

from explorer.model import edtf
from explorer.model.event import Event
from explorer.model.mention import Status
from explorer.timeline.lanes import Lane
from explorer.timeline.scene import Hit, Part
from explorer.ui import style

_LONGEST_QUOTE = 240
_MOST_NAMED = 12  # lanes of several in one
_WIDTH_PX = 340


def of_event(event: Event, names: Mapping[str, str]) -> str:
    """Tell an event: what, when and how sure, who says so."""
    when = edtf.display(event.when) if event.when else "undated"
    if event.status is not Status.HAPPENED:
        when = f"{when} · {event.status.value}"
    quote = " ".join(event.mentions[0].quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[: _LONGEST_QUOTE - 1].rstrip() + "…"
    sources = [names.get(article, article) for article in event.articles]
    told = "; ".join(sources[:3]) + (f" and {len(sources) - 3} more" if len(sources) > 3 else "")
    lines = [f"<b>{_safe(event.title)}</b>", _safe(when), f"<i>“{_safe(quote)}”</i>", _safe(told)]
    if event.has_conflict:
        lines.insert(2, "≠ " + _safe(_differing(event)))
    return _paragraphs(lines)


def _differing(event: Event) -> str:
    values = [
        value.text for conflict in event.conflicts if not conflict.is_settled for value in conflict.values
    ]
    return "sources differ: " + " or ".join(dict.fromkeys(values))


def of_hit(hit: Hit, lane: Lane | None = None) -> str:
    """Tell what a click on anything else does; "" for nothing. Of a lane it tells the whole name."""
    match hit.part:
        case Part.CLUSTER:
            return _paragraphs([f"<b>{hit.count:,} more</b>", "Click to zoom in"])
        case Part.LANE:
            return _paragraphs(
                [
                    f"<b>{_safe(lane.label)}</b>" if lane else "",
                    _safe(_held(lane)) if lane else "",
                    "Click to close or open the lane, drag it to another place",
                    "Shift+click to show all of its rows, right click for more",
                ]
            )
        case Part.HIDDEN:
            return "Show the hidden lanes again"
        case Part.SWITCH if hit.id == "log":
            return "Show values by powers of ten"
        case Part.SWITCH:
            return "Show growth: the first value of each company is 100"
        case Part.EDGE:
            return "Drag to make the measures higher or lower"
        case Part.UNIT:
            return "Show this measure"
        case _:
            return ""


def _held(lane: Lane) -> str:
    """Say which lanes one stands for; "" where it is one."""
    if not lane.held:
        return ""
    names = [one.label for one in lane.held[:_MOST_NAMED]]
    more = lane.values - len(names)
    return "In one lane, for there are too many: " + "; ".join(names) + (f" and {more:,} more" if more else "")


def _safe(text: str) -> str:
    from html import escape  # with a table of all entities, which no view needs before the first tip

    return escape(text)


def _paragraphs(lines: list[str]) -> str:
    body = "".join(f"<div style='margin-bottom:3px'>{line}</div>" for line in lines if line)
    return f"<table width='{style.px(_WIDTH_PX)}'><tr><td>{body}</td></tr></table>" if len(body) > 120 else body

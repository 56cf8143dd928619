"""What an expression was read as, in words for people: the last line of its trace.

It looks at what the words say (`specs`) alone, so that every rule of the same meaning is told alike.
"""

from explorer.dates.specs import Calendar, Clock, Length, Offset, Repeat, Shift, Spec, Vague

_PARTS = {
    "START": "the beginning of",
    "MID": "the middle of",
    "END": "the end of",
    "APPROX": "about",
}
_NAMES = ("holiday", "quarter", "half", "season", "decade", "century")
_PLACES = {"half": "half of a period"}


def read_as(spec: Spec, mod: str | None = None) -> str:
    """Say as what the words were read: "read as a day without a year"."""
    part = f"{_PARTS[mod]} " if mod in _PARTS else ""
    return f"read as {part}{_kind(spec)}"


def _kind(spec: Spec) -> str:
    match spec:
        case Calendar():
            return _calendar(spec)
        case Shift(unit):
            return f"a {unit} told from another date"
        case Offset(origin=None):
            return "a distance from another date"
        case Offset():
            return "a distance from the date beside it"
        case Length():
            return "a length of time"
        case Repeat():
            return "a time that comes again and again"
        case Vague():
            return "a word that names no date"
        case Clock(at=None):
            return "a part of a day"
        case Clock():
            return "a time of day"
    return "a date"


def _calendar(spec: Calendar) -> str:
    if spec.part is not None:
        return _PLACES.get(spec.part, f"a {spec.part} of a period")
    if spec.within is not None and spec.within.unit == "week":
        return "a week"
    name = next((name for name in _NAMES if getattr(spec, name) is not None), None) or _unit(spec)
    kind = {"half": "half a year"}.get(name, f"a {'fiscal ' if spec.is_fiscal else ''}{name}")
    is_timed = spec.clock is not None or spec.daypart is not None
    kind = f"a time on {kind}" if is_timed else kind
    is_open = spec.year is None and spec.decade is None and spec.century is None and spec.within is None
    return (
        f"{kind} without a year" if is_open and name not in ("weekday", "weekend", "day of a month") else kind
    )


def _unit(spec: Calendar) -> str:
    if spec.weekend:
        return "weekend"
    if spec.month is None and spec.day is not None:
        return "day of a month"
    if spec.month is None:
        return "weekday" if spec.weekday is not None else "year"
    return "month" if spec.day is None else "day"

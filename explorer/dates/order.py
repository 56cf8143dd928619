"""The order of day and month in figures: a text keeps to one, and its clear dates tell which.

Without a clear date English texts are read month first, others day first; both readings are kept.
"""

from dataclasses import replace

from explorer.dates.specs import Calendar, Candidate


def ordered(candidates: list[Candidate], *, is_month_first: bool) -> list[Candidate]:
    """Give the ambiguous dates (03/04/2021) the order of the clear ones (15/04/2021)."""
    clear = {
        one.spec.order for one in candidates if isinstance(one.spec, Calendar) and one.rule == "numeric date"
    }
    is_day_first = "DMY" in clear and "MDY" not in clear
    if not is_month_first and "MDY" not in clear:
        is_day_first = True
    return [_swapped(one) if is_day_first else one for one in candidates]


def _swapped(candidate: Candidate) -> Candidate:
    spec = candidate.spec
    if not isinstance(spec, Calendar) or spec.order != "MDY?":
        return candidate
    return replace(candidate, spec=replace(spec, month=spec.day, day=spec.month, order="DMY?"))

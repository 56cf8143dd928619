"""Which part of a sentence goes with which date, where one sentence makes several mentions.

"In June it had 2 million users, in July 3 million" is the quote of two mentions; the words and amounts that
stand with the other date speak for the other event.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from explorer.model.edtf import MONTHS
from explorer.model.mention import Mention, Quantity, Span

_BARE_END = 12  # characters before the first date or behind the last that tell nothing


_IN_PLACE = re.compile(r"\b[Ii]n (?:the )?(?P<name>[A-Z][^\W\d_]+)")


def stretches(mentions: Sequence[Mention], ids: Container[str] | None = None) -> dict[str, Span]:
    """Give the stretch of each mention, by its id: its whole clause unless others are dated in it.

    With `ids` those of others are left out.
    """
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    found: dict[str, Span] = {}
    for told in by_article.values():
        clauses: dict[Span, list[Span]] = defaultdict(list)
        for mention in told:
            if mention.date:
                clauses[mention.date.span].append(mention.span)
        dates = sorted(clauses)
        asked = told if ids is None else [mention for mention in told if mention.id in ids]
        found.update((mention.id, _own_stretch(mention, dates, clauses)) for mention in asked)
    return found


def _own_stretch(mention: Mention, dates: Sequence[Span], clauses: Mapping[Span, Sequence[Span]]) -> Span:
    """Give the part of a clause that goes with its own date, where other mentions share it.

    A mention whose clause lies inside this one, beside its date, takes nothing away.
    """
    if mention.date is None:
        return mention.span
    own, clause = mention.date.span, mention.span
    within_clause = dates[bisect_left(dates, Span(clause.start, 0)) : bisect_left(dates, Span(clause.end, 0))]
    inside = [date for date in within_clause if any(told.overlaps(own) for told in clauses[date])]
    if own not in inside or len(inside) < 2:
        return clause
    before = max((date for date in inside if date.end <= own.start), default=None)
    after = min((date for date in inside if date.start >= own.end), default=None)
    match _order(mention, inside[0], inside[-1]):
        case "date first":
            return Span(own.start if before else clause.start, after.start if after else clause.end)
        case "date last":
            return Span(before.end if before else clause.start, own.end if after else clause.end)
        case _:
            start = (before.end + own.start) // 2 if before else clause.start
            return Span(start, (own.end + after.start) // 2 if after else clause.end)


def _order(mention: Mention, first: Span, last: Span) -> str:
    """Say whether the dates stand before what they date or behind it: amounts tell, else the ends."""
    ahead = sum(amount.span.end <= first.start for amount in mention.quantities)
    behind = sum(amount.span.start >= last.end for amount in mention.quantities)
    if ahead == behind:
        ahead, behind = first.start - mention.span.start, mention.span.end - last.end
        if max(ahead, behind) < _BARE_END:
            return ""
    return "date last" if ahead > behind else "date first"


def within(mention: Mention, stretch: Span) -> tuple[str, tuple[Quantity, ...]]:
    """Give the words and amounts of a stretch of a mention; conversions repeat what is told already."""
    told = tuple(q for q in mention.quantities if q.equivalent_of is None)
    offset = mention.span.start
    if stretch == mention.span or len(mention.quote) != mention.span.end - offset:
        return mention.quote, told
    amounts = tuple(q for q in told if stretch.start <= q.span.start and q.span.end <= stretch.end)
    return mention.quote[stretch.start - offset : stretch.end - offset], amounts


def scope(mention: Mention, stretch: Span) -> str:
    """Give the country for which alone a number holds ("users in India"); "" for none."""
    if len(mention.countries) != 1:
        return ""
    places = (match["name"] for match in _IN_PLACE.finditer(within(mention, stretch)[0]))
    return mention.countries[0] if any(place not in MONTHS for place in places) else ""

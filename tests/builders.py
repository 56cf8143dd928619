"""Values for tests, with everything that does not matter filled in. Only functions, and only short ones."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from explorer.chronology import events
from explorer.model.article import Article
from explorer.model.decision import Change, Decision
from explorer.model.edtf import parse
from explorer.model.event import Event
from explorer.model.mention import Mention, MentionDate, Party, PartyType, Quantity, Role, Span, mention_id
from explorer.model.when import Modifier, When


def when(text: str, modifier: Modifier | None = None) -> When:
    """A date from EDTF."""
    return parse(text, modifier)


def article(id_: str = "a", text: str = "", **fields: Any) -> Article:
    """An article whose name is its id."""
    return Article(id_, fields.pop("name", id_), text or f"The text of {id_}.", **fields)


def party(name: str, type_: PartyType = PartyType.COMPANY, **fields: Any) -> Party:
    """A party, a company unless told otherwise."""
    return Party(name, type_, **fields)


def quantity(value: float, unit: str = "USD", text: str = "", at: int = 0, **fields: Any) -> Quantity:
    """An amount; `at` is the offset of its words."""
    text = text or f"{value:g} {unit}"
    return Quantity(text, float(value), unit, Span(at, at + len(text)), **fields)


def mention(
    quote: str = "Something took place.",
    date: str | When | None = "2019-04-15",
    *,
    article: str = "a",
    at: int = 0,
    kind: str = "other",
    companies: Sequence[str] = (),
    role: Role = Role.HAPPENED,
    **fields: Any,
) -> Mention:
    """A mention whose clause is its quote at an offset, dated by its first words."""
    span = Span(at, at + len(quote))
    date_span = Span(at, at + 4)
    resolved = parse(date) if isinstance(date, str) else date
    dates = (MentionDate(resolved, quote[:4], date_span, role),) if resolved else ()
    fields.setdefault("parties", tuple(Party(name) for name in companies))
    fields.setdefault("dates", dates)
    fields.setdefault("title", quote[:40])
    id_ = fields.pop("id", mention_id(article, span, date_span))
    return Mention(id_, article, span, quote, kind=kind, **fields)


def event(quote: str = "Something took place.", date: str | When | None = "2019-04-15", **fields: Any) -> Event:
    """An event of one mention; fields of `Event` beside those of the mention by the prefix `event_`."""
    of_event = {name[6:]: fields.pop(name) for name in list(fields) if name.startswith("event_")}
    told = mention(quote, date, **fields)
    made = events([told], {told.article: article(told.article)})[0]
    return replace(made, **of_event)


def log(*steps: Change | Sequence[Change]) -> list[Decision]:
    """A log of decisions, one step each; a list of changes is one step."""
    decisions: list[Decision] = []
    for number, step in enumerate(steps, 1):
        for change in step if isinstance(step, list | tuple) else [step]:
            decisions.append(Decision(len(decisions) + 1, number, "2024-01-01T00:00:00+00:00", "you", change))
    return decisions

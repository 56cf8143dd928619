"""Decisions in words: what was decided, of what, in which article, when and by whom."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.model.article import Article
from explorer.model.decision import (
    Added,
    Anchored,
    ArticleEdited,
    Change,
    DateOrdered,
    Decision,
    Edited,
    Linked,
    MentionRef,
    Named,
    Noted,
    Parted,
    Redone,
    Removed,
    Review,
    Reviewed,
    Settled,
    Spanned,
    Starred,
    Tagged,
    Undone,
    undo_stacks,
)
from explorer.model.edtf import display, parse
from explorer.model.errors import ExplorerError
from explorer.model.event import Event
from explorer.ui import provenance, words
from explorer.ui.history import refs_of

_LONGEST = 140
_YOU = "you"  # as the log calls who sits here
_REVIEWS = {
    Review.ACCEPTED: "Accepted",
    Review.REJECTED: "Rejected",
    Review.UNREVIEWED: "Marked as unreviewed",
}
_ORDERS = {"DMY": "the day first", "MDY": "the month first"}


@dataclass(frozen=True, slots=True)
class Line:
    """A decision in words. `event` and `article` are ids of what it leads to, if that is there.

    It does not count while `is_undone`; its statements are not read any more if it `is_lost`.
    """

    decision: Decision
    what: str
    about: str
    where: str
    made: str
    event: str = ""
    article: str = ""
    is_undone: bool = False
    is_lost: bool = False


def lines(
    log: Sequence[Decision],
    articles: Mapping[str, Article],
    event_of: Callable[[str], Event | None],
    lost: Container[int] = (),
) -> list[Line]:
    """Give the lines of a log, the latest first; what undid and redid them shows in what counts.

    `event_of` finds the event of a mention by its id; `lost` are the ids of decisions.
    """
    counting = set(undo_stacks(log)[0])
    made = (decision for decision in log if not isinstance(decision.change, Undone | Redone))
    return [
        line(one, articles, event_of, is_undone=one.step not in counting, is_lost=one.id in lost)
        for one in made
    ][::-1]


def line(
    decision: Decision,
    articles: Mapping[str, Article],
    event_of: Callable[[str], Event | None] = lambda _: None,
    *,
    is_undone: bool = False,
    is_lost: bool = False,
) -> Line:
    """Word one decision."""
    change = decision.change
    refs = refs_of(change)
    event = next((found for one in refs if (found := event_of(one.id)) is not None), None)
    named = list(dict.fromkeys([*(one.article for one in refs), *_articles_of(change)]))
    return Line(
        decision,
        what(change),
        f"{words.when(event.when)} · {event.title}" if event and not is_lost else _quotes(change, refs),
        ", ".join(_names(named, articles)),
        _made(decision),
        event.id if event else "",
        next((id_ for id_ in named if id_ in articles), ""),
        is_undone,
        is_lost,
    )


def what(change: Change) -> str:  # a line each
    """Say what was decided: "Date set to mid-2019"."""
    match change:
        case Reviewed(review=review):
            return _REVIEWS[review]
        case Edited(field=field, value=value):
            name = provenance.name_of(field.value)
            return (
                f"{name} set to {_short(provenance.value_said(field.value, value))}"
                if value
                else (f"{name} as it was read" if value is None else f"{name} removed")
            )
        case ArticleEdited(field=field, value=value):
            name = field.value.capitalize() if field.value != "published" else "Publication date"
            said = provenance.value_said(field.value, (value,)) if value else ""
            return f"{name} set to {_short(said)}" if said else f"{name} as it was read"
        case Noted(text=text):
            return f"Note: {_short(text)}" if text else "Note removed"
        case Tagged(tag=tag, on=on):
            return f"Tag “{tag}” put on" if on else f"Tag “{tag}” taken off"
        case Starred(on=on):
            return "Starred" if on else "Star taken off"
        case Settled(field=field, chosen=chosen):
            name = provenance.name_of(field)
            return f"{name} of one source chosen" if chosen else f"{name} of all sources kept"
        case Named(name=name, canonical=canonical):
            if not canonical:
                return f"“{name}” is no company"
            return f"“{name}” confirmed" if name == canonical else f"“{name}” stands for {canonical}"
        case Anchored(edtf=edtf):
            return f"Dates count from {_date(edtf)}" if edtf else "Dates count as the program reads them"
        case DateOrdered(order=order):
            return f"Numeric dates read with {_ORDERS.get(order, 'the order of the program')}"
        case Removed(on=on):
            return "Article taken out" if on else "Article put back"
        case _:
            return _PLAIN[type(change)]


_PLAIN: dict[type, str] = {
    Linked: "Merged",
    Parted: "Split",
    Added: "Added by hand",
    Spanned: "Clause changed",
    Undone: "Undone",
    Redone: "Redone",
}


def _made(decision: Decision) -> str:
    """Say when, and who unless it is the one who sits here."""
    moment = provenance.moment(decision.at)
    return moment if decision.who == _YOU else f"{moment}, {decision.who}"


def _short(text: str) -> str:
    return words.elided(" ".join(text.split()), _LONGEST)


def _date(edtf: str) -> str:
    try:
        return display(parse(edtf))
    except (ExplorerError, ValueError):
        return edtf


def _quotes(change: Change, refs: Iterable[MentionRef]) -> str:
    joint = " · not with · " if isinstance(change, Parted) else " · "
    return joint.join(dict.fromkeys(f"“{_short(one.quote)}”" for one in refs))


def _articles_of(change: Change) -> Sequence[str]:
    return (change.article,) if isinstance(change, ArticleEdited | Anchored | DateOrdered | Removed) else ()


def _names(ids: Iterable[str], articles: Mapping[str, Article]) -> Iterable[str]:
    for id_ in ids:
        yield (
            words.elided(words.article(articles[id_]), 40) if id_ in articles else "no article of this library"
        )

"""The log as lines to read: what was decided, of what, in which article, when and by whom."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from explorer.model.article import Article
from explorer.model.decision import (
    PERSON,
    Anchored,
    ArticleEdited,
    Change,
    DateOrdered,
    Decision,
    MentionRef,
    Parted,
    Redone,
    Removed,
    Undone,
    refs_of,
    undo_stacks,
)
from explorer.model.event import Event
from explorer.ui import moments, words
from explorer.ui.decision_words import short, told


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
        told(change),
        f"{words.when(event.when)} · {event.title}" if event and not is_lost else _quotes(change, refs),
        ", ".join(_names(named, articles)),
        _made(decision),
        event.id if event else "",
        next((id_ for id_ in named if id_ in articles), ""),
        is_undone,
        is_lost,
    )


def _made(decision: Decision) -> str:
    """Say when, and who unless it is the one who sits here."""
    moment = moments.of_log(decision.at)
    return moment if decision.who == PERSON else f"{moment}, {decision.who}"


def _quotes(change: Change, refs: Iterable[MentionRef]) -> str:
    joint = " · not with · " if isinstance(change, Parted) else " · "
    return joint.join(dict.fromkeys(f"“{short(one.quote)}”" for one in refs))


def _articles_of(change: Change) -> Sequence[str]:
    return (change.article,) if isinstance(change, ArticleEdited | Anchored | DateOrdered | Removed) else ()


def _names(ids: Iterable[str], articles: Mapping[str, Article]) -> Iterable[str]:
    for id_ in ids:
        yield (
            words.elided(words.article(articles[id_]), 40) if id_ in articles else "no article of this library"
        )

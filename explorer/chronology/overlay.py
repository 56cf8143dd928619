"""Decisions laid over what the program read: names, reviews, edits, notes, tags, stars, links and partings.

The overlay only looks things up; which mentions make one event is decided in `merge`, what the event then
says in `compose`. Decisions about dates (`Anchored`, `DateOrdered`) act when an article is read, not here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from explorer.chronology.identity import Register
from explorer.model.article import Article, DateSource
from explorer.model.decision import (
    Added,
    Anchored,
    ArticleEdited,
    ArticleField,
    Change,
    DateOrdered,
    Decision,
    Edited,
    EventField,
    Guidance,
    Linked,
    Named,
    Noted,
    Parted,
    Review,
    Reviewed,
    Seen,
    Settled,
    Starred,
    Tagged,
    refs_of,
    removed,
    standing,
)
from explorer.model.mention import Mention, Party, Span

Pair = tuple[str, str]
Value = tuple[str, ...] | None

_Laid = Reviewed | Edited | Linked | Parted | Noted | Tagged | Starred | Settled


@dataclass(frozen=True, slots=True)
class Settlement:
    """A decided conflict: the mentions it was about, the field, whose value stands, and whose is in error."""

    mentions: frozenset[str]
    field: str
    chosen: str | None
    wrong: frozenset[str] = frozenset()


@dataclass(slots=True)
class Overlay:
    """What stands of the log, by mention id. Later decisions have replaced earlier ones.

    `edits` and `notes` are kept by the first mention that they name, with their number in the log: an event has
    those of all its mentions, the latest of each field. `verdicts` of pairs say whether a person linked or
    parted them.
    """

    reviews: dict[str, Review] = field(default_factory=dict)
    seen: dict[str, tuple[Seen, ...]] = field(default_factory=dict)
    edits: dict[str, dict[EventField, tuple[int, Value]]] = field(default_factory=dict)
    notes: dict[str, tuple[int, str]] = field(default_factory=dict)
    tags: dict[str, dict[str, tuple[int, bool]]] = field(default_factory=dict)
    stars: dict[str, tuple[int, bool]] = field(default_factory=dict)
    verdicts: dict[Pair, tuple[int, bool]] = field(default_factory=dict)
    settled: list[Settlement] = field(default_factory=list)


def pair(one: str, other: str) -> Pair:
    """Name two mentions as a pair, whichever comes first."""
    return (one, other) if one < other else (other, one)


def as_decided(mentions: Sequence[Mention], decisions: Sequence[Decision]) -> list[Mention]:
    """Give the mentions with those a person added, under the names that a person gave or refused.

    Those of articles that are taken out of the library are left out.
    """
    gone, everything = removed(decisions), _as_told(mentions, decisions)
    return [mention for mention in everything if mention.article not in gone] if gone else everything


def _as_told(mentions: Sequence[Mention], decisions: Sequence[Decision]) -> list[Mention]:
    changes = [decision.change for decision in standing(decisions)]
    known = {mention.id for mention in mentions}
    added = {change.mention.id: change.mention for change in changes if isinstance(change, Added)}
    names = _followed({change.name: change.canonical for change in changes if isinstance(change, Named)})
    everything = [*mentions, *(mention for id_, mention in added.items() if id_ not in known)]
    return [_renamed(mention, names) for mention in everything] if names else everything


def shaping(decisions: Sequence[Decision]) -> list[Change]:
    """Give the changes that stand and act on mentions, in `as_decided`, not only on their events."""
    changes = (decision.change for decision in standing(decisions))
    return [change for change in changes if not isinstance(change, _Laid)]


def overlay(mentions: Mapping[str, Mention], decisions: Sequence[Decision]) -> Overlay:
    """Lay the decisions that stand over mentions by their ids (those of `as_decided`)."""
    register, result = Register(mentions), Overlay()
    for number, decision in enumerate(standing(decisions)):
        _lay(result, register, number, decision.change)
    return result


def differences(one: Overlay, other: Overlay) -> set[str]:
    """Name the mentions about which two overlays say different things."""
    found: set[str] = set()
    sides: tuple[tuple[Mapping[str, object], Mapping[str, object]], ...] = (
        (one.reviews, other.reviews),
        (one.seen, other.seen),
        (one.edits, other.edits),
        (one.notes, other.notes),
        (one.tags, other.tags),
        (one.stars, other.stars),
    )
    for ours, theirs in sides:
        found.update(id_ for id_ in ours.keys() | theirs.keys() if ours.get(id_) != theirs.get(id_))
    pairs = one.verdicts.keys() | other.verdicts.keys()
    found.update(id_ for two in pairs if one.verdicts.get(two) != other.verdicts.get(two) for id_ in two)
    if one.settled != other.settled:
        found.update(*(said.mentions for said in (*one.settled, *other.settled)))
    return found


def lost(decisions: Sequence[Decision], mentions: Sequence[Mention]) -> list[Decision]:
    """Give the decisions that stand but name only mentions that are not there any more.

    Those about an article that is taken out are not lost: they wait for it to be put back.
    """
    register = Register(_as_told(mentions, decisions))
    named = ((decision, refs_of(decision.change)) for decision in standing(decisions))
    return [decision for decision, refs in named if refs and not register.find_all(refs)]


def article_as_decided(article: Article, decisions: Sequence[Decision]) -> Article:
    """Give an article with the fields that a person corrected; None gave back what was read."""
    return _corrected_ones([article], decisions)[article.id]


def articles_as_decided(articles: Sequence[Article], decisions: Sequence[Decision]) -> dict[str, Article]:
    """Give articles by id, in their order, with the fields that a person corrected.

    Those that are taken out of the library are left out: `articles_removed` gives them.
    """
    gone = removed(decisions)
    return _corrected_ones([one for one in articles if one.id not in gone], decisions)


def articles_removed(articles: Sequence[Article], decisions: Sequence[Decision]) -> dict[str, Article]:
    """Give the articles that are taken out of the library, by id and as they were corrected."""
    gone = removed(decisions)
    return _corrected_ones([one for one in articles if one.id in gone], decisions)


def _corrected_ones(articles: Sequence[Article], decisions: Sequence[Decision]) -> dict[str, Article]:
    latest: dict[str, dict[ArticleField, tuple[str | None, str]]] = {}
    for decision in standing(decisions):
        if isinstance(decision.change, ArticleEdited):
            change = decision.change
            latest.setdefault(change.article, {})[change.field] = (change.value, decision.who)
    decided = {article.id: article for article in articles}
    for id_ in latest.keys() & decided.keys():
        for which, (value, who) in latest[id_].items():
            if value is not None:
                decided[id_] = _corrected(decided[id_], which, value, who)
    return decided


def guidance(decisions: Sequence[Decision]) -> dict[str, Guidance]:
    """Give by article what a person said of how its dates are read; what was given back is left out."""
    orders: dict[str, str] = {}
    anchors: dict[str, dict[Span, str]] = {}
    for decision in standing(decisions):
        match decision.change:
            case DateOrdered(article, order):
                orders[article] = order
            case Anchored(article, span, edtf):
                of = anchors.setdefault(article, {})
                of.pop(span, None)  # the last one said comes last
                of[span] = edtf
    said = {
        article: Guidance(
            orders.get(article, ""),
            tuple((span, edtf) for span, edtf in anchors.get(article, {}).items() if edtf),
        )
        for article in orders.keys() | anchors.keys()
    }
    return {article: one for article, one in said.items() if one != Guidance()}


def _corrected(article: Article, which: ArticleField, value: str, who: str) -> Article:
    match which:
        case ArticleField.TITLE:
            return replace(article, title=value)
        case ArticleField.PUBLISHER:
            return replace(article, publisher=value)
        case ArticleField.PUBLISHED:
            why = f"set by {who}"
            return replace(
                article, published=value or None, published_source=DateSource.PERSON, published_why=why
            )


def _lay(result: Overlay, register: Register, number: int, change: Change) -> None:
    match change:
        case Reviewed(refs, review, seen):
            ids = register.find_all(refs)
            result.reviews.update(dict.fromkeys(ids, review))
            result.seen.update(dict.fromkeys(ids, seen))
        case Added(mention):
            result.reviews.setdefault(mention.id, Review.ACCEPTED)
        case Edited(refs, which, value):
            for lead in register.find_all(refs)[:1]:
                result.edits.setdefault(lead, {})[which] = (number, value)
        case Noted(refs, text):
            for lead in register.find_all(refs)[:1]:
                result.notes[lead] = (number, text)
        case Tagged(refs, tag, on):
            for id_ in register.find_all(refs):
                result.tags.setdefault(id_, {})[tag] = (number, on)
        case Starred(refs, on):
            result.stars.update(dict.fromkeys(register.find_all(refs), (number, on)))
        case Settled(refs, which, chosen, wrong):
            stands = register.find(chosen) if chosen else None
            about, erring = (frozenset(register.find_all(some)) for some in (refs, wrong))
            result.settled.append(Settlement(about, which, stands, erring))
        case Linked(refs):
            ids = register.find_all(refs)
            result.verdicts.update((pair(a, b), (number, True)) for a in ids for b in ids if a < b)
        case Parted(left, right):
            sides = register.find_all(left), register.find_all(right)
            result.verdicts.update((pair(a, b), (number, False)) for a in sides[0] for b in sides[1] if a != b)
        case _:
            pass


def _followed(names: Mapping[str, str]) -> dict[str, str]:
    """Follow names to what they stand for in the end: A means B, B means C. Circles stop where they close."""
    ends = {}
    for name in names:
        end, seen = name, set[str]()
        while end in names and end not in seen:
            seen.add(end)
            end = names[end]
        ends[name] = end
    return ends


def _renamed(mention: Mention, names: Mapping[str, str]) -> Mention:
    if not any(party.name in names for party in mention.parties):
        return mention
    renamed = (
        replace(party, name=names[party.name], is_new=False) if party.name in names else party
        for party in mention.parties
    )
    once: dict[str, Party] = {}
    for party in renamed:
        if party.name:
            once.setdefault(party.name, party)
    return replace(mention, parties=tuple(once.values()))

"""Who is spoken of: which company a pronoun, a role word or a clause without any name means.

Each name told shortly before has a weight: subjects weigh more than objects, near ones more than far ones, the
topic of the article more than passers-by; and a role word ("the Swiss lender") asks for its trade and country.
It must not know how names are found or what kind of event is told.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from explorer.extract import clauses, lexicon
from explorer.extract.lexicon import table
from explorer.extract.party import anaphora, roles, trades
from explorer.extract.party.anaphora import Anaphor
from explorer.extract.records import Found, NameHit, inside
from explorer.model.mention import PartyType, Span

_REACH = 700  # characters back, about five sentences
_SUBJECT, _OWNER, _OBJECT, _ASIDE, _PASSING = 3.0, 2.0, 1.4, 0.9, 0.2  # weights by place in a sentence
_UNNAMED = 0.5  # how much less a word weighs that means a company than its name
_HEADING, _SAME, _PER_SENTENCE, _PER_PLACE = 3.5, 2.0, 1.2, 0.004
_TOPIC, _SECOND = 1.0, 0.4
_SAID, _TRADE, _COUNTRY, _OTHER = 2.5, 2.0, 1.0, -2.0  # what a fitting noun, trade or country adds, or another
_SENTENCES_BACK = 3
_SUBJECT_REACH = 80  # characters in which the subject of a sentence begins
_LONG_BEFORE = 0.0  # the weight of what an article is about where it was not told of for long
_PARAGRAPH, _PARAGRAPH_NOUN = 0.5, 2.0


@dataclass(frozen=True, slots=True)
class Topic:
    """What an article is about: its companies by weight, the heaviest first, and what it calls them."""

    companies: tuple[str, ...]
    is_certain: bool = False  # one company clearly leads
    is_pair: bool = False  # two companies lead all others
    nouns: dict[str, frozenset[str]] = field(default_factory=dict)  # "airline", by name
    # whom the subject of each sentence means that names none, as far as it was asked
    meant: list["Spoken | None"] = field(default_factory=list, compare=False, repr=False)

    @property
    def main(self) -> str | None:
        """Give the company that an article without a better hint means."""
        return self.companies[0] if self.companies else None


class Spoken(NamedTuple):
    """A name told before some words, with the weight that it has there."""

    weight: float
    hit: NameHit


def spoken(found: Found, about: Topic, at: int) -> list[Spoken]:
    """Weigh the companies and authorities told shortly before a place, the weightiest first."""
    now = _sentence_at(found, at)
    best: dict[str, Spoken] = {}
    floor = _item_start(found.text, at)
    for (weight, hit), own in chain(_named(found, at), _taken_up(found, about, at)):
        if hit.span.start < floor and _item_start(found.text, hit.span.start):
            continue  # one item of a list does not go on from another
        weight += _bonus(about, hit.name) + _SAME * (own == now) - _PER_SENTENCE * (now - own)
        if own < now and about.is_certain and hit.name != about.main:
            weight -= _PARAGRAPH * (found.text.find("\n", hit.span.end, found.sentences[now].start + 1) >= 0)
        if hit.name not in best or weight >= best[hit.name].weight:
            best[hit.name] = Spoken(weight, hit)
    return sorted(best.values(), key=lambda one: (-one.weight, -one.hit.span.start))


def _named(found: Found, at: int) -> Iterator[tuple[Spoken, int]]:
    """Give the names told shortly before a place with their weights by place, and their sentences."""
    for hit in inside(found.names, Span(max(at - _REACH, 0), at)):
        if not (hit.type is PartyType.PERSON or hit.is_source or hit.is_venue or hit.is_product):
            own = _sentence_at(found, hit.span.start)
            yield Spoken(_place(found.text, found.sentences[own], hit.span), hit), own


def _taken_up(found: Found, about: Topic, at: int) -> Iterator[tuple[Spoken, int]]:
    """Give whom the subjects of the sentences before a place mean without naming them: "It", "The lender"."""
    now = _sentence_at(found, at)
    while len(about.meant) <= now:  # in order: each sentence leans on those before it
        about.meant.append(None)
        about.meant[-1] = _subject_of(found, about, len(about.meant) - 1)
    for own in range(max(0, now - _SENTENCES_BACK), now + 1):
        meant = about.meant[own]
        if meant is not None and meant.hit.span.end <= at:
            yield meant, own


def _subject_of(found: Found, about: Topic, index: int) -> Spoken | None:
    """Give the company that the subject of a sentence means without naming it, at the place of its words."""
    sentence, text = found.sentences[index], found.text
    first = next(anaphora.find(text, Span(sentence.start, min(sentence.end, sentence.start + _SUBJECT_REACH))), None)
    if first is None or first.form not in ("it", "noun"):
        return None
    start, end = first.span
    if clauses.has_verb(text, sentence.start, start) or companies_in(found, Span(sentence.start, start)):
        return None
    if is_of_another(first, found) or not is_free(first, found):
        return None
    hit = next(iter(meant_by(first, found, about)), None)
    if hit is None:
        return None
    is_owner = text[start:end].lower() in ("its", "their", "our")
    weight = _OWNER if is_owner else _place(text, sentence, first.span)
    return Spoken(weight - _UNNAMED, replace(hit, span=first.span))


# a line of a list, of a chronicle or of briefs: "- ", "2) ", "May 2007 -- ", "Acme - "
_ITEM = re.compile(
    r"[ \t]*(?:[-*•·–—]|\d{1,2}[.)]|[A-Z0-9][\w ,.]{0,24}\d{4}\s?(?:[-–—]{1,2}|:)"
    r"|[A-Z][a-zà-ÿ][\w&.’' ]{1,30}\s[-–—])\s"
)


def _item_start(text: str, at: int) -> int:
    """Give where the item of a list begins in which a place lies, 0 outside of lists."""
    line = text.rfind("\n", 0, at) + 1
    return line if _ITEM.match(text, line) else 0


def is_in_other_item(found: Found, about: Topic, at: int) -> bool:
    """Tell whether a place lies in the item of a list or brief that does not name what the article is about."""
    start = _item_start(found.text, at)
    end = found.text.find("\n", at)
    names = inside(found.names, Span(start, end if end >= 0 else len(found.text)))
    return start > 0 and all(hit.name != about.main for hit in names)


def _bonus(about: Topic, name: str) -> float:
    if name == about.main:
        return _TOPIC if about.is_certain else _SECOND
    return _SECOND if name in about.companies[:2] else 0.0


def _sentence_at(found: Found, at: int) -> int:
    return max(0, bisect_left(found.sentences, (at + 1,)) - 1)  # a span is a tuple that begins with its start


_OBLIQUE = re.compile(
    r"\b(?:by|from|with|to|for|at|than|over|about|on|against|near|via)\s(?:the\s)?(?:\w+\s)?$", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"\b(?:rivals?|competitors?|like|unlike|than|suppliers?|customers?|former|ex)[\s-](?:[\w-]+\s){0,2}$"
    r"|\b(?:such as|including|similar to|outbidding|beating|overtaking|ahead of|undercutting)\s[^,;.]{0,60}$",
    re.IGNORECASE,
)
_RIVAL_OPENS = re.compile(
    r"(?:(?:Its|The|A)\s)?(?:[\w-]+\s)?(?:[Rr]ival|[Cc]ompetitor|[Ss]upplier|[Cc]ustomer)\s"
)
_PASSING_REACH = 75  # characters that the second of these takes
_OF_ITS_STOCK = re.compile(
    r"(?:\W|^)(?:shares?|stock|shareholders|investors|owners|makers?|customers|workers)\s(?:of|in|at)\s(?:the\s|[a-z-]+\s){0,3}$",
    re.IGNORECASE,
)
_POSSESSOR = re.compile(r"['’]s?\b")
_LONGEST_NAME = 80
_LONGEST_HEADING = 8  # characters that a heading has besides its name


@lru_cache(maxsize=4096)
def _place(text: str, sentence: Span, span: Span) -> float:
    """Weigh a name by its place in its sentence: heading, subject, possessor, object, aside."""
    if sentence.end - sentence.start - (span.end - span.start) < _LONGEST_HEADING:
        return _HEADING
    lead = text[sentence.start : span.start]
    far = _PER_PLACE * len(lead)
    last = _last_words(lead, 4)
    is_passing = _IN_PASSING.search(lead, max(0, min(last, len(lead) - _PASSING_REACH)))
    if is_passing and not _RIVAL_OPENS.fullmatch(lead):
        return _PASSING - far
    is_oblique = _OBLIQUE.search(lead, last) is not None
    is_subject = not clauses.has_verb(lead.rpartition(", ")[2], 0, len(lead))
    if is_subject and (not is_oblique or _OF_ITS_STOCK.search(lead, _last_words(lead, 7))):
        return (_OWNER if _POSSESSOR.match(text, span.end) else _SUBJECT) - far
    return (_ASIDE if is_oblique else _OBJECT) - far


def _last_words(words: str, spaces: int) -> int:
    """Give where the last words of some words begin: a pattern of their end needs to look no further."""
    at = len(words)
    for _ in range(spaces):
        at = words.rfind(" ", 0, at)
        if at < 0:
            return 0
    return at


def meant_by(
    anaphor: Anaphor, found: Found, about: Topic, others: frozenset[str] = frozenset()
) -> list[NameHit]:
    """Give the companies that some words mean, none where an authority is meant; `others` are left out."""
    told = [one for one in spoken(found, about, anaphor.span.start) if one.hit.name not in others]
    if anaphor.form in ("many", "they"):
        group = _together(found, anaphor)
        if group or anaphor.form == "many":
            return group or _two_topics(found, about)
    if anaphor.form == "rival":
        return [hit for hit in _two_topics(found, about) if hit.name not in others][:1] if others else []
    if anaphor.form == "other":
        return _former_or_latter(found, anaphor)
    if anaphor.form == "owner":
        return _owner(anaphor, found, told)
    if anaphor.form == "noun":
        told = [
            Spoken(
                one.weight + _fit(anaphor, one.hit, found, about) - _far(anaphor, one.hit, found, about),
                one.hit,
            )
            for one in told
            if one.hit.type is PartyType.COMPANY
        ]
        if about.is_certain and not is_in_other_item(found, about, anaphor.span.start):
            main = (hit for hit in found.names if hit.name == about.main and hit.span.end <= anaphor.span.start)
            told += [Spoken(_LONG_BEFORE, hit) for hit in main if hit.name not in others][:1]
    if found.text[anaphor.span.start : anaphor.span.end].lower() in ("we", "our") and about.main is not None:
        told = [one for one in told if one.hit.name == about.main] or told
    best = max(told, key=lambda one: one.weight, default=None)
    return [best.hit] if best is not None and best.hit.type is PartyType.COMPANY and best.weight > -1 else []


def _far(anaphor: Anaphor, hit: NameHit, found: Found, about: Topic) -> float:
    """Weigh that "The company" at the head of a paragraph means what the article is about."""
    sentence = found.sentences[_sentence_at(found, anaphor.span.start)]
    is_head = anaphor.span.start == sentence.start and found.text[max(0, sentence.start - 1)] == "\n"
    is_plain = anaphor.noun not in trades.by_noun()
    return _PARAGRAPH_NOUN * (is_head and is_plain and about.is_certain and hit.name != about.main)


def _fit(anaphor: Anaphor, hit: NameHit, found: Found, about: Topic) -> float:
    trade = trades.fits(anaphor.noun, hit.name, about.nouns.get(hit.name, frozenset()))
    weight = (_OTHER, 0.0, _TRADE, _SAID)[trade + 1]
    if anaphor.country is not None and (home := hit.country or trades.home(found.text, found.names, hit.name)):
        weight += _COUNTRY if anaphor.country == home else _OTHER
    return weight


@cache
def _body() -> re.Pattern[str]:
    words = "|".join(str(table("cues.toml")["bodies"]).split())
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_ORDERED = re.compile(r"\b(?:order|tell|told|ask|forc|requir|instruct|oblig|compel)\w*\s$")
_BODY_AHEAD = 45  # characters in which the subject of a sentence stands


def is_free(anaphor: Anaphor, found: Found) -> bool:
    """Tell whether "it" means no authority told of without a name, and nobody who speaks: "we"."""
    start, text = anaphor.span.start, found.text
    if text[start : anaphor.span.end].lower() in ("we", "us", "our"):
        return False
    now = _sentence_at(found, start)
    lead = text[found.sentences[now].start : start]
    if _ORDERED.search(lead):
        return True
    if _body().search(lead):
        return False
    if lead.strip() and clauses.has_verb(lead, 0, len(lead)):
        return True
    previous = found.sentences[now - 1] if now else Span(0, 0)
    return not _body().search(text, previous.start, min(previous.end, previous.start + _BODY_AHEAD))


@cache
def _belongings() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["belongings"]).split())


_PLURAL = re.compile(r"\b[A-Za-z][a-z-]+s\b")
_POSSESSIVES = ("its", "their", "they")


def is_of_another(anaphor: Anaphor, found: Found) -> bool:
    """Tell whether a pronoun means the subject of its sentence, no company: "The regulator said its …"."""
    start, text = anaphor.span.start, found.text
    word = text[start : anaphor.span.end].lower()
    if word not in _POSSESSIVES:
        return False
    sentence = found.sentences[_sentence_at(found, start)]
    if companies_in(found, Span(sentence.start, start)):
        return False
    head = max(sentence.start, *(text.rfind(mark, sentence.start, start) + 1 for mark in (":", ";")))
    verb = clauses.first_verb(text, head, start)
    before = anaphora.find(text, Span(head, start))
    if verb < 0 or any(other.form in ("many", "noun") for other in before):
        return False
    subject = Span(head, verb)
    if word == "its":
        return _body().search(text, *subject) is not None
    plural = _PLURAL.search(text, *subject)
    return plural is not None and plural.group().lower() not in _belongings()


def companies_in(found: Found, span: Span) -> list[NameHit]:
    """Give the companies told of in a span, each by its first place; sources, shops and products are none."""
    first: dict[str, NameHit] = {}
    for hit in inside(found.names, span):
        if hit.type is PartyType.COMPANY and not (hit.is_source or hit.is_venue or hit.is_product):
            first.setdefault(hit.name, hit)
    return list(first.values())


def _back(found: Found, at: int) -> Iterator[list[NameHit]]:
    """Give the companies of the sentence at a place, as far as they stand before it, then of those before."""
    now = _sentence_at(found, at)
    for index in range(now, max(-1, now - 1 - _SENTENCES_BACK), -1):
        hits = companies_in(found, Span(found.sentences[index].start, min(at, found.sentences[index].end)))
        if hits:
            yield hits


def _two_topics(found: Found, about: Topic) -> list[NameHit]:
    """Give the two companies of an article that is about both alike, none of another one."""
    if not about.is_pair:
        return []
    wanted = about.companies[:2]
    return [next(hit for hit in found.names if hit.name == name) for name in wanted]


def first_group(text: str, hits: Sequence[NameHit]) -> list[NameHit]:
    """Give the first of some names with those that "and" or a comma joins to it."""
    group = list(hits[:1])
    for hit in hits[1:]:
        if not roles.along(text, group[-1].span.end, hit.span.start):
            break
        group.append(hit)
    return group


_ASIDE_AND = re.compile(r",[^.;]{2,60},\sand\s(?:[a-z]+\s){0,2}")


def _together(found: Found, anaphor: Anaphor) -> list[NameHit]:
    """Give the companies that "they" or "the two banks" mean: told of in one breath shortly before."""
    now = _sentence_at(found, anaphor.span.start)
    if anaphor.form == "they" and now:
        before = next(anaphora.find(found.text, found.sentences[now - 1]), None)
        if before is not None and before.form == "many":
            return _together(found, before)
    number = _NUMBER.search(found.text, anaphor.span.start, anaphor.span.end)
    if number is not None:
        return _so_many(found, anaphor.span.start, _NUMBERS.index(number.group()) + _FEWEST)
    for hits in _back(found, anaphor.span.start):
        groups = (first_group(found.text, hits[at:]) for at in range(len(hits)))
        group = next((group for group in groups if len(group) > 1), None)
        is_first = group is not None and group[0] is hits[0]
        if group is not None and (anaphor.form == "many" or is_first or _is_subject(found, group[0])):
            return group
        is_joined = len(hits) == 2 and _ASIDE_AND.fullmatch(found.text, hits[0].span.end, hits[1].span.start)
        if is_joined:
            return hits
        if anaphor.form == "they":
            return []
        if len(hits) == 2:
            return hits
    return []


_NUMBERS, _FEWEST = ("three", "four", "five"), 3
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b")


def _so_many(found: Found, at: int, number: int) -> list[NameHit]:
    """Give the companies that a sentence before a place names in one breath, as many as are asked for."""
    for sentence in reversed(found.sentences[: _sentence_at(found, at) + 1]):
        hits = companies_in(found, Span(sentence.start, min(at, sentence.end)))
        for first in range(len(hits) - number + 1):
            if len(first_group(found.text, hits[first:])) == number:
                return hits[first : first + number]
    return []


def _is_subject(found: Found, hit: NameHit) -> bool:
    sentence = found.sentences[_sentence_at(found, hit.span.start)]
    return _place(found.text, sentence, hit.span) > _OWNER


def _former_or_latter(found: Found, anaphor: Anaphor) -> list[NameHit]:
    for hits in _back(found, anaphor.span.start):
        if len(hits) > 1:
            is_former = found.text[anaphor.span.start : anaphor.span.end].lower().endswith("former")
            return [hits[0] if is_former else hits[-1]]
    return []


_FAR = 5_000  # characters back in which an owner is told
_OWNED_BY = re.compile(
    r"[^.;\n]{0,40}?\b(?:owned|controlled|run|made|operated|bought|acquired) by\s(?:[\w’'-]+\s){0,4}"
    r"|[^.;\n]{0,40}?\b(?:unit|subsidiary|arm|division|part) of\s(?:[\w’'-]+\s){0,4}"
    r"|,\s(?:whose|its) (?:[\w-]+ )?(?:owner|parent)(?:,| is)\s(?:[\w’'-]+\s){0,4}"
)
_OWNS = re.compile(
    r"(?:['’]s\s(?:[\w-]+\s){0,2}(?:unit|arm|subsidiary|division|brand),?|\sowns(?:\s[\w-]+){0,3}|"
    r", (?:owner|parent) of)\s"
)


def _owner(anaphor: Anaphor, found: Found, told: Sequence[Spoken]) -> list[NameHit]:
    """Give the owner of the company spoken of, and that company."""
    owned = next((one.hit for one in told if one.hit.type is PartyType.COMPANY), None)
    if owned is None:
        return []
    name = _owner_in(found, owned.name, anaphor.span.start) or lexicon.owners().get(owned.name)
    if name is None:
        return [owned]
    hit = next((hit for hit in found.names if hit.name == name), None)
    return [hit or NameHit(owned.span, name), owned]


def _owner_in(found: Found, name: str, at: int) -> str | None:
    """Give the owner that the text told of a company before a place."""
    hits = [hit for hit in inside(found.names, Span(max(0, at - _FAR), at)) if hit.type is PartyType.COMPANY]
    for one, other in pairwise(hits):
        if one.name == name and _OWNED_BY.fullmatch(found.text, one.span.end, other.span.start):
            return other.name
        if other.name == name and _OWNS.fullmatch(found.text, one.span.end, other.span.start):
            return one.name
    return None


def of_joint(found: Found, span: Span) -> list[NameHit]:
    """Give the companies of "the deal" or "the case" of a clause: all that were told of with it before."""
    if not anaphora.is_joint(found.text, span):
        return []
    hits = next(_back(found, span.start), [])
    return [
        hit for hit in hits if not _IN_PASSING.search(found.text[max(0, hit.span.start - 40) : hit.span.start])
    ]


_WHICH = re.compile(r",?\swhich\s$")


def antecedent(found: Found, span: Span) -> NameHit | None:
    """Give the company that "which" before a clause means: "Acme, which | closed"."""
    which = _WHICH.search(found.text, max(0, span.start - 8), span.start)
    if which is None:
        return None
    before = inside(found.names, Span(max(0, which.start() - _LONGEST_NAME), which.start()))
    hit = before[-1] if before else None
    is_told = hit is not None and hit.span.end == which.start() and hit.type is PartyType.COMPANY
    return hit if is_told and not (hit.is_source or hit.is_venue or hit.is_product) else None

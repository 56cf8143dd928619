"""Who is spoken of: which company a pronoun, a role word or a clause without any name means.

Each name told shortly before has a weight: subjects weigh more than objects, near ones more than far ones, the
topic of the article more than passers-by; and a role word ("the Swiss lender") asks for its trade and country.
A subject that means a company counts as its name does. It must not know how names are found or what kind of
event is told.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from explorer.extract import clauses
from explorer.extract.party import anaphora, context, groups, owners, standing, strangers, trades
from explorer.extract.party.anaphora import Anaphor
from explorer.extract.party.context import Spoken, Topic
from explorer.extract.records import Found, NameHit, inside
from explorer.model.mention import PartyType, Span

_REACH = 700  # characters back, about five sentences
_UNNAMED = 0.5  # how much less a word weighs that means a company than its name
_SAME, _PER_SENTENCE = 2.0, 1.4
_TOPIC = 1.0  # of an article that is clearly about one
_SAID, _TRADE, _COUNTRY, _OTHER = 2.5, 2.0, 1.0, -2.0  # what a fitting noun, trade or country adds, or another
_VERB_REACH = 20  # characters in which the verb right behind a subject ends
_SUBJECT_REACH = 80  # characters in which the subject of a sentence begins
_LONG_BEFORE = 0.0  # the weight of what an article is about where it was not told of for long
_MAIN = 3  # companies of which an article is mainly about
_PARAGRAPH, _PARAGRAPH_NOUN = 0.5, 2.0


def spoken(found: Found, about: Topic, at: int) -> Sequence[Spoken]:
    """Weigh the companies and authorities told shortly before a place, the weightiest first."""
    if at not in about.spoken:
        about.spoken[at] = _spoken(found, about, at)
    return about.spoken[at]


def _spoken(found: Found, about: Topic, at: int) -> list[Spoken]:
    now = context.sentence_at(found, at)
    best: dict[str, Spoken] = {}
    floor = context.item_start(found.text, at)
    for (weight, hit), own in chain(_named(found, about, at), _taken_up(found, about, at)):
        if hit.span.start < floor and context.item_start(found.text, hit.span.start):
            continue  # one item of a list does not go on from another
        weight += _bonus(about, hit.name) + _SAME * (own == now) - _PER_SENTENCE * (now - own)
        if own < now and about.is_certain and hit.name != about.main:
            weight -= _PARAGRAPH * (found.text.find("\n", hit.span.end, found.sentences[now].start + 1) >= 0)
        if hit.name not in best or weight >= best[hit.name].weight:
            best[hit.name] = Spoken(weight, hit)
    return sorted(best.values(), key=lambda one: (-one.weight, -one.hit.span.start))


def _bonus(about: Topic, name: str) -> float:
    return _TOPIC if about.is_certain and name == about.main else 0.0


def _named(found: Found, about: Topic, at: int) -> Iterator[tuple[Spoken, int]]:
    """Give the names told shortly before a place with their weights by place, and their sentences."""
    if not about.named:
        about.named.extend(_weighed(found))
    first, behind = bisect_left(about.named, (at - _REACH,)), bisect_left(about.named, (at,))
    for _, told, own in about.named[first:behind]:
        if told.hit.span.end <= at:
            yield told, own


def _weighed(found: Found) -> Iterator[tuple[int, Spoken, int]]:
    """Give where the names of a text stand, what each weighs there, and the number of its sentence."""
    for hit in found.names:
        if not (hit.type is PartyType.PERSON or hit.is_source or hit.is_venue or hit.is_product):
            own = context.sentence_at(found, hit.span.start)
            yield hit.span.start, Spoken(standing.weight(found.text, found.sentences[own], hit.span), hit), own


def _taken_up(found: Found, about: Topic, at: int) -> Iterator[tuple[Spoken, int]]:
    """Give whom the subjects of the sentences before a place mean without naming them: "It", "The lender"."""
    now = context.sentence_at(found, at)
    while len(about.meant) <= now:  # in order: each sentence leans on those before it
        about.meant.append(None)
        about.meant[-1] = _subject_of(found, about, len(about.meant) - 1)
    for own in range(max(0, now - context.SENTENCES_BACK), now + 1):
        meant = about.meant[own]
        if meant is not None and meant.hit.span.end <= at:
            yield meant, own


# behind a noun that no other goes on: "the official" of "the official figures" is nobody
_NOUN_ENDS = re.compile(
    r"['’]s?\b|[,;:.]|\s(?:\w+ly|also|then|in|on|at|from|with|which|who|that|whose|and|or|now)\b"
)


def _subject_of(found: Found, about: Topic, index: int) -> Spoken | None:
    """Give the company that a sentence speaks of without naming it, at the place of its words.

    They are its subject; a noun may be its object too: "Farmers sued the bank".
    """
    sentence, text = found.sentences[index], found.text
    head = Span(sentence.start, min(sentence.end, sentence.start + _SUBJECT_REACH))
    first = next(anaphora.find(text, head), None)
    if first is None or first.form not in ("it", "noun", "buyer"):
        return None
    start, end = first.span
    is_behind_verb = first.form != "noun" and clauses.has_verb(text, sentence.start, start)
    if is_behind_verb or context.companies_in(found, Span(sentence.start, end)):
        return None
    is_whole = _NOUN_ENDS.match(text, end) or clauses.first_verb(text, end, end + _VERB_REACH) == end + 1
    if (
        (first.form == "noun" and not is_whole)
        or strangers.is_of_another(first, found)
        or not strangers.is_free(first, found)
    ):
        return None
    hit = next(iter(meant_by(first, found, about)), None)
    if hit is None:
        return None
    is_owner = text[start:end].lower() in ("its", "their", "our")
    weight = standing.OWNER if is_owner else standing.weight(text, sentence, first.span)
    return Spoken(weight - _UNNAMED, replace(hit, span=first.span))


def meant_by(
    anaphor: Anaphor, found: Found, about: Topic, others: frozenset[str] = frozenset()
) -> list[NameHit]:
    """Give the companies that some words mean, none where an authority is meant; `others` are left out."""
    told = [one for one in spoken(found, about, anaphor.span.start) if one.hit.name not in others]
    if anaphor.form in ("many", "they"):
        group = groups.together(found, anaphor)
        if group or anaphor.form == "many":
            return group or groups.of_article(found, about)
    if anaphor.form == "rival":
        return [hit for hit in groups.of_article(found, about) if hit.name not in others][:1] if others else []
    if anaphor.form == "other":
        return groups.former_or_latter(found, anaphor)
    if anaphor.form == "owner":
        return owners.owner(anaphor, found, told)
    if anaphor.form == "buyer":
        return owners.buyer(found, anaphor.span.start)
    if anaphor.form == "noun":
        told = [
            Spoken(
                one.weight + _fit(anaphor, one.hit, found, about) - _far(anaphor, one.hit, found, about),
                one.hit,
            )
            for one in told
            if one.hit.type is PartyType.COMPANY
        ]
        if not context.is_in_other_item(found, about, anaphor.span.start):
            told += _long_before(found, about, anaphor, others)
    if found.text[anaphor.span.start : anaphor.span.end].lower() in ("we", "our"):
        told = _who_speaks(found, about, anaphor, told)
    best = max(told, key=lambda one: one.weight, default=None)
    return [best.hit] if best is not None and best.hit.type is PartyType.COMPANY and best.weight > -1 else []


_ANY = ("company", "firm")  # nouns that tell no trade and no part of a firm: they want what an article is about


def _long_before(found: Found, about: Topic, anaphor: Anaphor, others: frozenset[str]) -> Iterator[Spoken]:
    """Give what the article is about, and those of its main companies that a noun fits, however far."""
    has_trade = anaphor.noun in trades.by_noun()
    for name in about.companies[:_MAIN]:
        nouns = about.nouns.get(name, frozenset())
        is_fit = has_trade and trades.fits(anaphor.noun, name, nouns) > 0
        is_known = about.is_certain or anaphor.noun in _ANY
        if name in others or not (is_fit or (is_known and name == about.main)):
            continue
        first = next((hit for hit in found.names if hit.name == name), None)
        if first is not None and first.span.end <= anaphor.span.start:
            yield Spoken(_LONG_BEFORE + _TRADE * is_fit, first)


def _who_speaks(found: Found, about: Topic, anaphor: Anaphor, told: list[Spoken]) -> list[Spoken]:
    """Give whose "we" it may be: who is told of in the sentence, else the one whose text or interview it is."""
    start = found.sentences[context.sentence_at(found, anaphor.span.start)].start
    if here := [one for one in told if one.hit.span.start >= start]:
        return here
    if not _is_quoted(found.text, anaphor.span.start):
        first = next((hit for hit in found.names if hit.name in about.companies[:_MAIN]), None)
        if first is not None and first.span.start < _LEAD:
            return [Spoken(standing.SUBJECT, first)]
    return [one for one in told if one.hit.name == about.main] or told


_LEAD = 300  # characters in which a text tells whose it is


def _is_quoted(text: str, at: int) -> bool:
    """Tell whether a place lies between marks of quotation in its paragraph."""
    lead = text[text.rfind("\n", 0, at) + 1 : at]
    return lead.count("“") > lead.count("”") or lead.count('"') % 2 == 1


def _far(anaphor: Anaphor, hit: NameHit, found: Found, about: Topic) -> float:
    """Weigh that "The company" at the head of a paragraph means what the article is about."""
    sentence = found.sentences[context.sentence_at(found, anaphor.span.start)]
    is_head = anaphor.span.start == sentence.start and found.text[max(0, sentence.start - 1)] == "\n"
    is_plain = anaphor.noun not in trades.by_noun()
    return _PARAGRAPH_NOUN * (is_head and is_plain and about.is_certain and hit.name != about.main)


def _fit(anaphor: Anaphor, hit: NameHit, found: Found, about: Topic) -> float:
    trade = trades.fits(anaphor.noun, hit.name, about.nouns.get(hit.name, frozenset()))
    weight = (_OTHER, 0.0, _TRADE, _SAID)[trade + 1]
    if anaphor.country is not None and (home := hit.country or trades.home(found.text, found.names, hit.name)):
        weight += _COUNTRY if anaphor.country == home else _OTHER
    return weight


_LONGEST_NAME = 80  # characters
_WHICH = re.compile(r",?\swhich\s$")


def antecedent(found: Found, span: Span) -> NameHit | None:
    """Give the company that "which" before a clause means: "Acme, which | closed"."""
    which = _WHICH.search(found.text, max(0, span.start - 8), span.start)
    if which is None:
        return None
    before = inside(found.names, Span(max(0, which.start() - _LONGEST_NAME), which.start()))
    told = context.companies_in(found, before[-1].span) if before else []
    return before[-1] if told and before[-1].span.end == which.start() else None

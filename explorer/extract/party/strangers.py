"""Pronouns that mean no company: an authority, a country, the persons or things of which a sentence tells.

It must not know which company a pronoun means otherwise.
"""

import re
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import small, table
from explorer.extract.party import anaphora, context, trades
from explorer.extract.party.anaphora import Anaphor
from explorer.extract.records import Found, inside
from explorer.model.mention import Span


@cache
def _bodies() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["bodies"]).split())


_WORD = re.compile(r"\w+")


def _has_body(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch has a noun for an authority."""
    return not _bodies().isdisjoint(_WORD.findall(small(text), start, end))


_ORDERED = re.compile(r"\b(?:order|tell|told|ask|forc|requir|instruct|oblig|compel)\w*\s$")
_BODY_AHEAD = 45  # characters in which the subject of a sentence stands


def is_free(anaphor: Anaphor, found: Found) -> bool:
    """Tell whether "it" means no authority told of without a name, and nobody who speaks: "we"."""
    start, text = anaphor.span.start, found.text
    if text[start : anaphor.span.end].lower() in ("we", "us", "our"):
        return False
    now = context.sentence_at(found, start)
    begin = found.sentences[now].start
    lead = text[begin:start]
    if _ORDERED.search(lead):
        return True
    if _has_body(text, begin, start):
        return False
    if lead.strip() and clauses.has_verb(lead, 0, len(lead)):
        return True
    if anaphor.form == "noun" and anaphor.noun not in _bodies():
        return True  # "The bank" is not the watchdog told of before
    previous = found.sentences[now - 1] if now else Span(0, 0)
    return not _has_body(text, previous.start, min(previous.end, previous.start + _BODY_AHEAD))


_DEED_OF_OFFICE = re.compile(
    r"\W+(?:had|has|have|would|will|also|then|later|\w+ly)?\s?(?:also\s|later\s)?"
    r"(?:lift|impos|ban|block|revok|fin(?:ed|es)|prohibit|forb[ai]d|suspend|restor|unblock|outlaw)\w*\s",
    re.IGNORECASE,
)


def is_office(anaphor: Anaphor, found: Found) -> bool:
    """Tell whether "it" means an authority of the sentence before by what it does: "It lifted a ban of …"."""
    if not _DEED_OF_OFFICE.match(found.text, anaphor.span.end):
        return False
    now = context.sentence_at(found, anaphor.span.start)
    previous = found.sentences[now - 1] if now else Span(0, 0)
    return _has_body(found.text, *previous)


@cache
def _belongings() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["belongings"]).split())


_PLURAL = re.compile(r"\b[A-Za-z][a-z-]+s\b")
_POSSESSIVES = ("its", "their", "they", "them")
_AND_ITS = re.compile(r"\b(?:the|an?)\s(?P<noun>[a-z-]+)\sand\s$")
_SO_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens of|several|\d+)\s"
    r"(?:[\w-]+\s){0,3}(?P<who>[a-z-]+s)\b"
)


def is_of_another(anaphor: Anaphor, found: Found) -> bool:
    """Tell whether a pronoun means the subject of its sentence, no company: "The regulator said its …"."""
    start, text = anaphor.span.start, found.text
    word = text[start : anaphor.span.end].lower()
    if word not in _POSSESSIVES:
        return False
    own = _AND_ITS.search(text, max(0, start - 40), start) if word == "its" else None
    if own is not None and own["noun"] not in trades.by_noun() and own["noun"] not in _firms():
        return True  # "the town and its insurers"
    now = context.sentence_at(found, start)
    sentence = found.sentences[now]
    if context.companies_in(found, Span(sentence.start, start)):
        return False
    head = max(sentence.start, *(text.rfind(mark, sentence.start, start) + 1 for mark in (":", ";")))
    verb = clauses.first_verb(text, head, start)
    before = anaphora.find(text, Span(head, start))
    if verb < 0:
        return word == "they" and now > 0 and _tells_of_many(found, found.sentences[now - 1])
    if any(other.form in ("many", "noun") for other in before):
        return False
    subject = Span(head, verb)
    if word == "its":
        is_country = any(not hit.is_weak for hit in inside(found.countries, subject))
        return is_country or _has_body(text, *subject)
    plural = _PLURAL.search(text, subject.start, start if word == "them" else subject.end)
    return plural is not None and plural.group().lower() not in _belongings()


def _tells_of_many(found: Found, sentence: Span) -> bool:
    """Tell whether a sentence ends with several persons whom "they" may mean: "charged two former managers"."""
    verb = clauses.first_verb(found.text, *sentence)
    many = _SO_MANY.search(found.text, verb, sentence.end) if verb >= 0 else None
    return many is not None and many["who"].removesuffix("s").endswith(
        ("er", "or", "ist", "man", "ant", "ent", "ian")
    )


@cache
def _firms() -> frozenset[str]:
    return frozenset(str(table("cues.toml")["any_firm"]).split())

"""Other titles for a mention whose first one reads badly by itself, the likeliest to read well first.

They name only whom the parties and countries of the mention name: someone is never invented.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from explorer.extract import clauses
from explorer.extract.place import countries
from explorer.extract.records import Told
from explorer.extract.steps import finished
from explorer.extract.title import (
    compress,
    cutting,
    frame,
    judging,
    meant,
    objects,
    people,
    referents,
    subjects,
    view,
)
from explorer.extract.title.compress import LIMIT, compressed
from explorer.extract.title.wording import pattern
from explorer.model.mention import PartyType, Span

_HEARD = re.compile(r"(?:Reports|Denied): ")
_THEM = frozenset("they their he his she her you your we our".split())  # others than a company before them
_HIM = re.compile(r"\b(?:he|she|him|her|his)\b")
_LEANS = re.compile(r"(?:than|against|from|with|without|by|as|at)\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def of(title: str, told: Told, cost: int) -> Iterator[str]:
    """Give other titles of a mention whose first one has a cost, none of them longer than a title may be."""
    for other in _others(title, told, cost):
        kept = cutting.whole(cutting.cut(other)) if len(other) > LIMIT else other
        if kept and (kept == other or not kept.endswith("…")):
            yield kept


def _others(title: str, told: Told, cost: int) -> Iterator[str]:
    head = _HEARD.match(title)
    prefix = head.group() if head else ""
    words = title[len(prefix) :]
    acts = meant.by_subject(words, told)
    for named in (acts, *_named(words, told)):
        if named:
            yield prefix + named
    whole = ""
    if cost > _LIGHT and (_OPEN.match(words) or not judging.states(words) or view.lacks_subject(words)):
        if whole := _in_sentence(words, told):
            yield whole
        names = compress.names_of(told)
        for statement in frame.of(compress.bare(told), told, names):
            yield finished(compress.as_title(statement, told, names))
    if not prefix and cost > _LIGHT and (noun := _noun(words)):
        firms = meant.companies(told)
        yield f"{firms[0]}: {noun}" if len(firms) == 1 and firms[0] not in noun else noun[0].upper() + noun[1:]
    if not prefix:
        yield from _labelled(acts or whole or words, told)


_OPEN = re.compile(r"(?:it|its|they|their|he|his|she|her|the)\s", re.IGNORECASE)


def _noun(words: str) -> str:
    """Give what a phrase without a verb is about: "Over suspected theft in May" → "suspected theft in May"."""
    match = _ABOUT.match(words)
    noun = words[match.end() :] if match is not None and not judging.states(words) else ""
    return noun if len(noun.split()) > 1 and not _THAT_FIRST.match(noun) else ""


_ABOUT = re.compile(
    r"(?:for|over|after|because of|from|following|amid|despite|since)\s(?:(?:the|an?)\s)?(?=[a-z])",
    re.IGNORECASE,
)
_THAT_FIRST = re.compile(
    r"(?:it|they|he|she|that|which|who|those|this|first|second|third|last|year|quarter|month)\b|\d"
)


def _named(words: str, told: Told) -> Iterator[str]:
    """Give a title with the names of those whom other words mean."""
    if words[:3] in ("We ", "Our") or " our " in words:
        yield meant.by_we(words, told)
    yield meant.by_role(words, told)
    if " its " in words:
        yield meant.by_owner(words, told)
    if words.startswith(_BOTH):
        yield meant.by_the_two(words, told)
    if " it" in words or " them" in words:
        yield meant.by_it(words, told)
        yield objects.of(words, told, compress.names_of(told))


_BOTH = ("The two ", "The companies ", "The firms ", "The parties ", "Both ")
_LIGHT = 2  # the cost of a title that only names nobody


def _in_sentence(words: str, told: Told) -> str:
    """Give the title of the whole sentence of a fragment, where that keeps the words of the fragment."""
    if told.span == told.sentence or _DIGIT.search(words) or judging.states(words):
        return ""  # an amount of another date stands beside that of a fragment
    core = " ".join(words.rstrip("…").split()[-2:])
    wider = dict.fromkeys((Span(told.sentence.start, told.span.end), told.sentence))
    wider.pop(told.span, None)
    for span in wider:
        whole = finished(compressed(replace(told, span=span)))
        if core.lower() in whole.lower() and judging.states(whole):
            return whole
    return ""


def _labelled(words: str, told: Told) -> Iterator[str]:
    """Put whom or what place it is about before what names nobody: "Acme: the sale should close"."""
    first, _, rest = words.partition(" ")
    if ": " in words or words.endswith("…") or first.lower() in _THEM or not judging.states(words):
        return
    if _LEANS.match(words) or _HIM.search(words):
        return
    if referents.is_quoted(told) or judging.is_nobody(words):
        return
    is_plain = first in ("A", "An") or (people.is_plain(first) and first != "I")
    is_plain = is_plain or (first.endswith("s") and _is_noun_of_many(first, told))
    small = (
        first.lower()
        if (is_plain and not rest[:1].isupper()) or first == "The" or first in ("It", "Its")
        else first
    )
    words = f"{small} {rest}"
    if small not in clauses.saying() and not subjects.lacks_subject(words):
        for label in _labels(words, told):
            yield f"{label}: {words}"


def _is_noun_of_many(first: str, told: Told) -> bool:
    """Tell whether the first word of a title is a noun, and no name: "Shares", but not "Threads"."""
    is_known = people.is_plain(first.removesuffix("s")) or f" {first.lower()} " in told.text
    return is_known and not any(hit.name.startswith(first) for hit in told.names)


def _labels(words: str, told: Told) -> Iterator[str]:
    """Give the firm that a statement is of, if its subject is no public power; else the country."""
    seen = view.of(words)
    subject = words[: seen.verb if seen.verb >= 0 else words.find(" to ")]
    power = pattern("public", r"(?:[\w-]+\s){{0,3}}?(?P<what>{})\b").match(subject)
    is_public = power is not None and pattern("acts", "(?:{})$").match(power["what"]) is None
    is_of_all = pattern("general", r"(?:the\s)?(?:[\w-]+\s)?(?:{})\b").match(subject) is not None
    is_no_firms = is_public or is_of_all or _NAMED.search(subject) is not None
    firm = _firm(words, told)
    if firm and (not is_no_firms or _is_dealt_with(firm, words, told)):
        yield firm
    if power is not None and (country := _country(words, told)):
        yield country
    if not is_no_firms and (topic := _topic(words, told)):
        yield topic


def _firm(words: str, told: Told) -> str:
    """Give the firm that a mention means, or both of two, where a statement names none of them."""
    firms = meant.companies(told)
    if any(firm.split()[0].lower() in words.lower() for firm in firms):
        return ""
    if len(firms) == 1:
        return firms[0] if meant.is_of(firms[0], told) else ""
    both = " and ".join(firms)
    is_between = len(firms) == len(("one", "other")) and told.kind in _BETWEEN_FIRMS
    return both if is_between and len(both) + len(words) < LIMIT else ""


def _is_dealt_with(firm: str, words: str, told: Told) -> bool:
    """Tell whether another does something that is known to be of a firm: "Nepal lifts the ban"."""
    return judging.points(words) and (meant.target(told, words) == firm or " and " in firm)


def _country(words: str, told: Told) -> str:
    """Give the only country of a mention, where a statement names nobody and it is surely told of there."""
    if len(told.countries) != 1 or judging.is_named(words, told):
        return ""
    is_sure = told.kind in _PUBLIC_KINDS or _is_at_home(told)
    return countries.names_by_code().get(told.countries[0], "") if is_sure else ""


def _topic(words: str, told: Told) -> str:
    """Give the company of which an article tells, where a mention has none and the title has room for it."""
    if words.startswith("there ") or any(party.type is PartyType.COMPANY for party in told.parties):
        return ""
    topic = meant.topic(told)
    is_in = topic != "" and topic.split()[0].lower() in words.lower()
    return "" if is_in or len(topic) + len(words) > LIMIT + _SPARE else topic


_SPARE = 20  # letters of a title that may go for the name of whom an article tells


def _is_at_home(told: Told) -> bool:
    """Tell whether an article names the country of a mention more often than any other."""
    name = countries.names_by_code().get(told.countries[0], "")
    count = told.text.count(name[:_STEM]) if name else 0
    others = (other for other in countries.names_by_code().values() if other in told.text and other != name)
    return count > 0 and all(told.text.count(other[:_STEM]) < count for other in others)


_STEM = 5  # letters that "Estonia" and "Estonian" begin with
_BETWEEN_FIRMS = ("acquisition", "partnership", "investment", "legal", "settlement", "ban")
_PUBLIC_KINDS = ("ban", "reinstatement", "legal", "settlement")
_NAMED = re.compile(r"[\w,’'-]\s[A-Z]\w|^(?:Mr|Ms|Mrs|Dr|Sir)\b|^[A-Z][a-z]+$")

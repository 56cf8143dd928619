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
from explorer.extract.title import compress, cutting, frame, judging, meant, people, referents, subjects, view
from explorer.extract.title.compress import LIMIT, compressed
from explorer.extract.title.wording import pattern
from explorer.model.mention import Span

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
    if not prefix:
        yield from _labelled(acts or whole or words, told)


_OPEN = re.compile(r"(?:it|its|they|their|he|his|she|her|the)\s", re.IGNORECASE)


def _named(words: str, told: Told) -> Iterator[str]:
    """Give a title with the names of those whom other words mean."""
    if words[:3] in ("We ", "Our") or " our " in words:
        yield meant.by_we(words, told)
    if words.startswith("The two "):
        yield meant.by_the_two(words, told)
    if " it" in words:
        yield meant.by_it(words, told)


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
    if referents.is_quoted(told):
        return
    is_plain = first in ("A", "An") or (people.is_plain(first) and first != "I")
    small = first.lower() if is_plain else first
    words = f"{small} {rest}"
    if small not in clauses.saying() and not subjects.lacks_subject(words):
        for label in _labels(words, told):
            yield f"{label}: {words}"


def _labels(words: str, told: Told) -> Iterator[str]:
    """Give the firm that a statement is of, if its subject is no public power; else the country."""
    firms = meant.companies(told)
    is_of_firm = len(firms) == 1 and firms[0].split()[0].lower() not in words.lower()
    is_of_country = told.kind in _PUBLIC_KINDS and len(told.countries) == 1
    if not (is_of_firm or is_of_country):
        return
    seen = view.of(words)
    subject = words[: seen.verb if seen.verb >= 0 else words.find(" to ")]
    power = pattern("public", r"(?:[\w-]+\s){{0,3}}?(?P<what>{})\b").match(subject)
    is_deed = power is not None and pattern("acts", "(?:{})$").match(power["what"]) is not None
    is_of_all = pattern("general", r"(?:the\s)?(?:[\w-]+\s)?(?:{})\b").match(subject) is not None
    is_no_firms = is_of_all or (power is not None and not is_deed) or _NAMED.search(subject)
    if is_of_firm and not is_no_firms and meant.is_of(firms[0], told):
        yield firms[0]
    name = countries.names_by_code().get(told.countries[0]) if is_of_country and power is not None else None
    if name is not None and not judging.is_named(words, told):
        yield name


_PUBLIC_KINDS = ("ban", "reinstatement", "legal", "settlement")
_NAMED = re.compile(r"[\w,’'-]\s[A-Z]\w|^(?:Mr|Ms|Mrs|Dr|Sir)\b|^[A-Z][a-z]+$")

"""A statement told anew from its roles: who acts, taken from the words before, and what is done.

For clauses of which no title reads well as they stand: an aside ("Mr Ek, who was chosen in 1990"), a verb whose
subject stands before ("… and lost $9 million"), "it", "they" and "he". Each statement uses words of the
article alone; where two could be meant, none is made.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from explorer.extract.records import Told
from explorer.extract.title import naming, people, referents, subjects, tense, view
from explorer.extract.title.forms import Form, of_word
from explorer.extract.title.wording import any_of
from explorer.model.mention import PartyType, Span

_MOST_SENTENCES = 4  # before a pronoun, that begin with a pronoun themselves
_LONGEST = 45  # letters of a subject
_FEW = 12  # letters before a clause that make no statement
_RELATIVE = re.compile(r",?\s(?P<word>which|who|that|whose)\s")
_PRONOUN = re.compile(r"(?P<who>it|they|he|she)\s(?=[a-z])", re.IGNORECASE)
_OWNER = re.compile(r"(?P<who>its|their|his|her)\s(?=\w)", re.IGNORECASE)
_FORMS = {"its": "it", "their": "they", "his": "he", "her": "she"}
_NO_ONE = re.compile(
    r"(?:it|its|they|their|he|his|she|her|we|our|I|my|you|your|this|that|these|those|there|what|which|who|such|so|"
    r"both|some|all|none|one|others?|another|nobody|everyone|many|most|few)\b",
    re.IGNORECASE,
)
_MARKS = '“”"()[]'


def of(words: str, told: Told, names: frozenset[str]) -> Iterator[str]:
    """Give the statements that a clause makes with what stands around it, the surest first."""
    rest = _TIME_FIRST.sub("", words)
    if rest != words and view.lacks_subject(rest):
        words = rest
    ahead = _TO_BE_FIRST.match(words)
    if ahead is not None and view.lacks_subject(words[ahead.end() :]):
        words = words[ahead.end() :]
    if (whose := words.find(" whose ")) > 0 and "," in words[:whose]:
        yield from _relative(words)
    seen = view.of(words)
    if seen.verb >= 0 and not view.lacks_subject(words):
        yield from _named(words, told, names)
        return
    if _AMOUNT.match(words):
        yield from _counted(words, told, names)
        return
    yield from _continued(words, told)
    yield from _relative(words)
    yield from _done(words, told, names)
    if view.lacks_subject(words):
        yield from _with_subject(words, told, names)


_AMOUNT = re.compile(
    r"(?:(?:only|over|about|some|to|from|against|compared (?:with|to)|up from|down from)\s)*[$€£¥₹]?\d"
)
_TO_AMOUNT = re.compile(r"^\D*?(?=[$€£¥₹]?\d)")


def _counted(words: str, told: Told, names: frozenset[str]) -> Iterator[str]:
    """Say of what an amount is with which one is compared: "sales were 4 tons, (against 3)" → "Sales: 3".

    Of one that somebody only named by a pronoun has, what was done: "it earned $4, (up from $3)".
    """
    before = told.text[told.sentence.start : told.span.start]
    subject, amount = subject_of(before), _TO_AMOUNT.sub("", words).partition(", ")[0]
    if not subject or _DIGIT.search(subject) or len(amount.split()) > _SHORT:
        return
    owned = _OWNER.match(subject)
    noun = subject[owned.end() :] if owned else subject
    if not _NO_ONE.match(noun):
        yield f"{noun[0].upper()}{noun[1:]}: {amount}"
        return
    if deed := naming.deed_before(told):
        yield from _named(f"It {deed} {amount}", told, names)


_DIGIT = re.compile(r"\d")
_SHORT = 4  # words of an amount
_TO_BE_FIRST = re.compile(r"to be [^,]{3,40}, ")
_TIME_FIRST = re.compile(
    r"^(?:(?:last|this|next|later that|that) (?:week|month|year|spring|summer|autumn|winter)|yesterday|today)\s"
)


def _continued(words: str, told: Told) -> Iterator[str]:
    """Give what the last words before a clause begin: "… and the trial of Acme | for theft collapsed"."""
    head = " ".join(told.text[told.sentence.start : told.span.start].split())
    piece = _PARTS.split(head)[-1]
    statement = f"{piece} {words}"
    if piece and not piece.endswith((",", ";", ":")) and not view.states(piece):
        if view.states(statement) and not _NO_ONE.match(statement):
            yield statement
        elif view.lacks_subject(statement):
            yield from _with_subject(statement, told, frozenset())


_APPOSED = re.compile(r"^(?P<noun>[a-z][^,]{2,40}),\s[A-Z][^,]{2,40},\s")  # "chairman, Luis Prado, was jailed"


def _relative(words: str) -> Iterator[str]:
    """Give what a relative clause tells: "the bill, which the House passed" → "the House passed the bill"."""
    match = _RELATIVE.search(words)
    if match is None:
        return
    if match["word"] == "whose":
        owner, _, more = words[: match.start()].partition(", ")
        deed = _APPOSED.sub(r"\g<noun> ", words[match.end() :])
        if _is_noun(owner) and " and " not in more and view.states(f"The {deed}"):
            yield f"{referents.possessive(owner)} {deed}"
        return
    noun, deed = words[: match.start()].partition(", ")[0], words[match.end() :]
    if not _is_noun(noun) or not deed or (" of " in noun and "," in words[: match.start()]):
        return
    inner = view.of(f"It {deed}")
    first = deed.split()[0].lower()
    if inner.verb == len("It ") or (
        inner.verb > 0 and first in ("first", "also", "later", "now", "then", "once")
    ):
        yield f"{noun} {deed}"
        return
    acting = view.of(deed)
    if acting.verb >= 0 and _VERB_LAST.fullmatch(deed[acting.verb :]) and not _NO_ONE.match(deed):
        is_plain = noun.startswith(("A ", "An ", "The ")) or people.is_plain(noun.split()[0])
        yield f"{deed} {noun[0].lower() + noun[1:] if is_plain else noun}"


_VERB_LAST = re.compile(r"(?:(?:has|have|had|would|will)\s)?[a-z]+")
_PARTICIPLE = re.compile(
    r"(?P<comma>,?)\s(?P<done>[a-z]+)"
    r"(?=(?:\s[a-z]+ly)?\s(?:by|in|on|at|for|from|to|with|as|under|after|before|because|over|against|between)\s|$)"
)


def _done(words: str, told: Told, names: frozenset[str]) -> Iterator[str]:
    """Give what a participle tells of its noun: "An accord signed by both" → "An accord is signed by both"."""
    for match in _PARTICIPLE.finditer(words):
        if not tense.is_participle(match["done"]) or of_word(match["done"]) & Form.SURE_PAST:
            continue
        noun = words[: match.start()].partition(", ")[0]
        if match["comma"] and (place := _PLACE_FIRST.match(noun)) is not None:
            words, noun = words[place.end() :], noun[place.end() :]
            match = next(again for again in _PARTICIPLE.finditer(words) if again["done"] == match["done"])
        between = words[len(noun) : match.start()]
        if _INNER.search(between):
            return
        if _is_noun(noun) and (match["comma"] or words[match.end() :].startswith(" by ") or _goes_on(told)):
            yield f"{noun} {tense.passive(noun, names)} {words[match.start('done') :]}"
        return


_PLACE_FIRST = re.compile(r"In\s[A-Z]\w+(?:\s[A-Z]\w+)?\s(?=(?:the|an?)\s)")
_INNER = re.compile(
    r"\b(?:when|which|who|whose|where|that|is|are|was|were|has|had|have|be|been|it|they|he|she)\b"
)


def aside(words: str, told: Told, names: frozenset[str]) -> str:
    """Give what a participle tells of its noun where the main verb of the sentence follows, else the words."""
    is_pair = told.text[told.span.end : told.span.end + 1] == "," and _RELATIVE.search(words) is None
    if not is_pair or not _goes_on(told):
        return words
    return next(_done(words, told, names), words)


def _goes_on(told: Told) -> bool:
    """Tell whether the main verb of the sentence stands behind a clause and its comma."""
    behind = told.text[told.span.end : told.sentence.end]
    return behind.startswith(",") and view.of(f"It {behind.lstrip(', ')}").verb == len("It ")


def _is_noun(words: str) -> bool:
    return (
        2 < len(words) <= _LONGEST and view.opens(words) and not view.states(words) and not _NO_ONE.match(words)
    )


def _with_subject(words: str, told: Told, names: frozenset[str]) -> Iterator[str]:
    """Give a clause that begins with its verb with the subject of the statement before."""
    head = told.text[told.sentence.start : told.span.start]
    if _RELATIVE_AHEAD.search(head):
        return  # which noun it means, a view does not show
    subject = subject_of(f"{head} was")
    if not subject:
        return
    statement = naming.joined(subject, words, told, names)
    if not _NO_ONE.match(subject):
        yield statement
    else:
        yield from _named(statement, told, names)


_RELATIVE_AHEAD = re.compile(r"\b(?:which|who|that|whose|where)\s*$")


def subject_of(words: str) -> str:
    """Give the subject of the last statement that some words make, "" where it cannot be told."""
    parts = [part for part in _PARTS.split(" ".join(words.split())) if view.states(part)]
    if not parts:
        return ""
    last = parts[-1]
    seen = view.of(last)
    subject = last[seen.subject : seen.verb].partition(", ")[0]
    subject = _ADVERB_LAST.sub("", _RELATIVE_LAST.sub("", subject).strip(" ,;:*–—-"))
    if any(mark in subject for mark in _MARKS) or not 1 < len(subject) <= _LONGEST or subject[0].isdigit():
        return ""
    return subject


_PARTS = re.compile(r";\s|\s[–—-]+\s|:\s|,\s(?:and|but|while)\s")
_RELATIVE_LAST = re.compile(r"\s(?:which|who|that|whose|where)\b.*$")
_ADVERB_LAST = re.compile(r"\s(?:also|still|now|then|already|again|later|itself|once|soon|never|[a-z]+ly)$")


def _named(words: str, told: Told, names: frozenset[str]) -> Iterator[str]:
    """Give a statement with the subject that its first pronoun means."""
    match = _PRONOUN.match(words) or _OWNER.match(words)
    if match is None or _RELATIVE_AHEAD.search(told.text, told.sentence.start, told.span.start):
        return
    form = match["who"].lower()
    if form == "it" and _NOBODY.match(words):
        return
    who = _antecedent(_FORMS.get(form, form), told, told.span.start, names)
    if who and who.lower() not in words.lower():
        yield f"{referents.possessive(who) if form in _FORMS else who} {words[match.end() :]}"


_NOBODY = re.compile(r"it\s(?:(?:is|was|will be|has been|had been|to be)\b|takes?\b|took\b)", re.IGNORECASE)


class _Before(NamedTuple):
    """A sentence before another, and its subject."""

    span: Span
    subject: str


def _before(told: Told, start: int) -> Iterator[_Before]:
    """Give the sentences before an offset with their subjects, the nearest first, as far as they have one."""
    if start > told.sentence.start + _FEW:
        yield _Before(Span(told.sentence.start, start), subject_of(told.text[told.sentence.start : start]))
    end = told.sentence.start
    for _ in range(_MOST_SENTENCES):
        begin = subjects.sentence_before(told.text, end)
        if begin >= end or "\n\n" in told.text[begin:end].strip():
            return
        yield _Before(Span(begin, end), subject_of(told.text[begin:end]))
        end = begin


def _antecedent(pronoun: str, told: Told, start: int, names: frozenset[str]) -> str:
    """Give whom a pronoun means: the subject of the nearest sentence before, if of its number and sort."""
    for span, subject in _before(told, start):
        if subject.lower() == pronoun or subject.lower().startswith(_SAME[pronoun]):
            continue
        if not subject or _NO_ONE.match(subject) or _WITHIN.search(subject) or _NO_SUBJECT.search(subject):
            return ""
        persons = {
            hit.name
            for hit in told.names
            if hit.type is PartyType.PERSON and span.start <= hit.span.start < span.end and hit.name in subject
        }
        if pronoun in ("he", "she"):
            is_name = not persons and people.is_own_name(subject, told, pronoun) and " " in subject
            return persons.pop() if len(persons) == 1 else subject if is_name else ""
        if persons or (people.is_own_name(subject, told, "he") and not _is_firm(subject, told)):
            return ""
        return subject if (tense.passive(subject, names) == "are") is (pronoun == "they") else ""
    return ""


def _is_firm(subject: str, told: Told) -> bool:
    return any(hit.name == subject and hit.type is not PartyType.PERSON for hit in told.names)


_SAME = {"it": "its ", "they": "their ", "he": "his ", "she": "her "}
_WITHIN = re.compile(r"\b(?:it|they|he|she|we|I|you|him|them|us|me|my|your|our|his|her|their|its)\b")
_NO_SUBJECT = re.compile(rf"\d|\b{any_of('spans')}$")

"""Whose deed a clause without a subject tells, by the verbs of its sentence: "Acme, which fell ill, | closed".

Of "the court freed Acme but | upheld the fine" it is the court, though Acme stands nearer. It works on words
alone and must not know parties.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from explorer.extract import clauses
from explorer.extract.title import subjects, tense, view
from explorer.extract.title.forms import Form, of_word
from explorer.extract.title.wording import any_of
from explorer.model.mention import Span

_STARTS = re.compile(
    r",?\s(?P<word>and|but|that|which|who|whose|because|while|when|where|after|before|until|unless|if|"
    r"whether|although|though|since|once)\s(?:then\s)?|(?::|,|\s[–—-])\s"
)
_JOINT_LAST = re.compile(r",?\s(?:and|but|then|and then|but then)$")
_RELATIVES = ("which", "who", "that")
_ASIDES = (", which ", ", who ", ", whose ")
_ORDERS = ("after", "before", "until", "since", "once", "when", "where")
_LONGEST = 45  # letters of a subject
_MOST = 300  # letters before a clause in which its subject is looked for
_NEXT = 60  # letters of a clause in which its verb stands
_ADVERBS = re.compile(
    r"(?:(?:also|later|then|now|first|again|still|already|soon|never|once|finally|eventually|[a-z]+ly)\s)*"
)
_ANY, _PAST, _PRESENT = range(3)
_PRESENTS = frozenset("is are has have will can may must shall does do".split())


class _Start(NamedTuple):
    """Where a clause may begin, and what opens it: a word or a mark."""

    at: int
    word: str
    is_aside: bool


class _Verb(NamedTuple):
    """A finite verb before a clause: where it stands, whose it is, when it is told."""

    at: int
    subject: str
    time: int
    is_relative: bool


def of(text: str, sentence: Span, span: Span) -> str:
    """Give the subject that a clause beginning with its verb takes from its sentence, "" where none is sure."""
    head = " ".join(text[max(sentence.start, span.start - _MOST) : span.start].split()).rpartition("; ")[2]
    head = _ADVERB_ASIDE.sub(", ", head)
    clause = " ".join(text[span.start : min(span.end, span.start + _NEXT)].split())
    if not head or not clause or head.endswith(_RELATIVES) or _BRACKETED.search(head):
        return ""
    joint = _JOINT_LAST.search(head)
    if (joint is None and not head.endswith(",")) or _INSERTED.search(head):
        return ""
    if joint is None:
        if whose := _interrupted(head, clause) or _before_aside(head):
            return whose
        return "" if _is_of_noun(head, clause, is_listed=False) else _joined(head[:-1], clause, is_apart=True)
    body = head[: joint.start()]
    is_of_noun = _is_of_noun(body, clause, is_listed=True)
    return "" if is_of_noun else _joined(body, clause, is_apart="," in joint.group())


_ADVERB_ASIDE = re.compile(r",\s(?:first|originally|once|later|newly|recently)\s(?=[a-z]+ed\s)")
_INSERTED = re.compile(  # "will, he says, | go"
    r"\b(?:will|would|can|could|may|might|must|should|to)(?:\snow)?,[^,]*,$"
)
_BRACKETED = re.compile(r"[“”\"()\[\]]")


def _before_aside(head: str) -> str:
    """Give the noun of which "which" tells up to a comma: "Acme, which fell when prices rose, | recovered"."""
    asides = [start for start in _starts(head) if start.is_aside]
    if not asides:
        return ""
    noun = _ASIDE_LAST.sub("", head[: asides[0].at])
    begin = max((start.at for start in _starts(noun) if start.word not in (",", *_RELATIVES)), default=0)
    return "" if view.states(noun[begin:]) else _subject(noun[begin:])


_ASIDE_LAST = re.compile(r",\s(?:which|who|whose)\s$")


def speaker(text: str, sentence: Span, start: int) -> str:
    """Give who says what begins at an offset: "Acme, which is of Turku, said | it had grown"."""
    head = " ".join(text[max(sentence.start, start - _MOST) : start].split()).rpartition("; ")[2]
    said = _SAID_LAST.search(head)
    if said is None or _BRACKETED.search(head):
        return ""
    head = head[: said.start()]
    return _interrupted(head, f"{said['verb']} so") or (_before_aside(head) if head.endswith(",") else "")


_SAID_LAST = re.compile(
    rf"(?:^|\s)(?:(?:has|had|have)\s)?(?P<verb>{any_of('says')}|tells|told)"
    r"(?:\s(?:on|in|at)\s[A-Z]?\w+)?(?:\sthat)?$"
)


def _interrupted(head: str, clause: str) -> str:
    """Give the subject that words have put off from its verb: "unless its owner, Acme, | sells it"."""
    begin = _ADVERBS.match(clause)
    ahead = begin.end() if begin else 0
    whose, nearest = "", len(head)
    for start in _starts(head):
        if whose and view.states(head[start.at : nearest]):
            break
        if start.word in _ORDERS or _OF_WHICH.match(head, start.at):
            continue
        words = f"{head[start.at :]} {clause}"
        seen = view.of(words)
        if seen.subject >= 0 and 0 <= seen.verb - (len(head) - start.at + 1) <= ahead:
            whose, nearest = words[seen.subject : seen.verb], start.at
    return _subject(whose)


_OF_WHICH = re.compile(r"(?:[\w’'-]+\s){1,3}of\s(?:which|whom)\b")
_DONE_TO = re.compile(r"(?P<done>[a-z]+)\s(?:by|for|in|at|to|from|on|with|as|under|after|before)\s")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|being)\s(?:\w+ly\s)?[a-z]+\b")


def _is_of_noun(body: str, clause: str, *, is_listed: bool) -> bool:
    """Tell whether a clause only says more of the noun before: "coal, bought for $3 and | sold for $2"."""
    last = body.rpartition(", ")[2]
    piece = last if is_listed else clause
    done = _DONE_TO.match(clause)
    if done is None or not tense.is_participle(done["done"]) or _PASSIVE.search(body):
        return False
    return not is_listed or (_DONE_TO.match(piece) is not None and ", " in body)


def _joined(body: str, clause: str, *, is_apart: bool) -> str:
    """Give the subject of the verb to which "and" joins a clause: the nearest that is told of the same time.

    `is_apart` tells that a comma ends the words, so that what "which" tells is over.
    """
    first = _ADVERBS.sub("", clause, count=1).split(" ")[0]
    time = _ANY if first in _PRESENTS else _time(first)
    verbs = sorted(_verbs(body, is_apart=is_apart), key=lambda verb: -verb.at)
    found = next((verb for verb in verbs if time in (_ANY, verb.time)), None)
    if found is None or (found.is_relative and _goes_on(clause)):
        return ""
    return _subject(found.subject)


def _goes_on(clause: str) -> bool:
    """Tell whether a main verb stands behind the comma of a clause: "that they laid and | mended, fell"."""
    behind = clause.partition(", ")[2]
    return behind != "" and view.of(f"It {behind}").verb == len("It ")


def _verbs(body: str, *, is_apart: bool) -> Iterator[_Verb]:
    """Give the verbs of some words, each with the subject that leads to it."""
    found: dict[int, _Verb] = {}
    closed: set[int] = set()  # verbs whose subject begins nowhere earlier
    for start in _starts(body):
        verb = _verb_from(start, body)
        if verb is None or verb.at in closed:
            continue
        nearer = found.get(verb.at)
        if nearer is not None and view.states(verb.subject.removesuffix(nearer.subject)):
            continue  # another statement stands between
        if start.word == "whose":
            found.pop(verb.at, None)
        elif not (start.is_aside and is_apart):
            found[verb.at] = verb
        if start.word not in (",", "and"):
            closed.add(verb.at)
    yield from found.values()


def _verb_from(start: _Start, body: str) -> _Verb | None:
    """Give the verb of what begins at a place of some words, None without one."""
    words = body[start.at :]
    first = words.partition(" ")[0]
    if start.word in _RELATIVES and (of_word(first) & _FINITE or view.lacks_subject(words)):
        return _Verb(start.at, noun_last(body[: start.at]), _time(first), is_relative=True)
    seen = view.of(words)
    verb = words[seen.verb :].split(" ")[0].strip(",") if seen.verb > 0 else ""
    subject = words[seen.subject : seen.verb]
    is_inserted = start.word == "," and verb in clauses.saying()  # "…, he said, and"
    is_other = start.word in _RELATIVES and view.states(subject)
    if not verb or is_inserted or is_other or subject.endswith("having "):
        return None
    return _Verb(start.at + seen.verb, subject, _time(verb), start.word in _RELATIVES)


_FINITE = Form.AUXILIARY | Form.SURE_PAST


_BY_NAMES = re.compile(r"\bby\s(?:[A-ZÀ-Þ][\w.’'-]*,?\s?){1,6}$")


def _starts(words: str) -> Iterator[_Start]:
    """Give where a clause may begin in some words, the last first, with what opens it."""
    for match in reversed(list(_STARTS.finditer(words))):
        word = match["word"] or match.group().strip()
        if word == "and" and _BY_NAMES.search(words, 0, match.start()):
            continue  # "was founded by Ada Berg and Jo Ek in 2019, | opened an office": not Jo Ek did
        yield _Start(match.end(), word, match.group() in _ASIDES)
    yield _Start(0, "", is_aside=False)


def _time(verb: str) -> int:
    form = of_word(verb)
    if form & Form.AUXILIARY:
        return _PRESENT if verb in _PRESENTS else _PAST
    return _PAST if form & (Form.PAST | Form.SURE_PAST) and not form & Form.THIRD else _PRESENT


def _subject(words: str) -> str:
    """Give a subject without what stands beside it, "" where it is none."""
    words = _TIME_LAST.sub("", words.strip(" ,"))
    if len(words) > _LONGEST and not _OFFICE_FIRST.match(words):
        words = words.partition(", ")[0]
    while len(words) > _LONGEST and "," not in words and (phrases := list(_PHRASE.finditer(words))):
        words = words[: phrases[-1].start()]
    return "" if _NO_NOUN.match(words) or _has_verb(words) else subjects.named(words, _LONGEST)


def _has_verb(words: str) -> bool:
    """Tell whether words hold a verb; a form that ends them may be a noun: "a tender for licences"."""
    verb = view.of(words).verb
    return verb > 0 and " " in words[verb:]


_OFFICE_FIRST = re.compile(r"[a-z]|(?:Its|Their|His|Her|Our)\s")  # "its head, Jo Berg," is called by the name
_PHRASE = re.compile(r"\s(?:of|in|at|on|from|for|with|near|between|against|over|by|about|into)\s")
_TIME_LAST = re.compile(
    r",?\s(?:also|still|now|then|already|again|later|itself|himself|herself|today|yesterday|[a-z]+ly|"
    r"(?:last|this|next)\s[a-z]+|on\s[A-Z][a-z]+day|(?:in|on|since)\s[^,]*\d+)$"
)
_NO_NOUN = re.compile(
    r"(?:in|on|at|by|of|for|with|from|to|as|not|this|that|there|these|those|what|here|then|all|both|some|"
    r"(?:two|three|four|five|six|\w+)\s(?:days|weeks|months|years)|one)\b|\d|\W|[a-z]+ly\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w&.’'-]*(?:\s(?:of\s|and\s|de\s)?[A-Z][\w&.’'-]*)*"
_NOUN = re.compile(
    r"(?:.*\b(?:on|by|to|from|with|for|against|into|over|than|sued|said)\s|.*[,;:]\s|^)"
    rf"(?P<noun>(?:(?:the|an?|its|their|his|her)\s[^,;:]{{2,44}}|{_NAME}))$"
)


def noun_last(words: str) -> str:
    """Give the noun at the end of words that "who" follows: of "the mayor, Jo Berg, who" Jo Berg."""
    words = _RELATIVE_LAST.sub("", words).rstrip(" ,")
    match = _NOUN.match(words) or _LAST_NOUN.match(words) or _LAST_OF.match(words)
    return match["noun"] if match else ""


_LAST_NOUN = re.compile(r".*(?<!\bof)\s(?P<noun>(?:the|an?|its|their|his|her)\s[^,;:]{2,44})$")
_LAST_OF = re.compile(
    r".*(?:\d|percent|per cent|%|half|part|all|most)\sof\s(?P<noun>(?:the|an?|its|their)\s[^,;:]{2,44})$"
)
_RELATIVE_LAST = re.compile(r",?\s(?:which|who|that)\s*$")

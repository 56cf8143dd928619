"""What a participle tells of a noun by the way, with a date of its own: "a contract signed in March".

Such a date dates what the participle tells (a reduced relative clause) and never the main clause: "bought
Dorsa, a cheese maker founded in 1961, on Tuesday". The subject of a sentence is left to the anatomy, which
knows where its verb goes on. It must not know parties or titles.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from explorer.extract import clauses
from explorer.model.mention import Span


class Reduced(NamedTuple):
    """What a participle tells by the way.

    `span` begins with its noun, or with the subject of a clause of its own ("the plant it opened in 2009"). A
    whole clause has other words, `put`, in the place of the `joint`: "was" before a participle, the noun behind
    a verb.
    `aside` is what the main clause is told without; it `is_apart` between commas.
    """

    span: Span
    joint: Span
    put: str
    aside: Span
    is_apart: bool = False


# participles that no subject stands before without an object behind them: "the bank founded in" has none
_DONE = (
    "founded|built|rebuilt|bought|acquired|signed|made|sold|issued|imposed|brought|introduced|awarded|"
    "granted|established|created|developed|published|adopted|approved|incorporated|"
    "registered|spun off|set up|taken over|taken out|seized|stolen|borrowed|invested|formed|negotiated|"
    "commissioned|"
    "nationalised|nationalized|privatised|privatized|manufactured|designed|drafted"
)
_ASIDE_DONE = (
    "announced|agreed|unveiled|proposed|outlined|struck|reached|ordered|launched|listed|opened|filed|completed|"
    "released|started|begun|passed|won|lost|closed"
)
_PARTICIPLE = re.compile(
    rf"(?:(?P<noun>[a-z’'-]+|\w+(?<=[a-z]))|(?P<comma>,))\s(?P<done>(?:first\s|originally\s)?(?:{_DONE})|"
    rf"(?<=,\s)(?:{_ASIDE_DONE}))(?=\s(?:in|on|by|at|for|from|with|under|to|as|last|this|early|late|between|only|just)\s|\s$)"
)
_SMALL = r"(?!(?:the|an?|its|their|his|her|our|over|in|for|to|with|on|at|from|by|and|or)\b)"
_THING = (
    r"(?:\b(?:the|an?|its|their|his|her|our|some|two|three)\s"
    rf"(?:{_SMALL}[\w$€£%’'&-]+(?:[.,]\d+)?\s){{0,5}}?{_SMALL}[\w’'-]*[a-z]|\b[a-z]{{3,}}s)"
)
_NOUN = re.compile(rf"{_THING}$")
_NEXT = r"(?=\s(?:in|on|at|from|for|to|by|with|under|last|this|early|late|only|just)\s|\s$)"
_CONTACT = re.compile(
    rf"(?P<noun>{_THING})\s(?:(?:it|they|he|she|we)\s(?:(?:had|first|later|has)\s){{0,2}}(?P<verb>[a-z]+)|"
    rf"(?:the\s[a-z-]+|[A-ZÀ-Þ][\w&’'-]+(?:\s[A-ZÀ-Þ][\w&’'-]+){{0,3}})\s(?:had\s)?(?P<done>{_DONE})){_NEXT}"
)
_SUBJECTS = frozenset("it they he she we".split())
_TOLD = frozenset(words.split()[0] for words in f"{_DONE}|{_ASIDE_DONE}".split("|"))
_WORD = re.compile(r"[\w’'-]+")
_ASIDE_OPEN = re.compile(r",\s(?:the|an?|its|one|which|who|whose)\s[^,]*$")
_HAD = re.compile(r"\b(?:had|has)\s")
_TIMES = re.compile(r"\b(?:day|days|week|month|year|moment|time|way|night|hour|minute|period|reason|point)s?$")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w&.’'-]*(?:\s(?:of|de|&)(?=\s))?\s?){1,5}$")
_APPOSED = re.compile(r",\s(?:an?|the|one of)\s[^,;]{2,60}$")
_OPENS_CLAUSE = re.compile(
    r"(?:\b(?:said|says|say|that|show\w*|found|finds|believ\w+|think\w*|mean\w*|when|because|after|before|as|if|while|"
    r"where|until|although|but|how|why)|[:;—–])\s*$"
)
_AUXILIARIES = frozenset(
    "was were is are be been being has had have not also it they he she we who which that".split()
)
_WITHIN = r"(?:[^,;.]|[.,](?=\d))"
_TAIL = re.compile(rf"\s(?:by|from|with|to|under|for)\s{_WITHIN}{{2,40}}(?=[,;.]|$)")
_REST = re.compile(rf"{_WITHIN}{{0,60}}(?=[,;.]|$)")
_REACH = 90  # characters between a participle and its date


def find(text: str, sentence: Span, dates: Sequence[Span]) -> dict[int, Reduced]:
    """Find what participles tell by the way in a sentence, by the number of the date that it has."""
    found: dict[int, Reduced] = {}
    for number, date in enumerate(dates):
        if number == 0 and (opening := _opening(text, sentence, date)) is not None:
            found[number] = opening
            continue
        floor = max(sentence.start, dates[number - 1].end if number else 0, date.start - _REACH)
        words = text[floor : date.start].split()
        may_meet, may_tell = not _SUBJECTS.isdisjoint(words), not _TOLD.isdisjoint(words)
        if not (may_meet or may_tell):
            continue  # nearly always
        contact = _CONTACT.search(text, floor, date.start)
        one = None if contact is None else _in_contact(text, sentence, date, contact)
        if one is None and may_tell:
            told = list(_PARTICIPLE.finditer(text, floor, date.start))
            one = _told(text, sentence, date, told[-1]) if told else None
        if one is not None:
            found[number] = one
    return found


_UNDATED = re.compile(
    rf"(?<=[\w’'.)]),\s(?:first\s|jointly\s|partly\s)?(?:{_DONE}|{_ASIDE_DONE}|owned|controlled|run|operated|backed|led|headed|"
    r"based|known|valued|hit)\s(?P<rest>[^,;:]{2,70}),(?=\s(?:on|in|from|by|for|to|at|with|last|this|late|early)\s)"
)


def undated(text: str, sentence: Span, dates: Sequence[Span]) -> list[Span]:
    """Find what participles tell by the way without a date: "barred Orme, owned by Pell, from May"."""
    found: list[Span] = []
    for match in _UNDATED.finditer(text, sentence.start, sentence.end):
        aside = Span(*match.span())
        has_date = any(aside.overlaps(date) for date in dates)
        if not has_date and not clauses.has_verb(text, *match.span("rest")):
            head = _NAME.search(text, sentence.start, aside.start) or _NOUN.search(
                text, sentence.start, aside.start
            )
            if head is not None and _is_inside(text, sentence, Span(head.start(), aside.start)):
                found.append(aside)
    return found


_OPENING = re.compile(r"(?:After|Before|Since|Upon)\s(?:first\s|also\s)?(?P<doing>[a-z]{3,}ing)\s[^,;:]*$")
_GOES_ON = re.compile(r"[^,;:]{0,40},\s(?=\S)")


def _opening(text: str, sentence: Span, date: Span) -> Reduced | None:
    """Read what the subject did before or after: "After buying Orme in 1994, Pell bought Quist in 1996"."""
    opening = _OPENING.match(text, sentence.start, date.start)
    goes_on = _GOES_ON.match(text, date.end, sentence.end) if opening is not None else None
    verb = clauses.first_verb(text, goes_on.end(), sentence.end) if goes_on is not None else -1
    if opening is None or goes_on is None or verb < 0:
        return None
    begin, end = opening.start("doing"), goes_on.end() - len(", ")
    who = text[goes_on.end() : verb].strip(" ,")
    told, main = Span(begin, end), Span(sentence.start, goes_on.end())
    return Reduced(told, Span(begin, begin), f"{who}, ", main, is_apart=True)


def _in_contact(text: str, sentence: Span, date: Span, match: re.Match[str]) -> Reduced | None:
    """Read a clause that stands beside its noun without a joint: "the plant it opened in Ohio in 2009"."""
    noun, verb = Span(*match.span("noun")), match["verb"] or match["done"]
    is_past = clauses.is_finite(verb) and clauses.is_participle(verb) and not verb.endswith("ing")
    if not is_past or _TIMES.search(match["noun"]) or not _is_inside(text, sentence, noun):
        return None
    between = text[match.end() : date.start]
    if "," in between or clauses.has_verb(between, 0, len(between)):
        return None
    put = "" if _HAD.search(match.group()) else f" {match['noun']}"  # "(a ban) it had imposed": "is imposed"
    return Reduced(
        Span(noun.end + 1, date.end),
        Span(match.end(), match.end()),
        put,
        Span(noun.end, date.end),
    )


def _is_inside(text: str, sentence: Span, noun: Span) -> bool:
    """Tell whether a noun stands behind the verb of its clause, so that it is no subject."""
    verb = clauses.first_verb(text, sentence.start, noun.start)
    word = _WORD.match(text, verb) if verb >= 0 else None
    if word is None or text[verb - 2 : verb] == ", " or text.startswith(" by ", word.end()):
        return False  # "The mill, opened by the dukes of Parma, closed in March"
    return _OPENS_CLAUSE.search(text, sentence.start, noun.start) is None


def _told(text: str, sentence: Span, date: Span, match: re.Match[str]) -> Reduced | None:
    """Read what a participle tells, if a noun stands before it that is no subject of the sentence."""
    done = match.start("done")
    if match["comma"] and _ASIDE_OPEN.search(text, sentence.start, match.start("comma")):
        return None  # "Acme, the firm owned by Apex, closed at …": the comma ends an aside
    between = text[match.end("done") : date.start]
    if "," in between or clauses.has_verb(between, 0, len(between)) or text.startswith(" that ", date.end):
        return None
    head = _head(text, sentence, match)
    if head is None or not _is_inside(text, sentence, head):
        return None
    rest = (_REST if match["comma"] else _TAIL).match(text, date.end, sentence.end)
    end = date.end if rest is None or clauses.has_verb(text, *rest.span()) else rest.end()
    is_apart = head.end < done - 1
    closed = end + 1 if is_apart and text.startswith(",", end) else end
    noun = text[head.start : head.end]
    is_many = noun.endswith("s") and noun.islower() and not noun.startswith(("a ", "an "))
    return Reduced(
        Span(head.start, end),
        Span(head.end, done),
        " were " if is_many else " was ",
        Span(head.end, closed),
        is_apart,
    )


def _head(text: str, sentence: Span, match: re.Match[str]) -> Span | None:
    """Give the noun or name that a participle tells of."""
    end = match.end("noun") if match["noun"] else match.start("comma")
    if match["noun"]:
        if match["noun"].lower() in _AUXILIARIES or match["noun"][0].isupper():
            return None
        apposed = _APPOSED.search(text, max(sentence.start, end - _REACH), end)
        name = _NAME.search(text, sentence.start, apposed.start()) if apposed is not None else None
        if apposed is not None and name is not None:
            return Span(name.start(), apposed.start())
    noun = _NOUN.search(text, max(sentence.start, end - _REACH), end) or (
        _NAME.search(text, max(sentence.start, end - _REACH), end) if match["comma"] else None
    )
    return Span(noun.start(), end) if noun is not None else None

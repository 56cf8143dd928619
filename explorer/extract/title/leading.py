"""What goes before, behind and beside a statement: sources, conjunctions, phrases, asides; they are taken off.

It works on words alone and must not know parties.
"""

import re
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import table
from explorer.extract.title import subjects, view
from explorer.extract.title.cutting import LIMIT, tells
from explorer.extract.title.wording import has_any, pattern

_BRACKETS = re.compile(r"\s*[(\[【][^)\]】]{0,60}[)\]】]")
_OPENING = ("(", "[", "【")
_SPECIAL = re.compile(r"[“”\"*•#(\[【|]| [,.;:!?]")
_MARKS = str.maketrans("", "", '“”"*•#')
_SPACED = re.compile(r"\s+([,.;:!?])")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_OF = rf"(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}(?:st|nd|rd|th)?)?(?:,? (?:19|20)\d\d)?"
DATE = rf"(?:{_WEEKDAY}(?:,? {_DAY_OF})?|\d{{4}}-\d\d(?:-\d\d)?|{_DAY_OF}|(?:19|20)\d\d)"
_HEADING = re.compile(
    rf"^(?:\W*\([A-Z][a-zA-Z ]+\)\s*[-–—]+\s*)?\W*(?:(?:19|20)\d\d\s[*•]\s*|\d{{1,2}}(?= In\b)|"
    rf"{DATE}\W*\s?(?::|-+|–|—)\s)*\W*"
)
_PLACED = re.compile(
    rf"^[A-Z][\w’.]+(?: [A-Z][\w’.]+){{0,2}},?\s*(?:{DATE}\s*)?"
    r"(?:\([A-Z][A-Za-z]+\)\s*)?(?:[-–—]{1,2}|(?<=[,\d)])\s*:)\s+(?=[A-Z])"
)
_ITEM = re.compile(r"^\d{1,2}[.)]\s+(?=[A-Z])")
_TRADE = re.compile(
    r"^[a-z]+\s(?P<name>[A-Z][\w&’'-]+(?: [A-Z][\w&’'-]+)*),?(?=\s(?:said|says|has|had|was|is|will|would)\b)"
)
_DATED = re.compile(
    rf"^(?:on|in|by|at|since|from|until|as of|between|during)\s(?:(?:the|early|late|mid|end|beginning|start|"
    rf"of|middle)[\s-])*"
    rf"{DATE}(?:\s?(?:–|-|to|and)\s?{DATE})?,?\s+",
    re.IGNORECASE,
)
_THAT_ASIDE = re.compile(r"\bthat, (?:[^,]|,(?=\d)){3,50}, ")
_MARKED = re.compile(r"[:–—*•-]")
_NUMBERED = re.compile(r"\b\d{1,2} In\b")
_HEAD = 60  # characters in which a heading or a dateline ends
_IDLE = re.compile(r"(?<=[\w,])(?:\s(?:recently|also|currently|now))+\s(?=[a-z])(?!that\b)")
_IDLE_WORDS = ("recently", "also", "currently", "now")
_CELLS = re.compile(r"\s*\|\s*")
_SAID = re.compile(r"\b(?:said|says|told|added|wrote)\b")
_QUOTED = re.compile(r"^[“\"](?P<what>[^“”\"]{20,})[,.!?]?[”\"],?\s(?P<who>[^“”\"]+)$")
_TRAILING = re.compile(
    r",\s+(?:according to\s[^,]{2,70}(?:,\s[A-Z][\w’' ]{2,30})?|"
    r"(?:the |a |an |its |their |his |her |two |three |several )?[^,]{2,60}?\s"
    r"(?:said|says|reported|reports|announced|confirmed|added|wrote|told \w+|show|showed|shows)"
    r"(?:\s(?:in|on|at|late|early|this)\s[^,]{2,30})?|"
    r"(?:he|she|it|they)\s(?:admits|adds|recalls|jokes|writes|wrote|recalled|joked|insists)|(?:said|says|added|adds)\s[A-Z][^,]{2,40}(?:,\s(?:the|an?|its|who|head|chief)\s[^,]{2,60})?)\s*[.,]?\s*$"
)
_SOURCES = ("according", "said", "says", "add", "report", "announced", "confirmed", "wrote", "told", "show")
_PARENTHETIC = re.compile(
    r",\s(?:(?:as|so)\s)?(?:he|she|it|they|[\w’' ]{2,30}?)\s(?:(?:had )?found|said|says|conceded|added|wrote|"
    r"noted|believes?|thinks?|argued|claimed),\s(?P<next>\w+)"
)
_SAID_FIRST = re.compile(
    r"^(?:he|she|it|they|[A-Z][\w’']+)\s(?:said|says|added|wrote),\s(?!citing|on\b|in\b|according)"
)
_ASIDE = re.compile(
    r",\s+(?P<aside>(?:the|an?|its|his|her|their|who|which|whose|where|then|once|formerly|previously|based|founded|hired|"
    r"opened|known|led|owned|backed|part|one|including|like|such|both|citing|quoting|\w+ed\s(?:by|in|at|from|on|to|with|as)|"
    r"on|in|from|at|by|with)\s(?:[^,]|,(?=\d)){2,140}),\s+(?=\S)"
)
_AFTER_ASIDE = re.compile(
    r"(?:as|to|in|for|from|with|on|at|by|after|of|over|into|under|that|may|will|would|has|had|is|was|were|are|could|can)\s"
)
_APPOSED = re.compile(
    r"^(?P<who>[^,]{2,60}),\s(?P<aside>(?:[^,]|,(?=\d)){2,140}(?:,[^,]{2,60})??),\s(?P<deed>(?!which\b|who\b|whose\b|where\b)[a-z].*)$"
)
_PERSON = re.compile(r"^[A-Z][\w’'-]+(?:(?: (?:[A-Z][\w.’'-]*|van|von|de|der|al|bin))* [A-Z][\w’'-]+)?$")
_ADVERB = re.compile(r"^(?:now|also|later|then|recently|since|still|first|today|already|again|once|[a-z]+ly)\s")
_PLAIN_VERB = re.compile(r"[a-z]+(?:s|ed)$")
_AS = re.compile(r"^as\s(?:[^,]|,(?=\d)){3,110},\s+", re.IGNORECASE)
_CAME = re.compile(
    r"^(?:in [^,]{2,30}? )?(?P<verb>came|comes|followed|follows) "
    r"(?P<who>(?:(?:the|an?)\s|(?-i:[A-Z]))[^,]{2,40})(?:,.*)?$",
    re.IGNORECASE,
)


def bare(words: str, *, is_cut: bool) -> str:
    """Give a clause without marks and brackets, and without what goes before or behind its statement.

    `is_cut` tells that it was cut out of its sentence, so that "that" joins it and does not point.
    """
    quoted = _QUOTED.match(words.strip()) if words.lstrip()[:1] in ("“", '"') else None
    if quoted and (_SAID.search(quoted["who"]) or not clauses.has_verb(quoted["who"], 0, len(quoted["who"]))):
        words = quoted["what"]
    words = words.strip()
    words = _ITEM.sub("", words) if words[:1].isdigit() else words
    if not words[:1].isalpha() or _is_marked(words):
        words = _HEADING.sub("", _PLACED.sub("", words))
    if is_cut and (trade := _TRADE.match(words)):
        words = trade["name"] + words[trade.end() :]
    words = " ".join(words.split())
    if _SPECIAL.search(words) is not None:
        words = words.translate(_MARKS)
        words = _BRACKETS.sub("", words) if has_any(words, _OPENING) else words
        words = " ".join(words.split()).strip(" |")
        words = _SPACED.sub(r"\1", _CELLS.sub(": ", words) if "|" in words else words)
    words = words.strip(" ,;:.-–—|)")
    if "that, " in words:
        words = _THAT_ASIDE.sub("that ", words)
    if words.count(",") > 1:
        words = _PARENTHETIC.sub(_closed, words)
    if has_any(words, _IDLE_WORDS):
        words = _IDLE.sub(" ", words)
    words = led(words, is_cut=is_cut)
    if "," not in words:
        return _come(words)
    words = _SAID_FIRST.sub("", words)
    trailing = _TRAILING.search(words) if has_any(words, _SOURCES) else None
    if trailing and clauses.has_verb(words, 0, trailing.start()):
        other = pattern("others", r"^,\s(?P<who>(?:the |an? |\w+ )?(?:{}))\s(?:said|says)\b").match(
            trailing.group()
        )
        words = words[: trailing.start()]
        if other:  # what they say is not known to be so
            words = f"{other['who']} said {words}"
    return _come(words)


def _come(words: str) -> str:
    """Put who came before the verb: "in May came the Model S" → "the Model S came"."""
    came = _CAME.match(words)
    return (
        f"{came['who']} {came['verb']}"
        if came and not clauses.has_verb(came["who"], 0, len(came["who"]))
        else words
    )


def _is_marked(words: str) -> bool:
    """Tell whether a mark of a heading or a dateline stands in the first words."""
    if _MARKED.search(words, 0, _HEAD):
        return True
    return " In" in words and _NUMBERED.search(words, 0, _HEAD) is not None


def _closed(match: re.Match[str]) -> str:
    """Join what stood on both sides of "she said"."""
    is_verb = match["next"] == "that" or clauses.is_finite(match["next"])
    return f"{' ' if is_verb else ', '}{match['next']}"


def led(words: str, *, is_cut: bool) -> str:
    """Take off what leads to a statement: conjunctions, sources, and phrases before the subject."""
    before = None
    while before != words:
        before = words
        as_ = _AS.match(words) if words[:2].lower() == "as" else None
        if as_ and _is_phrase(as_.group()) and states(words[as_.end() :]):
            words = words[as_.end() :]
        first = words.partition(" ")[0].lower().rstrip(",")
        is_lead = first in _leads()
        lead = pattern("leading", r"^(?:{})\b(?!['’-])[\s,]*").match(words) if is_lead else None
        if lead and not (not is_cut and re.match(r"that\s", words, re.IGNORECASE)):
            words = words[lead.end() :]
        if words[:3].lower() == "it ":
            words = pattern("expletive", r"^(?:{})").sub("", words, count=1)
        is_dated = first in _DATED_FIRST
        whenever = (
            pattern("whenever", r"^(?:{})[,:]?\s+").match(words) if _may_tell_when(words, first) else None
        )
        for match in (_DATED.match(words) if is_dated else None, whenever):
            if match and match.string == words and states(led(words[match.end() :], is_cut=is_cut)):
                words = words[match.end() :]
        for name in ("by_the_way", "before_subject") if "," in words else ():
            match = pattern(
                name, r"^(?:{})\b(?:[^,]|,(?=\d|\s(?:published|released|issued|dated)\b)){{0,110}},\s+"
            ).match(words)
            is_phrase = match is not None and (name == "by_the_way" or _is_phrase(match.group()))
            if match and is_phrase and states(led(words[match.end() :], is_cut=is_cut)):
                words = words[match.end() :]
    return words


_DATED_FIRST = frozenset("on in by at since from until as between during".split())


_WHEN = (" later", " earlier", " afterward", " ago", " after that")
_WHEN_FIRST = frozenset("that over in during last this next by for at until following same previous".split())
_WHEN_THE = ("following", "next", "same", "previous")


def _may_tell_when(words: str, first: str) -> bool:
    """Tell whether words may begin with when something was: the pattern for it is dear."""
    return first in _WHEN_FIRST or has_any(words[:45], _WHEN) or words[4:].startswith(_WHEN_THE)


@cache
def _leads() -> frozenset[str]:
    """Give the first words of what leads to a statement."""
    return frozenset(re.findall(r"(?:^|\|)([a-z]+)", str(table("titles.toml")["leading"])))


def states(words: str) -> bool:
    """Tell whether words have a subject and a verb."""
    return (
        len(words) > 12
        and not subjects.lacks_subject(words)
        and not re.match(r"(?:and|or|but|who|which|whom|whose|with|to|of|for|in|at|than)\s|\w+ing\s", words)
        and tells(words)
    )


def _is_phrase(words: str) -> bool:
    """Tell whether words before a comma are no statement: a verb stands only in a relative clause."""
    head = re.split(r"\s(?:that|which|who|whose|where|after|before|since|\w+ing)\s", words)[0]
    return not _tells(head) or bool(re.match(r"(?:citing|after|following|since|before|having)\b", words, re.I))


def without_aside(words: str, names: frozenset[str]) -> str:
    """Drop what only describes a name: "Ms Ek, hired from Volvo, resigned" tells that she resigned."""
    if words.count(",") < len(("before", "behind")):
        return words
    match = _APPOSED.match(words)
    if match is not None and match["aside"].startswith("whose "):
        return words  # "Acme, whose chairman, Jo Ek, was jailed" tells of him
    if match is not None and (match["who"] in names or not _tells(match["who"])):
        first = _ADVERB.sub("", match["deed"]).split()[0].rstrip(",")
        is_verb = (
            first in clauses.saying()
            or clauses.is_finite(first)
            or bool(_PLAIN_VERB.match(first) and not re.match(r"(?:and|or|but)\b", first))
        )
        if (
            is_verb
            and _PERSON.match(match["aside"])
            and re.match(r"(?:its|their|his|her)\s", words, re.IGNORECASE)
        ):
            return f"{match['aside']} {match['deed']}"
        if is_verb and match["aside"] in names and re.match(r"(?:its|the|their|an?)\s", words, re.IGNORECASE):
            return f"{match['aside']} {match['deed']}"
        if is_verb and not re.match(r"(?:and|or)\s", match["aside"]):
            return f"{match['who']} {match['deed']}"
    aside = _ASIDE.search(words)
    if (
        aside is not None
        and aside.start() > 6
        and (len(words) > LIMIT or words[aside.end() :].startswith("that "))
    ):
        rest = words[aside.end() :]
        is_short = re.match(r"(?:on|in|from|at|by|with)\s", aside["aside"]) and not rest.startswith("that ")
        if _AFTER_ASIDE.match(rest) and not is_short:
            return f"{words[: aside.start()]} {rest}"
    return words


def _tells(words: str) -> bool:
    return view.states(words)


_PHRASE = re.compile(
    r"(?:at|in|on|by|during|after|before|from|for|with|within|since|under|over|despite|amid|following)\s",
    re.IGNORECASE,
)
_DONE_ALONE = re.compile(r"[A-Z][a-z]+(?:ed|wn|lt|en),\s")  # "Established, it has …": its date is gone
_SUBJECT_WORDS = frozenset(
    "the a an its their his her it they he she we this some many two three four several".split()
)
_HOLDING = frozenset(  # behind these goes on the phrase, not the statement
    "the a an its their his her this that of in on at by for with from to and or but as than between over "
    "under into about against which who whom whose what where when during after before since within all "
    "both each every no some any one time day way moment more less per".split()
)


def unled(words: str) -> str:
    """Take off a phrase before the subject: "With no money left the board met" → "the board met".

    One that names a place or tells a number stays while there is room for it.
    """
    done = _DONE_ALONE.match(words)
    if done and states(words[done.end() :]):
        return words[done.end() :]
    if _PHRASE.match(words) is None:
        return words
    verb = clauses.first_verb(words, 0, len(words))
    at, before = 0, ""
    for match in re.finditer(r"\S+", words[: max(verb, 0)]):
        word = match.group()
        is_subject = word.lower() in _SUBJECT_WORDS or (word[0].isupper() and before[:1].islower())
        if match.start() and is_subject and before.lower() not in _HOLDING and not before.endswith(","):
            at = match.start()
        before = word
    is_bare = not re.search(r"(?<!^)\b[A-Z\d]", words[:at])
    return words[at:] if at and (is_bare or len(words) > LIMIT) and states(words[at:]) else words

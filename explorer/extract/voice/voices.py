"""Who says something in one sentence, in its own words: "…, said the mayor", "X reported", "according to X".

It must not know other sentences, nor whom "it" means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from explorer.extract import clauses
from explorer.extract.lexicon import inflections, table
from explorer.extract.voice.speakers import speaker
from explorer.model.mention import Span


@dataclass(slots=True)
class Voice:
    """Words that name who says something, where they begin, and where what introduces the saying ends.

    `trails` tells that they stand behind what is said; `is_cited` that somebody else refers to them.
    """

    words: str
    start: int
    end: int
    trails: bool = False
    is_cited: bool = False


def find(text: str, sentence: Span) -> Iterator[Voice]:
    """Give the voices of a sentence, in order of their verbs."""
    if _written_cues().isdisjoint(text[sentence.start : sentence.end].split()):
        return
    cues = _cues()
    for cue in _cue().finditer(text, sentence.start, sentence.end):
        is_verb = cues[cue.group()] == "verb"
        voice = _speaking(text, cue, sentence) if is_verb else _cited(text, cue, sentence)
        words = speaker(voice.words) if voice is not None else ""
        if voice is not None and words:
            yield voice if words == voice.words else replace(voice, words=words)


@cache
def _forms(name: str) -> frozenset[str]:
    verbs = str(table("attribution.toml")[name]).split()
    return frozenset(form for verb in verbs for form in inflections(verb[1:]) if not form.endswith("ing"))


@cache
def _cues() -> dict[str, str]:
    """Give the words that may introduce a source: a verb of saying, or a word before who is cited."""
    ahead = str(table("attribution.toml")["ahead"]).split()
    verbs = _forms("saying") | _forms("naming") | _forms("finding")
    return dict.fromkeys(verbs, "verb") | dict.fromkeys((*ahead, *(w.capitalize() for w in ahead)), "ahead")


@cache
def _cue() -> re.Pattern[str]:
    """Give the pattern of these words: by their first letter, as that is found fast."""
    rests: dict[str, list[str]] = {}
    for word in _cues():
        rests.setdefault(word[0], []).append(word[1:])
    parts = (f"(?<={letter})(?:{'|'.join(rest)})" for letter, rest in rests.items())
    return re.compile(rf"[{''.join(rests)}](?<![A-Za-z].)(?:{'|'.join(parts)})(?![A-Za-z]|['’-]\w)")


@cache
def _written_cues() -> frozenset[str]:
    """Give the same with the marks that may stand at them; most sentences have none and need no closer look."""
    marked = ("{}", "{},", "{}.", "{}:", "{};", "{}”", '{}"', "{})", "{}—", '"{}', "“{}", "({}", "—{}")
    return frozenset(mark.format(cue) for cue in _cues() for mark in marked)


_NAME = r"(?P<who>(?:[^,;:\"“”().]|\.(?=\S)|(?<=\b[A-Z])\.){2,90}?)"
_BEHIND = re.compile(
    rf"(?:\sto)?\s{_NAME}(?=[,;:)]|\.(?:\s|$)|\s?[\"“”(]|$|"
    r"\s(?:which|who|that|as saying|has|have|had|is|was|were|are|will|said)\b)"
)
_SAID_BY = re.compile(
    rf"\s(?!(?:on|in|at|last|this|that|late|early|to)\s){_NAME}(?=[,;(]|\.(?:\s|$)|\s?[\"“”]|$)"
)
_QUOTE_ENDS = (",", "”", '"', "?", "!")
_FAR = 240  # characters from a subject to its verb, with what stands between


def _cited(text: str, cue: re.Match[str], sentence: Span) -> Voice | None:
    match = _BEHIND.match(text, cue.end(), sentence.end)
    if match is None or (cue.group().lower() == "according" and not text.startswith(" to ", cue.end())):
        return None
    before = text[sentence.start : cue.start()].rstrip()
    if _is_nameless(match["who"]) and (citing := _subject(before)):  # "Interfax quoted a source as saying"
        return Voice(citing, sentence.start + before.rfind(citing), match.end())
    return Voice(match["who"].strip(), cue.start(), match.end(), bool(before), is_cited=True)


_ADVERB = (
    "also later then has had have earlier previously already still even further however too meanwhile "
    "separately only now first once"
).split()
_ADVERB_ENDS = (*_ADVERB, "ly")
_ADVERBS = re.compile(rf"(?:[\s,]+(?:{'|'.join(_ADVERB)}|\w+ly))+\s*$")
_TRAILS = re.compile(
    r"(?:\s(?:\w+\s)?(?:reporters|them|analysts|investors|him|her|us))?"
    r"(?:\s(?:(?:late|early)\s)?(?:on|in|at|last|this|yesterday|today|earlier|later)\b[^,;“”\"]{0,60})?"
    r"\s*(?:[.,;”\"]|$)"
)


def _speaking(text: str, cue: re.Match[str], sentence: Span) -> Voice | None:
    verb, after = cue.group().lower(), text[cue.end() : sentence.end]
    near = max(sentence.start, cue.start() - _FAR)
    before = text[near : cue.start()]
    if before.rstrip().endswith(_QUOTE_ENDS) and verb in _forms("saying") and verb not in _TOLD:
        behind = _SAID_BY.match(text, cue.end(), sentence.end)
        if behind and not clauses.has_verb(behind["who"].partition(" who ")[0], 0, _MOST_SAID):
            return Voice(behind["who"].strip(), cue.start(), cue.end(), trails=True)
    if after.startswith(" by ") and verb in _forms("naming"):
        by = _BEHIND.match(text, cue.end() + 3, sentence.end)
        return Voice(by["who"].strip(), cue.start(), by.end(), trails=True, is_cited=True) if by else None
    bare = before.rstrip()
    if bare.endswith(_ADVERB_ENDS):
        bare = _ADVERBS.sub("", before).rstrip()
    words = _subject(bare)
    start = near + bare.rfind(words)
    trails = start > sentence.start + 3 and bool(_TRAILS.match(after))
    if not words or _BARE.match(words):
        return None
    is_apart = trails and text[sentence.start : start].rstrip().endswith(",")
    if not is_apart and not _speaks(words, verb, after):
        return None
    if verb in _forms("naming") and before.endswith(("had ", "previously ")) and not after.startswith(" that "):
        return None  # "who had announced his departure" tells of what was done
    if verb in _TOLD and (medium := _MEDIUM.match(after)) and _is_nameless(words):
        words = medium["who"]  # "a source told AFP": AFP it is who says so
    return Voice(words, start, cue.end(), trails)


_TOLD = frozenset(("tell", "tells", "told"))
_MEDIUM = re.compile(r"\s(?:the\s)?(?P<who>[A-Z][\w’'.-]*(?:\s(?:of\s)?[A-Z][\w’'.-]*)*)")


def _is_nameless(words: str) -> bool:
    """Tell whether a speaker is one of many who could have said it."""
    return not any(c.isupper() for c in words[1:]) and bool(_anybody().search(words))


@cache
def _anybody() -> re.Pattern[str]:
    return re.compile(str(table("attribution.toml")["anybody"]), re.IGNORECASE)


_EDGE = re.compile(r"[,;:“”\"*•]|--|[—–]|\s-\s")
_RELATIVE = re.compile(r"(?:^|\s)(?:which|who)$")
_BRACKET = re.compile(r"\s*\([^)]*\)\s*$")
_JOINING = re.compile(r"^(?:and|but|while|as)\s+")
# What it takes begins with the first letter of a line: without saying so, every letter would be tried.
_CLAUSE_WORD = re.compile(
    r"(?m:^).*(?:^|\s)(?:but|or|that|when|while|whereas|after|before|because|as|if|is|was|were|are|has|had|have|will|would|"
    r"which|who|whom|where|although|though|since|so|yet|than)\s+"
)
_DATED = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:\d{1,2}\s)?(?:January|February|March|April|May|June|July|"
    r"August|September|October|November|December)(?:\s\d{1,2}\b)?(?:,?\s\d{4})?|\d{4}|week|month|year"
)
_HEAD = re.compile(
    r"^(?:(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Ss]ince|[Dd]uring|[Ff]or)\s)?"
    r"(?:(?:[Ll]ate|[Ee]arly|mid|[Ll]ast|[Tt]his|[Tt]hat|the\ssame)[\s-])?"
    rf"(?:{_DATED}|Yesterday|Today|Meanwhile|Separately|However|Later|Earlier|Then|And|But)\s+(?=\S)"
)
_PLACED = re.compile(
    r"^(?:[Oo]n|[Ii]n|[Aa]t|[Bb]y|[Ff]or|[Uu]nder|[Ff]rom|[Ww]ith|[Aa]fter|[Bb]efore|[Dd]espite|[Aa]s)\s"
)
_MOST = 12  # words
_MOST_SAID = 90  # characters


# A date between commas: "the court, on 3 May 2019, told", which says nothing of who speaks.
_ASIDE = re.compile(r",\s(?:late |early |earlier )?(?:on|in|last|this)\s[^,]{3,20}(?:,\s\d{4})?,$")


def _subject(before: str) -> str:
    """Give the noun phrase that ends some words: the subject of the verb behind them, "" without one."""
    if before.rstrip().endswith(")"):
        before = _BRACKET.sub("", before)
    before = _ASIDE.sub("", before)
    if before.endswith(","):
        return _of_apposition(before[:-1])
    last = _EDGE.split(before)[-1].strip()
    if _RELATIVE.search(last):
        last = _EDGE.split(before[: before.rfind(" ")].rstrip(" ,"))[-1].strip()
    return _noun_phrase(last)


def _of_apposition(before: str) -> str:
    """Give whom an apposition explains: "Ann Lee, an analyst at X" is Ann Lee, "a spokesman for X" X."""
    head, _, behind = before.rpartition(",")
    name, behind = _noun_phrase(_EDGE.split(head)[-1].strip()), behind.strip()
    if not name:
        return ""
    published = _BY.search(behind)
    if published and _reporting().search(name):
        return published["who"]
    if _proxy().match(behind) or (_ROLE.match(name) and behind[:1].isupper()):
        return behind
    return name


_BY = re.compile(r"\bby\s(?P<who>.+)$")
_ROLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[\w-]+[’']s)\s[a-z]|[a-z]")


@cache
def _proxy() -> re.Pattern[str]:
    return re.compile(r"(?:an?\s|the\s|its\s)?(?:\w+\s){0,2}?spokes\w+\s(?:for|at|of)\s")


def _noun_phrase(words: str) -> str:
    words = _JOINING.sub("", _CLAUSE_WORD.sub("", words))
    first, joined, second = words.rpartition(" and ")
    if joined and clauses.has_verb(first, 0, len(first)):
        words = second
    while (stripped := _HEAD.sub("", words, count=1)) != words:
        words = stripped
    if _PLACED.match(words) or words.count(" ") >= _MOST:
        return ""
    return words.strip(" '’")


_BARE = re.compile(
    r"(?:.*\s)?(?:an?|the|its|his|her|their|this|of|to|in|for|by|with|be|not|been|being|is|was|were|are|no|any|new|"
    r"annual|recent|than|as)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s(?:(?:on|late on|last|in|this)\s\w+(?:\s\w+)?\s)?(?:(?:that|the|an?|its?|he|she|they|there|in|on|at|to|"
    r"revenue|sales|profit|turnover|earnings)\b|[A-Z\d$£€])"
)
_ADDING = frozenset("add adds added note notes noted recalls recalled".split())


def _speaks(words: str, verb: str, after: str) -> bool:
    """Tell whether a subject and a verb make a saying."""
    if verb in ("put", "puts"):
        return " at " in after[:80]
    if verb in _nouns() and not _CLAUSE.match(after):
        return False
    if verb in _ADDING and not _TRAILS.match(after):
        return after.startswith(" that ") or (not after[1:2].isdigit() and clauses.has_verb(after, 0, 60))
    if verb in _forms("finding"):
        return bool(_reporting().search(words)) and not after.startswith((" a way", " by"))
    if verb in _forms("saying") or words.lower() in ("it", "he", "she", "they", "we", "i"):
        return verb in _forms("saying")
    return any(c.isupper() for c in words.lstrip("T")) or bool(_speaker().search(words))


@cache
def _nouns() -> frozenset[str]:
    return frozenset(str(table("attribution.toml")["nouns"]).split())


@cache
def _reporting() -> re.Pattern[str]:
    words = table("attribution.toml")
    return re.compile(rf"\b(?:{words['reports']}|{words['proxies']}|indictment|lawsuit)\b", re.IGNORECASE)


@cache
def _speaker() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('attribution.toml')['speakers']})$", re.IGNORECASE)

"""Names that may mean something else: an ordinary word, a region, a person, a thing of its maker.

It judges one place of a known name by the words around it and must not know how names are found.
"""

import re
from functools import cache

from explorer.extract.lexicon import Entry, table
from explorer.extract.party import fresh, shapes, trades
from explorer.extract.place import countries
from explorer.extract.records import NameHit
from explorer.model.mention import Span

# "in the Amazon.": a region or a thing; "the Apple store" goes on
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$|(?:of|in|and|on|at|to|by|from|for|between|with)\b)")


_OWNS = re.compile(r"['’]s\b")
_WHICH = re.compile(r",\s(?:which|whose)\s")
_WITH = re.compile(r"\s(?:and|or)\s(?:its\s[a-z]+\s|the\s)?[A-Z][a-z]")


@cache
def _set_of(name: str) -> frozenset[str]:
    return frozenset(str(table("cues.toml")[name]).split())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(table("cues.toml")[name]))


def is_shown(text: str, span: Span, cued: set[int]) -> bool:
    """Tell whether a place proves its name a company's, which no person and no ordinary word can be."""
    is_long = " " in text[span.start : span.end]
    return is_long or span.start in cued or fresh.legal_suffix(text, span.end) > span.end


def acts_inside(text: str, span: Span) -> bool:
    """Tell whether a name does what firms do where no other word would have a capital: "but Grab said"."""
    return not shapes.at_head(text, span.start) and bool(_pattern("acts").match(text, span.end))


def is_name(text: str, span: Span, entry: Entry, cued: set[int], trusted: set[str], proven: set[str]) -> bool:
    """Tell a company from the ordinary word: by a cue, by the company it keeps, never for one letter alone.

    `trusted` are the names that stand where no other word has a capital, `proven` those that act there.
    """
    word = text[span.start : span.end]
    if is_shown(text, span, cued):
        return True
    if word.islower() or _pattern("no_company").match(text, span.start):  # "a blackberry", found in any case
        return False
    if re.search(r"\b[Tt]he\s$", text[max(0, span.start - 5) : span.start]) and _ENDS.match(text, span.end):
        return False
    acts = bool(_pattern("acts").match(text, span.end))
    is_proven = entry.name in proven
    if len(word) < 3 or (word in _set_of("ordinary") and not is_proven):
        return acts
    if not shapes.at_head(text, span.start):
        beside = re.match(r"\s+[A-Z][a-z]+", text[span.end : span.end + 20])
        before = re.search(r"([A-Z][a-z]+)\s$", text[max(0, span.start - 15) : span.start])
        return not beside and (before is None or before[1].lower() in fresh.common())
    if _is_label(text, span):
        return True
    is_renowned = word in _set_of("renowned")
    if entry.name in trusted and (acts or is_renowned):
        return True
    if is_renowned and (shapes.does(text, span.end) or _WHICH.match(text, span.end)):
        return True
    return (is_renowned or is_proven) and bool(
        _pattern("deeds").match(text, span.end) or _WITH.match(text, span.end)
    )


def _is_label(text: str, span: Span) -> bool:
    """Tell whether a name heads a line of a list: "- Prudential: sold its arm"."""
    line = text.rfind("\n", 0, span.start) + 1
    return text[span.end : span.end + 2] == ": " and not text[line : span.start].strip(" *•·-–—")


def is_person(text: str, span: Span, people: dict[str, str], *, is_shown: bool) -> bool:
    """Tell a person from the company of the same name: by a title, by a first name, by who is introduced."""
    word = text[span.start : span.end]
    if " " in word:
        return False
    before = text[max(0, span.start - 24) : span.start]
    given = re.search(r"\b(?P<name>[A-Z][a-zà-ÿ]+|[A-Z]\.)\s$", before)
    if _pattern("persons_before").search(before) or (given and _is_given(given["name"])):
        return True
    return word in people and not is_shown


def _is_given(word: str) -> bool:
    """Tell whether a word with a capital may be a first name: it opens no sentence and is no place or trade."""
    low = word.lower()
    is_other = low in fresh.common() or low in _set_of("firms") or low in _set_of("before_names")
    return not is_other and word not in countries.known()


def is_plain_head(text: str, span: Span) -> bool:
    """Tell whether an ordinary word only opens its sentence: "Best of all" is no short form of Best Buy."""
    word = text[span.start : span.end]
    is_plain = word in _set_of("plain_heads") and shapes.at_head(text, span.start)
    return is_plain and not (_OWNS.match(text, span.end) or _pattern("acts").match(text, span.end))


# "10 Airbus A320 aircraft", "a Boeing 737": a product, not its maker
_MODEL_AFTER = re.compile(
    r"\s*(?:\([^)]{2,20}\)\s*)?(?:\s(?:[A-Z][A-Za-z]{0,2})?-?\d{2,4}\w{0,4}\b(?!\s*(?:%|percent|million|billion))|"
    r"\s(?:aircraft|planes?|jets?|airliners?)\b)"
)
_ONE = re.compile(
    r"\b(?:an?|his|her|their|stolen|used|hired|rented|parked|two|three|four|five|six|seven|eight|nine|ten|twelve)\s$",
    re.IGNORECASE,
)
_MADE = ("car", "plane")  # trades whose things go by the maker's name alone: "drove a Ford"
_ALONE = re.compile(r"\s(?:[a-z]{2,4}|into|with|that|which|left|crashed|outside)\b|[.,;)]|$|\s[A-Z]")


@cache
def _goods() -> re.Pattern[str]:
    things = "|".join(str(table("cues.toml")["goods"]).split())
    return re.compile(rf"(?:\s[A-Z][\w-]*)?(?:\s[a-z]+)?\s(?:{things})(?:s|es)?\b")


def is_thing(text: str, hit: NameHit) -> bool:
    """Tell whether a name only says who made a thing: "an Acme scanner", "a stolen Ford", "Boeing 737"."""
    if _MODEL_AFTER.match(text, hit.span.end):
        return True
    if not _ONE.search(text, max(0, hit.span.start - 9), hit.span.start):
        return False
    if _goods().match(text, hit.span.end):
        return True
    is_maker = any(trade in _MADE for trade in trades.of_name(hit.name))
    return is_maker and bool(_ALONE.match(text, hit.span.end))

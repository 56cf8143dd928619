"""Who may be meant by the words before a verb of saying: a name or a noun, and nothing else.

What stands there may be no subject at all ("in September"), carry the time before it ("two days later the
ministry"), be a verb of its own ("the bank cut its goal and said"), or nothing but its beginning ("which").
"""

import re
from functools import cache, lru_cache

from explorer.extract import clauses
from explorer.extract.lexicon import table

_UNITS = r"(?:minutes?|hours?|days?|weeks?|fortnight|months?|years?|decades?)"
_AFTER_A_TIME = re.compile(
    rf"^(?:(?:just|only|about|some|nearly|barely|the)\s)*(?:[\w-]+\s){{1,2}}?{_UNITS}\s"
    r"(?:later|earlier|before|after(?:wards)?|ago|on)\s+",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"^(?:and|but|now|then|later|soon|here|today|yesterday|tomorrow|meanwhile)\s+(?=\S)", re.IGNORECASE
)
_JOINED = re.compile(r"\s(?:and|but|or|yet)$")
_NUMBER = re.compile(
    r"^(?:(?:about|nearly|almost|over|some|only|another)\s)?[\d.,]+\s?(?:%|per\s?cent\b|points?\b|\w+$)"
)
_PRONOUNS = frozenset("i we you he she they it".split())
_ARTICLES = frozenset(("a", "an", "the"))
_ADJECTIVE = re.compile(r"[\w-]+-(?:quarter|year|half|month)|[a-z]+ly|[Ll]ate|[Ee]arly")
_DATE = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d+)\b"
)
# Behind a verb stands what it is done to, behind an adjective the noun, behind a participle how and when.
_OBJECT = re.compile(
    r"(?:an?|the|its?|itself|his|her|their|them(?:selves)?|this|that|these|those|no|nothing|all|more|"
    r"up|out|down|off|back|over)\b|[A-Z\d$€£¥₹]"
)
_SHORT_PAST = frozenset("cut hit put set shut".split())


@lru_cache(maxsize=64)  # a voice is read, and then its short form in one way and another, mostly the same
def speaker(words: str) -> str:
    """Give those of some words that name who says something; "" where they name nobody."""
    found = words.strip(" ,'’")
    while " " in found and (shorter := _ADVERBS.sub("", _AFTER_A_TIME.sub("", found))) != found:
        found = shorter
    found = _of_clause(found)
    parts = found.split()
    if not parts or _NUMBER.match(found):
        return ""
    first, last, second = parts[0].lower(), parts[-1], " ".join(parts[1:2])
    is_name = parts[0][0].isupper() and second[:1].isupper() and not _DATE.match(second)
    is_name |= parts[0].isupper() and len(parts[0]) > 1
    if first in _words("subordinating") or (first.endswith("ing") and parts[0].islower() and len(parts) > 2):
        return ""
    if (first in _words("no_head") and first not in _ARTICLES and not is_name) or (
        last in _words("no_tail") and found not in _PRONOUNS
    ):
        return ""
    if len(parts) == 1:
        is_none = first in _words("no_speakers") or _ADJECTIVE.fullmatch(found) or _DATE.fullmatch(found)
        return "" if is_none else found
    return "" if first in _PRONOUNS else found


def _of_clause(words: str) -> str:
    """Give the subject of a clause whose second verb is that of saying; "" for a clause that ends otherwise."""
    bare = _JOINED.sub("", words)
    verb = _first_verb(bare)
    if verb is None:
        return bare
    if verb == bare.count(" ") and _reports().search(" ".join(bare.split()[:-1])):
        return bare.rpartition(" ")[0]  # "results published", "a report delivered"
    if bare == words:
        return ""
    return " ".join(bare.split()[:verb])


def _first_verb(words: str) -> int | None:
    """Give which word is the first finite verb that is no part of a name, counted from 0, behind the first."""
    if " " not in words:
        return None
    parts = words.partition(" who ")[0].split()
    for at, word in enumerate(parts[1:], 1):
        rest = " ".join(parts[at + 1 : at + 2])
        is_form = word.islower() and (clauses.is_finite(word) or word in _SHORT_PAST)
        if is_form and (_OBJECT.match(rest) or (not rest and _is_past(word))):
            return at
    return None


def _is_past(word: str) -> bool:
    """Tell a verb at the end from a noun that looks like one: "took", but not "count"."""
    return word.endswith("ed") or word in (
        "took",
        "made",
        "went",
        "came",
        "rose",
        "fell",
        "gave",
        "won",
        "lost",
        "sold",
    )


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(table("attribution.toml")[name]).split())


@cache
def _reports() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table('attribution.toml')['reports']}|results?)$", re.IGNORECASE)

"""Names of companies that no gazetteer has: by legal suffix, ticker, a firm's noun, or cues beside them.

A text is read once for chains of capitals, and each is judged by what stands in it and around it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from explorer.extract.lexicon import CAPITAL, table
from explorer.extract.party import homes, shapes
from explorer.model.mention import Span

_LONGEST = 4  # spaces in a name that the text may shorten
_WORDS = re.compile(r"\S+")
_OPEN_END = re.compile(r"\s(?:of|and|&|the)$")
_MARKS = tuple(mark + tail for mark in "'’" for tail in ("s", "ll", "ve", "re", "d", "m"))
_LISTED = re.compile(r"['’]s\s[\w.]+-(?:listed|traded)$")  # "Acme's U.S.-listed", of shares
_NO_FIRM_BEHIND = re.compile(
    r",\s(?:who\b|an?\s(?:[\w-]+\s){0,3}?(?:analyst|lawyer|economist|trader|artist|writer|investor)\b|\d)"
)
_TICKER = re.compile(
    r"\s*\(\s*(?:[A-Z0-9]{1,6}\.[A-Z]{1,3}|(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|HKG|HKEX|TYO|BSE|NSE|Euronext)\s?:\s?[\w.]+)\s*\)"
    r"|\s[A-Z0-9]{2,6}\.(?:[A-Z]{1,2}|UL)\b"
)
_ABBREVIATION = re.compile(r"\s*,?\s*\(\s*[\"“]?(?P<short>[A-Z][\w&.-]{1,11})[\"”]?\s*\)")
_OPENERS = "(“\"‘'"
_GLUED = ("'", "’", ",", "-")  # marks with which a cue behind a name may begin
_WRITTEN = re.compile(r"[a-z]{2}|^[A-Z&]{2,5}$")  # as a name, and no heading in capitals
_IS_TICKER = re.compile(r"\.[A-Z]{1,3}$")


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of capitals with the words around it judged: `strength` 2 proves a company, 1 hints at one."""

    span: Span
    name: str
    strength: int
    short: str | None = None


@cache
def common() -> frozenset[str]:
    """Give the words that begin no name although they may have a capital."""
    return frozenset(str(table("cues.toml")["common"]).split())


@cache
def _proving() -> frozenset[str]:
    return _words("legal") | _words("kept")


@cache
def common_inside() -> frozenset[str]:
    """Give the words that begin no name inside a sentence, where "First" and "Three" may."""
    return common() - _words("may_open")


@cache
def no_firms() -> frozenset[str]:
    """Give the words that end the names of schools, clubs and other bodies that are no firms."""
    return frozenset(str(table("cues.toml")["no_firms"]).split())


@cache
def given() -> frozenset[str]:
    """Give common first names of persons."""
    return _words("given")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(table("cues.toml")[name]).split())


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    cues = table("cues.toml")
    legal = "|".join(re.escape(word) for word in sorted(_words("legal"), key=len, reverse=True))
    firms = "|".join(str(cues["firms"]).split())
    return {
        "legal": re.compile(rf"(?:,?\s+(?:& Co\.?\s)?(?:{legal})(?![\w])\.?)+"),
        "rules": re.compile(rf"\s(?:has |had |also )*(?:{'|'.join(str(cues['rules']).split())})\b"),
        "legal_end": re.compile(rf"(?:,?\s+(?:{legal})\.?|,?\s+(?:& Co|and Co))+$"),
        "before": re.compile(rf"\b(?:{cues['before']}|{firms})[^\S\n]$", re.IGNORECASE),
        "after": re.compile(
            rf"{cues['after']}|(?:,|\s(?:is|was)(?:\s(?:now|still|already|today|once))?)\s"
            rf"(?:an?|the|its|which (?:is|was)|{CAPITAL}\w+['’]s)\s(?:[\w’'-]+\s){{0,6}}?(?:{firms})\b"
        ),
    }


def legal_suffix(text: str, at: int) -> int:
    """Give where a legal suffix that begins at an offset ends; the offset itself without one."""
    match = _cues()["legal"].match(text, at)
    return match.end() if match and not re.match(r"\s+[a-z]+\s*$", text[match.end() : match.end() + 30]) else at


def without_suffix(name: str) -> str:
    """Take the legal suffixes off a name."""
    last = name.rpartition(" ")[2].rstrip(".")
    return _cues()["legal_end"].sub("", name) if last in _words("legal") else name


def is_head(word: str) -> bool:
    """Tell whether a word is a noun that ends a company's name: "Airways", "Foods"."""
    return word in _words("heads") or word in _words("kept") or word.lower() in _words("firms")


def in_use(text: str, name: str) -> str:
    """Give the name without "Holdings" or "Group" where the text itself leaves them off elsewhere."""
    short, _, last = name.rpartition(" ")
    if last not in _words("kept") or not short:
        return name
    return short if re.search(rf"\b{re.escape(short)}\b(?!\s{last}\b)", text) else name


def bare(words: str) -> str:
    """Take the mark of the owner or of a verb off a chain: "Acme's", "Acme'll"."""
    if words.endswith(_MARKS):
        return words[:-2] if words[-2] in "'’" else words[:-3]
    return words


def wholes(text: str, spans: Sequence[Span], wanted: Collection[str]) -> dict[str, str]:
    """Give the full names of those wanted names that a text shortens, where the full one stands first."""
    found: dict[str, str] = {}
    for name in dict.fromkeys([bare(text[start:end]) for start, end in spans]) if wanted else ():
        head, space, rest = name.partition(" ")
        if head not in wanted:
            continue
        if not space:
            found.setdefault(head, head)
            continue
        if any(word.lower() in common() or word in no_firms() for word in rest.split()):
            continue  # "Acme Tuesday", "the Acme Prize"
        found.setdefault(
            head, homes.without_place(without_suffix(name)) if name.count(" ") < _LONGEST else head
        )
    return found


def chains(text: str, spans: Sequence[Span]) -> list[Chain]:
    """Give those of some chains of capitals that cues show to be companies."""
    return [chain for span in spans if (chain := _judged(text, span)) is not None]


class _Signs(NamedTuple):
    """What the words of a chain show, wherever they stand."""

    words: tuple[str, ...]
    is_plain: bool  # an ordinary word
    is_proving: bool  # with a legal form or the like at its end
    is_telling: bool  # with a word or mark by which it may show a company, or begin further on


@lru_cache(maxsize=4096)  # the same names stand in a text again and again
def _signs(whole: str) -> _Signs:
    words = tuple(whole.split())
    is_proving = len(words) > 1 and words[-1].rstrip(".") in _proving()
    return _Signs(words, bare(whole).lower() in common(), is_proving, _has_sign(whole, words))


def _has_sign(whole: str, words: Sequence[str]) -> bool:
    if len(words) == 1:
        return shapes.is_mixed(bare(words[0])) or shapes.is_compound(bare(words[0]))
    first = words[0].strip(".'’")
    low = first.lower()
    if low in common() or low in _words("firms") or low.endswith("maker"):
        return True
    if first in _words("legal_before") or shapes.is_opened(first) or words[-1] == "A":
        return True
    if any(shapes.cased(word.strip(".'’")) in _words("heads") for word in words[-2:]):
        return True
    return "of" in words or " " not in whole or any(mark in whole for mark in _TELLING)


def _judged(text: str, span: Span) -> Chain | None:
    whole = text[span.start : span.end]
    signs = _signs(whole)
    if signs.is_plain:
        return None
    if " of " in whole and shapes.is_bank(whole):
        return Chain(span, whole, 2)
    listed = _LISTED.search(whole) if "-" in whole else None
    if listed is not None:
        return Chain(Span(span.start, span.start + listed.start()), whole[: listed.start()], 1)
    words = signs.words
    may_go_on = _may_go_on(text, span.end)
    end = legal_suffix(text, span.end) if may_go_on else span.end
    is_proved = end > span.end or (may_go_on and _TICKER.match(text, end) is not None) or signs.is_proving
    if not (is_proved or signs.is_telling or _is_aside(text, span, signs) or _hinted(text, span, span.start)):
        return None  # most chains
    refused = _words("openers") if is_proved else common()
    if not is_proved and words[-1] in _words("heads") and not shapes.at_head(text, span.start):
        refused = common_inside()  # inside a sentence, a word with a capital is part of the name
    start = _head(text, homes.inner(text, span), refused)
    if text[start : span.end].split(" ")[0] in _words("legal_before") and " " in text[start : span.end]:
        start, is_proved = text.index(" ", start) + 1, True
    if text[start : span.end].endswith(" A") and text[span.end :].startswith(("/S", "/s")):
        span, is_proved = Span(span.start, span.end - 2), True  # Danish and Norwegian A/S
    name = _OPEN_END.sub("", without_suffix(bare(text[start : span.end].strip(" .,'’"))))
    if " of " in name and name.split()[0].lower() in _words("offices"):
        return None  # the Minister of Fisheries
    if name in _words("plain_heads") and is_proved:
        name = text[start : max(end, span.end)].rstrip(".,")  # "News Corporation", for "News" alone is none
    name = homes.without_place(name, text, span.end)
    if not name or name.lower() in common() or name in _words("heads") or name.lower() in _words("firms"):
        return None
    if name in _words("legal") or shapes.is_region(name):
        return None  # the rest of "GmbH & Co. KG"; "head of Africa"
    strength = (
        2
        if is_proved or shapes.is_headed(name)
        else shapes.strength(text, Span(start, span.end), name) or _hinted(text, span, start)
    )
    if not strength or (strength == 1 and (len(name.split()) > 4 or not _WRITTEN.search(name))):
        return None
    if strength == 1 and shapes.is_money(text, Span(start, span.end)):
        return None
    short = _ABBREVIATION.match(text, end)
    return Chain(
        Span(start, span.end),
        name,
        strength,
        short["short"] if short and not _IS_TICKER.search(short["short"]) else None,
    )


@cache
def _small_heads() -> frozenset[str]:
    """Give the small letters with which legal forms begin."""
    return frozenset(word[0] for word in _words("legal") if word[0].islower())


def _may_go_on(text: str, end: int) -> bool:
    """Tell whether a legal form or a ticker may stand behind a chain, by the two characters there."""
    mark = text[end : end + 1]
    if mark == " ":
        letter = text[end + 1 : end + 2]
        return not letter.islower() or letter in _small_heads()
    return mark in (",", "(") or mark.isspace()


def _is_aside(text: str, span: Span, signs: _Signs) -> bool:
    """Tell whether a chain is one word behind a comma, which may be who says something."""
    return len(signs.words) == 1 and text[span.start - 2 : span.start - 1] == ","


def _hinted(text: str, whole: Span, start: int) -> int:
    """Tell whether cues stand beside a chain, or beside the part of it that begins at `start`."""
    lead = start
    if start > whole.start:
        cut = text[whole.start : start]
        if cut.endswith("ed ") and homes.BASED.search(cut) and not _NO_FIRM_BEHIND.match(text, whole.end):
            return 1
        if cut.endswith(("'s ", "’s ")):
            if _is_of_place(text, start, whole.end):
                return 1
            lead = whole.start  # "bought Durban's Acme"
    if _may_lead(text, lead) and _is_led(text, Span(lead, whole.end)):
        return 1
    if (start == 0 or text[start - 1] in _LINE_HEADS) and _is_label(text, Span(start, whole.end)):
        return 1
    end = _bare_end(text, whole)
    cue = _cues()["after"].match(text, end) if _may_follow(text, end) else None
    return int(cue is not None and not _is_no_firm(cue.group().lower().split()))


_LINE_HEADS = "\n*•"
_LABEL = re.compile(r"\s[-–—]\s(?P<rest>[A-Z][^.\n]*)")


@cache
def _noun_of_firm() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:[\w'’-]+ ){{0,2}}?(?:{'|'.join(sorted(_words('firms')))})\b(?! of\b)")


def _is_label(text: str, span: Span) -> bool:
    """Tell whether a name heads a paragraph on a firm: "Acme - The brewer said"."""
    if text[span.start : span.end].isupper():
        return False  # a dateline
    label = _LABEL.match(text, span.end)
    return label is not None and _noun_of_firm().search(label["rest"]) is not None


_WHICH = re.compile(r",\s(?:which|whose|an?\s|the\s|owned|part)|\s\(")


def _is_of_place(text: str, start: int, end: int) -> bool:
    """Tell whether one word behind the owner's form of a place, "China's Acme", stands as firms do."""
    if " " in text[start:end]:
        return _WHICH.match(text, end) is not None and text[end + 2 : end + 7] == "which"
    if _cues()["rules"].match(text, end):
        return False  # "Colombia's SIC fined the cartel"
    return shapes.acts(text, end) or _WHICH.match(text, end) is not None


_TELLING = ("&", "'s", "’s", "-based", "-owned", "-listed", "-backed", "-controlled", "-registered")
_SMALL = frozenset("of in from at by for with to".split())


def _is_led(text: str, span: Span) -> bool:
    """Tell whether a cue stands before a chain; the last words are asked before the pattern is."""
    words = text[max(0, span.start - 32) : span.start].lower().split()
    if words[-1].endswith(","):  # "its Greek distributor, Acme": one word, for persons have two
        noun = words[-1][:-1]
        return noun in _words("firms") and (noun in _words("owned") or " " not in text[span.start : span.end])
    if words[-1] in _words("firms") or _is_maker(words[-1]):
        is_other = _is_no_firm(words)
        is_person = (
            words[-1] in _words("personal") and " " in text[span.start : span.end]
        )  # "the owner Piet Marsh"
        return text[span.start - 1] != "\n" and not is_other and not is_person
    if words[-1] in _SMALL and (len(words) < 2 or words[-2].lstrip(_OPENERS) not in cue_words("before")):
        return False
    return _cues()["before"].search(text, max(0, span.start - 32), span.start) is not None


def _may_lead(text: str, start: int) -> bool:
    last = text[max(0, start - 20) : start].rsplit(None, 1)[-1:]
    if not last:
        return False
    word = last[0].lower().lstrip(_OPENERS).removesuffix(",")
    return word in cue_words("before") or _is_maker(word)


def _is_maker(noun: str) -> bool:
    """Tell whether a noun says what a firm makes: "tyremaker", but not "filmmaker"."""
    return noun.endswith("maker") and noun not in _words("no_makers")


def _is_no_firm(words: Sequence[str]) -> bool:
    return len(words) > 1 and words[-2] in _no_firm().get(words[-1], ())


@cache
def _no_firm() -> dict[str, frozenset[str]]:
    """Give the words before which a noun of firms means none: "aircraft carrier", "rights group"."""
    pairs = table("cues.toml")["no_firm"]
    assert isinstance(pairs, dict)
    return {noun: frozenset(str(words).split()) for noun, words in pairs.items()}


def _may_follow(text: str, end: int) -> bool:
    if text[end : end + 1] in _GLUED:
        return True
    following = text[end : end + 20].split(None, 1)[:1]
    return bool(following) and (
        following[0] in ("is", "was") or following[0].rstrip('.,;:)”"') in cue_words("after")
    )


def _bare_end(text: str, span: Span) -> int:
    return span.end - 2 if text[span.end - 2 : span.end] in ("'s", "’s") else span.end


@cache
def cue_words(name: str) -> frozenset[str]:
    """Give all words of a pattern of cues: where none of them stands, the pattern need not be tried."""
    cues = table("cues.toml")
    found = re.findall(r"([A-Za-z-]+)(\??)", re.sub(r"\\[a-z]", " ", str(cues[name])))
    words = [word for whole, may_end in found for word in ((whole, whole[:-1]) if may_end else (whole,))]
    return frozenset((*words, *(str(cues["firms"]).split() if name == "before" else ())))


def _head(text: str, span: Span, refused: frozenset[str]) -> int:
    trades = _words("firms")
    for word in _WORDS.finditer(text[span.start : span.end]):
        bare = word.group().lower().strip(".'’")
        is_trade = (
            bare in trades or bare.endswith("maker")
        ) and word.end() < span.end - span.start  # "Steelmaker Acme"
        if bare not in refused and not is_trade:
            return span.start + word.start()
    return span.end

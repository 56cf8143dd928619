"""Clauses: which stretch of a sentence a date dates, one candidate per date and happening.

Without a parser: a sentence is cut where a conjunction, a relative word, a dash or a verb of saying stands
between two stretches that both have a verb. It must not know kinds beyond "these triggers are of another kind".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from explorer.extract.lexicon import inflections, irregular, small, table
from explorer.model.mention import Span

# All begin with one of a few characters and part behind it: what lies between is passed over fast.
_CUT = re.compile(
    r"[;:,—\s](?:(?:(?<=\s)\s*|(?<=,)\s+)"
    r"(?:wh(?:ich|ose|o|ere|en|ile|ereas)|a(?:nd|s|fter|lthough)|th(?:en|ough)|b(?:ut|efore|ecause)|or|if|"
    r"un(?:til|less)|s(?:ince|o))\s+"
    r"|(?<=\s)\s*(?:--|—|–)\s+|(?<=[,;])\s+|(?<=—)|(?<=:)\s+(?:[*•-]+\s+)?)"
)
_LINKS = dict.fromkeys(("which", "who", "whose", "where"), "relative") | dict.fromkeys(
    ("and", "but", "or", "then"), "join"
)


def _link_of(cut: str) -> str:
    """Give how what follows a cut hangs on what stands before: mark, relative, sub, join or comma."""
    word = cut.strip(", \n").strip()
    if word.isalpha():
        return _LINKS.get(word, "sub")
    return "comma" if cut[0] == "," else "mark"


_PARTICIPLE = re.compile(r"(?:also |later |thus |thereby )?(?P<word>\w+ing)\b", re.IGNORECASE)
_NOT_CLAUSE = re.compile(
    r"as\s+(?:well|much|many|of|part|chief|ceo|it|soon|long|early)\b|so\s+(?:far|called|that)|"
    r"after\s+all\b",
    re.IGNORECASE,
)
_AS_NOUN = re.compile(r"as\s+(?:an?|the)\s", re.IGNORECASE)  # "sold as a whole", "known as the bank that …"
_SAID_OF_NOUN = re.compile(r"(?:[\w’'-]+\s){1,5}?(?:that|which|who|whose)\s")
_BEING = re.compile(r"(?:be|hav)ing\b")
_ADDED = re.compile(r"(?:compared|versus|against|up|down|with)\b", re.IGNORECASE)  # to the clause before
_PART = r"[’'](?=\w)[\w-]*"  # of a word, behind an apostrophe
_WORD = re.compile(rf"[^\W\d_][\w-]*(?:{_PART}(?:{_PART})*|)")  # as "(?:…)*", but faster


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence; `link` is how it hangs on the one before ("", mark, relative, sub, join,
    comma, part for a participle, said)."""

    span: Span
    link: str
    word: str = ""


@cache
def _finite() -> frozenset[str]:
    words = set(str(table("clauses.toml")["auxiliaries"]).split())
    for pattern in str(table("clauses.toml")["verbs"]).split():
        words |= inflections(pattern[1:])
    for base in irregular():
        words |= inflections(base)
    for groups in table("frames.toml").values():
        assert isinstance(groups, dict)
        for patterns in groups.values():
            for pattern in patterns:
                for part in re.findall(r"~([\w-]+)", pattern):
                    words |= inflections(part)
    return frozenset(word for word in words if not word.endswith("ing")) - _NOUNS


_NOUNS = frozenset(
    "target targets offer offers bid bids deal report reports probe fine fines order orders contract update "
    "release fund funds ban bans cut cuts "
    "rise fall loss profit share shares market charge charges cost costs award issue issues plan plans view "
    "test tests use need call work play "
    "name estimate forecast forecasts project projects price result results record state states goal raid "
    "leak leaks strike crash outlook demand spin "
    "claim claims license review recall recalls appeal appeals warning patent store stores stock stocks lead "
    "run stay look back open close start top "
    "build mark float return board head ship ships right found step steps face note notes list lists limit "
    "hit hits supply run force win delay move moves".split()
)


_UNMARKED = frozenset(
    "burst cast cut hit hurt set shed shut split spread put quit bid let cost read found".split()
)


@cache
def bases() -> frozenset[str]:
    """Give the plain forms of the verbs that are known, without those that are also a past."""
    plain = {
        form for form in _finite() if form in irregular() or form + "ed" in _finite() or form + "d" in _finite()
    }
    pasts = {form for base, forms in irregular().items() for form in forms if form != base}
    return frozenset(form for form in plain - pasts - _UNMARKED if not form.endswith("ed"))


_VERB_HEAD = re.compile(r"(?:also |later |then |now |subsequently |initially )?(?P<verb>[a-z]+)\b")


def leans_on_auxiliary(words: str) -> bool:
    """Tell whether words begin with a verb that leans on an auxiliary: "(would …) and discontinue"."""
    match = _VERB_HEAD.match(words)
    return match is not None and match["verb"] in bases()


@cache
def saying() -> frozenset[str]:
    """Give the verbs of saying in all their forms."""
    return frozenset(
        form for word in str(table("clauses.toml")["saying"]).split() for form in inflections(word[1:])
    )


@cache
def _saying_pattern() -> re.Pattern[str]:
    """Give the pattern of a verb of saying in small letters: by its first letter, as that is found fast."""
    words = sorted((w for w in saying() if not w.endswith("ing")), key=len, reverse=True)
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    parts = (f"(?<={letter})(?:{'|'.join(rest)})" for letter, rest in rests.items())
    return re.compile(rf"[{''.join(rests)}](?<!\w.)(?:{'|'.join(parts)})\b")


def has_verb(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch has a finite verb, as far as words show it; "to sell" is none."""
    return first_verb(text, start, end) >= 0


def first_verb(text: str, start: int, end: int) -> int:
    """Give where the first finite verb of a stretch stands, as far as words show it; -1 without one."""
    is_after_to = False
    for match in _WORD.finditer(text, start, end):
        form = _FORMS[match[0]]
        if form > 0 and not is_after_to and (form == _VERB or match.start() > start):
            return match.start()
        is_after_to = form == _TO
    return -1


_TO, _OTHER, _MAYBE, _VERB = -1, 0, 1, 2


def may_be_verb(word: str) -> bool:
    """Tell whether a word as written is a finite verb where it is not the first word."""
    return _FORMS[word] > 0


class _Forms(dict[str, int]):
    """Whether a word as written is a finite verb, one where it is no first word, or "to": as first met."""

    def __missing__(self, written: str) -> int:
        word = _plain(written)
        ambiguous = _MAYBE if word in _AMBIGUOUS else _TO if word == "to" else _OTHER
        form = _VERB if is_finite(word) else ambiguous
        if len(self) < _REMEMBERED:
            self[written] = form
        return form


_REMEMBERED = 50_000  # words
_FORMS = _Forms()


def _plain(word: str) -> str:
    """Give a word in small letters; the month of May stays as it is, for it is no verb."""
    return word if word == "May" else word.lower().replace("’", "'")


def is_finite(word: str) -> bool:
    """Tell whether a word is a finite verb, as far as its form shows it."""
    is_short = "'" in word and word.rpartition("'")[2] in ("ll", "re", "ve", "d", "t", "m")
    if word in _finite() or is_short:
        return True
    return word.endswith("ed") and len(word) > 4 and word not in ("united", "limited", "hundred", "indeed")


_AMBIGUOUS = _NOUNS & frozenset(
    "offers plans reports orders raises recalls hits wins moves claims faces cuts bans charges fines appeals "
    "opens closes starts found hit cut".split()
)


def segments(
    text: str, sentence: Span, dates: Sequence[Span] = (), protected: Sequence[Span] = ()
) -> list[Segment]:
    """Cut a sentence into stretches that each have a verb, never inside a date or another protected span."""
    protected = (*dates, *protected)
    cuts = []
    for match in _CUT.finditer(text, sentence.start, sentence.end):
        words = match.group()
        if protected and _is_within(match, protected):
            continue
        link = _link_of(words)
        if link == "join" and _BETWEEN.search(
            text, max(sentence.start, match.start() - _LONGEST_PHRASE), match.start()
        ):
            continue
        if link != "sub" or not _is_preposition(text, match, protected):
            start = _phrase_before(text, sentence.start, match.start()) if link == "relative" else match.start()
            cuts.append((start, match.end(), link, words.strip(" ,").lower()))
    said = _said(text, sentence, dates)
    if said is not None:
        cuts = sorted([cut for cut in cuts if not (cut[0] < said[1] and said[0] < cut[1])] + [said])
    parts: list[Segment] = []
    start, link, word = sentence.start, "", ""
    last = cuts[-1][0] if cuts else start
    verb = first_verb_beside(dates, text, start, last)
    for index, cut in enumerate(cuts):
        following = cuts[index + 1][0] if index + 1 < len(cuts) else sentence.end
        has_verb_before = link == "part" or 0 <= verb < cut[0]
        if _is_cut(text, cut, following, sentence.end, has_verb_before=has_verb_before):
            parts.append(Segment(Span(start, cut[0]), link, word))
            is_participle = cut[2] == "comma" and _PARTICIPLE.match(text, cut[1])
            start, link, word = cut[1], "part" if is_participle else cut[2], cut[3]
            verb = first_verb_beside(dates, text, start, last)
    parts.append(Segment(Span(start, sentence.end), link, word))
    return [part for part in parts if part.span.start < part.span.end]


def first_verb_beside(dates: Sequence[Span], text: str, start: int, end: int) -> int:
    """Give where the first finite verb stands that belongs to no date: "the quarter ended 30 June" has none."""
    verb = first_verb(text, start, end)
    date = next((span for span in dates if span.start <= verb < span.end), None)
    return verb if date is None else first_verb_beside(dates, text, date.end, end)


def _is_within(match: re.Match[str], protected: Sequence[Span]) -> bool:
    """Tell whether a cut would fall into a protected span; the space at its end may."""
    start, end = match.start(), match.end() - 1
    for first, last in protected:  # noqa: SIM110  # a generator would take twice the time
        if first < end and start < last:
            return True
    return False


_BETWEEN = re.compile(r"\b[Bb]etween\s(?:(?!and\b)[^,;:]){1,30}$")  # "between 7 May and the end of the month"
_OF_WHICH = re.compile(
    r"(?:,\s+(?:[\w-]+\s+){0,3}?|\s+)(?:of|in|for|with|to|from|by|on|at|under|during|through)$"
)
_LONGEST_PHRASE = 40  # characters


def _phrase_before(text: str, start: int, at: int) -> int:
    """Give where a relative clause begins that has a preposition: "…, the last of which", "… in which"."""
    match = _OF_WHICH.search(text, max(start, at - _LONGEST_PHRASE), at)
    return match.start() if match else at


_PREPOSITIONS = frozenset("until since before after as".split())


def _is_preposition(text: str, match: re.Match[str], protected: Sequence[Span]) -> bool:
    """Tell whether "until" or "since" only stands before a date or a name: "since last May"."""
    at, word = match.end(), match.group().strip(" ,\n")
    if word == "as" and _opens_with_clause(text, at, at + _LONGEST_PHRASE):
        return False  # "as the Commission accused it"
    return word in _PREPOSITIONS and any(
        0 <= span.start - at <= 4 and text[at : span.start] in ("", "the ", "its ") for span in protected
    )


def _is_cut(
    text: str, cut: tuple[int, int, str, str], following: int, end: int, *, has_verb_before: bool
) -> bool:
    at, after, kind, _ = cut
    if kind == "said":
        return True
    if kind == "sub":
        word = after - len(text[at:after].lstrip(" ,"))
        if _NOT_CLAUSE.match(text, word):
            return False
        if _AS_NOUN.match(text, word) and (
            _SAID_OF_NOUN.match(text, after) or not _opens_with_clause(text, after, following)
        ):
            return False
    if not has_verb_before and not (kind == "comma" and _is_behind_aside(text, at, after)):
        return False
    if kind == "mark":
        return True
    if kind == "comma" and _ADDED.match(text, after):
        return False
    if kind == "comma":
        participle = _PARTICIPLE.match(text, after)
        return bool(participle) or _opens_with_clause(text, after, following)
    if kind == "join":
        return _opens_with_clause(text, after, following)
    limit = min(end, max(following, after + 60)) if kind == "relative" else following
    return has_verb(text, after, limit) or (kind == "sub" and bool(_BEING.match(text, after)))


_ASIDE = re.compile(r",\s(?:\w+ly\s)?(?P<word>[a-z]+)\b[^,;]*$")
_LONGEST_ASIDE = 120  # characters


def _is_behind_aside(text: str, at: int, after: int) -> bool:
    """Tell whether a verb stands behind what a participle tells aside: "the court, ruling on it, fined"."""
    if not opens_with_verb(text, after):
        return False
    aside = _ASIDE.search(text, max(0, at - _LONGEST_ASIDE), at)
    return aside is not None and is_participle(aside["word"])


_ARTICLES = frozenset("a an the its his her their".split())


def is_participle(word: str) -> bool:
    """Tell whether a word in small letters may be a participle, as far as its form shows it."""
    return (
        (word.endswith("ed") and len(word) > len("need")) or word.endswith("ing") or word in _irregular_pasts()
    )


@cache
def _irregular_pasts() -> frozenset[str]:
    return frozenset(
        form
        for base, forms in irregular().items()
        for form in forms
        if form != base and not form.endswith(("s", "ing"))
    )


def opens_with_verb(text: str, start: int) -> bool:
    """Tell whether the first word from a place on is a finite verb; "near" is none there."""
    match = _WORD.match(text, start)
    return match is not None and match.group() != "near" and is_finite(match.group().lower())


def _opens_with_clause(text: str, start: int, end: int, *, is_said: bool = False) -> bool:
    """Tell whether a stretch begins as a clause does: with a verb, or a short subject and a verb.

    What is said may be a thing, which ends before the next verb: "announced a plant and buried it".
    """
    finite, before = _finite(), ""
    if _PLANS.match(text, start, end):
        return True
    if is_said and not text.endswith("that ", 0, start):
        stop = _OBJECT_END.search(text, start, min(end, start + 90))
        end = stop.start() if stop else end
    for index, match in enumerate(islice(_WORD.finditer(text, start, min(end, start + 90)), 6)):
        word = _plain(match.group())
        is_verb = word in finite or (word in _AMBIGUOUS if index > 0 else word.endswith("ed"))
        if is_verb and before != "to" and not (is_said and before in _ARTICLES):
            return True
        if index > 3 and word in ("of", "for", "with", "by", "to", "from"):
            return False
        before = word
    return False


def begins_with_plan(text: str, start: int) -> bool:
    """Tell whether words from a place on tell of a plan: "plans to enter Algeria", "will open a shop"."""
    return _PLANS.match(text, start) is not None or _WILL.match(text, start) is not None


_WILL = re.compile(r"(?:will|would|is to|are to)\s")
_PLANS = re.compile(
    r"(?:plans|hopes|aims|claims|offers|moves|wants|expects)\sto\s"
)  # most may be nouns elsewhere
_QUOTED = re.compile(r"[“\"]")


def _said(text: str, sentence: Span, dates: Sequence[Span]) -> tuple[int, int, str, str] | None:
    """Find the place after "said [on Monday] [that]", where what was said begins."""
    low = small(text)
    for match in _saying_pattern().finditer(low, sentence.start + 1, sentence.end):
        if _QUOTED.search(text, sentence.start, match.start()):
            return None
        if _NOT_MAIN.search(low[sentence.start : match.start()]):
            return None
        if _IS_DONE.search(low, sentence.start, match.start()) and not _IS_TOLD.match(low, match.start()):
            continue  # "the deal was announced in May, approved in June"
        if match.group().startswith(("told", "tell")) and _ORDERED.match(text, match.end()):
            continue  # "told the government to prohibit it" is what was done
        if _NOT_SAID.match(text, match.end()) or (
            (match.group() in _NOUNS or match.group().startswith("add")) and not _FULL.match(text, match.end())
        ):
            continue
        start = _after_saying(text, match.end(), sentence.end, dates)
        if start is not None and _OF_PAPER.match(text, start):
            continue  # "said in a statement dated 14 March"
        if start is not None and _opens_with_clause(text, start, sentence.end, is_said=True):
            return start, start, "said", match.group()
    return None


_IS_DONE = re.compile(r"\b(?:was|were|is|are|been|being)\s(?:\w+ly\s|first\s|later\s)?$")
_IS_TOLD = re.compile(
    r"(?:told|informed|warned|advised|assured|notified)\b|\w+\s(?:to\s|(?:[^,;]{1,40}\s)?that\s)"
)
# What follows no verb of saying: "wrote to the owners", "wrote down half of it".
_NOT_SAID = re.compile(r"\s+(?:down|off|up|to(?!\s+(?:have|be)\b))\s")
_OF_PAPER = re.compile(r"(?:dated|issued|released|published|posted|filed|sent|seen|obtained)\b")
_FULL = re.compile(r"\s+that\s")  # "they claim that", but "they added 4 million users"
_OBJECT_END = re.compile(r"[;:]|\s(?:and|or|which|who|whose)\s")
_ORDERED = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}?to\s+[a-z]+\b")
_NOT_MAIN = re.compile(
    r"\b(?:who|which|that|when|after|as|while|to|previously|had|earlier)\s+(?:\w+\s+)?$|"
    r"\b(?:the|an?|its|by|of)\s+$|\bwho\b"
)  # of small letters


_TO_WHOM = re.compile(
    r"(?:\s+(?:reporters|employees|staff|analysts|investors|separately|also))?\s*"
    r"(?:on |late |early |in |earlier |at )*"
)
_THAT = re.compile(
    r"(?:\s*\b(?:morning|evening|night|afternoon))?(?:\s*in an? (?:statement|filing|release|letter|tweet|"
    r"blog post|memo|report|interview|speech))?,?\s*(?:\bthat\b)?,?\s*(?=[^\s.;])"
)


def _after_saying(text: str, at: int, end: int, dates: Sequence[Span]) -> int | None:
    """Give where what is said begins: behind "on Monday", "in a statement" and "that"."""
    to_whom = _TO_WHOM.match(text, at, end)
    start = to_whom.end() if to_whom else at
    dated = next((span.end for span in dates if 0 <= span.start - start <= 4), None)
    that = _THAT.match(text, at if dated is None else dated, end)
    return that.end() if that else None

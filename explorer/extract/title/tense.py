"""The tense of headlines: "fined" → "fines", "was closed" → "is closed", where the verb is surely that one.

Without a parser: the first finite verb behind a plain subject is put into the present, and those joined to it
by "and"; where a form could be something else, the words stay as they are. It must not know parties or kinds.
"""

import re
from functools import cache

from explorer.extract import clauses, lexicon
from explorer.extract.lexicon import inflections, irregular
from explorer.extract.title import wording

_AUXILIARIES = frozenset(
    "is are has have will would can could may might must shall should did does be been".split()
)
_JOINTS = ("and", "but", "or", "then")
_ADVERBS = frozenset("also later then now still once again already thus finally first even soon only".split())
_ASIDE = _ADVERBS | {"overseas", "abroad"}  # what may stand between a subject and its verb
_PREPOSITIONS = frozenset(
    "of in at from for with on by between under over against near named called based about to".split()
)
_AMONG_NAMES = _PREPOSITIONS | {"and"}
_GIVEN = frozenset("sold given transferred handed awarded sent lent leased granted".split())
_OF_NOUN = frozenset("the a an its their his her this that our any no more most".split())
_OWNING = ("'s", "’s", "s'", "s’")
_NUMBER = re.compile(r"[\d.,]+$")
_TO_COUNT = re.compile(r"[$€£¥₹]?\d|(?:about|over|some|nearly|almost|around|more|only|one|two|three)$")


@cache
def _pasts() -> dict[str, str]:
    """Give the plain form of each past that is no plain form itself."""
    known: dict[str, str] = {}
    for base in sorted(clauses.bases() | wording.words("verbs")):
        if base not in irregular():
            known[_regular_past(base)] = base
    for base, forms in irregular().items():
        if base in ("be", "have", "do"):
            continue
        for form in forms[1:2]:
            if form != base and not form.endswith("ing"):
                known[form] = base
        known.update({form: base for form in forms if form.endswith("ed")})
    for word in wording.words("lasting"):
        known.pop(word, None)
    return known


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


@cache
def _unmarked() -> frozenset[str]:
    """Give the verbs whose past is their plain form: "cut", "hit"."""
    return frozenset(base for base, forms in irregular().items() if forms[1].endswith("ing"))


def third(base: str) -> str:
    """Give the form of a verb behind "it"."""
    if base in irregular():
        return irregular()[base][0]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


@cache
def _thirds() -> frozenset[str]:
    return frozenset(map(third, {*_pasts().values(), *_unmarked()}))


def is_third(word: str) -> bool:
    """Tell whether a word is the form of a known verb behind "it"; many of them are nouns too."""
    return word in _thirds()


def is_plain(word: str) -> bool:
    """Tell whether a word is the plain form of a known verb; many of them are nouns too."""
    return word in _bases()


@cache
def _bases() -> frozenset[str]:
    return frozenset(_pasts().values()) | _unmarked()


def is_participle(word: str) -> bool:
    """Tell whether a word is the form of a known verb behind "has been"."""
    return word in _participles() or word in _unmarked()


def is_past(word: str) -> bool:
    """Tell whether a word is the past of a known verb and no plain form."""
    return word in _pasts() or word in _unmarked()


def finite(words: str, subject: str, names: frozenset[str]) -> str | None:
    """Make a statement of a participle and its subject: "cutting its price" → "Acme cuts its price"."""
    verb, _, rest = words.partition(" ")
    plural = _is_plural(subject, names)
    if verb == "being":
        return f"{subject} {'are' if plural else 'is'} {rest}"
    base = _doings().get(verb) or _base_of(verb)
    return None if base is None else f"{subject} {base if plural else third(base)} {rest}"


# which are prepositions
_NO_DOINGS = frozenset(
    "according including excluding regarding following concerning during owing depending pending".split()
)


def _base_of(doing: str) -> str | None:
    """Give the ordinary word that a participle may be made of: "misleading" → "mislead"."""
    if doing in _NO_DOINGS:
        return None
    stem = doing.removesuffix("ing")
    bases = (stem, stem + "e", stem[:-1] if stem[-2:-1] == stem[-1:] else stem)
    return next((base for base in bases if stem != doing and base in lexicon.plain()), None)


@cache
def _doings() -> dict[str, str]:
    known: dict[str, str] = {}
    for base in sorted(clauses.bases() | wording.words("verbs") | _unmarked()):
        known.update({form: base for form in inflections(base) if form.endswith("ing") and form != base})
    return known


def present(words: str, names: frozenset[str]) -> str:
    """Put a statement into the present of headlines; words whose verb is not sure are given back as they are.

    `names` are the names of parties, which are singular whatever their last letter.
    """
    return _present(words, names) or words


def _present(words: str, names: frozenset[str]) -> str | None:
    tokens = words.split()
    at = _main_verb(words, tokens, names)
    if at is None:
        return None
    plains = [token.rstrip(",.;:") for token in words.lower().split()]
    if not _is_sure(tokens, plains, at):
        return None
    starts = _starts(words, tokens)
    subject = words[: starts[at]].strip()
    plural = _is_plural(subject, names)
    is_name = subject in names or all(word[:1].isupper() for word in subject.split())
    edits = _edit(plains, at, plural=plural, is_name=is_name)
    if edits is None:
        return None
    more = _joined(words, tokens, plains, starts, at + len(edits), names, plural=plural, verb=plains[at])
    if more is None:
        return None
    head, tail = more
    out, place = [], 0
    for index, form in [*edits.items(), *head.items()]:
        out += [words[place : starts[index]], form]
        place = starts[index] + len(tokens[index].rstrip(",.;:"))
    rest = words[place:] if tail is None else words[place : tail[0]] + tail[1]
    return "".join(out) + rest


def _starts(words: str, tokens: list[str]) -> list[int]:
    at, starts = 0, []
    for token in tokens:
        at = words.index(token, at)
        starts.append(at)
        at += len(token)
    return starts


def _plain(token: str) -> str:
    return token.lower().rstrip(",.;:")


@cache
def _past_forms() -> frozenset[str]:
    return frozenset(_pasts()) | _unmarked() | _PAST_AUXILIARIES


@cache
def _ends_search() -> frozenset[str]:
    return wording.words("openers") | _AUXILIARIES


def _main_verb(words: str, tokens: list[str], names: frozenset[str]) -> int | None:
    """Give the number of the first finite verb of a statement, if it is a past."""
    before = _plain(tokens[0]) if tokens else ""
    if not tokens or before in _AUXILIARIES:
        return None
    ends, forms = _ends_search(), _past_forms()
    is_short = "'" in words or "’" in words
    for index in range(1, len(tokens)):
        if index > 1 and tokens[index - 1][-1] == ",":
            return None
        word = tokens[index]
        plain = word.lower().rstrip(",.;:")
        if plain in ends or (is_short and before.endswith(_SHORT_AUXILIARIES)):
            return None
        if plain not in forms:
            if plain == word and clauses.is_finite(plain) and plain != "own":
                following = _plain(tokens[index + 1]) if index + 1 < len(tokens) else ""
                is_past = following in _pasts() or following in _PAST_AUXILIARIES
                if not is_past and before != "to" and before not in _OF_NOUN:
                    return None
        elif (
            plain == word.rstrip(",")
            and (before not in _OF_NOUN or plain in _PAST_AUXILIARIES)
            and (not before.endswith(("'s", "’s", "-")) or tokens[index - 1] in names)
        ):
            return index
        before = plain
    return None


_SHORT_AUXILIARIES = tuple(mark + form for mark in "'’" for form in ("ve", "d", "ll", "re"))
_PAST_AUXILIARIES = frozenset(("was", "were", "had"))


def _is_other_verb(word: str) -> bool:
    """Tell whether a word is a finite verb, but none whose past is known."""
    return clauses.is_finite(word) and word not in _pasts() and word not in _unmarked() and word != "own"


def _is_unknown(word: str) -> bool:
    return word.endswith("ed") and clauses.is_finite(word)


def _is_sure(tokens: list[str], plains: list[str], index: int) -> bool:
    """Tell whether a past form is the verb and no participle of the subject: "the ship built in Turku sank"."""
    plain = plains[index]
    if plain in ("was", "were", "had"):
        return True
    following = plains[index + 1] if index + 1 < len(tokens) else ""
    if (
        following == "by"
        and plain in _participles()
        and not (tokens[index + 2][:1].isdigit() if index + 2 < len(tokens) else False)
    ):
        return False
    if plain in clauses.saying():
        return True
    if following == "to" and plain in _GIVEN:
        return False
    is_loose = following in _PREPOSITIONS or following in ("this", "last", "next", "earlier")
    before, openers, pasts = plain, wording.words("openers"), _pasts()
    for number in range(index + 1, len(tokens)):
        word = plains[number]
        if word in openers or word in _JOINTS or tokens[number][-1] == ",":
            return True
        if word in ("was", "were", "had", "has", "is", "are", "have", "will"):
            return False
        if word in pasts and before not in _OF_NOUN:
            is_done = number + 1 < len(tokens) and plains[number + 1] == "by"
            if not is_done:
                return False
        if is_loose and before not in ("to", *_OF_NOUN) and _is_other_verb(word) and not word.endswith("ed"):
            return False
        before = word
    return True


@cache
def _participles() -> frozenset[str]:
    regular = {past for past, base in _pasts().items() if base not in irregular()}
    strong = {form for forms in irregular().values() for form in forms[1:] if not form.endswith("ing")}
    only_past = {forms[1] for forms in irregular().values() if len(forms) > 3 and not forms[2].endswith("ed")}
    return frozenset(regular | (strong - only_past))


def _edit(plains: list[str], at: int, *, plural: bool, is_name: bool) -> dict[int, str] | None:
    """Give the new forms of a verb, by the number of the word."""
    plain, following, behind = (*plains[at : at + 3], "", "")[:3]
    if plain in ("was", "were"):
        passive = behind if following.endswith("ly") or following in _ADVERBS else following
        is_passive = (
            passive in _participles() or passive in _unmarked() or (passive.endswith("ed") and len(passive) > 4)
        )
        return {at: "are" if plain == "were" else "is"} if is_passive else None
    if plain == "had":
        passive = behind if following.endswith("ly") or following in _ADVERBS else following
        if passive in _participles() or passive == "been" or _TO_COUNT.match(following):
            return {at: "have" if plural else "has"}
        return None
    if plain in _unmarked():
        return {at: third(plain)} if is_name and not plural else None
    base = _pasts()[plain]
    return {at: base if plural else third(base)}


def _joined(
    words: str,
    tokens: list[str],
    plains: list[str],
    starts: list[int],
    start: int,
    names: frozenset[str],
    *,
    plural: bool,
    verb: str,
) -> tuple[dict[int, str], tuple[int, str] | None] | None:
    """Give the new forms of the verbs that "and" joins, and a second statement with its place."""
    edits: dict[int, str] = {}
    if verb in clauses.saying():
        return edits, None
    openers = wording.words("openers")
    for index in range(start, len(plains) - 1):
        plain = plains[index]
        if plain in openers:
            break
        if plain not in _JOINTS:
            continue
        at = index + 1
        while at < len(plains) - 1 and (plains[at] in _ADVERBS or tokens[at].endswith("ly")):
            at += 1
        word = plains[at]
        if word in _pasts() or word in ("was", "were", "had"):
            more = _edit(plains, at, plural=plural, is_name=False)
            if more is None:
                return None
            edits |= more
        elif _is_unknown(word):
            return None
        elif word not in _AUXILIARIES:
            rest = words[starts[index + 1] :]
            if _has_past(rest):
                told = _present(rest, names)
                if told is None and re.match(r"(?:\S+\s){1,4}(?:is|are|has|have|will|can)\b", rest):
                    break
                return None if told is None else (edits, (starts[index + 1], told))
    return edits, None


def _has_past(words: str) -> bool:
    for token in words.split():
        plain = _plain(token)
        if plain in wording.words("openers"):
            return False
        if plain in _pasts() or plain in ("was", "were", "had"):
            return True
    return False


def _introduces(subject: str, name: str) -> bool:
    """Tell whether a trade stands before a name: "knee and hip maker Acme"."""
    before = subject.removesuffix(name)
    last = before.rstrip().rpartition(" ")[2]
    if before == subject or not _AMONG_NAMES.isdisjoint(before.split()):
        return False  # "Acme and the lender Best" are two; "drivers for the lender Best" are many
    return last.islower() and last not in _PREPOSITIONS and last not in _JOINTS and last not in _OF_NOUN


def _is_plural(subject: str, names: frozenset[str]) -> bool:
    """Tell whether a subject takes the plain form of a verb, by its head: "two mines", "shares of Acme"."""
    if subject in names or any(subject.endswith(name) and _introduces(subject, name) for name in names):
        return False
    tokens = subject.split()
    while len(tokens) > 1 and (tokens[-1].endswith("ly") or tokens[-1] in _ASIDE):
        tokens.pop()
    first = tokens[0].lower()
    if first in ("they", "we", "i", "you"):
        return True
    if first in wording.words("numerals"):
        return tokens[1:2] != ["of"] or tokens[-1].endswith("s")
    if (not first[0].isalpha() and _NUMBER.match(first)) or (
        first in ("about", "over", "some", "nearly") and len(tokens) > 2
    ):
        return True
    cut = next((i for i, token in enumerate(tokens) if i and _plain(token) in _PREPOSITIONS), len(tokens))
    while cut < len(tokens) and " ".join(tokens[: cut + 2]) in names:
        cut = len(tokens)
    if "and" in tokens[:cut] and not any(" and " in name and subject.endswith(name) for name in names):
        behind = tokens[tokens.index("and") + 1 : cut]
        is_one = (
            (first in _OF_NOUN or first.endswith(_OWNING))
            and len(behind) > 1
            and behind[0].lower() not in _OF_NOUN
        )
        if not is_one or not all(token.islower() for token in behind):
            return True  # but "the energy and water regulator" is one
    head = tokens[cut - 1].rstrip(",.;:")
    plain = head.lower()
    if plain in wording.words("plurals") or plain in wording.words("numerals"):
        return True
    is_name = head[:1].isupper() and (
        cut > 1 or any(head in name.split() for name in names) or not _may_be_plural(plain)
    )
    return (
        not is_name
        and plain.endswith("s")
        and not plain.endswith(("ss", "us", "is", "'s", "’s"))
        and plain not in wording.words("singulars")
    )


def _may_be_plural(word: str) -> bool:
    """Tell whether a word in -s is of a noun of the language: not "Brussels"."""
    known = lexicon.plain()
    return any(word.removesuffix(end) in known for end in ("s", "es")) or word[:-3] + "y" in known


def passive(subject: str, names: frozenset[str]) -> str:
    """Give the form of "be" behind a subject."""
    return "are" if _is_plural(subject, names) else "is"

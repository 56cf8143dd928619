"""Companies that no gazetteer has, where capitals or quotes mark names: by legal form, nouns, and what they do.

It must not know gazetteers; the words around names are data of each language. For writing without spaces see
`wide`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from explorer.extract.abroad import places
from explorer.extract.abroad.pattern import Finder, any_of
from explorer.extract.abroad.words import Tongue, tongue
from explorer.extract.lexicon import table
from explorer.extract.records import NameHit
from explorer.model.mention import Span

CAPITAL = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶŁĽŃŇŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐΑ-Ω]"
_ELIDED = r"(?!(?:[CDJLMNS]|Qu)['’][a-zà-ÿ])"  # "L'assureur" is no name
_WORD = rf"(?:{_ELIDED}{CAPITAL}[\w&.’'+-]*[\w+]|{CAPITAL}|[a-z]{CAPITAL}\w+)"
_PLAIN_CHAIN = rf"{_WORD}(?:\s(?:&\s)?{_WORD}){{0,3}}"
_QUOTED = rf"[«„“\"](?P<quoted>{CAPITAL}[^»“”\"\n]{{1,40}})[»“”\"]"
_HEAD = r"(?:^|(?<=[.!?:;]\s)|(?<=[.!?:;]\s[\"„“«])|(?<=\n)|(?<=,\s))"
_TO_PLACE = re.compile(r"\s(?:de |du |des |d['’]|del |da |di )(?P<place>\S+)\Z")
_ORIGIN_BEHIND = ("id", "ms", "vi")  # languages that name an origin by the country, behind the noun
_STRONG = ("behind", "before", "noun", "firm")  # cues that prove a longer name than the gazetteer's
_HANGUL = r"[\uac00-\ud7afA-Za-z0-9]{2,12}?"
_PARTICLE = r"(?=(?:은|는|이|가|을|를|의|와|과|에|도|에서|으로|로)?(?:\s|$|[.,]))"


def find(text: str, words: Tongue) -> list[tuple[NameHit, bool]]:
    """Give the companies that only cues show, and whether their cue is a strong one."""
    if words.code == "ko":
        return [(_hit(text, Span(*m.span("name"))), True) for m in _korean().finditer(text)]
    hits = []
    for kind, pattern in _cues(words.code).items():
        for match in pattern.finditer(text):
            span = _named(text, match, kind, words)
            if span is not None:
                hits.append((_hit(text, span), kind in _STRONG))
    return hits + [(_hit(text, span), True) for span in _behind_nouns(text, words)]


def _behind_nouns(text: str, words: Tongue) -> Iterator[Span]:
    """Give the names behind a noun for a company: "der Autobauer Ostwind", "emiten batu bara Bara Sakti"."""
    found = _nouns(words.code)
    if found is None:
        return
    nouns, behind = found
    for noun in nouns.find(text, Span(0, len(text))):
        match = behind.match(text, noun.span.end)
        span = _named(text, match, "noun", words) if match is not None else None
        if span is not None:
            cue = text[noun.span.start : noun.span.end]
            is_part = cue.istitle() and cue.lower() in words.common["companies"]["kept"]
            yield Span(noun.span.start, span.end) if is_part else span


@cache
def _nouns(code: str) -> tuple[Finder[str], re.Pattern[str]] | None:
    """Give the nouns for companies, and what follows them: words between, a name or a quoted name."""
    words = tongue(code)
    nouns = words.patterns("companies", "nouns")
    if not nouns or not words.has_capitals:
        return None
    link = str(words.section("companies").get("noun_link", ""))
    behind = re.compile(rf"{link}\s(?:{_QUOTED}|(?P<name>{_chain(words)}))")
    return Finder(((noun, "") for noun in nouns), is_spaced=True), behind


def beside(text: str, known: Iterable[NameHit], words: Tongue) -> list[NameHit]:
    """Give the names joined by "and" to a company that is known: "Renault und Ostwind"."""
    pattern = _joined(words.code)
    if pattern is None or not words.has_capitals:
        return []
    ahead, behind = pattern
    found = []
    for hit in known:
        match = ahead.match(text, hit.span.end)
        match = match or behind.search(text[max(0, hit.span.start - 60) : hit.span.start])
        if match is None:
            continue
        floor = 0 if match.re is ahead else max(0, hit.span.start - 60)
        span = _trimmed(text, Span(floor + match.start("name"), floor + match.end("name")), words)
        if span is not None and not _is_no_company(text, span, words):
            found.append(_hit(text, _without_noun(text, span, words)))
    return found


def legal_form(code: str) -> re.Pattern[str] | None:
    """Give the pattern of a legal form behind a name."""
    forms = _forms(code, "legal")
    return re.compile(rf",?\s(?:{forms})(?!\w)\.?") if forms else None


def _hit(text: str, span: Span) -> NameHit:
    return NameHit(span, text[span.start : span.end], is_new=True)


@cache
def _cues(code: str) -> dict[str, re.Pattern[str]]:
    words = tongue(code)
    if not words.has_capitals:
        return {}
    made = {}
    chain = _chain(words)
    behind, before = _forms(code, "legal"), _forms(code, "legal_before")
    made["behind"] = rf"(?P<name>{chain}?),?\s(?:{behind})(?!\w)"
    made["before"] = rf"(?<!\w)(?:{before})\s(?:{_QUOTED}|(?P<name>{chain}))"
    for key, frame in _FRAMES.items():
        cues = str(words.section("companies").get(key, ""))
        if cues:
            made[key] = frame.format(cues=cues, chain=chain, head=_HEAD, word=_WORD)
    if words.section("companies").get("has_english_names"):
        heads = "|".join(str(table("cues.toml")["heads"]).split())
        made["firm"] = rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,2}}?\s(?:{heads}))(?!\w)"
    return {name: re.compile(source) for name, source in made.items()}


# Data of a language, each a regular expression, and where the name stands to it.
_FRAMES = {
    "holders": r"(?<!\w)(?i:{cues})\s?(?P<name>{chain})",
    "tails": r"(?<![\w-])(?P<name>{word}(?:\s{word})?)-(?:{cues})(?!\w)",
    "deeds": r"{head}(?P<name>{chain})\s(?:{cues})(?!\w)",
    "peoples_before": r"(?<!\w)(?:{cues})\s(?P<name>{word})(?!\s[A-Z])",
}


def _chain(words: Tongue) -> str:
    """Give the pattern of a name: up to four words with capitals, with small words of the language between."""
    joints = str(words.section("companies").get("joints", ""))
    if not joints:
        return _PLAIN_CHAIN
    return rf"{_WORD}(?:\s(?:&\s|(?:{joints})(?={CAPITAL}))?{_WORD}){{0,3}}"


@cache
def _forms(code: str, key: str) -> str:
    """Give the legal forms of all countries and of the language, as one pattern."""
    words = tongue(code)
    forms = {
        *str(table("cues.toml")[key]).split(),
        *words.common["companies"][key],
        *words.words("companies", key),
    }
    forms -= set(words.words("companies", "no_legal"))
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


@cache
def _joined(code: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    joins = str(tongue(code).section("companies").get("joins", ""))
    if not joins:
        return None
    chain = _PLAIN_CHAIN
    return re.compile(rf"\s(?:{joins})(?P<name>{chain})"), re.compile(rf"(?P<name>{chain})\s(?:{joins})$")


@cache
def _korean() -> re.Pattern[str]:
    return re.compile(rf"(?:주식회사\s|\(주\)\s?|㈜\s?)(?P<name>{_HANGUL}){_PARTICLE}")


def _named(text: str, match: re.Match[str], kind: str, words: Tongue) -> Span | None:
    """Give the place of the name that a cue shows; None where it names a place, a person or nothing."""
    if match.groupdict().get("quoted"):
        return Span(*match.span("quoted"))
    span = _trimmed(text, Span(*match.span("name")), words)
    if span is None or (kind not in ("behind", "before") and _is_no_company(text, span, words)):
        return None
    if kind == "deeds" and (span.start != match.start("name") or _acts_as_person(text, match, span, words)):
        return None  # what an article opens is a noun: "El Gobierno"
    if kind == "holders":
        span = _before_person(text, span)
    if kind == "noun" and words.code in _ORIGIN_BEHIND:
        return _without_origin(text, span, words)
    if kind == "behind":
        return _without_noun(text, span, words)
    return span


def _without_origin(text: str, span: Span, words: Tongue) -> Span:
    """Take the country that tells an origin off a name: "perusahaan Rusia Rosneft"."""
    first, gap, rest = text[span.start : span.end].partition(" ")
    return Span(span.end - len(rest), span.end) if gap and places.is_place(first, words.code) else span


def _is_no_company(text: str, span: Span, words: Tongue) -> bool:
    name = re.sub(r"^(?:L|D)['’](?=[A-ZÀ-Þ])", "", text[span.start : span.end])
    if places.is_place(name, words.code) or name.lower() in _not_companies(words.code):
        return True
    first = name.partition(" ")[0]
    return first in _given() or first.lower() in words.words("companies", "institutions")


def _acts_as_person(text: str, match: re.Match[str], span: Span, words: Tongue) -> bool:
    """Tell whether a name of several words does what persons do: "Marta Elgar asumió"."""
    deeds = str(words.section("companies").get("person_acts", ""))
    if " " not in text[span.start : span.end] or not deeds:
        return False
    return re.match(rf"\s(?:{deeds})(?!\w)", text[span.end : span.end + 40]) is not None


def _before_person(text: str, span: Span) -> Span:
    """Cut the person off a company's name that an office led to: "Direktur Utama PLN Budi Santoso"."""
    name = text[span.start : span.end]
    first, *rest = name.split(" ")
    if len(rest) > 1 and first.isupper():
        return Span(span.start, span.start + len(first))
    for word in re.finditer(r"(?<=\s)\S+", name):
        if word.group() in _given():
            return Span(span.start, span.start + word.start() - 1)
    return span


@cache
def _given() -> frozenset[str]:
    """Give the first names by which persons are told from companies."""
    return frozenset(str(tongue("de").common["companies"]["given"]).split())


@cache
def _not_companies(code: str) -> frozenset[str]:
    return frozenset(tongue(code).words("companies", "no_company"))


def _without_noun(text: str, span: Span, words: Tongue) -> Span:
    """Take the noun in front of a name off: "Energieversorgers Ostkraft AG"."""
    nouns = any_of(words.patterns("companies", "nouns"), is_spaced=True)
    match = nouns.match(text, span.start, span.end) if nouns is not None else None
    if match and match.group().lower().endswith(tuple(words.words("companies", "named_nouns"))):
        return span  # "die Reederei Sturmvogel AG"
    if match and text[match.end() : match.end() + 1] == " " and match.end() + 1 < span.end:
        before = text[max(0, span.start - 12) : span.start].split()
        if not before or before[-1].islower() or before[-1][-1] in ".!?:":
            return Span(match.end() + 1, span.end)
    return span


def _trimmed(text: str, span: Span, words: Tongue) -> Span | None:
    """Take words that begin or end no name off a chain; None if no name is left."""
    refused = {word.lower() for word in words.words("companies", "openers")}
    common = _not_companies(words.code)
    generic = set(words.words("companies", "generic"))
    start, end = span
    form = _ending_form(words.code).search(text[start:end])
    end = start + form.start() if form else end
    generic = set() if form else generic  # "Uni-Charm Indonesia Tbk"
    for word in re.finditer(r"\S+", text[start:end]):
        lower = word.group().lower()
        if lower not in refused and not (word.group().isupper() and lower in common):  # "VTC Heetch"
            start += word.start()
            break
    else:
        return None
    tail = _TO_PLACE.search(text[start:end])
    if tail and places.is_place(tail["place"], words.code):  # "Lubrizol de Rouen"
        end = start + tail.start()
    while " " in text[start:end] and text[start:end].rpartition(" ")[2].lower() in generic:
        end = start + text[start:end].rindex(" ")
    name = text[start:end]
    is_name = len(name) > 1 and not name.isdigit() and name.lower() not in generic
    return Span(start, end) if is_name else None


@cache
def _ending_form(code: str) -> re.Pattern[str]:
    """Give the pattern of a legal form that ends a chain, maybe without its last stop."""
    forms = "|".join(form.removesuffix(r"\.") for form in _forms(code, "legal").split("|"))
    return re.compile(rf",?\s(?:{forms})\.?\Z")


def places_of(text: str, name: str, words: Tongue) -> Iterator[Span]:
    """Give the places where a name stands as words of its own."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, after = text[at - 1 : at], text[end : end + 1]
        is_inside = before.isalnum() or (after.isalnum() and not words.ends_freely)
        if not (words.is_spaced and is_inside):
            yield Span(at, end)
        at = text.find(name, end)

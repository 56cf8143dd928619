"""Names of companies, agencies, courts and persons in a text: gazetteer, legal suffixes, tickers, cue frames.

A name found once by such evidence counts again wherever it stands in the article, also shortened ("Tiger" after
"Tiger Airways Holding Ltd") or as its abbreviation ("CNAC"). It must not know events.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from explorer.extract import lexicon
from explorer.extract.lexicon import CAPITAL, Entry
from explorer.extract.records import NameHit
from explorer.model.mention import PartyType, Span

_WORD = rf"{CAPITAL}[\w&.+’'-]*[\w&+]|{CAPITAL}"
_CHAIN = (
    rf"(?:{_WORD})(?:\s+(?:{_WORD}|&|of(?=\s[A-Z])|de(?=\s[A-Z])|and(?=\s(?:{_WORD})\s+(?:Inc|Corp|Co|"
    rf"Ltd|Group|LLC|PLC))))*"
)
_LEGAL = (
    r"(?:Inc|Incorporated|Corp|Corporation|Co|Ltd|Limited|LLC|LLP|PLC|plc|AG|SA|S\.A|NV|N\.V|GmbH|SE|Oyj|"
    r"ASA|AB|SpA|S\.p\.A|Bhd|Berhad|Pte|Pty|KK|Holdings?|Group|Company)"
)
_HEADS = (
    r"(?:Airlines?|Airways|Motors?|Pharmaceuticals?|Pharma|Therapeutics|Technologies|Industries|Partners|"
    r"Capital|Energy|Foods|Electronics|Telecom|"
    r"Telecommunications|Entertainment|Networks|Software|Labs|Laboratories|Insurance|Financial|Bancorp|Bank|"
    r"Banking|Securities|Petroleum|Mining|Steel|"
    r"Chemicals?|Semiconductors?|Systems|Solutions|Studios|Pictures|Records|Media|Brands|Stores|Restaurants|"
    r"Hotels|Resorts|Logistics|Shipping|"
    r"Railway|Aerospace|Biotech|Biosciences|Healthcare|Medical|Retail|Properties|Ventures|Robotics|Games|"
    r"Interactive|Digital|Cement|Oil|Gas|Power|"
    r"Electric|Water|Brewing|Breweries|Tobacco|Beverages?|Cosmetics|Apparel|Aviation|Trust|Asset Management|"
    r"Wireless|Mobile|Broadcasting|Publishing)"
)
_SUFFIXED = re.compile(rf"(?P<name>{_CHAIN}),?\s+(?P<suffix>{_LEGAL})(?:\b|(?<=\.))")
_HEADED = re.compile(
    rf"(?P<name>(?:{_WORD})(?:\s+(?:{_WORD}|&))*?\s+{_HEADS})\b(?!\s+(?:Commission|Authority|Ministry|Agency|"
    rf"Act|Administration|Department|Minister|Regulator))"
)
_TICKER = re.compile(
    rf"(?P<name>{_CHAIN})\s*(?:\(\s*(?:[A-Z0-9]{{1,6}}\.[A-Z]{{1,3}}|(?:NYSE|NASDAQ|Nasdaq|LSE|TSX|ASX|HKG|"
    rf"HKEX|TYO|BSE|NSE|Euronext)\s?:\s?[\w.]+)\s*\)|\s[A-Z0-9]{{2,6}}\.(?:[A-Z]{{1,2}}|UL)\b)"
)
_NOUN = (
    r"(?:start-?up|company|firm|retailer|carrier|airline|automaker|carmaker|lender|bank|insurer|chipmaker|"
    r"drugmaker|developer|operator|maker|giant|"
    r"rival|platform|app|unit|subsidiary|parent|exchange|brewer|miner|supplier|manufacturer|publisher|"
    r"provider|chain|conglomerate|brokerage|"
    r"utility|refiner|shipbuilder|planemaker|steelmaker|biotech|fintech|unicorn|studio|brand|website|"
    r"broadcaster|producer|owner)"
)
_CUED = (
    re.compile(
        rf"\b(?:shares|stock|shareholders|stake|investment|investors|customers|users|owner|maker|creator|unit|"
        rf"arm|chief executive|CEO|chairman|founder)\s(?:of|in)\s(?P<name>{_CHAIN})"
    ),
    re.compile(
        rf"(?P<name>{_CHAIN})(?:['’]s)?\s+(?:shares|stock|revenues?|profits?|chief executive|CEO|parent|"
        rf"shareholders|board|earnings|customers|spokesman|spokeswoman|spokesperson|IPO|subsidiary|"
        rf"headquarters)\b"
    ),
    re.compile(rf"\b{_NOUN}\s(?P<name>{_CHAIN})"),
    re.compile(rf"(?P<name>{_CHAIN}),\s(?:an?|the|which|whose)\s(?:[\w’'-]+\s){{0,6}}?{_NOUN}\b"),
    re.compile(
        rf"(?P<name>{_CHAIN})\s(?:acquired|acquires|launched|launches|unveiled|recalled|recalls|sued|sues|"
        rf"filed\sfor|agreed\sto\s(?:buy|acquire|sell|pay|merge)|merged|raised\s\$|posted|was\sfounded|"
        rf"went\spublic|has\sacquired|has\slaunched|said\sit\s(?:would|will|had|was|has|plans|expects))\b"
    ),
    re.compile(
        rf"\b(?:acquired|acquire|acquires|buy|bought|buying|sued|fined|merge\swith|merged\swith|invested\sin|"
        rf"invest\sin|investing\sin|partnered\swith|partner\swith)\s(?:by\s)?(?P<name>{_CHAIN})"
    ),
    re.compile(rf"(?P<name>{_CHAIN})-owned\b"),
)
_PERSON = re.compile(
    rf"\b(?:CEO|CFO|COO|CTO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Cc]hief \w+ [Oo]fficer|[Cc]hairman|"
    rf"[Cc]hairwoman|[Pp]resident|[Ff]ounder|[Cc]o-founder|[Ss]pokesman|[Ss]pokeswoman|[Ss]pokesperson|"
    rf"[Aa]nalyst|[Dd]irector|[Mm]inister|[Ss]ecretary|[Ss]enator|Sen\.|Rep\.|[Jj]udge|Justice|Mr\.?|Ms\.?|"
    rf"Mrs\.?|Dr\.?|[Cc]ommissioner|[Gg]overnor|[Pp]rofessor|[Ll]awyer|[Ee]conomist|[Bb]illionaire|"
    rf"[Ii]nvestor|[Hh]ead|[Bb]oss|Edited by|[Ii]nterim CEO|[Ee]xecutive|named|appointed|by)\s+"
    rf"(?P<name>{CAPITAL}[\w’'-]+(?:\s(?:[A-Z]\.|de|van|von|bin|al))*(?:\s{CAPITAL}[\w’'-]+){{1,2}})"
)
_PERSON_AFTER = re.compile(
    rf"(?P<name>{CAPITAL}[a-zé’'-]+\s(?:[A-Z]\.\s)?{CAPITAL}[\w’'-]+),\s(?:an?\s|the\s|"
    rf"its\s)?(?:\w+\s){{0,4}}?(?:analyst|CEO|chief|chairman|president|director|founder|spokesman|spokeswoman|"
    rf"head|economist|professor|lawyer|who|minister|manager)\b"
)
_AGENCY = re.compile(
    rf"(?P<name>(?:(?:{_WORD})\s+)*(?:Ministry|Department|Commission|Authority|Agency|Administration|Bureau|"
    rf"Regulator|Directorate|Tribunal|Council|Office|Board|Committee|Parliament|Congress|Senate)(?:\s+(?:of|"
    rf"for|on)(?:\s+the)?\s+(?:{_WORD})(?:(?:\s+|,\s|\sand\s)(?:{_WORD}))*)?)"
)
_COURT = re.compile(rf"(?P<name>(?:(?:{_WORD})\s+)+Court(?:\s+of\s+(?:{_WORD})(?:\s+(?:{_WORD}))*)?)")
_ABBREVIATION = re.compile(r"\s*,?\s*\(\s*[\"“]?(?P<short>[A-Z][\w&.-]{1,11})[\"”]?\s*\)")
_SUFFIX_END = re.compile(rf"(?:,?\s+{_LEGAL}\.?|,?\s+(?:& Co|and Co))+$")
_TOO_COMMON = frozenset(
    "the a an this that these those it he she they we in on at by for from with after before since during "
    "under over as if when while but and or so "
    "however meanwhile chief executive officer ceo cfo president chairman new first last next former january "
    "february march april may june july august "
    "september october november december monday tuesday wednesday thursday friday saturday sunday shares "
    "stock its their his her our your my mr mrs ms "
    "dr inc corp company group holdings bank fund trust internet china america europe asia africa world "
    "global international national federal state city united general "
    "north south east west central court commission ministry government congress senate parliament act law "
    "bill union quarter revenue profit net sales "
    "earnings analysts investors reuters photo source sources app video editing q1 q2 q3 q4 covid covid-19 "
    "ipo ceos i us uk eu total about among according "
    "both all some many most several other such even just now then today yesterday tomorrow here there what "
    "which who why how where no not yes one two three "
    "four five six seven eight nine ten big high early late good american british chinese digital media "
    "energy financial capital power water mobile first second third people also if "
    "singapore japan hong apps wall street silicon valley christmas easter brexit english internet web "
    "android ios windows linux gdp ai vr ar tv pc "
    "university institute school college hospital church hotel airport republic kingdom states islands".split()
)


def find(text: str) -> list[NameHit]:
    """Find all names of parties in a text, in order, without overlaps."""
    agencies = list(_agencies(text))
    known = list(_known(text))
    taken = _Taken([hit.span for hit in agencies])
    hits = [*agencies, *taken.free(known)]
    persons = set(_persons(text))
    fresh = _fresh(text, persons)
    hits += taken.free(_occurrences(text, fresh, hits))
    hits += taken.free(_short_forms(text, hits, persons))
    hits += taken.free(_translations(text, hits))
    hits += taken.free(_person_hits(text))
    return sorted((_sourced(text, hit) for hit in hits), key=lambda hit: hit.span)


def _person_hits(text: str) -> list[NameHit]:
    """Give the places of persons, also by their last names alone."""
    full: dict[str, str] = {}
    for pattern in (_PERSON, _PERSON_AFTER):
        for match in pattern.finditer(text):
            name = match["name"]
            if (
                not lexicon_knows(name)
                and not _is_place(name)
                and not any(_is_plain(word) for word in name.split())
            ):
                full.setdefault(name, name)
                full.setdefault(name.split()[-1], name)
    hits = [
        NameHit(Span(m.start(), m.end()), full[form], PartyType.PERSON)
        for form in sorted(full, key=len, reverse=True)
        for m in re.finditer(rf"(?<![\w]){re.escape(form)}(?![\w])", text)
    ]
    return sorted(hits, key=lambda hit: (-(hit.span.end - hit.span.start), hit.span.start))


# "10 Airbus A320 aircraft", "a Boeing 737": a product, not its maker
_MODEL_AFTER = re.compile(
    r"\s*(?:\([^)]{2,20}\)\s*)?(?:\s[A-Z]{0,3}-?\d{2,4}\w{0,4}\b(?!\s*(?:%|percent|million|billion))|"
    r"\s(?:aircraft|planes?|jets?|airliners?)\b)"
)


class _Taken:
    """The stretches of a text that already belong to a name."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._offsets = {offset for span in spans for offset in range(span.start, span.end)}

    def free(self, hits: Iterable[NameHit]) -> list[NameHit]:
        """Keep the hits whose words are not taken, and take them."""
        kept = []
        for hit in hits:
            if not self._offsets.intersection(range(hit.span.start, hit.span.end)):
                self._offsets.update(range(hit.span.start, hit.span.end))
                kept.append(hit)
        return kept


def _known(text: str) -> Iterator[NameHit]:
    cued = {match.start("name") for pattern in (_SUFFIXED, _TICKER, *_CUED) for match in pattern.finditer(text)}
    found = list(lexicon.companies().find(text))
    trusted = {entry.name for span, entry in found if span.start in cued or not _at_head(text, span.start)}
    for span, entry in found:
        if "common" in entry.flags and not _is_name(text, span, entry, cued, trusted):
            continue
        tail = _SUFFIX_AFTER.match(text, span.end)
        end = tail.end() if tail and "media" not in entry.flags else span.end
        yield NameHit(
            Span(span.start, end),
            entry.name,
            entry.type,
            entry.country,
            "media" in entry.flags,
            "venue" in entry.flags,
        )


_SUFFIX_AFTER = re.compile(rf",?\s{_LEGAL}\b\.?(?!\s+[a-z]+\s*$)")
_VERB_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:said|says|has|had|will|would|is|was|announced|launched|plans|also|to\s|CEO|chief|shares|"
    r"stock|users|reported|posted|agreed|stores|"
    r"Pay|Music|Watch|TV|Motor|executives?|spokes\w+|employees|recalled|acquired|bought|sold|raised|cut|"
    r"closed|filed|paid|faces|sued|lost|rose|fell|gets|wins)"
)
_SINGLE = re.compile(r"[A-Z]|[A-Z][a-z]?")


def _is_name(text: str, span: Span, entry: Entry, cued: set[int], trusted: set[str]) -> bool:
    """Tell a company from the ordinary word: by a cue, by the company it keeps, never for one letter alone."""
    word = text[span.start : span.end]
    if span.start in cued or _SUFFIX_AFTER.match(text, span.end):
        return True
    if _SINGLE.fullmatch(word) or word in (
        "Line",
        "Next",
        "Match",
        "Target",
        "Visa",
        "Grab",
        "Sky",
        "Gap",
        "Sharp",
    ):
        return bool(_VERB_AFTER.match(text, span.end))
    if not _at_head(text, span.start):
        return not re.match(r"\s+[A-Z][a-z]+", text[span.end :]) and not re.search(
            r"[A-Z][a-z]+\s$", text[max(0, span.start - 15) : span.start]
        )
    return (entry.name in trusted and bool(_VERB_AFTER.match(text, span.end))) or (
        entry.name in trusted and word in _CERTAIN
    )


_CERTAIN = frozenset(
    {"Apple", "Amazon", "Meta", "Snap", "Ford", "Shell", "Oracle", "Uber", "Delta", "Sprint", "Slack", "Zoom"}
)


def _at_head(text: str, start: int) -> bool:
    """Tell whether a word opens its sentence, where any word has a capital."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'‘(*•-–—")
    return not before or before[-1] in ".!?:\n…"


def _agencies(text: str) -> Iterator[NameHit]:
    taken: list[NameHit] = []
    for span, entry in lexicon.agencies().find(text):
        taken.append(NameHit(span, entry.name, entry.type, entry.country))
    free = _Taken([hit.span for hit in taken])
    generic = [
        NameHit(Span(m.start("name"), m.end("name")), m["name"], kind)
        for pattern, kind in ((_COURT, PartyType.COURT), (_AGENCY, PartyType.AGENCY))
        for m in pattern.finditer(text)
        if " " in m["name"] and not _is_plain(m["name"].split()[0])
    ]
    yield from (*taken, *free.free(generic))


def _is_plain(word: str) -> bool:
    return word.lower() in _TOO_COMMON


def _persons(text: str) -> Iterator[str]:
    for pattern in (_PERSON, _PERSON_AFTER):
        for match in pattern.finditer(text):
            words = match["name"].split()
            if lexicon_knows(match["name"]) or _SUFFIX_AFTER.match(text, match.end("name")):
                continue
            yield match["name"]
            yield words[-1]
            yield words[0]


@cache
def _known_first_words() -> frozenset[str]:
    return frozenset(lexicon.companies().known())


def lexicon_knows(name: str) -> bool:
    """Tell whether the gazetteer has a name, whole or as its first word."""
    return name in _known_first_words() or name.split()[0] in _known_first_words()


def _fresh(text: str, persons: set[str]) -> dict[str, str]:
    """Give the names that only cues show, with the canonical name of each."""
    fresh: dict[str, str] = {}
    shorts: dict[str, str] = {}
    for pattern, is_strong in (
        *((p, True) for p in (_SUFFIXED, _TICKER)),
        (_HEADED, True),
        *((p, False) for p in _CUED),
    ):
        for match in pattern.finditer(text):
            name = _trimmed(match["name"], is_full=pattern in (_SUFFIXED, _TICKER))
            if (
                not name
                or _is_refused(name, persons, is_strong)
                or (pattern is _HEADED and len(name.split()) < 2)
            ):
                continue
            full = _SUFFIX_END.sub("", name)
            if full and not _is_plain(full):
                fresh.setdefault(name, full)
                fresh.setdefault(full, full)
                suffix = _SUFFIX_AFTER.match(text, match.end("name"))
                short = _ABBREVIATION.match(text, suffix.end() if suffix else match.end("name"))
                if short and not re.search(r"\.[A-Z]{1,3}$", short["short"]):
                    shorts[short["short"]] = full
    return fresh | shorts


def _trimmed(name: str, *, is_full: bool = False) -> str:
    """Take words off the ends of a chain of capitals that are no part of a name; a legal suffix vouches for most."""
    words = name.strip(" .,'’").split()
    if is_full:
        while words and words[0].lower() in _OPENERS:
            words = words[1:]
        return re.sub(r"['’]s$", "", " ".join(words))
    while words and (
        words[0].lower().strip(".'’") in _TOO_COMMON or words[0].lower().rstrip("'s’") in ("shareholder",)
    ):
        words = words[1:]
    while words and words[-1].lower() in ("of", "and", "&", "the", "ceo", "cfo", "chief", "shares"):
        words = words[:-1]
    text = " ".join(words)
    return re.sub(r"['’]s$", "", text)


_OPENERS = frozenset(
    "the a an of and in on at by for from with as but when while shareholders shares meanwhile however "
    "editing reporting".split()
)


def _is_refused(name: str, persons: set[str], is_strong: bool) -> bool:
    words = name.split()
    if not is_strong and (len(words) > 4 or any(word.lower() in _TOO_COMMON for word in words[:1])):
        return True
    if name in persons or (not is_strong and (words[-1] in persons or words[0] in persons)):
        return True
    if words[-1].endswith("-based"):
        return True
    return (
        _is_place(name)
        or len(name) < 2
        or name.isdigit()
        or (not is_strong and not re.search(r"[a-z]{2}|^[A-Z&]{2,5}$", name))
    )


def _is_place(name: str) -> bool:
    from explorer.extract import countries  # the two tables look at each other's names

    return (
        bool(countries.find(name, []))
        and len(countries.find(name, [])[0:1]) == 1
        and (countries.find(name, [])[0].span == Span(0, len(name)))
    )


def _occurrences(text: str, fresh: dict[str, str], hits: list[NameHit]) -> list[NameHit]:
    """Give every place where a fresh name stands."""
    known = {text[hit.span.start : hit.span.end] for hit in hits}
    found = []
    for name in sorted(fresh, key=len, reverse=True):
        if name in known:
            continue
        found += [
            NameHit(Span(m.start(), m.end()), fresh[name], is_new=True)
            for m in re.finditer(rf"(?<![\w]){re.escape(name)}(?![\w])", text)
        ]
    return sorted(found, key=lambda hit: (-(hit.span.end - hit.span.start), hit.span.start))


_TAILS = ("Commission", "Authority", "Ministry", "Bureau", "Board", "Agency", "Tribunal", "Directorate")


def _short_forms(text: str, hits: list[NameHit], persons: set[str]) -> list[NameHit]:
    """Give the places of abbreviations and of first words of longer names."""
    found = []
    done: set[str] = set()
    for hit in sorted(hits, key=lambda hit: hit.span):
        words = text[hit.span.start : hit.span.end]
        match = _ABBREVIATION.match(text, hit.span.end)
        shorts = [match["short"]] if match and not re.search(r"\.[A-Z]{1,3}$", match["short"]) else []
        if hit.type is not PartyType.COMPANY and hit.name.split()[-1] in _TAILS:
            shorts.append(hit.name.split()[-1])
        first = hit.name.split()[0]
        if (
            " " in hit.name
            and hit.type is PartyType.COMPANY
            and len(first) > 3
            and first[0].isupper()
            and first not in persons
        ):
            shorts.append(first)
        for short in shorts:
            if (
                short in done
                or (_is_plain(short) and short not in _TAILS)
                or short == words
                or _is_place(short)
            ):
                continue
            done.add(short)
            found += [
                replace(hit, span=Span(m.start(), m.end()))
                for m in re.finditer(rf"(?<![\w]){re.escape(short)}(?![\w])", text)
                if m.start() > hit.span.start and not re.match(r"\s+[A-Z][a-z]", text[m.end() : m.end() + 4])
            ]
    return found


_FIELD = re.compile(
    r"\b(?:tik ?tok|douyin|bytedance|kuaishou|kwai|wechat|weibo|toutiao|short[- ]video)\b", re.IGNORECASE
)
_MISSPELT = re.compile(r"\b(?:Tiktok|tiktok)\b")


def _translations(text: str, hits: list[NameHit]) -> list[NameHit]:
    """Give the places of names that machine translation has turned into words, in articles of their field.

    Such a text also calls Douyin by its foreign twin's name, in a spelling of its own ("tiktok").
    """
    if not _FIELD.search(text):
        return []
    return [
        NameHit(Span(match.start(), match.end()), form.name, country="CN")
        for form in lexicon.translated()
        for match in form.pattern.finditer(text)
    ]


def restored(text: str, hits: list[NameHit]) -> list[NameHit]:
    """Restore Douyin where a machine-translated text writes it as a misspelt "tiktok"."""
    forms = sum(
        1 for form in lexicon.translated() if form.name == "Douyin" for _ in form.pattern.finditer(text)
    )
    odd = len(_MISSPELT.findall(text))
    if forms < 3 or odd == 0 or "TikTok" in text:
        return hits
    return [
        replace(hit, name="Douyin") if hit.name == "TikTok" and _MISSPELT.match(text, hit.span.start) else hit
        for hit in hits
    ]


_SOURCE_BEFORE = re.compile(
    r"(?:\b(?:according to|citing|cited by|quoted by|reported by|told|data from|figures from|analysts? (?:at|"
    r"from|with)|economists? at|by the|photo|survey by|estimates? from|report(?:s)? (?:by|from|"
    r"in))\s+(?:\w+\s){0,1})$",
    re.IGNORECASE,
)
_SOURCE_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:analysts?|economists?|strategists?|data|estimates?|survey|statistics|store intelligence|"
    r"consensus|reported|reports)\b"
)


def _sourced(text: str, hit: NameHit) -> NameHit:
    """Mark a name that is only cited."""
    before = text[max(0, hit.span.start - 40) : hit.span.start]
    is_cited = (
        bool(_SOURCE_BEFORE.search(before))
        or (hit.type is PartyType.COMPANY and hit.is_media)
        or bool(
            _SOURCE_AFTER.match(text, hit.span.end)
            and re.match(r".{0,4}\s+(?:analysts?|economists?|strategists?|data\b)", text[hit.span.end :])
        )
    )
    is_product = hit.type is PartyType.COMPANY and bool(_MODEL_AFTER.match(text, hit.span.end))
    return replace(hit, is_source=is_cited, is_product=is_product) if is_cited or is_product else hit

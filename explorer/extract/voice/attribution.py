"""Who says so: the original source of a clause, in short, also where a sentence before it names the source.

"A report by X found … The report also said …" is told by X in both sentences. A source is carried on while a
text stays in a quotation, or takes the source up ("it added", "the filing showed"); narration ends it.
It must not know what is told.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from explorer.extract.lexicon import table
from explorer.extract.records import NameHit, Placed, inside
from explorer.extract.voice import sources, voices
from explorer.extract.voice.speakers import speaker
from explorer.extract.voice.voices import Voice
from explorer.model.mention import PartyType, Span

_REACH = 3  # sentences that "it said" looks back
_HEAD = 30  # characters of a clause or sentence in which its source or its subject begins
_PRONOUN = re.compile(r"(?:it|he|she|they|we|i)$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:one of |some of |both of )?(?:the|this|that|these|those|its|their|his|her)\b", re.IGNORECASE
)
_OPENING = re.compile(r"(?:The\s)?(?P<who>[A-Z][\w&’'-]+(?:\s(?:&|of|de)?\s?[A-Z][\w&’'.-]*)+)\s+(?=[a-z])")


@dataclass(frozen=True, slots=True)
class _Heard:
    """A voice with the short name of its source."""

    who: str
    voice: Voice


class Sources:
    """The sources of a text by sentence, found as far as they are asked for."""

    def __init__(self, text: str, sentences: Sequence[Span], names: Sequence[NameHit] = ()) -> None:
        self._text, self._sentences, self._names = text, sentences, Placed(names)
        aliases = ((text[name.span.start : name.span.end], name) for name in names)
        self._official = {
            alias: name.name for alias, name in aliases if not name.is_media or _is_short(alias, name.name)
        }
        self._starts = [sentence.start for sentence in sentences]
        self._heard: list[list[_Heard]] = []
        self._carried: list[str | None] = []
        self._is_open = False  # a quotation goes on

    def of(self, span: Span, sentence: Span) -> str | None:
        """Give who says what a clause tells, or None where the text speaks itself."""
        at = max(0, bisect_right(self._starts, sentence.start) - 1)
        while len(self._heard) <= at:
            self._read(len(self._heard))
        heard = self._heard[at]
        if not heard:
            return self._carried[at]
        ahead = [h for h in heard if not h.voice.trails and h.voice.start < span.end]
        before = [h for h in ahead if h.voice.start < span.start + _HEAD]
        behind = [h for h in heard if h.voice.trails and h.voice.end > span.start]
        chosen = before[-1:] or behind[:1] or ahead[:1]
        return chosen[0].who if chosen else self._carried[at]

    def _read(self, at: int) -> None:
        """Find who speaks in the next sentence, and whose words it goes on with."""
        sentence = self._sentences[at]
        words = self._text[sentence.start : sentence.end]
        was_open, self._is_open = self._is_open, _is_left_open(words, is_open=self._is_open)
        self._heard.append([])
        for voice in voices.find(self._text, sentence):
            who = self._named(voice, at)
            if who:
                self._heard[at].append(_Heard(who, voice))
        self._heard[at] = _original(self._heard[at])
        goes_on = at > 0 and not self._heard[at] and (was_open or words.startswith(("“", '"')))
        self._carried.append(self._last_of(at - 1) if goes_on else None)

    def _last_of(self, at: int) -> str | None:
        """Give the last who spoke in a sentence, or whose words it went on with."""
        return self._heard[at][-1].who if self._heard[at] else self._carried[at]

    def _named(self, voice: Voice, at: int) -> str | None:
        """Give the short name of a source, to which a pronoun, a surname or "the report" are followed."""
        earlier = self._earlier(at)
        last = earlier[-1] if earlier else None
        if _PRONOUN.match(voice.words):
            if last is not None:
                return last.who
            return self._antecedent(at, voice.start) if voice.words.lower() in ("it", "they") else None
        short = sources.short(voice.words)
        bare = short.lower()
        if _words("firms").fullmatch(bare) or _words("the_firm").fullmatch(voice.words):
            if last is not None and not sources.is_named(last.who):
                last = None
            if last is not None and not last.voice.is_cited:
                return last.who
            return self._antecedent(at, voice.start) or (last.who if last else bare)
        if sources.is_named(short):
            return self._full(short)
        for heard in reversed(earlier):
            if bare and _holds(heard.voice.words.lower(), bare):
                return heard.who
        if last is not None and _DEFINITE.match(voice.words) and _words("taken_up").fullmatch(bare):
            return last.who
        if _words("proxies").fullmatch(bare):
            return self._antecedent(at, voice.start) or bare
        return short or None

    def _full(self, short: str) -> str:
        """Give the gazetteer's name, or the longer one that was used before: "Ines Valdez" for "Valdez"."""
        if short in self._official:
            return self._official[short]
        known = (heard.who for spoken in reversed(self._heard) for heard in spoken)
        return next((name for name in known if _holds(name, short)), short)

    def _earlier(self, at: int) -> list[_Heard]:
        """Give who spoke in the last sentences, and in this one so far."""
        return [heard for spoken in self._heard[max(0, at - _REACH) :] for heard in spoken]

    def _antecedent(self, at: int, start: int) -> str | None:
        """Give the company that this sentence, or one shortly before it, begins with."""
        for index in range(at, max(-1, at - _REACH), -1):
            sentence = self._sentences[index]
            head = Span(sentence.start, min(sentence.end, start))
            opening = _OPENING.match(self._text, head.start, head.end)
            who = speaker(opening["who"]) if opening is not None else ""
            if who:
                return sources.short(who)
            for hit in inside(self._names, head)[:1]:
                if hit.type is PartyType.COMPANY and hit.span.start - head.start < _HEAD:
                    return hit.name
        return None


@cache
def _words(name: str) -> re.Pattern[str]:
    firms = "|".join(f"{firm}s?" for firm in str(table("cues.toml")["firms"]).split()) + "|group"
    if name == "firms":
        return re.compile(firms)
    if name == "the_firm":  # "Britain's biggest retailer"
        return re.compile(rf"[A-Z]\w+[’']s\s(?:\w+[- ])?\w+st\s(?:[a-z-]+\s){{0,2}}(?:{firms})")
    words = table("attribution.toml")
    return re.compile(f"{words[name]}|{words['reports']}" if name == "taken_up" else str(words[name]))


def _is_short(alias: str, name: str) -> bool:
    """Tell whether an alias is made of the first letters of a name; papers of one house are not one source."""
    return alias.isupper() and alias in "".join(word[0] for word in name.split())


def _holds(words: str, part: str) -> bool:
    """Tell whether words stand among others as whole words."""
    return f" {part} " in f" {words} "


def _is_left_open(words: str, *, is_open: bool) -> bool:
    """Tell whether a quotation is open behind a sentence."""
    if "“" in words or "”" in words:
        return words.rfind("“") > words.rfind("”")
    return is_open != (words.count('"') % 2 == 1)


def _original(heard: list[_Heard]) -> list[_Heard]:
    """Put whoever is cited by name in the place of whoever cites; leave out whoever is cited without one."""
    cited = [h for h in heard if h.voice.is_cited and sources.is_named(h.who)]
    citing = [h for h in heard if not h.voice.is_cited]
    if not citing:
        return heard
    if cited and cited[0].voice.start > citing[0].voice.start:
        return [_Heard(cited[0].who, h.voice) for h in citing]
    return citing if not cited else heard

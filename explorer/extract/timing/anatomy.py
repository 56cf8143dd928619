"""The anatomy of a dated sentence: its stretches, which dates stand in which, and how they hang together.

It answers questions about one sentence and makes nothing. It must not know parties or titles.
"""

import re
from collections.abc import Sequence

from explorer.extract import clauses
from explorer.extract.clauses import Segment
from explorer.extract.kind import kinds
from explorer.extract.records import Found, Trigger, inside
from explorer.extract.timing.usable import Dated, pattern
from explorer.extract.voice import status
from explorer.model.mention import Span
from explorer.model.when import Certainty, Precision

_SPLIT_LINKS = ("relative", "sub", "join", "mark", "comma", "said")  # a participle tells of what it hangs on
_MEANWHILE = ("as", "while")  # what they begin goes on beside the statement before them, however weak that is
_NEAR = 4  # neighbours of a date that can bear on it
_ARTICLE = re.compile(r"\b(?:an?|the|its|his|her|their)\s+$")
_GOES_ON = re.compile(r"\s+[a-z]")
_NOTHING = re.compile(r"\s*[,(]?\s*(?:on |in |at )?")  # between two dates that may be one
_COUNTED_ON = re.compile(r"\b(?:later|earlier|after|afterwards|before)$")
_HOW_SAID = re.compile(r",\s+(?:\w+\s+)?(?:on|in|at|during|to)\b[^,]*$")  # "Acme, in a filing on Monday, said"
_ASIDE = re.compile(r",\s+(?:who|which|whose|where|when)\b[^,]*$")
_TOLD_ASIDE = re.compile(r",\s+(?:\w+ly\s|first\s|also\s)?(?:(?P<relative>who|which|whose)|(?P<word>[a-z]+))\b")
_SUBORDINATE = re.compile(r",?\s[^,]{0,30}?\b(?:after|before|when|while|as|because|although)\s")
_HAD_DONE = re.compile(r"\bthat\s[^,;]{3,60}?\shad\s(?:been\s|\w+ly\s)?\w+")
_BEGAN = re.compile(r"\b(?:beg[aiu]n|started|arose|erupted|back|stems? from)\s*$")
_BEGAN_REACH = 20  # characters in which it stands
_FIRST = re.compile(r"[a-z]+")
_MODAL = re.compile(r"\b(?:will|would|to|could|may|might|must)\s(?:also\s)?[a-z]+")
_NEGATION = re.compile(r"\b(?:not|never|no longer|no)\b|n[’']t\b", re.IGNORECASE)


class Anatomy:
    """One sentence cut into stretches, with the dates that stand in it; dates and stretches go by number."""

    def __init__(self, found: Found, sentence: Span, parts: Sequence[Segment], dated: Sequence[Dated]) -> None:
        self.found, self.sentence, self.parts, self.dated = found, sentence, parts, dated
        self.triggers = [inside(found.triggers, part.span) for part in parts]
        self.owner = [self.owner_of(item) for item in dated]
        self._beside = [self._neighbours(index) for index in range(len(dated))]

    def owner_of(self, dated: Dated) -> int:
        """Give the stretch in which a date stands."""
        for index, part in enumerate(self.parts):
            if dated.span.start < part.span.end:
                return index
        return len(self.parts) - 1

    def said_at(self) -> int | None:
        """Give the stretch that was said, if there is one."""
        return next((i for i, part in enumerate(self.parts) if part.link == "said"), None)

    def trails(self, part: int) -> bool:
        """Tell whether a stretch only says who said what stands before it: ", the agency said on Friday"."""
        span = self.parts[part].span
        return part > 0 and bool(pattern("trailing_said").match(self.found.text, span.start, span.end))

    def is_reporting(self, index: int) -> bool:
        """Tell whether a day only says when a period's figures were told: "told Q1 profit on 2 May"."""
        is_day = self.dated[index].when.certainty is Certainty.DAY
        return is_day and any(map(self._has_figures, self.beside(index))) and not self._is_ahead(index)

    def is_of_figures(self, index: int) -> bool:
        """Tell whether a period only says of what the figures are that will be told on a day beside it."""
        days = (self.dated[i].when.certainty is Certainty.DAY for i in self.beside(index))
        return self._has_figures(index) and self._is_ahead(index) and any(days)

    def _has_figures(self, index: int) -> bool:
        dated = self.dated[index]
        follows = pattern("figures").match(self.found.text, dated.span.end)
        return dated.when.certainty is not Certainty.DAY and bool(follows)

    def _is_ahead(self, index: int) -> bool:
        return status.is_planned_by_words(self.found.text, self.parts[self.owner[index]].span)

    def dates_saying(self, index: int, said: int) -> bool:
        """Tell whether a date dates the saying: right behind the verb, or at the sentence's head.

        What is told of the subject by the way has a time of its own: "MTN, which left in 2019, said".
        """
        span = self.dated[index].span
        segment = self.parts[said - 1].span
        behind = self.found.text[span.end : segment.end]
        lead = self.found.text[self.sentence.start : span.start]
        if behind.startswith(",") and "," in lead and not _HOW_SAID.search(lead):
            return False
        return len(behind) < 25 or len(lead) < 12 or said - 1 == 0

    def is_said(self, said: int, part: int) -> bool:
        """Tell whether a stretch belongs to the main clause of what was said, not to what hangs on it."""
        links = [self.parts[i].link for i in range(said + 1, part + 1)]
        return part >= said and not any(link in ("sub", "relative", "part", "mark") for link in links)

    def beside(self, index: int) -> list[int]:
        """Give the other dates of the same stretch, as far as they are near: a table is no sentence."""
        return self._beside[index]

    def _neighbours(self, index: int) -> list[int]:
        near = range(max(0, index - _NEAR), min(len(self.dated), index + _NEAR + 1))
        return [i for i in near if i != index and self.owner[i] == self.owner[index]]

    def is_before_main(self, index: int) -> bool:
        """Tell whether a date opens the sentence and an aside parts it from the main clause.

        "On 2 May, a day after it had closed, | the mill was sold."
        """
        at = self.owner[index]
        if not self.is_lead(index) or at + 1 >= len(self.parts) or self.parts[at + 1].link != "comma":
            return False
        return (
            _SUBORDINATE.match(self.found.text, self.dated[index].span.end, self.parts[at].span.end) is not None
        )

    def resumes(self, index: int, part: int) -> bool:
        """Tell whether a main clause goes on with a stretch behind the aside that a date stands in.

        "Lee, who came in 2016, | replaced Berg."
        """
        span = self.parts[part].span
        before = self.found.text[self.parts[self.owner[index]].span.start : self.dated[index].span.start]
        is_aside = _ASIDE.search(before) is not None
        return (
            is_aside
            and self.parts[part].link == "comma"
            and clauses.opens_with_verb(self.found.text, span.start)
        )

    def aside(self, part: int) -> Span | None:
        """Give what a stretch tells of its subject by the way, if the next stretch goes on with the verb.

        "In 2016 Lee, who had left in 2012, | replaced Berg." "The mill, founded in 1910, | was sold."
        """
        text, span = self.found.text, self.parts[part].span
        resumed = self.resumed_at(part)
        if resumed is None:
            return None
        dates = [one.span for one in self.dated if span.start <= one.span.start < span.end]
        for match in _TOLD_ASIDE.finditer(text, span.start, span.end):
            if any(date.start <= match.start() < date.end for date in dates):
                continue
            is_relative = match["relative"] is not None
            if is_relative or clauses.is_participle(match["word"]):
                has_subject = any(c.isalpha() for c in _without(text, Span(span.start, match.start()), dates))
                is_bare = clauses.first_verb_beside(dates, text, span.start, match.start()) < 0
                end = self.parts[resumed - 1].span.end
                return Span(match.start(), end) if has_subject and is_bare else None
        return None

    def is_resumed(self, part: int) -> bool:
        """Tell whether a stretch goes on with the subject that stands before an aside."""
        link = self.parts[part].link
        before = range(part) if link in ("comma", "part") else ()
        return any(self.resumed_at(one) == part and self.aside(one) is not None for one in before)

    def resumed_at(self, part: int) -> int | None:
        """Give the stretch whose verb goes on with the subject of an earlier one; joined ones may part them."""
        for number in range(part + 1, len(self.parts)):
            link, start = self.parts[number].link, self.parts[number].span.start
            if link in ("comma", "part") and clauses.opens_with_verb(self.found.text, start):
                return number
            if link != "join" or number in self.owner:
                return None
        return None

    def attributive(self, index: int) -> int | None:
        """Give where the noun phrase of "a 2004 landmark decision" begins, if that is what a year stands in."""
        dated = self.dated[index]
        if dated.when.precision is not Precision.YEAR or not _GOES_ON.match(self.found.text, dated.span.end):
            return None
        match = _ARTICLE.search(self.found.text[self.sentence.start : dated.span.start])
        return self.sentence.start + match.start() if match else None

    def hangs_together(self, part: int) -> bool:
        """Tell whether a stretch goes with the one before it even where only it has a date."""
        link, word = self.parts[part].link, self.parts[part].word
        if link == "relative" and len(self.parts) == 2 and self.strongest(part) is None:
            cut = self.found.text[self.parts[0].span.end : self.parts[1].span.start]
            # "It nationalised the mines on which he relied in 1973."
            return "," not in cut and len(cut.split()) > 1
        if self.found.text.startswith("that ", self.parts[part].span.start):
            return False  # "said that profit fell and that it expects a loss in 2024"
        if link == "join" and clauses.begins_with_plan(self.found.text, self.parts[part].span.start):
            return status.is_planned_by_words(self.found.text, self.parts[part - 1].span)
        if link == "sub" and _HAD_DONE.search(self.found.text, *self.parts[part].span):
            return False  # "banned it after finding that it had hidden losses in 2010"
        end = self.parts[part - 1].span.end
        if link == "sub" and word == "when" and _BEGAN.search(self.found.text, max(0, end - _BEGAN_REACH), end):
            return False  # "ends a dispute that began when Acme sued in 2009"
        if link == "sub":
            return len(set(self.owner)) == 1 and word.split()[0] in ("after", "as", "when", "since")
        return link not in ("relative", "mark")

    def has_words(self, part: int) -> bool:
        """Tell whether a stretch has a verb of its own."""
        return clauses.has_verb(self.found.text, *self.parts[part].span)

    def is_lead(self, index: int) -> bool:
        """Tell whether a date opens the sentence."""
        return self.dated[index].span.start - self.sentence.start < 12

    def breaks_off(self, left: int, right: int) -> bool:
        """Tell whether a stretch tells of something else than the one before it."""
        part = self.parts[right]
        if part.link not in _SPLIT_LINKS:
            return False
        mine, its = self.strongest(right), self.strongest(left)
        if its is None and part.word in _MEANWHILE:
            its = max(self.triggers[left], key=lambda t: t.weight, default=None)
        if mine is None or its is None:
            return False
        return mine.kind != its.kind or (
            part.word == "but" and self._is_negated(right) != self._is_negated(left)
        )

    def _is_negated(self, part: int) -> bool:
        return bool(_NEGATION.search(self.found.text, *self.parts[part].span))

    def strong_other(self, part: int, at: int) -> bool:
        """Tell whether two stretches tell of different things."""
        mine, its = self.strongest(part), self.strongest(at)
        return mine is not None and its is not None and mine.kind != its.kind

    def strongest(self, part: int) -> Trigger | None:
        """Give the loudest strong trigger of a stretch; plain saying is none."""
        strong = [t for t in self.triggers[part] if t.weight >= kinds.STRONG and t.kind != "statement"]
        return max(strong, key=lambda t: t.weight, default=None)

    def shares_verb(self, part: int) -> bool:
        """Tell whether a stretch goes on in the tense of the one before: "will cut jobs and | sell a mill"."""
        if part == 0 or self.parts[part].link != "join" or self.parts[part].word != "and":
            return False
        before, here = self.parts[part - 1].span, self.parts[part].span
        first = _FIRST.match(self.found.text, here.start, here.end)
        if first is None or self.strongest(part - 1) is None:
            return False
        if first.group() in clauses.bases() and _MODAL.search(self.found.text, *before):
            return True
        at = clauses.first_verb(self.found.text, *before)
        verb = _FIRST.match(self.found.text, at, before.end) if at >= 0 else None
        pasts = (first.group(), verb.group() if verb is not None else "")
        return part == 1 and all(clauses.is_participle(one) and clauses.is_finite(one) for one in pasts)

    def follows(self, index: int, part: int) -> bool:
        """Tell whether a date is the last before a stretch."""
        earlier = [i for i in range(len(self.dated)) if self.owner[i] < part]
        return bool(earlier) and earlier[-1] == index

    def goes_with(self, part: Segment) -> bool:
        """Tell whether a stretch may share the date of the one before it."""
        if part.link == "sub":
            return part.word.split()[0] in ("when", "as", "while")
        return part.link in ("relative", "join") and part.word.split()[:1] not in (["or"], ["who"])

    def repeats(self, index: int) -> bool:
        """Tell whether a date only rewords its neighbour: "three months earlier, on June 15, 2008"."""
        for other in self.beside(index):
            mine, its = self.dated[index], self.dated[other]
            if mine.when == its.when:
                return index > other
            if self._is_head(index) and mine.when.lo_s <= its.when.lo_s and its.when.hi_s <= mine.when.hi_s:
                return True  # "1998: Service begins in October."
            near = _between(self.found.text, mine.span, its.span)
            if not _NOTHING.fullmatch(near):
                continue
            if index < other and _COUNTED_ON.search(self.dated[index].expression.text):
                return True  # "ten days later, on 21 August"
            meets = mine.when.lo_s < its.when.hi_s and its.when.lo_s < mine.when.hi_s
            if meets and (mine.when.hi_s - mine.when.lo_s, index) > (its.when.hi_s - its.when.lo_s, other):
                return True
        return False

    def _is_head(self, index: int) -> bool:
        """Tell whether a date is the head of an entry of a chronicle: "1998: Service begins in October."."""
        span = self.dated[index].span
        if span.start - self.sentence.start < 3 and self.found.text.startswith(":", span.end):
            return True
        return self.found.entries.get(self.sentence) is self.dated[index].expression


def _without(text: str, span: Span, dates: Sequence[Span]) -> str:
    """Give the words of a stretch without its dates and the small words before them."""
    words, start = [], span.start
    for date in dates:
        if date.end <= span.end:
            words.append(_BEFORE_DATE.sub("", text[start : date.start]))
            start = date.end
    return "".join([*words, text[start : span.end]])


_BEFORE_DATE = re.compile(r"\b(?:[Oo]n|[Ii]n|[Bb]y|[Aa]t|[Ss]ince|[Ff]rom|the|early|late|of|end)\s+$")


def _between(text: str, one: Span, two: Span) -> str:
    """Give the words between two spans, in whichever order they stand."""
    first, second = sorted((one, two))
    return text[first.end : second.start]

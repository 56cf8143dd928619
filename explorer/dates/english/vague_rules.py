"""Patterns of words without a date of their own (now, recently), of holidays, and of what blurs a date."""

from explorer.dates.grammar.rules import Match, Meaning, Rule, Rules
from explorer.dates.specs import Base, Calendar, Candidate, Part, Shift, Spec, Vague

rules = Rules()

_BEFORE_DAYS = frozenset("on since until by before after this last next during".split())


@rules.add(
    "the? very? EDGE:edge of",
    "the? PART:part (part|days|weeks|months|years|stages|hours) of",
    "PART:part in",
    "the? (first|early) (part|days|weeks|months) (of)",
    "the? (latter|last|later) (part|days|weeks|months) (of)",
)
def edge(match: Match) -> Spec | None:
    """The end of, early in, the latter part of: before a date."""
    if match.has("edge"):
        return Part(match.meaning("edge", "EDGE"))
    if match.has("part"):
        return Part(match.meaning("part", "PART"))
    return Part("START" if {"first", "early"} & set(match.words) else "END")


@rules.add(
    "the? <which opening|final|closing> few? (days|weeks|months) of the? <next YEAR|YEARS_S|MONTH|MONTH_SHORT>"
)
def outer_days(match: Match) -> list[Candidate]:
    """The final days of, the opening months of: before a year or a month."""
    mod = "START" if match.word("which") == "opening" else "END"
    return [Candidate(match.first, match.groups["next"][0], Part(mod), "")]


@rules.add("the? PART DASH? (to|and) DASH? PART DASH?")
def parts_of(match: Match) -> Spec | None:
    """Mid-to-late: no one part of a date, and so the whole of it."""
    return Part("")


@rules.add("the? PART:part DASH?")
def part_of(match: Match) -> Spec | None:
    """Early, mid-, late: before a date."""
    return Part(match.meaning("part", "PART"))


@rules.add("ABOUT:about .?")
def nearness(match: Match) -> Spec | None:
    """About, circa: before a date."""
    return Part("APPROX") if match.meaning("about", "ABOUT") == "APPROX" else None


def phrase_rules(lexicon_phrases: dict[str, dict[str, str]], present: list[str]) -> list[Rule]:
    """Make a rule of every phrase of the data file, the longest first."""
    made: list[Rule] = []
    days = {kind: lexicon_phrases.get(kind, {}).items() for kind in ("holidays", "observances")}
    for kind, phrase, value in ((kind, *item) for kind, items in days.items() for item in items):
        made.append(Rule("holiday", f"{phrase} (,|of)? YEAR:year", _holiday(value)))
        made.append(Rule("holiday", f"<day {phrase}> (ANY|SEASONAL) of YEAR:year", _named_after(value)))
        week = _holiday(value, within=Shift("week", 0, Base.STORY))
        made.append(Rule("holiday", f"{phrase} week ((,|of|in)? YEAR:year)?", week))
        made.append(Rule("holiday", phrase, _holiday(value, is_framed=kind == "observances")))
    for phrase, value in lexicon_phrases.get("vague", {}).items():
        made.append(Rule("vague word", phrase, _vague(Vague(value, phrase in present))))
    for phrase, value in lexicon_phrases.get("told", {}).items():
        made.append(Rule("vague word", phrase, _vague(Vague(value, in_story=True))))
    return sorted(made, key=lambda rule: -len(rule.pattern.split()))


@rules.add("(at|by) <part night>")
def generic_part(match: Match) -> list[Candidate]:
    """At night: any night."""
    first = match.groups["part"][0]
    return [Candidate(first, match.last, Vague("XXXX-XX-XXTNI"), "")]


def _holiday(value: str, *, is_framed: bool = False, within: Shift | None = None) -> Meaning:
    def meaning(match: Match) -> Spec | None:
        if is_framed and match.before not in _BEFORE_DAYS:
            return None
        if not match.tokens.raw(match.first)[:1].isupper():
            return None
        year = int(match.word("year")) if match.has("year") else None
        return Calendar(year, holiday=value, within=within)

    return meaning


def _named_after(value: str) -> Meaning:
    """Read what is named after a holiday: the Easter Rising of 1916."""
    holiday = _holiday(value)

    def meaning(match: Match) -> list[Candidate] | None:
        spec = holiday(match)
        if not isinstance(spec, Calendar):
            return None
        year = match.candidate(Calendar(spec.year), None, "year", "year")
        return [match.candidate(spec, None, "day", "day"), year]

    return meaning


def _vague(spec: Vague) -> Meaning:
    def meaning(match: Match) -> Spec | None:
        return spec

    return meaning

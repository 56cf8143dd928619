"""The query language: `company:TikTok,Douyin -kind:statement 2019..2020 "app store" is:conflict`.

`parse` turns what was typed into a `Query`, `write` says a `Query` so that `parse` reads it back, `complete`
offers what could stand at the cursor. Names of values are the caller's: the same language serves the search
box and the command line.

    query   = term*
    term    = [-] field : value {, value} | [-] word | [-] "phrase" | span
    field   = a facet, or date, in-force, new, with
    span    = [date] .. [date]
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from explorer.model import edtf
from explorer.model.calendar import DAY_S, HOUR_S, civil
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from explorer.model.query import Facet, Query, Tick
from explorer.model.when import When

BORDERLINE = "borderline"
_FACETS: Mapping[str, Facet] = {facet.value: facet for facet in Facet}
_DATE, _IN_FORCE, _NEW, _WITH = "date", "in-force", "new", "with"
FIELDS = (*_FACETS, _DATE, _IN_FORCE, _NEW, _WITH)

_QUOTED = r'"(?:[^"\\]|\\.)*"?'
_VALUE = rf'(?:{_QUOTED}|[^\s,"]+)'
_TERM = re.compile(
    rf"(?P<out>-)?(?:(?P<field>[A-Za-z][A-Za-z-]*):(?!//)(?P<values>{_VALUE}(?:,{_VALUE})*,?)?|"
    rf"(?P<span>(?:{_QUOTED}|[^\s\".]+)?\.\.(?:{_QUOTED}|[^\s\".]+)?)(?!\S)|(?P<words>{_QUOTED}|\S+))"
)
_PART = re.compile(_VALUE)
_PLAIN = re.compile(r"[^\s,\":-][^\s,\":]*\Z")
_CLOSE = 0.6  # how alike a name must be to be offered instead
_MOST_OFFERED = 12


class QueryError(ExplorerError):
    """Something in a query that means nothing; `span` is where it stands, in code points."""

    def __init__(self, sentence: str, span: Span) -> None:
        super().__init__(sentence)
        self.span = span


@dataclass(frozen=True, slots=True)
class Names:
    """The values that facets have, and the names by which people know them."""

    values: Mapping[Facet, Sequence[str]]
    label: Callable[[Facet, str], str] = lambda _, value: value
    _folded: dict[Facet, list[tuple[str, str, str]]] = dataclasses.field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def known(self, facet: Facet) -> list[tuple[str, str, str]]:
        """Give each value with its id and its name in small letters; made once, for there may be thousands."""
        if facet not in self._folded:
            values = self.values.get(facet, ())
            self._folded[facet] = [(one, one.casefold(), self.label(facet, one).casefold()) for one in values]
        return self._folded[facet]

    def find(self, facet: Facet, said: str) -> str | None:
        """Give the value that is meant: by id or name in any case, or the shortest that begins so."""
        wanted = said.casefold()
        known = self.known(facet)
        exact = next((value for value, id_, name in known if wanted in (id_, name)), None)
        if exact is not None:
            return exact
        begun = [(len(name), value) for value, _, name in known if name.startswith(wanted)]
        return min(begun)[1] if begun else None

    def alike(self, facet: Facet, said: str) -> str | None:
        """Give the name that is most like what was said, None where none is."""
        by_name = {
            label.casefold(): label
            for value in self.values.get(facet, ())
            if (label := self.label(facet, value))
        }
        found = get_close_matches(said.casefold(), by_name, 1, _CLOSE)
        return by_name[found[0]] if found else None


@dataclass(frozen=True, slots=True)
class Completion:
    """What could stand in a query instead of `span`: the text, its name, and the value that is meant."""

    span: Span
    text: str
    label: str
    tick: Tick | None = None


def parse(text: str, names: Names) -> Query:
    """Read a query. Raises `QueryError` for a field, value or date that means nothing."""
    query = Query()
    for match in _TERM.finditer(text):
        if match["field"] is not None:
            query = _field(query, match, names)
        elif match["span"] is not None and not match["out"] and match["span"] != "..":
            query = _span(query, match)
    return replace(query, text=words(text), excluded=query.excluded - query.ticked)


def words(text: str) -> str:
    """Give the words of what is being typed, without its fields and spans, whatever these mean."""
    found = (match for match in _TERM.finditer(text) if match["words"] not in (None, '"', '""', "-"))
    return " ".join(_closed(match[0]) for match in found)


def write(query: Query, names: Names) -> str:
    """Say a query in its language, so that `parse` reads it back the same."""
    parts = []
    for sign, ticks in (("", query.ticked), ("-", query.excluded)):
        for facet in Facet:
            values = sorted(value for which, value in ticks if which is facet)
            if values:
                parts.append(f"{sign}{facet}:{','.join(_spoken(facet, value, names) for value in values)}")
    if query.lo_s is not None or query.hi_s is not None:
        parts.append(f"{_start(query.lo_s)}..{_end(query.hi_s)}")
    for field, at_s in ((_IN_FORCE, query.in_force_s), (_NEW, query.new_since_s)):
        if at_s is not None:
            parts.append(f"{field}:{_start(at_s)}")
    parts += [f"{_WITH}:{BORDERLINE}"] * query.with_borderline
    parts += [query.text.strip()] if query.text.strip() else []
    return " ".join(parts)


def complete(text: str, at: int, names: Names) -> list[Completion]:
    """Offer what could stand where the cursor is: fields, or the values of the field that is being typed."""
    term = next((m for m in _TERM.finditer(text) if m.start() < at <= m.end()), None)
    if term is None or (term["words"] or "").startswith('"') or term["span"] is not None:
        return []
    if term["field"] is None:
        return _fields(term)
    field, start = term["field"].lower(), term.start("values")
    parts = list(_PART.finditer(text, start, term.end())) if term["values"] else []
    typed = next((m for m in parts if m.start() <= at <= m.end()), None)
    span = Span(typed.start(), typed.end()) if typed else Span(at, at)
    said = _bare(typed[0]).casefold() if typed else ""
    if field == _WITH:
        return [Completion(span, BORDERLINE, "what is hardly sure")]
    if field not in _FACETS:
        return []
    return _values(_FACETS[field], said, span, names)


def _fields(term: re.Match[str]) -> list[Completion]:
    said = (term["words"] or "").casefold()
    span = Span(term.start("words"), term.end())
    return [Completion(span, f"{one}:", one) for one in FIELDS if said and one.startswith(said)]


def _values(facet: Facet, said: str, span: Span, names: Names) -> list[Completion]:
    """Give the values whose name, or a word of it, begins with what was said; the former first."""
    ranked = []
    for order, (value, id_, name) in enumerate(names.known(facet)):
        if name.startswith(said) or id_ == said:
            ranked.append((0, order, value))
        elif f" {said}" in name:
            ranked.append((1, order, value))
    return [
        Completion(span, _spoken(facet, value, names), names.label(facet, value), (facet, value))
        for *_, value in sorted(ranked, key=lambda one: one[:2])[:_MOST_OFFERED]
    ]


def _field(query: Query, match: re.Match[str], names: Names) -> Query:
    field, is_out = match["field"].lower(), bool(match["out"])
    where = Span(match.start("field"), match.end("field"))
    if field not in FIELDS:
        alike = get_close_matches(field, FIELDS, 1, _CLOSE)
        hint = f"Did you mean “{alike[0]}:”?" if alike else f"There are {', '.join(FIELDS)}."
        raise QueryError(f"There is no filter “{field}:”. {hint} Words with a colon go into quotes.", where)
    values = list(_parts(match))
    if not values:
        raise QueryError(f"“{field}:” needs a value behind it.", where)
    if field in _FACETS:
        for said, span in values:
            query = _tick(query, _FACETS[field], said, span, is_out, names)
        return query
    if is_out:
        raise QueryError(f"“{field}:” cannot be excluded.", where)
    said, span = values[0]
    if field == _WITH:
        if said.casefold() != BORDERLINE:
            raise QueryError(f"“with:” can be followed by “{BORDERLINE}” only.", span)
        return replace(query, with_borderline=True)
    if field == _DATE:
        when = _date(said, span)
        return replace(
            query,
            lo_s=None if when.is_open_start else when.lo_s,
            hi_s=None if when.is_open_end else when.hi_s,
        )
    at_s = _date(said, span).lo_s
    return replace(query, in_force_s=at_s) if field == _IN_FORCE else replace(query, new_since_s=at_s)


def _tick(query: Query, facet: Facet, said: str, span: Span, is_out: bool, names: Names) -> Query:
    value = names.find(facet, said)
    if value is None:
        alike = names.alike(facet, said)
        hint = f" Did you mean “{alike}”?" if alike else ""
        raise QueryError(f"No event here has the {facet} “{said}”.{hint}", span)
    tick = frozenset({(facet, value)})
    return (
        replace(query, excluded=query.excluded | tick) if is_out else replace(query, ticked=query.ticked | tick)
    )


def _span(query: Query, match: re.Match[str]) -> Query:
    first, _, last = match["span"].partition("..")
    begin = match.start("span")
    if first:
        query = replace(query, lo_s=_date(_bare(first), Span(begin, begin + len(first))).lo_s)
    if last:
        query = replace(
            query, hi_s=_date(_bare(last), Span(match.end("span") - len(last), match.end("span"))).hi_s
        )
    return query


def _date(said: str, span: Span) -> When:
    from explorer.dates import parse_typed  # the tagger: a window opens before anybody types a date

    when = parse_typed(said)
    if when is None:
        raise QueryError(
            f"“{said}” is no date: write 2019, 2019-04, 2019-04-15 or “15 April 2019” in quotes.", span
        )
    return when


def _parts(match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """Give the values behind a field with their places."""
    if match["values"]:
        for part in _PART.finditer(match.string, match.start("values"), match.end("values")):
            if _bare(part[0]):
                yield _bare(part[0]), Span(part.start(), part.end())


def _bare(said: str) -> str:
    """Take the quotes off."""
    if not said.startswith('"'):
        return said
    closed = said[1:-1] if len(said) > 1 and said.endswith('"') and not said.endswith('\\"') else said[1:]
    return re.sub(r"\\(.)", r"\1", closed).strip()


def _closed(words: str) -> str:
    """Close a quotation that is being typed."""
    return f'{words}"' if words.count('"') % 2 else words


def _quoted(said: str) -> str:
    if _PLAIN.match(said):
        return said
    escaped = said.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _spoken(facet: Facet, value: str, names: Names) -> str:
    """Say a value by the name that people know, unless that would be read as another one."""
    label = " ".join(names.label(facet, value).split())
    return _quoted(label if names.find(facet, label) == value else value)


def _start(at_s: int | None) -> str:
    """Say the moment at which a span begins, as coarsely as it can be said."""
    units = () if at_s is None else _units(at_s)
    return next((_quoted(unit.edtf) for unit in units if unit.lo_s == at_s), "")


def _end(at_s: int | None) -> str:
    """Say the last year, month, day or second before the moment at which a span ends."""
    units = () if at_s is None else _units(at_s - 1)
    return next((_quoted(unit.edtf) for unit in units if unit.hi_s == at_s), "")


def _units(at_s: int) -> Iterator[When]:
    """Give the year, month, day and second in which a moment lies."""
    number, rest = divmod(at_s, DAY_S)
    year, month, day = civil(number)
    yield edtf.of_year(year)
    yield edtf.of_month(year, month)
    yield edtf.of_day(year, month, day)
    yield edtf.of_time(year, month, day, rest // HOUR_S, rest // 60 % 60, rest % 60)

"""Random events and filters, and the filter said plainly for one event, for the laws of this room."""

from hypothesis import strategies as st

from explorer.index import EventTable
from explorer.index.build import VALUES, is_borderline
from explorer.model.decision import Review
from explorer.model.event import Conflict, ConflictField, Event
from explorer.model.mention import Status
from explorer.model.query import Facet, Query, Trait
from explorer.model.when import Certainty
from tests.builders import event, when

DATES = [None, "2018", "2019", "2019-04", "2019-04-15", "2019-34", "2018/2020", "../2017", "2021/.."]
NAMES = ["Alfa", "Beta", "Gamma"]
CODES = ["NO", "SE"]
TAGS = ["x", "y"]
CONFLICT = Conflict(ConflictField.DATE, ())


@st.composite
def made_events(draw: st.DrawFn) -> list[Event]:
    return [
        event(
            f"Ship {number} sank.",
            draw(st.sampled_from(DATES)),
            at=100 * number,
            article=draw(st.sampled_from(NAMES)),
            kind=draw(st.sampled_from(["ban", "legal", "unheard-of"])),
            status=draw(st.sampled_from(Status)),
            companies=draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True)),
            countries=tuple(draw(st.lists(st.sampled_from(CODES), max_size=2, unique=True))),
            confidence=draw(st.sampled_from([0.1, 0.35, 0.6, 1.0])),
            event_review=draw(st.sampled_from(Review)),
            event_tags=tuple(draw(st.lists(st.sampled_from(TAGS), max_size=2, unique=True))),
            event_is_starred=draw(st.booleans()),
            event_conflicts=draw(st.sampled_from([(), (CONFLICT,)])),
        )
        for number in range(draw(st.integers(0, 8)))
    ]


ticks = st.one_of(
    st.tuples(st.just(Facet.KIND), st.sampled_from(["ban", "legal", "none"])),
    st.tuples(st.just(Facet.COMPANY), st.sampled_from([*NAMES, "none"])),
    st.tuples(st.just(Facet.COUNTRY), st.sampled_from(CODES)),
    st.tuples(st.just(Facet.REGION), st.sampled_from(["EU", "Europe", "NATO"])),
    st.tuples(st.just(Facet.SOURCE), st.sampled_from(NAMES)),
    st.tuples(st.just(Facet.STATUS), st.sampled_from([str(status) for status in Status])),
    st.tuples(st.just(Facet.CERTAINTY), st.sampled_from([str(certainty) for certainty in Certainty])),
    st.tuples(st.just(Facet.REVIEW), st.sampled_from([str(review) for review in Review])),
    st.tuples(st.just(Facet.TAG), st.sampled_from(TAGS)),
    st.tuples(st.just(Facet.IS), st.sampled_from([str(trait) for trait in Trait])),
)
times = st.none() | st.sampled_from([when(year).lo_s for year in ("2018", "2019", "2020")])
queries = st.builds(
    Query,
    ticked=st.frozensets(ticks, max_size=4),
    excluded=st.frozensets(ticks, max_size=2),
    text=st.sampled_from(["", "  ", "ship"]),
    lo_s=times,
    hi_s=times,
    in_force_s=st.none() | st.just(when("2019").lo_s),
    new_since_s=st.none() | st.just(100),
    with_borderline=st.booleans(),
)


def passes(one: Event, query: Query, *, has_words: bool, besides: Facet | None = None) -> bool:
    """The filter said plainly for one event; `besides` leaves the ticks of a facet out."""
    if not query.with_borderline and is_borderline(one):
        return False
    if query.in_force_s is not None or query.new_since_s is not None:
        return False  # no ban is among the relations, and nothing tells when an article came in
    if query.text.strip() and not has_words:
        return False
    if query.lo_s is not None and (one.when is None or one.when.hi_s <= query.lo_s):
        return False
    if query.hi_s is not None and (one.when is None or one.when.lo_s >= query.hi_s):
        return False
    for facet, values in VALUES.items():
        if facet is besides:
            continue
        ticked = query.values(facet)
        if (ticked and ticked.isdisjoint(values(one))) or not query.without(facet).isdisjoint(values(one)):
            return False
        if facet is Facet.REVIEW and not ticked and one.review is Review.REJECTED:
            return False
    return True


def in_rows(table: EventTable, made: list[Event]) -> list[Event]:
    by_id = {one.id: one for one in made}
    return [by_id[id_] for id_ in table.ids]

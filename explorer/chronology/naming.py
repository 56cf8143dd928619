"""Whom two mentions have in common: parties by their names, or by the words that can mean nobody else.

A party may be known in one mention and only stand in the words of the other, and "Quellen" there is "Naviera
Quellen" here. A name of bare words, "the Board", is nobody's.
"""

from dataclasses import dataclass

from explorer.chronology.features import Features, signs_of
from explorer.chronology.rules import rules


@dataclass(frozen=True, slots=True)
class Common:
    """The parties that two mentions share.

    `shared` counts those told by their whole names, `companies` and `persons` are of those; `is_met` tells
    whether at least one is told somehow, `ours` and `theirs` count the companies of the one and of the other
    that are, `others` whoever else is. `is_named` tells whether both name somebody who is a party in neither.
    """

    shared: int
    companies: int
    persons: int
    is_met: bool
    is_named: bool
    ours: int
    theirs: int
    others: int

    def are_all_companies(self, one: Features, other: Features) -> bool:
        """Tell whether no company of either mention is missing in the other, and there are some."""
        met = self.ours + self.theirs
        return 0 < met == len(one.companies) + len(other.companies)


def common(one: Features, other: Features) -> Common:
    """Find the parties that two mentions share."""
    companies, others = one.companies & other.companies, one.others & other.others
    persons = one.persons & other.persons
    shared, ours = len(companies) + len(others), len(companies)
    if one.companies == other.companies and one.others == other.others:
        is_named = shared == 0 and _share_a_name(one, other)
        return Common(shared, ours, len(persons), shared > 0, is_named, ours, ours, len(others))
    # A party of one and a party of the other, each in the other's words, may be one: the larger count holds.
    firms, their_firms = _told(one.companies - companies, other), _told(other.companies - companies, one)
    more, their_more = _told(one.others - others, other), _told(other.others - others, one)
    if one.persons or other.persons:
        people = max(_told(one.persons - persons, other)[0], _told(other.persons - persons, one)[0])
    else:
        people = 0
    found = shared + max(firms[0], their_firms[0]) + max(more[0], their_more[0])
    is_met = found > 0 or any(some for _, some in (firms, their_firms, more, their_more))
    return Common(
        shared=found,
        companies=ours + max(firms[0], their_firms[0]),
        persons=len(persons) + people,
        is_met=is_met,
        is_named=not is_met and _share_a_name(one, other),
        ours=ours + firms[1],
        theirs=ours + their_firms[1],
        others=len(others) + max(more[1], their_more[1]),
    )


def most_parties(one: Features, other: Features) -> int:
    """Give how many parties two mentions can share at most, which is quicker to tell than how many they do."""
    return len(one.signs & other.signs)


def _share_a_name(one: Features, other: Features) -> bool:
    """Tell whether both have a name of two words or more in their words."""
    return not one.signs.isdisjoint(other.signs) and any(
        len(short) > 1 and _is_short_for(short, run)
        for ours in one.runs
        for theirs in other.runs
        for short, run in ((ours, theirs), (theirs, ours))
    )


def name_others(one: Features, other: Features) -> bool:
    """Tell whether two mentions of who leads a company name different people: each comes or goes alone."""
    if one.kind != other.kind or one.kind not in rules().personal:
        return False
    return any(_names_another(a, b, person) for a, b in ((one, other), (other, one)) for person in a.persons)


def _names_another(one: Features, other: Features, person: str) -> bool:
    """Tell whether the other mention names somebody, but not this person, and the one does not name them."""
    if not signs_of(person).isdisjoint(other.capitals) or person in other.persons:
        return False
    return bool(other.persons - one.persons) or any(
        len(run) > 1 and run.isdisjoint(one.capitals) for run in other.runs
    )


def _told(names: frozenset[str], other: Features) -> tuple[int, int]:
    """Count the parties that stand in the words of a mention: by their whole names, and somehow."""
    if not names:
        return 0, 0
    whole = some = 0
    for name in names:
        stems = signs_of(name)
        if stems and stems <= other.capitals:
            whole += 1
            some += 1
        elif _is_shortened(stems, other):
            some += 1
    return whole, some


def _is_shortened(stems: frozenset[str], other: Features) -> bool:
    """Tell whether a mention has a name for short, or has a longer one."""
    if not stems.isdisjoint(other.capitals) and any(_is_short_for(run, stems) for run in other.runs):
        return True
    return any(
        not stems.isdisjoint(known := signs_of(name))
        and (_is_short_for(known, stems) or _is_short_for(stems, known))
        for names in (other.companies, other.others)
        for name in names
    )


def _is_short_for(short: frozenset[str], name: frozenset[str]) -> bool:
    return short <= name and not short <= rules().bare

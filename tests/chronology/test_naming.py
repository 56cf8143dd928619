from explorer.chronology.features import Features, features
from explorer.chronology.naming import common, most_parties, name_others
from explorer.model.mention import PartyType
from tests.builders import mention, party


def told(quote: str, *companies: str, people: tuple[str, ...] = (), kind: str = "other") -> Features:
    parties = (*map(party, companies), *(party(one, PartyType.PERSON) for one in people))
    return features(mention(quote, parties=parties, kind=kind))


def test_a_party_of_one_stands_in_the_words_of_the_other() -> None:
    found = common(told("It sank.", "Olaf Lines"), told("A ferry of Olaf Lines sank."))
    assert (found.shared, found.companies, found.is_met, found.ours, found.theirs) == (1, 1, True, 1, 0)


def test_half_a_name_meets_the_party_but_is_not_its_whole_name() -> None:
    found = common(told("It sank.", "Naviera Quellen"), told("A ferry of Quellen sank."))
    assert (found.shared, found.is_met, found.ours) == (0, True, 1)


def test_what_many_names_share_names_nobody() -> None:
    assert not common(told("It sank.", "Air Norvik"), told("It fell from the Air.")).is_met


def test_namesakes_have_nothing_in_common() -> None:
    found = common(told("Orkan Steel paid.", "Orkan Steel"), told("Orkan Shipping paid.", "Orkan Shipping"))
    assert not found.is_met
    assert found.ours == found.theirs == 0


def test_a_name_of_two_words_that_nobody_knows_for_a_party_is_shared() -> None:
    one, other = told("Then Marta Oyarzo left."), told("It was Marta Oyarzo who went.")
    assert common(one, other).is_named
    assert common(other, one).is_named
    assert not common(one, told("It was Marta Lund who went.")).is_named


def test_both_orders_find_the_same() -> None:
    one = told("Olaf Lines left Bergen to Nimbus.", "Olaf Lines", people=("Marta Lund",))
    other = told("Nimbus took Bergen from Olaf.", "Nimbus", people=("Lund",))
    found, turned = common(one, other), common(other, one)
    assert (found.shared, found.persons, found.is_met) == (turned.shared, turned.persons, turned.is_met)
    assert (found.ours, found.theirs) == (turned.theirs, turned.ours)


def test_no_more_parties_are_shared_than_can_be() -> None:
    one, other = (
        told("Olaf Lines met Nimbus.", "Olaf Lines", "Nimbus"),
        told("Nimbus met Olaf Lines.", "Nimbus"),
    )
    assert common(one, other).shared == 2 <= most_parties(one, other)


def test_leaders_are_told_apart_by_their_names() -> None:
    one = told("Marta Lund quit.", people=("Marta Lund",), kind="leadership")
    assert name_others(one, told("Now Jon Berg leads.", kind="leadership"))
    assert not name_others(one, told("It was Lund who quit.", kind="leadership"))
    assert not name_others(one, told("The chief quit.", kind="leadership"))
    assert not name_others(told("Marta Lund quit.", people=("Marta Lund",)), told("Now Jon Berg leads."))

from dataclasses import replace

from explorer.chronology import article_as_decided, events, lost
from explorer.model.amounts import written
from explorer.model.article import DateSource
from explorer.model.decision import (
    Added,
    ArticleEdited,
    ArticleField,
    Change,
    Edited,
    EventField,
    Linked,
    Named,
    Noted,
    Parted,
    Review,
    Reviewed,
    Seen,
    Starred,
    Tagged,
    Undone,
    ref,
)
from explorer.model.event import Event
from explorer.model.mention import Found, Mention, PartyRole, PartyType, Role, Status
from explorer.model.when import Certainty, Modifier
from tests.builders import article, log, mention, party, quantity, when

ARTICLES = {name: article(name, title=f"Paper {name.upper()}") for name in "abc"}


def one(*mentions: Mention, decisions: tuple[Change, ...] = ()) -> Event:
    linked = Linked(tuple(ref(m) for m in mentions))
    (event,) = events(mentions, ARTICLES, log(linked, *decisions))
    return event


def test_an_event_has_the_id_of_its_oldest_mention_whatever_joins_it() -> None:
    first, second = mention(article="a", at=40), mention(article="b")
    assert one(second, first).id == first.id
    assert [m.article for m in one(second, first).mentions] == ["a", "b"]


def test_events_come_in_the_order_of_their_oldest_mentions() -> None:
    told = [mention(f"Ship {n} sank.", f"20{20 - n}", article=name) for n, name in enumerate("cab")]
    assert [event.mentions[0].article for event in events(told, ARTICLES)] == ["a", "b", "c"]


def test_the_title_is_that_of_the_surest_mention_and_the_date_the_most_exact() -> None:
    vague = mention("Olaf Lines sold ships.", "2019", article="a", confidence=0.9, title="Olaf sells ships")
    exact = mention("The sale was on 15 April.", "2019-04-15", article="b", confidence=0.6, title="Sale")
    event = one(vague, exact)
    assert event.title == "Olaf sells ships"
    assert event.when == when("2019-04-15")
    assert event.certainty is Certainty.DAY
    assert event.confidence == 0.9


def test_a_title_that_is_whole_goes_before_one_that_is_cut() -> None:
    cut = mention(
        "Olaf sold ships.", "2019", article="a", confidence=0.9, title="The staff of Olaf reads that…"
    )
    whole = mention("Olaf sold a ship.", "2019", article="b", confidence=0.8, title="Olaf sells ships")
    assert one(cut, whole).title == "Olaf sells ships"


def test_the_kind_is_what_most_confidence_stands_for() -> None:
    told = [mention(kind=kind, article=name, confidence=c) for kind, name, c in
            (("legal", "a", 0.9), ("ban", "b", 0.6), ("ban", "c", 0.6))]  # fmt: skip
    assert one(*told).kind == "ban"


def test_a_telling_kind_goes_before_a_vague_one() -> None:
    told = [mention(kind=kind, article=name) for kind, name in (("statement", "a"), ("legal", "b"))]
    assert one(*told).kind == "legal"


def test_what_one_source_saw_happen_outweighs_a_plan() -> None:
    told = [mention(status=Status.PLANNED, article="a"), mention(status=Status.HAPPENED, article="b")]
    assert one(*told).status is Status.HAPPENED


def test_parties_are_united_with_the_role_and_the_finding_that_say_most() -> None:
    told = [
        mention(article="a", parties=(party("Olaf Lines", found=Found.INFERRED),)),
        mention(
            article="b", parties=(party("Olaf Lines", role=PartyRole.TARGET), party("Navy", PartyType.AGENCY))
        ),
    ]
    event = one(*told)
    assert event.parties == (party("Olaf Lines", role=PartyRole.TARGET), party("Navy", PartyType.AGENCY))
    assert event.companies == ("Olaf Lines",)


def test_a_company_that_was_only_inferred_gives_way_to_one_that_others_name() -> None:
    guessed = mention(
        article="a", parties=(party("Alfa Foods", found=Found.INFERRED), party("Navy", PartyType.AGENCY))
    )
    named = mention(article="b", parties=(party("Olaf Lines"),))
    assert [p.name for p in one(guessed, named).parties] == ["Navy", "Olaf Lines"]
    also = mention(article="c", parties=(party("Olaf Lines"), party("Beta Dairy", found=Found.INFERRED)))
    assert [p.name for p in one(named, also).parties] == ["Olaf Lines", "Beta Dairy"]


def test_amounts_are_united_and_the_most_exact_of_equals_stays() -> None:
    told = [
        mention(article="a", quantities=(quantity(4.5e9), quantity(3, "ships"))),
        mention(article="b", quantities=(quantity(4.525e9), quantity(3, "ships"), quantity(3, "crews"))),
    ]
    assert [(q.value, q.unit) for q in one(*told).quantities] == [(4.525e9, "USD"), (3, "ships"), (3, "crews")]


def test_all_dates_are_kept_with_their_roles() -> None:
    told = [mention(article="a", date="2019-04", role=Role.ANNOUNCED), mention(article="b", date="2019-06-01")]
    event = one(*told)
    assert [(d.role, d.when.edtf) for d in event.dates if d.when] == [
        (Role.ANNOUNCED, "2019-04"),
        (Role.HAPPENED, "2019-06-01"),
    ]
    assert event.when == when("2019-06-01")


def test_links_name_the_articles_and_say_why() -> None:
    event = one(mention(article="a"), mention(article="b"))
    assert event.links == ("Paper A and Paper B: you linked them",)


def test_an_accepted_event_stays_as_it_was_accepted_when_another_mention_joins() -> None:
    mine = mention(
        "Ships were sold.", "2019-04", article="a", confidence=0.5, title="Ships sold", kind="acquisition"
    )
    joining = mention("Ships were sold on the 15th.", "2019-04-15", article="b", confidence=0.99, title="Sale")
    event = one(mine, joining, decisions=(Reviewed((ref(mine),), Review.ACCEPTED),))
    assert event.review is Review.ACCEPTED
    assert (event.title, event.kind, event.when) == ("Ships sold", "acquisition", when("2019-04"))


def test_a_review_can_be_put_back() -> None:
    told = mention()
    refs = (ref(told),)
    assert one(told, decisions=(Reviewed(refs, Review.REJECTED),)).review is Review.REJECTED
    back = (Reviewed(refs, Review.REJECTED), Reviewed(refs, Review.UNREVIEWED))
    assert one(told, decisions=back).review is Review.UNREVIEWED


def test_every_field_can_be_edited_and_given_back() -> None:
    told = mention(companies=("Olaf Lines",), countries=("NO",), kind="other")
    refs = (ref(told),)
    edits = {
        EventField.TITLE: ("Olaf sells",),
        EventField.WHEN: ("2019-05", "early"),
        EventField.KIND: ("ban",),
        EventField.STATUS: ("alleged",),
        EventField.PARTIES: ("Olaf Lines", "Navy"),
        EventField.COUNTRIES: ("SE", "NO"),
        EventField.QUANTITIES: written([quantity(5, text="$5")]),
    }
    changes = [Edited(refs, field, value) for field, value in edits.items()]
    event = one(told, decisions=tuple(changes))
    assert event.title == "Olaf sells"
    assert event.when == when("2019-05", Modifier.EARLY)
    assert event.date is not None
    assert event.date.why == ("set by you",)
    assert (event.kind, event.status) == ("ban", Status.ALLEGED)
    assert event.parties == (party("Olaf Lines"), party("Navy"))
    assert event.countries == ("SE", "NO")
    assert event.edited == {field.value for field in EventField}
    given_back = [Edited(refs, field, None) for field in EventField]
    assert one(told, decisions=(*changes, *given_back)) == one(told)


def test_an_edit_can_take_the_date_away() -> None:
    told = mention()
    event = one(told, decisions=(Edited((ref(told),), EventField.WHEN, ()),))
    assert event.when is None
    assert event.certainty is Certainty.UNDATED


def test_the_latest_edit_of_merged_events_counts() -> None:
    a, b = mention(article="a"), mention(article="b")
    edits = (Edited((ref(b),), EventField.TITLE, ("B",)), Edited((ref(a),), EventField.TITLE, ("A",)))
    assert one(a, b, decisions=edits).title == "A"
    assert one(a, b, decisions=edits[::-1]).title == "B"


def test_after_a_split_the_edit_stays_with_the_oldest_part() -> None:
    a, b = mention(article="a"), mention(article="b")
    refs = (ref(a), ref(b))
    decisions = log(Linked(refs), Edited(refs, EventField.TITLE, ("Both",)), Parted((ref(a),), (ref(b),)))
    assert [event.title == "Both" for event in events([a, b], ARTICLES, decisions)] == [True, False]


def test_notes_tags_and_stars_are_laid_over_and_taken_off() -> None:
    a, b = mention(article="a"), mention(article="b")
    refs = (ref(a), ref(b))
    on = (
        Noted(refs, "ask the yard"),
        Tagged(refs, "ships", True),
        Tagged(refs, "2019", True),
        Starred(refs, True),
    )
    event = one(a, b, decisions=on)
    assert (event.note, event.tags, event.is_starred) == ("ask the yard", ("2019", "ships"), True)
    off = (Noted(refs, ""), Tagged(refs, "ships", False), Starred(refs, False))
    event = one(a, b, decisions=(*on, *off))
    assert (event.note, event.tags, event.is_starred) == ("", ("2019",), False)


def test_a_mention_that_a_person_added_is_an_accepted_event() -> None:
    added = mention("Words that the program passed over.", "2018", article="a")
    (event,) = events([], ARTICLES, log(Added(added)))
    assert (event.mentions, event.review) == ((added,), Review.ACCEPTED)
    assert events([], ARTICLES, log(Added(added), Undone(1))) == []
    # Found by a newer version as well, it is there once.
    assert len(events([added], ARTICLES, log(Added(added)))) == 1


def test_a_name_can_be_replaced_or_refused() -> None:
    told = mention(companies=("Olaf", "Olaf Lines", "Monday"))
    event = one(told, decisions=(Named("Olaf", "Olaf Lines"), Named("Monday", "")))
    assert event.companies == ("Olaf Lines",)


def test_decisions_about_mentions_that_are_gone_are_listed() -> None:
    told, gone = mention(article="a"), mention("Gone.", article="b")
    decisions = log(
        Starred((ref(told),), True),
        Starred((ref(gone),), True),
        Linked((ref(told), ref(gone))),
        Named("a", "b"),
    )
    assert [decision.id for decision in lost(decisions, [told])] == [2]
    assert len(events([told], ARTICLES, decisions)) == 1


def test_a_decision_outlives_a_reading_that_cuts_clauses_otherwise() -> None:
    before = mention("On Monday Olaf Lines sold its ships.", at=100)
    after = mention("On Monday Olaf Lines sold its ships", at=100)
    (event,) = events([after], ARTICLES, log(Edited((ref(before),), EventField.TITLE, ("Sold",))))
    assert event.title == "Sold"


def test_an_article_is_shown_as_corrected_and_given_back() -> None:
    read = article("a", published="2020", published_source=DateSource.TEXT, title="Read")
    decisions = log(
        ArticleEdited("a", ArticleField.PUBLISHED, "2019-04-15"),
        ArticleEdited("a", ArticleField.TITLE, "Mine"),
        ArticleEdited("a", ArticleField.PUBLISHER, "Bergen Post"),
        ArticleEdited("b", ArticleField.TITLE, "Other"),
    )
    decided = article_as_decided(read, decisions)
    assert (decided.published, decided.published_source) == ("2019-04-15", DateSource.PERSON)
    assert (decided.title, decided.publisher) == ("Mine", "Bergen Post")
    back = log(ArticleEdited("a", ArticleField.TITLE, "Mine"), ArticleEdited("a", ArticleField.TITLE, None))
    assert article_as_decided(read, back) == read


def test_copies_of_one_text_and_of_one_source_count_once() -> None:
    wire = "The harbour of Bergen closed on Monday after two ferries had collided in fog."
    copies = [mention(wire, article="a"), mention(wire, article="b")]
    assert one(*copies).independent == 1
    own = mention("Fog shut the port; a collision, says the harbour master.", article="c")
    assert one(*copies, own).independent == 2
    quoting = [
        mention("Fog shut the port.", article="a", attribution="the Bergen Post"),
        mention("Two ferries met at sea.", article="b", attribution="The Bergen Post"),
    ]
    assert one(*quoting).independent == 1


def test_a_name_that_was_confirmed_is_new_no_more() -> None:
    told = mention(parties=(party("Acme", is_new=True), party("Bolt", is_new=True)))
    event = one(told, decisions=(Named("Acme", "Acme"),))
    assert [(p.name, p.is_new) for p in event.parties] == [("Acme", False), ("Bolt", True)]


def test_names_are_followed_to_what_they_stand_for_in_the_end() -> None:
    told = mention(parties=(party("Acme Ltd"), party("Bolt")))
    chain = (Named("Acme Ltd", "Acme"), Named("Acme", "Acme Group"))
    assert one(told, decisions=chain).companies == ("Acme Group", "Bolt")


def test_names_that_stand_for_each_other_end_somewhere() -> None:
    told = mention(parties=(party("Acme"),))
    assert one(told, decisions=(Named("Acme", "Bolt"), Named("Bolt", "Acme"))).companies == ("Acme",)


def test_what_was_accepted_and_is_told_otherwise_now_is_named() -> None:
    told = mention("Acme was fined on Monday.", "2019-04-15", kind="settlement")
    accepted = Reviewed((ref(told),), Review.ACCEPTED, one(told).seen())
    assert one(told, decisions=(accepted,)).changed == ()
    moved = replace(told, dates=(replace(told.dates[0], when=when("2019-04-22")),))
    assert one(moved, decisions=(accepted,)).changed == (Seen(EventField.WHEN, "2019-04-15"),)


def test_what_a_person_changed_is_no_surprise() -> None:
    told = mention("Acme was fined on Monday.", "2019-04-15", kind="settlement")
    mine = (ref(told),)
    accepted = Reviewed(mine, Review.ACCEPTED, one(told).seen())
    edited = Edited(mine, EventField.WHEN, ("2019-05", ""))
    assert one(told, decisions=(accepted, edited)).changed == ()


def test_amounts_that_a_person_set_stand_and_those_of_the_text_keep_their_places() -> None:
    said = quantity(5_700_000, text="$5.7 million", at=8)
    told = mention("Fined of $5.7 million.", quantities=(said, quantity(3, text="3 times", at=20)))
    edit = Edited((ref(told),), EventField.QUANTITIES, written([said, quantity(30, "%", "30%")]))
    (event,) = events([told], {"a": article("a")}, log(edit))
    assert [(q.text, q.value, q.unit) for q in event.quantities] == [
        ("$5.7 million", 5_700_000.0, "USD"),
        ("30%", 30.0, "%"),
    ]
    assert event.quantities[0].span == said.span
    assert event.edited == {"quantities"}


def test_amounts_of_another_form_leave_what_was_read() -> None:
    told = mention("Fined $5.", quantities=(quantity(5, text="$5"),))
    (event,) = events(
        [told], {"a": article("a")}, log(Edited((ref(told),), EventField.QUANTITIES, ("$6", "six")))
    )
    assert [q.text for q in event.quantities] == ["$5"]

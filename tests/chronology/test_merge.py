import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.chronology import Memory, events
from explorer.chronology.words import stem, stems_of
from explorer.model.decision import Decision, Linked, Parted, Review, Reviewed, ref
from explorer.model.event import Event
from explorer.model.mention import Found, Mention, MentionDate, Party, PartyType, Role, Span, Status
from tests.builders import article, log, mention, party, quantity, when


def merged(*mentions: Mention, decisions: list[Decision] | None = None) -> list[Event]:
    return events(mentions, {m.article: article(m.article) for m in mentions}, decisions or [])


def fine(date: str | None = "2019-04-15", *, article: str = "a", **fields: object) -> Mention:
    fields = {
        "kind": "settlement",
        "companies": ("Norfolk Foods",),
        "quantities": (quantity(4.5e6, "USD", "$4.5 million"),),
        **fields,
    }
    return mention("Norfolk Foods agreed to pay a fine over mislabelled milk.", date, article=article, **fields)  # type: ignore[arg-type]


def purchase(date: str, article: str, price: float | None = None, **fields: object) -> Mention:
    told = (quantity(price, "EUR", f"{price:g} euros"),) if price else ()
    quote = fields.pop("quote", "Alfa Foods bought Beta Dairy, a maker of cheese.")
    fields = {"kind": "acquisition", "companies": ("Alfa Foods", "Beta Dairy"), "quantities": told, **fields}
    return mention(quote, date, article=article, **fields)  # type: ignore[arg-type]


def leader(quote: str, person: str, date: str, *, article: str) -> Mention:
    known = (party(person, PartyType.PERSON),) if person else ()
    parties = (party("Olaf Lines"), *known)
    return mention(quote, date, article=article, kind="leadership", parties=parties)


def measured(
    value: float, unit: str = "daily users", quote: str = "", date: str = "2019-04-15", **fields: object
) -> Mention:
    quote = quote or f"Nimbus reached {value:g} {unit}."
    fields = {"kind": "milestone", "companies": ("Nimbus",), "quantities": (quantity(value, unit),), **fields}
    return mention(quote, date, **fields)  # type: ignore[arg-type]


def in_parts(date: str | None, article: str) -> Mention:
    """A settlement in parts, of which two have sums that are hardly another's."""
    sums = (quantity(1.256e9), quantity(2.394e9), quantity(5e8))
    return mention("The settlement of Norfolk Foods is in parts.", date, article=article, kind="settlement",
                   companies=("Norfolk Foods",), quantities=sums)  # fmt: skip


SAME = {
    "announced in summer, completed in autumn": (
        purchase("2011-08", "a", quote="Alfa Foods said in August it would buy Beta Dairy.",
                 dates=(MentionDate(when("2011-08"), "August", Span(19, 25), Role.ANNOUNCED),)),
        purchase("2011-10-03", "b", quote="Alfa Foods completed its takeover of Beta Dairy on Monday."),
    ),
    "announced and in force, by words alone": (
        mention("Bergen announced that night ferries of Olaf Lines would be banned.", "2019-04-15", kind="ban",
                companies=("Olaf Lines",), countries=("NO",), article="a"),
        mention("The ban of night ferries of Olaf Lines in Bergen took effect.", "2019-05-02", kind="ban",
                companies=("Olaf Lines",), countries=("NO",), article="b"),
    ),
    "dated here, not there, with two sums that are nobody else's": (
        in_parts("2019-04-15", "a"),
        in_parts(None, "b"),
    ),
    "an office named here, told there, and a company that was only inferred": (
        mention("The Dairy Commissioner in Bergen imposed a fine of $300,000.", kind="settlement", article="a",
                parties=(party("Alfa Foods", found=Found.INFERRED),), countries=("NO",),
                quantities=(quantity(3e5),)),
        mention("The Dairy Commissioner's Office fined Norfolk Foods $300,000.", kind="settlement", article="b",
                parties=(party("Dairy Commissioner's Office", PartyType.AGENCY), party("Norfolk Foods")),
                countries=("NO",), quantities=(quantity(3e5),)),
    ),
    "the same told in two papers": (fine(article="a"), fine(article="b")),
    "a day and its month": (fine("2019-04-15", article="a"), fine("2019-04", article="b")),
    "rounded here, exact there": (
        fine(article="a"),
        fine(article="b", quantities=(quantity(4.525e6, "USD", "$4.525 million"),)),
    ),
    "a purchase by names alone, in the year and on the day": (
        purchase("2011-10-03", "a", quote="Alfa Foods completed its takeover of Beta Dairy on Monday."),
        purchase("2011", "b", quote="When Alfa Foods acquired Beta Dairy, many advisers were paid."),
    ),
    "twice in one article, the same sum on the same day": (
        fine(article="a", at=0),
        fine(article="a", at=300),
    ),
    "planned here, done there": (
        fine(article="a", status=Status.PLANNED),
        fine(article="b"),
    ),
    "by an agency, no company known": (
        mention("The Harbour Agency banned night ferries.", kind="ban", article="a",
                parties=(party("Harbour Agency", PartyType.AGENCY),)),
        mention("Night ferries were banned by the Harbour Agency.", kind="ban", article="b",
                parties=(party("Harbour Agency", PartyType.AGENCY),)),
    ),
    "one wording, read as two kinds": (
        mention("Olaf Lines told its crews that every night ferry would stop.", kind="statement", article="a",
                companies=("Olaf Lines",)),
        mention("Olaf Lines told its crews that every night ferry would stop.", kind="launch", article="b",
                companies=("Olaf Lines",)),
    ),
    "one fine, read as a fine and as a sum": (
        fine(article="a", quantities=(quantity(4.52e6, "USD", "$4.52 million"),)),
        mention("15 April: Norfolk Foods, $4.52 million", article="b", kind="finance",
                companies=("Norfolk Foods",), quantities=(quantity(4.52e6, "USD", "$4.52 million"),)),
    ),
    "a day apart, in the same words": (
        mention("The council ordered the Nimbus app out of every school.", "2019-04-15", kind="ban",
                companies=("Nimbus",), article="a", countries=("NO",)),
        mention("The council had the Nimbus app ordered out of the schools.", "2019-04-16", kind="ban",
                companies=("Nimbus",), article="b", countries=("NO",)),
    ),
    "one loss on one day, with two sums": (
        measured(251e9, "USD", "The fall took $251 billion of value.", kind="finance", article="a"),
        measured(232e9, "USD", "The fall took $232 billion of value.", kind="finance", article="b"),
    ),
    "one wording whose companies were only guessed": (
        mention("Lawyers said on Monday that nobody would have to answer for the collapse.", kind="legal",
                article="a", parties=(party("Alfa Foods", found=Found.INFERRED),)),
        mention("Lawyers said on Monday that nobody would have to answer for the collapse.", kind="legal",
                article="b", parties=(party("Beta Dairy", found=Found.INFERRED),)),
    ),
    "a party known here, and only in the words there": (
        mention("Olaf Lines sued half its crews.", kind="legal", article="a", companies=("Olaf Lines",)),
        mention("Crews were sued by Olaf Lines.", "2019-04", kind="legal", article="b"),
    ),
    "a company called by half its name": (
        mention("Olaf Lines moved its night ferries to Trondheim.", article="a", companies=("Olaf Lines",)),
        mention("The ferries that Olaf sails were moved to Trondheim.", article="b", companies=("Olaf",)),
    ),
    "begun on a day, and going on since": (
        mention("Oslo banned night ferries of Olaf Lines.", kind="ban", article="a", companies=("Olaf Lines",)),
        mention("Olaf Lines has been banned from the inner harbour.", "2019-04-15/..", kind="ban", article="b",
                companies=("Olaf Lines",)),
    ),
    "a person leaves a company, in other words and three days apart": (
        leader("Marta Lund quit Olaf Lines.", "Marta Lund", "2019-04-15", article="a"),
        leader("Its founder, Marta Lund, stepped down from the top.", "Marta Lund", "2019-04-18", article="b"),
    ),
    "a count that was read as an amount on neither side": (
        mention("Nimbus let 480 people go.", article="a", companies=("Nimbus",)),
        mention("It was Nimbus from whose offices 480 people went.", article="b", companies=("Nimbus",)),
    ),
    "pesos of two countries": (
        fine(article="a", quantities=(quantity(4.52e6, "CLP", "4.52 million pesos"),), kind="legal"),
        mention("The court took 4.52 million pesos from it.", article="b", kind="legal",
                companies=("Norfolk Foods",), quantities=(quantity(4.52e6, "MXN", "4.52 million pesos"),)),
    ),
    "Chinese told twice": (
        mention("字节跳动完成新一轮融资", kind="investment", article="a", companies=("字节跳动",)),
        mention("字节跳动宣布完成新一轮融资", kind="investment", article="b", companies=("字节跳动",)),
    ),
}  # fmt: skip

DIFFERENT = {
    "one goes and another comes": (
        leader("Marta Lund quit as chief of Olaf Lines.", "Marta Lund", "2019-04", article="a"),
        leader("Jon Berg came as chief of Olaf Lines.", "", "2019-04", article="b"),
    ),
    "namesakes": (
        mention("Olaf Steel dismissed its director over the fire.", article="a", companies=("Olaf Steel",)),
        mention("Olaf Lines dismissed its director over the fire.", article="b", companies=("Olaf Lines",)),
    ),
    "who only stands in the words about another": (
        mention("Olaf Lines was fined.", "2019-04", kind="legal", article="a", companies=("Olaf Lines",)),
        mention("Bergen Ferries, once fined like Olaf Lines, sued.", "2019-04", kind="legal", article="b",
                companies=("Bergen Ferries",)),
    ),
    "a purchase announced, and given up later": (
        purchase("2011-08", "a", quote="Alfa Foods said in August it would buy Beta Dairy's cheese.",
                 dates=(MentionDate(when("2011-08"), "August", Span(19, 25), Role.ANNOUNCED),)),
        purchase("2011-12-05", "b", quote="Beta Dairy rejected the offer of Alfa Foods for its cheese."),
    ),
    "two rulings of one court on one company, with no word in common": (
        mention("The court called the Nimbus app harmful.", "2019-04", kind="legal", companies=(), article="a",
                countries=("NO",), parties=(party("Nimbus"), party("Bergen Court", PartyType.COURT))),
        mention("Judges lifted their own order.", "2019-04-24", kind="legal", companies=(), article="b",
                countries=("NO",), parties=(party("Nimbus"), party("Bergen Court", PartyType.COURT))),
    ),
    "a sale announced after another deal of the same two": (
        purchase("2020-08-14", "a", quote="Alfa Foods had to sell its stake in Beta Dairy."),
        purchase("2020-09-21", "b", quote="Alfa Foods said on Monday it would keep Beta Dairy.",
                 dates=(MentionDate(when("2020-09-21"), "Monday", Span(19, 25), Role.ANNOUNCED),)),
    ),
    "in force before it was announced": (
        mention("The ban of night ferries of Olaf Lines in Bergen took effect.", "2019-04-15", kind="ban",
                companies=("Olaf Lines",), countries=("NO",), article="a"),
        mention("Bergen announced that night ferries of Olaf Lines would be banned.", "2019-05-02", kind="ban",
                companies=("Olaf Lines",), countries=("NO",), article="b"),
    ),
    "another day": (fine("2019-04-15", article="a"), fine("2019-06-20", article="b")),
    "another year": (fine("2018", article="a"), fine("2020", article="b")),
    "one sum that an office imposed on two companies by name": (
        mention("The Dairy Commissioner in Bergen fined Alfa Foods $300,000.", kind="settlement", article="a",
                companies=("Alfa Foods",), countries=("NO",), quantities=(quantity(3e5),)),
        mention("The Dairy Commissioner's Office fined Norfolk Foods $300,000.", kind="settlement", article="b",
                parties=(party("Dairy Commissioner's Office", PartyType.AGENCY), party("Norfolk Foods")),
                countries=("NO",), quantities=(quantity(3e5),)),
    ),
    "one sum of a company that was inferred, with nobody else in common": (
        mention("In Bergen that made another fine of $300,000.", kind="settlement", article="a",
                parties=(party("Alfa Foods", found=Found.INFERRED),), quantities=(quantity(3e5),)),
        mention("The Dairy Commissioner's Office fined Norfolk Foods $300,000.", kind="settlement", article="b",
                parties=(party("Dairy Commissioner's Office", PartyType.AGENCY), party("Norfolk Foods")),
                quantities=(quantity(3e5),)),
    ),
    "another company": (fine(article="a"), fine(article="b", companies=("Suffolk Foods",))),
    "fines of two companies in one list": (
        mention("Nimbus – 4 million rubles", kind="settlement", companies=("Nimbus",), article="a"),
        mention("Olaf Lines – 9 million rubles", kind="settlement", companies=("Olaf Lines",), article="b"),
    ),
    "two kinds of one day with nothing in common but a word": (
        mention("Bergen was first to ban the Nimbus app.", kind="ban", companies=("Nimbus",), article="a"),
        mention("Drivers from Bergen went to court.", kind="legal", companies=("Nimbus",), article="b"),
    ),
    "a ban and its lifting": (
        mention("The court banned the Nimbus app.", kind="ban", companies=("Nimbus",), article="a"),
        mention("The Nimbus app is allowed again.", kind="reinstatement", companies=("Nimbus",), article="b"),
    ),
    "two things that one company did on one day": (
        mention("Olaf Lines opened a terminal.", kind="launch", companies=("Olaf Lines",), article="a"),
        mention("A cheaper kind of ticket came out.", kind="launch", companies=("Olaf Lines",), article="b"),
    ),
    "the same told as happened and as denied": (
        fine(article="a"),
        fine(article="b", status=Status.DENIED),
    ),
    "a goal and what was reached": (
        measured(5.5e6, article="a"),
        measured(5.5e6, article="b", kind="target"),
    ),
    "two measures on one day": (
        measured(5.5e6, article="a"),
        measured(5.5e6, "downloads", article="b"),
    ),
    "one measure in two months": (
        measured(5.5e6, date="2019-04", article="a"),
        measured(6.5e6, date="2019-05", article="b"),
    ),
    "revenue and profit of one quarter": (
        measured(40e6, "EUR", "Nimbus had revenue of 40m euros.", "2019-33", article="a", kind="finance"),
        measured(4e6, "EUR", "Nimbus had a profit of 4m euros.", "2019-33", article="b", kind="finance"),
    ),
    "two sums of one day that are of different things": (
        measured(251e9, "USD", "The value of Nimbus fell by $251 billion.", kind="finance", article="a"),
        measured(90e9, "USD", "Nimbus had revenue of $90 billion.", kind="finance", article="b"),
    ),
    "the whole world and one country": (
        measured(90e6, "downloads", date="2019", article="a"),
        measured(30e6, "downloads", "In India it was popular.", "2019", article="b", countries=("IN",)),
    ),
    "two sentences of one article with two dates": (
        fine("2019-04-15", article="a", quantities=()),
        fine("2019-04", article="a", at=300, quantities=()),
    ),
    "a statement and the plan inside it": (
        mention("Olaf Lines said on Monday the Bergen line would open in 2020.", "2019-04-15", kind="statement",
                companies=("Olaf Lines",)),
        mention("Monday the Bergen line would open in 2020.", "2019-04-15", kind="launch", at=20,
                companies=("Olaf Lines",)),
    ),
    "dated and undated": (fine(article="a"), fine(None, article="b")),
}  # fmt: skip


@pytest.mark.parametrize("case", SAME)
def test_mentions_of_one_event_are_one(case: str) -> None:
    (event,) = merged(*SAME[case])
    assert len(event.mentions) == 2
    assert len(event.links) == 1


@pytest.mark.parametrize("case", DIFFERENT)
def test_mentions_of_two_events_stay_two(case: str) -> None:
    assert len(merged(*DIFFERENT[case])) == 2


def test_a_misread_kind_keeps_nobody_out_who_tells_the_same_telling_sum() -> None:
    agency = party("Dairy Agency", PartyType.AGENCY)
    sum_ = quantity(4.5e6, "USD", "$4.5 million")

    def told(words: str, article: str, kind: str, *parties: Party) -> Mention:
        return mention(words, article=article, kind=kind, parties=parties, quantities=(sum_,))

    (event,) = merged(
        told(
            "Norfolk Foods paid the Dairy Agency $4.5 million.",
            "a",
            "settlement",
            party("Norfolk Foods"),
            agency,
        ),
        told("The Dairy Agency collected a fine of $4.5 million over milk.", "b", "legal", agency),
        told(
            "Norfolk Foods agreed to pay $4.5 million for what its farms did.",
            "c",
            "acquisition",
            party("Norfolk Foods"),
        ),
    )
    assert len(event.mentions) == 3


def test_of_one_sentence_with_two_dates_the_right_one_is_joined() -> None:
    quote = (
        "Alfa Foods completed its purchase of Beta Dairy on Monday, which cost its chief his job last month."
    )

    def dated(words: str, date: str) -> Mention:
        at = quote.index(words)
        dates = (MentionDate(when(date), words, Span(at, at + len(words))),)
        return purchase(date, "a", quote=quote, id=words, dates=dates)

    monday, month = dated("Monday", "2011-10-03"), dated("last month", "2011-09")
    later = purchase("2011", "b", quote="Alfa Foods completed the purchase of Beta Dairy last year.")
    (joined,) = (event for event in merged(monday, month, later) if len(event.mentions) == 2)
    assert monday in joined.mentions


def test_a_person_links_what_nothing_else_links_and_parts_what_is_alike() -> None:
    one, other = DIFFERENT["another company"]
    (event,) = merged(one, other, decisions=log(Linked((ref(one), ref(other)))))
    assert "you linked them" in event.links[0]
    left, right = SAME["the same told in two papers"]
    assert len(merged(left, right, decisions=log(Parted((ref(left),), (ref(right),))))) == 2


def test_a_merge_tells_its_reason_and_how_likely_it_is() -> None:
    (event,) = merged(fine(article="a"), fine(article="b"))
    assert event.links == (
        "a and b: same day · both settlement · Norfolk Foods · $4.5 million · 5 words alike · 0.99",
    )
    one, other = SAME["a day apart, in the same words"]
    (event,) = merged(one, other)
    assert 0.5 < float(event.links[0].rpartition(" · ")[2]) < 0.99


def test_the_latest_word_on_two_mentions_counts() -> None:
    a, b = fine(article="a"), fine(article="b")
    link, part = Linked((ref(a), ref(b))), Parted((ref(a),), (ref(b),))
    assert len(merged(a, b, decisions=log(part, link))) == 1
    assert len(merged(a, b, decisions=log(link, part))) == 2


def test_what_was_parted_is_not_joined_by_a_third() -> None:
    a, b, c = fine(article="a"), fine(article="b"), fine(article="c")
    found = merged(a, b, c, decisions=log(Parted((ref(a),), (ref(b),))))
    assert sorted(len(event.mentions) for event in found) == [1, 2]
    assert not any({a.id, b.id} <= {m.id for m in event.mentions} for event in found)


def test_links_that_contradict_a_later_parting_give_way() -> None:
    a, b, c = (fine(article=name, companies=(name,)) for name in "abc")
    decisions = log(Linked((ref(a), ref(b))), Linked((ref(b), ref(c))), Parted((ref(a),), (ref(c),)))
    found = merged(a, b, c, decisions=decisions)
    assert {frozenset(m.article for m in event.mentions) for event in found} == {
        frozenset("a"),
        frozenset("bc"),
    }


def test_a_rejected_mention_takes_no_unreviewed_one_with_it() -> None:
    a, b = fine(article="a"), fine(article="b")
    found = merged(a, b, decisions=log(Reviewed((ref(a),), Review.REJECTED)))
    assert [event.review for event in found] == [Review.REJECTED, Review.UNREVIEWED]
    (event,) = merged(a, b, decisions=log(Reviewed((ref(a), ref(b)), Review.REJECTED)))
    assert event.review is Review.REJECTED


def test_many_mentions_on_one_day_are_neither_all_compared_nor_lost() -> None:
    crowd = [
        mention(
            f"Nimbus opened its {n}th office, at {n} Quay.",
            article=f"a{n}",
            kind="launch",
            companies=("Nimbus",),
        )
        for n in range(200)
    ]
    assert sum(len(event.mentions) for event in merged(*crowd)) == 200


@pytest.mark.parametrize(
    ("a", "b"),
    [("acquired", "acquires"), ("acquired", "acquiring"), ("fines", "fined"), ("companies", "company")],
)
def test_inflected_words_have_one_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


def test_words_without_spaces_are_their_pairs() -> None:
    assert stems_of("融资完成") == {"融资", "资完", "完成"}
    assert stems_of("an ox at 5") == frozenset()


# A pool of mentions in which some tell of the same.
POOL = [told for pair in (*SAME.values(), *DIFFERENT.values()) for told in pair]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(range(len(POOL))), unique=True, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(places: list[int], order: random.Random) -> None:
    chosen = list({POOL[place].id: POOL[place] for place in places}.values())
    shuffled = order.sample(chosen, len(chosen))

    def groups(found: list[Event]) -> set[frozenset[str]]:
        return {frozenset(m.id for m in event.mentions) for event in found}

    assert groups(merged(*chosen)) == groups(merged(*shuffled))
    assert sorted(m.id for event in merged(*chosen) for m in event.mentions) == sorted(m.id for m in chosen)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(0, 5), st.integers(0, 5)), max_size=6),
    st.lists(st.sampled_from("abcdef"), min_size=6, max_size=6),
)
def test_the_last_word_on_every_pair_is_never_broken(
    words: list[tuple[bool, int, int]], names: list[str]
) -> None:
    mentions = [fine(article=f"{name}{n}", companies=(name,)) for n, name in enumerate(names)]
    steps = []
    for is_link, i, j in words:
        one, other = ref(mentions[i]), ref(mentions[j])
        if i != j:
            steps.append(Linked((one, other)) if is_link else Parted((one,), (other,)))
    found = merged(*mentions, decisions=log(*steps))
    parted = {frozenset((mentions[i].id, mentions[j].id)): not is_link for is_link, i, j in words if i != j}
    for event in found:
        ids = {m.id for m in event.mentions}
        assert not any(is_parted and pair <= ids for pair, is_parted in parted.items())


def test_a_memory_changes_nothing_but_the_time() -> None:
    memory = Memory()
    mentions = list({told.id: told for told in POOL}.values())
    articles = {m.article: article(m.article) for m in mentions}
    plain = events(mentions, articles)
    assert events(mentions, articles, memory=memory) == plain
    assert events(mentions, articles, memory=memory) == plain
    fewer = mentions[:-3]
    assert events(fewer, articles, memory=memory) == events(fewer, articles)
    decisions = log(Parted((ref(plain[0].mentions[0]),), tuple(ref(m) for m in plain[0].mentions[1:])))
    assert events(mentions, articles, decisions, memory=memory) == events(mentions, articles, decisions)

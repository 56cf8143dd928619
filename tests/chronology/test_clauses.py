"""A person says which words state a mention; the choice lasts, also when the article is read again."""

from explorer.chronology import Memory, events, lost
from explorer.model.decision import Added, Review, Reviewed, Spanned, Undone, ref
from explorer.model.mention import Span
from tests.builders import article, log, mention

ARTICLES = {"a": article("a", text="On 3 May 2019 the app was banned, and people wept.")}
READ = mention("On 3 May 2019 the app", "2019-05-03", article="a")
CHOSEN = Spanned(ref(READ), Span(0, 32), "On 3 May 2019 the app was banned")


def test_the_chosen_words_are_the_clause_and_date_and_id_stay() -> None:
    (event,) = events([READ], ARTICLES, log(CHOSEN))
    (told,) = event.mentions
    assert (told.id, told.span, told.quote) == (READ.id, Span(0, 32), "On 3 May 2019 the app was banned")
    assert told.dates == READ.dates


def test_the_last_choice_counts_and_undo_puts_the_clause_back() -> None:
    shorter = Spanned(ref(READ), Span(0, 13), "On 3 May 2019")
    memory = Memory()
    quotes = [
        events([READ], ARTICLES, log(*steps), memory=memory)[0].mentions[0].quote
        for steps in ([], [CHOSEN], [CHOSEN, shorter], [CHOSEN, shorter, Undone(2)], [CHOSEN, Undone(1)])
    ]
    assert quotes == [READ.quote, CHOSEN.quote, "On 3 May 2019", CHOSEN.quote, READ.quote]


def test_a_clause_is_found_again_by_words_and_place() -> None:
    anew = mention("On 3 May 2019 the app was", "2019-05-03", article="a", id="read-anew")
    (event,) = events([anew], ARTICLES, log(CHOSEN))
    assert event.mentions[0].quote == CHOSEN.quote
    assert not lost(log(CHOSEN), [anew])
    assert len(lost(log(CHOSEN), [])) == 1


def test_what_was_decided_after_the_change_still_holds() -> None:
    moved = events([READ], ARTICLES, log(CHOSEN))[0].mentions[0]
    (event,) = events([READ], ARTICLES, log(CHOSEN, Reviewed((ref(moved),), Review.ACCEPTED)))
    assert event.review is Review.ACCEPTED


def test_a_statement_that_a_person_added_can_have_another_clause_too() -> None:
    longer = Spanned(ref(READ), Span(0, 32), CHOSEN.quote)
    (event,) = events([], ARTICLES, log(Added(READ), longer))
    assert event.mentions[0].quote == CHOSEN.quote
    assert event.review is Review.ACCEPTED

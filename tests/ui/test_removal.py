"""Articles taken out of the library and put back: what is shown lets go of them, and takes them in again."""

from pytestqt.qtbot import QtBot

from explorer.chronology import removal
from explorer.extract import Extraction
from explorer.model.decision import Review
from explorer.model.query import Facet
from explorer.ui.desk import Desk
from explorer.ui.session import Session
from tests.ui.conftest import named


def take_out(session: Session, *articles: str) -> None:
    assert session.decide(removal.taken_out(articles, session.events.values()))


def everything(session: Session) -> tuple[object, ...]:
    facets = {facet: (column.values, column.codes.tolist()) for facet, column in session.table.facets.items()}
    return dict(session.articles), dict(session.events), session.table.ids, facets, session.total


def test_an_article_taken_out_is_in_no_list_facet_or_count(session: Session) -> None:
    take_out(session, "harbour")
    assert list(session.articles) == ["coast"]
    assert list(session.removed) == ["harbour"]
    assert {mention.article for event in session.events.values() for mention in event.mentions} == {"coast"}
    assert list(session.table.facets[Facet.SOURCE].values) == ["coast"]
    assert session.total == 2
    assert session.stated_in("harbour") == []


def test_undo_and_redo_bring_it_back_and_out_to_the_letter(session: Session) -> None:
    session.accept([session.events[named(session, "fine")]])
    before = everything(session)
    take_out(session, "harbour")
    without = everything(session)
    session.undo()
    assert everything(session) == before
    assert session.events[named(session, "fine")].review is Review.ACCEPTED
    session.redo()
    assert everything(session) == without


def test_put_back_by_itself_after_other_decisions_it_has_what_was_decided(session: Session) -> None:
    session.accept([session.events[named(session, "fine")]])
    before = everything(session)
    take_out(session, "harbour", "coast")
    session.decide(removal.put_back(["coast"], session.decisions))
    session.decide(removal.put_back(["harbour"], session.decisions))
    assert everything(session) == before


def test_the_open_articles_and_the_filter_let_go_of_it(session: Session, qtbot: QtBot) -> None:
    session.open_article("harbour")
    session.toggle(Facet.SOURCE, "harbour")
    with qtbot.waitSignals([session.filter_changed, session.article_changed]):
        take_out(session, "harbour")
    assert session.tabs == ("coast",)
    assert session.article == "coast"
    assert session.query.is_everything
    with qtbot.waitSignal(session.article_changed):
        session.undo()
    assert session.article == "harbour"


def test_an_event_that_keeps_a_source_stays_selected(session: Session) -> None:
    session.select([named(session, "The ferry app")])
    take_out(session, "harbour")
    assert [event.mentions[0].article for event in session.selected] == ["coast"]
    session.undo()
    assert session.selection == (named(session, "The ferry app"),)


def test_a_library_whose_last_article_is_taken_out_is_empty(session: Session) -> None:
    take_out(session, "harbour", "coast")
    assert (session.articles, session.events, session.tabs, session.selection) == ({}, {}, (), ())
    session.undo()
    assert list(session.articles) == ["harbour", "coast"]


def test_a_desk_without_tabs_opens_the_articles_that_are_left() -> None:
    assert Desk(("a",), "a", "a").following(("a", "b", "c"), ("b", "c")) == Desk(("b", "c"), "b")
    assert Desk(("a", "b"), "b").following(("a", "b"), ("a", "b", "c")) == Desk(("a", "b", "c"), "c")
    assert Desk(("a", "b"), "b").following(("a", "b"), ("a", "b")) == Desk(("a", "b"), "b")


def test_nothing_is_erased_and_undo_names_what_it_would_take_back(session: Session) -> None:
    take_out(session, "harbour")
    assert session.undo_label == "removal of an article"
    assert [article.id for article in session.library.articles()] == ["harbour", "coast"]
    session.decide(removal.put_back(["harbour"], session.decisions))
    assert session.undo_label == "return of an article"


def test_a_new_reading_of_an_article_that_was_taken_out_meanwhile_is_let_go(session: Session) -> None:
    anew = Extraction(session.articles["harbour"], (), ())
    take_out(session, "harbour")
    session.replace_readings({"harbour": anew})
    session.undo()
    assert len(session.stated_in("harbour")) == 4

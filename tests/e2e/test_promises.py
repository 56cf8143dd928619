"""The promises to whoever relies on the program, each kept in the real window on three papers about ferries."""

import socket
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer.model.decision import Review
from explorer.model.event import ConflictField
from explorer.model.query import Facet, Query
from explorer.ui import changes
from tests.builders import when
from tests.e2e.conftest import write_papers
from tests.e2e.driver import Driver

FINE = "fined Kestrel Ferries 4.5 million"


# 1. Event and sentence are tied both ways


def test_a_mark_leads_to_its_words_and_the_words_to_their_mark(sail: Driver) -> None:
    fine = sail.event(FINE)
    sail.click_mark(fine)
    assert any(mention.quote in sail.highlighted() for mention in fine.mentions)
    assert sail.are_words_in_view(fine)
    founded = sail.event("was founded in 1987")
    sail.session.open_article(founded.articles[0])
    sail.click_words(founded.mentions[0].dates[0].span)
    assert sail.session.selection == (founded.id,)


# 2. No date is more exact than its source


def test_a_year_is_as_wide_as_the_year_and_stands_on_no_first_of_january(sail: Driver) -> None:
    founded = sail.event("was founded in 1987")
    sail.session.select([founded.id])
    sail.key("F")
    scene = sail.space.timeline.current_scene()
    ((x0, x1, _),) = scene.boxes_of(founded.id)
    assert founded.when == when("1987")
    ends = [scene.scale.x(end_s) for end_s in (founded.when.lo_s, founded.when.hi_s)]
    assert [x0, x1] == pytest.approx(ends, abs=1.5)


# 3. Every date explains itself


def test_a_date_says_which_words_it_stands_on_and_from_when_they_count(sail: Driver) -> None:
    appointed = sail.event("appointed Ingrid Dahl")
    sail.session.select([appointed.id])
    assert "Last week" in sail.inspected()
    assert "2021" in sail.inspected()


# 4. One event, many sources


def test_three_papers_tell_of_one_fine_and_one_of_them_can_be_taken_out(sail: Driver) -> None:
    fine = sail.event(FINE)
    assert len(fine.articles) == 3
    sail.session.select([fine.id])
    for mention in fine.mentions:
        sail.session.open_source(fine.id, mention.article)
        assert mention.quote in sail.highlighted()
    sail.session.decide(changes.split(fine, [fine.mentions[-1]]))
    assert len(sail.event(FINE).articles) == 2
    sail.key("Ctrl+Z")
    assert len(sail.event(FINE).articles) == 3


# 5. Disagreement is shown, never smoothed


def test_two_amounts_stand_side_by_side_until_a_person_decides(sail: Driver) -> None:
    fine = sail.event(FINE)
    assert [conflict.field for conflict in fine.conflicts] == [ConflictField.AMOUNT]
    sail.type_search("is:conflict")
    assert sail.table_titles() == [fine.title]
    sail.click_mark(fine)
    assert "Sources differ" in sail.inspected()
    sail.click_text("keep both")
    settled = sail.event(FINE)
    assert not settled.has_conflict
    assert [value.text for value in settled.conflicts[0].values] == [v.text for v in fine.conflicts[0].values]
    sail.key("Ctrl+Z")
    assert sail.event(FINE).has_conflict


# 6. A person has the last word, and loses nothing


def test_verdicts_are_keys_each_one_undone_and_all_there_after_reopening(sail: Driver, qtbot: QtBot) -> None:
    chosen = [event.id for event in sail.marks()][:3]
    for id_, key in zip(chosen, ("A", "R", "S"), strict=True):
        sail.session.select([id_])
        sail.key(key)
    verdicts = [(sail.session.events[id_].review, sail.session.events[id_].is_starred) for id_ in chosen]
    assert verdicts == [(Review.ACCEPTED, False), (Review.REJECTED, False), (Review.UNREVIEWED, True)]
    path = sail.session.library.path
    assert path is not None
    sail.close()
    again = Driver(qtbot)
    again.open(path, reads=False)
    kept = [(again.session.events[id_].review, again.session.events[id_].is_starred) for id_ in chosen]
    assert kept == verdicts
    for _ in chosen:
        again.key("Ctrl+Z")
    assert {again.session.events[id_].review for id_ in chosen} == {Review.UNREVIEWED}
    again.close()


# 7. The reading is accounted for


def test_what_cannot_be_read_is_named_with_the_reason_and_the_rest_is_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    good = write_papers(tmp_path, "coast-daily.txt")[0]
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    driver = Driver(qtbot)
    driver.open(good, broken)
    outcomes = {Path(report.name).name: report for report in driver.keeper.account()}
    assert outcomes["coast-daily.txt"].mentions > 0
    assert outcomes["broken.pdf"].reason
    driver.press("account")
    assert "broken.pdf" in driver.shown_in(driver.dialog())
    driver.close()


# 8. Nothing leaves the machine


def test_a_whole_round_of_work_opens_no_connection(sail: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: asked.append(address))
    sail.tick(Facet.COMPANY, "Kestrel Ferries")
    sail.click_mark(sail.marks()[0])
    sail.press("export")
    sail.dialog().close()
    sail.press("clear_filter")
    assert asked == []


# And what else the window says it can do


def test_a_ban_holds_until_it_is_lifted(sail: Driver) -> None:
    ban = sail.event("banned the ships")
    for day, holds in (
        ("2021-03-19", False),
        ("2021-03-20", True),
        ("2021-04-01", True),
        ("2021-04-02", False),
    ):
        sail.type_search(f"in-force:{day}")
        assert sail.session.is_visible(ban.id) is holds, day
        sail.session.set_query(Query())

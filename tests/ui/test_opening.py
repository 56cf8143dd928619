"""Which library is meant, and what becomes of the files that are read into it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from explorer import settings
from explorer.chronology import removal
from explorer.library import Library
from explorer.model.errors import ExplorerError
from explorer.model.progress import Outcome, Report
from explorer.paint import theme
from explorer.ui import opening
from explorer.ui.keeper import Keeper, summary
from explorer.ui.session import Session

STORY = "On 3 May 2016 Norway banned the ferry app Kestrel. In June 2017 Kestrel paid a fine of $2 million."


def test_what_was_asked_for_wins_over_what_was_open_last(tmp_path: Path) -> None:
    last = tmp_path / "last.timeline"
    last.touch()
    seeds = tmp_path / "seeds"

    def source(*asked: str, before: str = str(last)) -> tuple[opening.Source, Path]:
        target = opening.target_of(asked, tmp_path, before, seeds)
        return target.source, target.path

    assert source("mine.timeline") == (opening.Source.FILE, Path("mine.timeline").absolute())
    assert source("a.txt")[0] is opening.Source.PATHS
    assert source() == (opening.Source.FILE, last)
    assert source(before="")[0] is opening.Source.SAMPLES
    assert source(before=str(tmp_path / "gone.timeline"))[0] is opening.Source.SAMPLES


def test_the_same_paths_find_the_same_library_in_any_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    assert opening.of_paths([one, two], tmp_path) == opening.of_paths([two, one, two], tmp_path)
    assert opening.of_paths([one], tmp_path).path != opening.of_paths([two], tmp_path).path
    assert opening.of_paths([one, two], tmp_path).title == "one and 1 more"


def test_a_library_of_articles_is_called_like_them_when_it_is_opened_later(tmp_path: Path) -> None:
    made = opening.of_paths([tmp_path / "papers"], tmp_path)
    assert opening.of_file(made.path, tmp_path).title == made.title == "papers"
    assert opening.of_file(tmp_path / "case-0123abcd.timeline", tmp_path).title == "case-0123abcd"


@pytest.mark.parametrize("name", ["ünï çode.txt", "../../etc", "a" * 300, "..", "CON"])
def test_the_library_of_any_path_lies_in_the_data_folder(tmp_path: Path, name: str) -> None:
    target = opening.of_paths([Path(name)], tmp_path)
    assert target.path.parent == tmp_path / "libraries"
    assert len(target.path.name) < 80


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    """A session that knows no library yet."""
    return Session(theme.load("light"))


@pytest.fixture
def told(session: Session) -> list[str]:
    """What is told from here on."""
    heard: list[str] = []
    session.noticed.connect(lambda sentence, _: heard.append(sentence))
    return heard


@pytest.fixture
def keeper(session: Session, tmp_path: Path) -> Iterator[Keeper]:
    made = Keeper(session, settings.Settings(), tmp_path)
    yield made
    made.close()


def read(keeper: Keeper, qtbot: QtBot, does: object) -> None:
    with qtbot.waitSignal(keeper.account_changed, timeout=60_000):
        does()  # type: ignore[operator]


def test_articles_are_read_and_accounted_for(
    keeper: Keeper, qtbot: QtBot, tmp_path: Path, session: Session, told: list[str]
) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text(STORY)
    empty.write_bytes(b"")
    keeper.create(tmp_path / "mine.timeline")
    read(keeper, qtbot, lambda: keeper.add([good, empty, tmp_path / "gone.txt"]))
    assert len(session.articles) == 1
    assert session.events
    outcomes = {Path(report.name).name: report.outcome for report in keeper.account()}
    assert outcomes == {"good.txt": Outcome.READ, "empty.txt": Outcome.REFUSED, "gone.txt": Outcome.REFUSED}
    assert "2 refused" in told[-1]
    read(keeper, qtbot, lambda: keeper.add([good]))
    assert told[-1] == "1 file already there: nothing new."
    assert {Path(one.name).name: one.outcome for one in keeper.account()} == outcomes


def test_a_pasted_text_is_an_article(keeper: Keeper, qtbot: QtBot, tmp_path: Path, session: Session) -> None:
    keeper.create(tmp_path / "mine.timeline")
    read(keeper, qtbot, lambda: keeper.add_text(STORY))
    (article,) = session.articles.values()
    assert article.text.strip() == STORY


def test_files_on_the_samples_make_a_library_of_their_own(
    keeper: Keeper, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    file = tmp_path / "good.txt"
    file.write_text(STORY)
    samples = tmp_path / "seeds"
    samples.mkdir()
    (samples / "sample.txt").write_text("On 4 May 2015 Osprey was founded.")
    read(keeper, qtbot, lambda: keeper.open(opening.of_samples(tmp_path, samples)))
    assert session.is_sample
    read(keeper, qtbot, lambda: keeper.add([file]))
    assert not session.is_sample
    assert {article.name for article in session.articles.values()} == {"good"}
    with Library.open(opening.samples_path(tmp_path)) as kept:
        assert [article.name for article in kept.articles()] == ["sample"]


def test_a_reading_that_is_broken_off_is_gone_on_with_when_its_library_is_opened_again(
    keeper: Keeper, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    mine, other = tmp_path / "mine.timeline", tmp_path / "other.timeline"
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(STORY)
    second.write_text(STORY.replace("Kestrel", "Osprey"))
    states: list[bool] = []
    keeper.reading_changed.connect(states.append)
    keeper.create(mine)
    keeper.add([first])
    keeper.add([second])  # waits for its turn
    keeper.create(other)
    assert states[-1] is False
    assert not keeper.reader.is_running
    assert not session.articles
    read(keeper, qtbot, lambda: keeper.open_file(mine))
    assert {article.name for article in session.articles.values()} == {"first", "second"}
    assert {one.outcome for one in keeper.account()} == {Outcome.READ}
    keeper.create(other.with_stem("third"))
    keeper.open_file(mine)
    assert not keeper.reader.is_running


def test_a_library_that_is_open_is_not_taken_for_one_of_another_window(
    keeper: Keeper, tmp_path: Path, told: list[str]
) -> None:
    keeper.create(tmp_path / "mine.timeline")
    keeper.open_file(tmp_path / "mine.timeline")
    assert told == ["mine is open already."]


def test_two_readings_end_when_both_are_through(keeper: Keeper, qtbot: QtBot, tmp_path: Path) -> None:
    states: list[bool] = []
    keeper.reading_changed.connect(states.append)
    keeper.create(tmp_path / "mine.timeline")
    keeper.add_text(STORY)
    read(keeper, qtbot, lambda: keeper.add_text(STORY.replace("Kestrel", "Osprey")))
    if keeper.reader.is_running:
        read(keeper, qtbot, lambda: None)
    assert states == [True, True, True, False]


def test_a_file_whose_article_was_taken_out_brings_an_offer_and_no_second_copy(
    keeper: Keeper, qtbot: QtBot, tmp_path: Path, session: Session, told: list[str]
) -> None:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    keeper.create(tmp_path / "mine.timeline")
    read(keeper, qtbot, lambda: keeper.add([file]))
    (article,) = session.articles
    account = keeper.account()
    session.decide(removal.taken_out([article], session.events.values()))
    with qtbot.waitSignal(keeper.removed_met, timeout=60_000) as met:
        keeper.add([file])
    assert met.args == [[article]]
    assert told[-1] == "1 article was taken out of this library before."
    assert (len(session.articles), len(session.removed)) == (0, 1)
    assert keeper.account() == account


def test_a_library_that_is_not_ours_leaves_the_open_one(
    keeper: Keeper, tmp_path: Path, session: Session
) -> None:
    keeper.create(tmp_path / "mine.timeline")
    other = tmp_path / "other.timeline"
    other.write_bytes(b"no library at all" * 100)
    with pytest.raises(ExplorerError, match=r"other\.timeline"):
        keeper.open_file(other)
    assert session.library.path == tmp_path / "mine.timeline"
    assert session.library.decisions() == []


def test_saving_under_another_name_goes_on_in_that_file(
    keeper: Keeper, qtbot: QtBot, tmp_path: Path, session: Session
) -> None:
    keeper.create(tmp_path / "mine.timeline")
    read(keeper, qtbot, lambda: keeper.add_text(STORY))
    keeper.save_as(tmp_path / "copy.timeline")
    assert session.library.path == tmp_path / "copy.timeline"
    assert len(session.articles) == 1


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        (
            [Report("a", Outcome.READ), Report("b", Outcome.REMOVED, removed=("x", "y"))],
            "1 file read · 2 articles were taken out of this library before.",
        ),
        ([], ""),
        ([Report("a", Outcome.READ)], "1 file read."),
        ([Report("a", Outcome.REFUSED, "it is empty.")], "a: refused: it is empty."),
        (
            [Report("a", Outcome.READ), Report("b", Outcome.REFUSED, "it is empty.")],
            "1 file read · refused: b: it is empty.",
        ),
        (
            [Report("a", Outcome.PARTLY, "page 2 is a picture.")],
            "1 file read · 1 only partly, first a: page 2 is a picture.",
        ),
    ],
)
def test_the_outcome_is_one_sentence(reports: list[Report], said: str) -> None:
    assert summary(reports) == said

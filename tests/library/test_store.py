import contextlib
import dataclasses
import os
import sqlite3
from pathlib import Path

import pytest

from explorer.library import Library, Unused
from explorer.model.article import Article, DateSource
from explorer.model.decision import Noted, Review, Reviewed, Starred, ref
from explorer.model.errors import ExplorerError
from explorer.model.mention import Span
from tests.builders import article, mention, quantity, when
from tests.library.tampering import tamper


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.create(tmp_path / "harbour.timeline")


def star(number: int = 0) -> Starred:
    return Starred((ref(mention(at=number)),), True)


def test_articles_mentions_and_what_was_not_used_come_back_as_they_were(library: Library) -> None:
    one = Article(
        "x/1", "x/1", "Crème brûlée 🍮\nsecond line", "Dessert", "The Spoon", "https://e.org/1", "fr",
        "2019-04~", DateSource.TEXT, "why", "text/html", "/tmp/1.html", (0, 9), ("cut short",),
    )  # fmt: skip
    told = mention("Crème brûlée 🍮", when("2019-04-01/2019-04-07"), article="x/1", quantities=(quantity(5.5),))
    library.add(one, [told], [Unused(Span(3, 7), "1990", "a price")])
    assert library.articles() == [one]
    assert library.article("x/1") == one
    assert library.mentions("x/1") == library.mentions() == [told]
    assert library.unused("x/1") == [(Span(3, 7), "1990", "a price")]
    library.close()
    with Library.open(library.path) as again:
        assert (again.articles(), again.mentions()) == ([one], [told])


@pytest.mark.parametrize(
    "text", ["lone \ud800 surrogate", "nul \0 inside", "", "\ufeff bom", "a\r\nb\u2028c", "😀" * 50]
)
def test_any_text_comes_back_code_point_for_code_point(library: Library, text: str) -> None:
    odd = dataclasses.replace(article("\udcff.txt"), text=text, name="\udcff")
    library.add(odd, [mention(text or "x", article=odd.id)])
    assert library.articles() == [odd]
    assert library.article("\udcff.txt").text == text
    assert library.mentions(odd.id)[0].quote == (text or "x")
    assert library.verify() == []


def test_an_article_is_added_wholly_or_not_at_all(library: Library) -> None:
    with pytest.raises(AttributeError):
        library.add(article("a"), [mention(article="a"), None])  # type: ignore[list-item]
    assert library.articles() == []
    assert library.mentions() == []
    library.add(article("a"), [mention(article="a")])
    with pytest.raises(ExplorerError, match="already in"):
        library.add(article("a"), [])
    assert len(library.mentions()) == 1


def test_a_copy_has_the_same_text_and_the_same_name_or_place(library: Library) -> None:
    library.add(article("one", "Agency text.", origin="/news/one.txt"), [])
    assert library.find_copy(article("other", "Agency text.", name="one")) == "one"
    assert library.find_copy(article("x", "Agency text.", origin="/news/one.txt")) == "one"
    assert library.find_copy(article("x", "Agency text.", origin="/paper/two.txt")) is None
    assert library.find_copy(article("one", "Another text.")) is None
    assert [one.id for one in library.with_text(article("x", "Agency text.").text_hash)] == ["one"]


def test_two_articles_of_one_stream_with_one_text_are_two(library: Library) -> None:
    stream = "/news/stream.jsonl"
    library.add(article("one", "Agency text.", origin=stream, publisher="Morning Post"), [])
    assert library.find_copy(article("two", "Agency text.", origin=stream, publisher="Evening Mail")) is None


def test_reading_again_replaces_mentions_and_metadata_and_keeps_decisions(library: Library) -> None:
    library.add(article("a", "Some words."), [mention("Some", article="a")])
    library.decide([star()])
    newer = dataclasses.replace(library.article("a"), published="2020", title="New")
    library.replace_mentions(
        newer, [mention("words", article="a", at=5)], [Unused(Span(0, 4), "Some", "no date")]
    )
    assert library.article("a") == newer
    assert [m.quote for m in library.mentions()] == ["words"]
    assert len(library.decisions()) == 1
    with pytest.raises(KeyError):
        library.replace_mentions(article("b"), [])


def test_steps_are_undone_and_redone_one_by_one(library: Library) -> None:
    assert (library.undo(), library.redo()) == (None, None)
    first = library.decide([star(0), star(1)])
    second = library.decide([star(2)])
    assert (library.undo(), library.undo(), library.undo()) == (second, first, None)
    assert library.redo() == first
    library.decide([star(3)])
    assert library.redo() is None
    with pytest.raises(ExplorerError):
        library.decide([])


def test_decisions_say_who_and_when_and_survive_closing(library: Library) -> None:
    step = library.decide([Noted((ref(mention()),), "look again"), star()], who="ada")
    log = library.decisions()
    assert [(one.step, one.who) for one in log] == [(step, "ada")] * 2
    assert log[0].at.endswith("+00:00")
    library.close()
    with Library.open(library.path) as again:
        assert again.decisions() == log


def test_the_version_grows_with_content_and_not_with_state(library: Library) -> None:
    seen = [library.version]
    library.add(article("a"), [])
    seen.append(library.version)
    library.decide([star()])
    seen.append(library.version)
    library.undo()
    seen.append(library.version)
    assert seen == sorted(set(seen))
    library.set_cached("table", "stamp", b"\0\1")
    library.set_state("view", '{"lanes": "kind"}')
    assert library.version == seen[-1]
    assert library.state("view") == '{"lanes": "kind"}'
    assert library.state("nothing") is None


def test_what_is_kept_comes_back_for_its_stamp_alone(library: Library) -> None:
    library.set_cached("table", "one", b"\0\1")
    library.decide([star()])
    assert library.cached("table", "one") == b"\0\1"
    assert library.cached("table", "two") is None
    assert library.cached("rows", "one") is None
    library.set_cached("table", "two", b"")
    assert library.cached("table", "one") is None
    assert library.cached("table", "two") == b""


@pytest.mark.parametrize("value", [b"", b"\0\1", b"x" * 31, b"x" * 200, "text", 7])
def test_what_another_program_put_in_the_place_of_what_was_kept_is_ignored(
    library: Library, value: object
) -> None:
    library.set_cached("table", "one", b"\0\1")
    library.close()
    with contextlib.closing(sqlite3.connect(library.path)) as other, other:
        other.execute("UPDATE cache SET value = ?", (value,))
    with Library.open(library.path) as again:
        assert again.cached("table", "one") is None


def test_the_hash_of_the_mentions_is_that_of_what_is_read(library: Library) -> None:
    library.add(article("a"), [mention("One.", article="a"), mention("Two.", article="a", at=9)])
    first = library.mentions_hash()
    library.decide([star()])
    assert library.mentions_hash() == first
    library.replace_mentions(article("a"), [mention("One.", article="a")])
    assert library.mentions_hash() != first
    library.replace_mentions(article("a"), [mention("One.", article="a"), mention("Two.", article="a", at=9)])
    assert library.mentions_hash() == first
    with contextlib.closing(sqlite3.connect(library.path)) as other, other:
        other.execute("UPDATE mention SET record = replace(record, 'Two', 'Six')")  # damaged, and left out
    library.close()
    with Library.open(library.path) as again:
        assert len(again.mentions()) == 1
        assert again.mentions_hash() != first


def test_nothing_is_written_to_a_file_that_was_swapped_or_deleted(library: Library, tmp_path: Path) -> None:
    library.add(article("a"), [])
    library.path.rename(tmp_path / "moved.timeline")
    with pytest.raises(ExplorerError, match="moved, deleted or replaced"):
        library.decide([star()])
    library.path.write_bytes(b"put here by a sync tool")
    with pytest.raises(ExplorerError, match="moved, deleted or replaced"):
        library.add(article("b"), [])
    library.copy_to(tmp_path / "saved.timeline")
    library.close()
    assert library.path.read_bytes() == b"put here by a sync tool"
    with Library.open(tmp_path / "saved.timeline") as saved:
        assert [one.id for one in saved.articles()] == ["a"]


def test_save_as_writes_the_whole_library_elsewhere(library: Library, tmp_path: Path) -> None:
    library.add(article("a"), [mention(article="a")])
    library.decide([star()])
    library.copy_to(tmp_path / "b.timeline")
    with Library.open(tmp_path / "b.timeline") as copy:
        assert copy.mentions() == library.mentions()
        assert copy.decisions() == library.decisions()
        with pytest.raises(ExplorerError, match="open in another window"):
            library.copy_to(tmp_path / "b.timeline")
    with pytest.raises(ExplorerError, match="choose another name"):
        library.copy_to(library.path)
    with pytest.raises(ExplorerError, match="cannot be written"):
        library.copy_to(tmp_path / "nowhere" / "c.timeline")


def test_a_library_in_memory_can_be_saved(tmp_path: Path) -> None:
    library = Library.in_memory()
    library.add(article("a"), [mention(article="a")])
    library.copy_to(tmp_path / "kept.timeline")
    library.close()
    with Library.open(tmp_path / "kept.timeline") as kept:
        assert len(kept.mentions()) == 1


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE article SET text = 'tampered' WHERE id = 'a'", "article a"),
        ("UPDATE mention SET record = replace(record, 'other', 'legal')", "mention"),
        ("UPDATE decision SET record = replace(record, 'accepted', 'rejected')", "decision 1"),
        ("UPDATE decision SET who = 'somebody'", "decision 1"),
        ("DELETE FROM article", "belongs to no article"),
    ],
)
def test_what_was_changed_behind_our_back_is_told_and_left_out(
    library: Library, damage: str, told: str
) -> None:
    library.add(article("a"), [mention(article="a")])
    library.decide([Reviewed((ref(mention()),), Review.ACCEPTED)])
    assert library.verify() == []
    tamper(library, damage)
    assert any(told in problem for problem in library.verify())


def test_an_undo_whose_step_was_lost_to_damage_does_not_stop_the_library(library: Library) -> None:
    library.decide([star()])
    library.undo()
    tamper(library, "UPDATE decision SET who = 'x' WHERE id = 1")
    library.close()
    library = Library.open(library.path)
    assert library.undo() is None
    assert library.redo() in (None, 1)


def test_a_closed_library_can_be_closed_again(library: Library) -> None:
    library.close()
    library.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits of file size as POSIX knows them")
def test_a_full_disk_is_a_sentence_and_loses_nothing(library: Library) -> None:
    import resource
    import signal

    library.add(article("a"), [mention(article="a")])
    library.close()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            with Library.open(library.path) as full:
                resource.setrlimit(resource.RLIMIT_FSIZE, (library.path.stat().st_size,) * 2)
                try:
                    full.add(article("b", "words " * 100_000), [])
                except ExplorerError as error:
                    code = 0 if "could not be saved" in str(error) and full.articles() else 2
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with Library.open(library.path) as again:
        assert [one.id for one in again.articles()] == ["a"]
        again.add(article("b"), [])


def test_it_is_noted_when_an_article_came_in(monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.in_memory() as library:
        for id_, at_s in (("a", 100.7), ("b", 200.0)):
            monkeypatch.setattr("explorer.library.store.time.time", lambda at_s=at_s: at_s)
            library.add(article(id_), [])
        assert library.added() == {"a": 100, "b": 200}


def test_it_is_kept_which_engine_read_an_article(library: Library) -> None:
    library.add(article("old"), [])
    library.add(article("new"), [], engine=3)
    assert {id_: library.engines()[id_] for id_ in ("old", "new")} == {"old": 0, "new": 3}
    library.replace_mentions(library.article("old"), [], engine=4)
    assert library.engines()["old"] == 4

"""Files become articles and mentions; what cannot be read is named and the rest is done."""

import itertools
import json
from pathlib import Path

import pytest

from explorer import ingest, workers
from explorer.extract import Extraction
from explorer.library import Library
from explorer.model.article import DateSource
from explorer.model.decision import Guidance, Removed
from explorer.model.progress import Outcome, Report
from explorer.reading import metadata
from tests.builders import article, when
from tests.hostile import files

STORY = "Acme was banned in Norway on 4 May 2019. A week later the ban was lifted."


def stories(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return [files.write(folder, name, f"{STORY} So says {name}.") for name in names]


def outcomes(reports: list[Report]) -> list[tuple[str, Outcome]]:
    return [(Path(report.name).name, report.outcome) for report in reports]


# --- reading --------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [0, 2])
def test_files_come_back_in_order_and_bad_ones_are_named(tmp_path: Path, count: int) -> None:
    stories(tmp_path, *(f"{n}.txt" for n in range(6)))
    files.write(tmp_path, "3.txt", b"")
    results = list(ingest.extract_paths([tmp_path, tmp_path / "gone"], workers=count))
    assert sorted(outcomes([report for report, _ in results])) == [
        *((f"{n}.txt", Outcome.REFUSED if n == 3 else Outcome.READ) for n in range(6)),
        ("gone", Outcome.REFUSED),
    ]
    assert [one.article.name for _, found in results for one in found] == ["0", "1", "2", "4", "5"]
    for report, extractions in results:
        assert report.mentions == sum(len(one.mentions) for one in extractions)
        assert bool(report.reason) is (report.outcome is Outcome.REFUSED)
    assert max(report.mentions for report, _ in results) >= 2


def test_files_are_named_apart_by_folders_and_given_ids_by_numbers(tmp_path: Path) -> None:
    paths = [*stories(tmp_path / "a", "story.txt"), *stories(tmp_path / "b", "story.txt")]
    records = [json.dumps({"id": "x", "text": text}) for text in ("One.", "Two.")]
    paths.append(files.write(tmp_path, "z.jsonl", "\n".join(records)))
    names = [one.article.name for _, found in ingest.extract_paths(paths, workers=0) for one in found]
    assert names == ["story", "b/story", "x", "x (2)"]


@pytest.mark.parametrize("count", [0, 2])
def test_articles_of_a_stream_come_in_portions_and_in_order(tmp_path: Path, count: int) -> None:
    records = [json.dumps({"id": str(n), "text": f"{STORY} Number {n}."}) for n in range(40)]
    records[7] = "{broken"
    path = files.write(tmp_path, "many.jsonl", "\n".join(records))
    portions = list(ingest.portions([path], workers=count))
    assert len(portions) > 1
    assert [one.article.name for p in portions for one in p.found] == [str(n) for n in range(40) if n != 7]
    assert [p.done for p in portions] == sorted(p.done for p in portions)
    assert (portions[-1].done, portions[-1].total) == (39, 39)
    whole, line = portions[-1].reports
    assert (whole.outcome, len(whole.articles)) == (Outcome.PARTLY, 39)
    assert line.name.endswith("many.jsonl, line 8")
    assert "not JSON" in line.reason


def test_dates_are_found_without_events(tmp_path: Path) -> None:
    (portion,) = ingest.date_portions(stories(tmp_path, "a.txt"), workers=0)
    assert portion.found[0].expressions[0].text == "4 May 2019"


def test_the_words_beat_the_date_at_which_a_file_was_made() -> None:
    made = {"published": "2024-01-01", "published_source": DateSource.METADATA, "published_why": metadata.WEAK}
    for read in (ingest.extracted, ingest.dated):
        stated, silent = read(
            [
                article(text=f"Published 9 June 2019\n\n{STORY}", **made),
                article(text="Acme is a firm that makes pumps.", **made),
            ]
        )
        assert stated.article.published == "2019-06-09"
        assert silent.article.published == "2024-01-01"


def test_closing_the_generator_ends_the_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hired: list[workers._Worker] = []
    start = workers._Worker.__init__
    monkeypatch.setattr(
        workers._Worker, "__init__", lambda worker, *given: (hired.append(worker), start(worker, *given))[1]
    )
    results = ingest.extract_paths(stories(tmp_path, *(f"{n}.txt" for n in range(4))), workers=1)
    next(results)
    results.close()
    assert [worker.process.is_alive() for worker in hired] == [False]


# --- storing --------------------------------------------------------------------------------------


def test_what_is_already_there_is_told(tmp_path: Path) -> None:
    stories(tmp_path, "a.txt", "b.txt")
    with Library.in_memory() as library:
        first = [p.report for p in ingest.ingest(library, [tmp_path], workers=0) if p.report]
        stories(tmp_path, "c.txt")
        again = [p.report for p in ingest.ingest(library, [tmp_path], workers=0) if p.report]
        assert outcomes(first) == [("a.txt", Outcome.READ), ("b.txt", Outcome.READ)]
        assert [outcome for _, outcome in outcomes(again)] == [Outcome.ALREADY, Outcome.ALREADY, Outcome.READ]
        assert len(library.articles()) == 3
        assert len(library.mentions()) == sum(report.mentions for report in (*first, again[-1])) > 0


def test_what_was_taken_out_is_not_added_again_but_can_be_put_back(tmp_path: Path) -> None:
    stories(tmp_path, "a.txt", "b.txt")
    with Library.in_memory() as library:
        list(ingest.ingest(library, [tmp_path], workers=0))
        one, two = library.articles()
        library.decide([Removed(one.id)])
        again = [p.report for p in ingest.ingest(library, [tmp_path], workers=0) if p.report]
        assert [(report.outcome, report.removed) for report in again] == [
            (Outcome.REMOVED, (one.id,)),
            (Outcome.ALREADY, ()),
        ]
        assert str(again[0]).endswith("a.txt: taken out before")
        assert library.articles() == [one, two]


def test_a_text_that_was_taken_out_is_found_again_under_another_name_but_not_of_another_paper() -> None:
    def put(name: str, **known: str) -> Report:
        come = article(name, STORY, **known)
        report = Report(name, Outcome.READ, articles=(name,))
        return ingest.store(library, report, [Extraction(come, (), ())])

    with Library.in_memory() as library:
        put("file", publisher="The Post")
        library.decide([Removed("file")])
        assert put("pasted").removed == ("file",)
        assert put("other", publisher="The Mail").removed == ()
        assert [one.id for one in library.articles()] == ["file", "other"]
        assert put("other", publisher="The Mail").outcome is Outcome.ALREADY


def test_a_stream_says_how_many_of_its_articles_were_taken_out(tmp_path: Path) -> None:
    path = tmp_path / "stream.jsonl"
    lines = [json.dumps({"text": f"{STORY} Part {number}."}) for number in range(3)]
    path.write_text("\n".join(lines[:2]))
    with Library.in_memory() as library:
        list(ingest.ingest(library, [path], workers=0))
        library.decide([Removed(library.articles()[0].id)])
        path.write_text("\n".join(lines))
        (report,) = [p.report for p in ingest.ingest(library, [path], workers=0) if p.report]
        assert report.outcome is Outcome.READ
        assert (
            report.reason == "1 of its 3 articles were already there; 1 of its 3 articles were taken out before"
        )
        assert len(report.removed) == 1


def test_a_stream_that_grew_gives_what_is_new(tmp_path: Path) -> None:
    records = [json.dumps({"id": str(n), "text": f"{STORY} Number {n}."}) for n in range(3)]
    with Library.in_memory() as library:
        list(ingest.ingest(library, [files.write(tmp_path, "s.jsonl", "\n".join(records[:2]))], workers=0))
        path = files.write(tmp_path, "s.jsonl", "\n".join(records))
        (report,) = [p.report for p in ingest.ingest(library, [path], workers=0) if p.report]
        assert len(library.articles()) == 3
    assert "2 of its 3 articles were already there" in report.reason


@pytest.mark.parametrize("count", [0, 1])
def test_a_closed_run_leaves_whole_articles(tmp_path: Path, count: int) -> None:
    stories(tmp_path, *(f"{n}.txt" for n in range(5)))
    with Library.in_memory() as library:
        running = ingest.ingest(library, [tmp_path], workers=count)
        told = list(itertools.islice(running, 3))
        running.close()
        kept = library.articles()
        assert len(kept) == sum(p.report is not None for p in told)
        assert all(library.mentions(one.id) for one in kept)
        assert library.verify() == []


def test_one_story_in_two_papers_stays_two_articles(tmp_path: Path) -> None:
    records = [json.dumps({"id": paper, "publisher": paper, "text": STORY}) for paper in ("Anchor", "Beacon")]
    path = files.write(tmp_path, "wire.jsonl", "\n".join(records))
    with Library.in_memory() as library:
        list(ingest.ingest(library, [path], workers=0))
        assert [one.name for one in library.articles()] == ["Anchor", "Beacon"]


def test_progress_counts_up_to_the_total(tmp_path: Path) -> None:
    stories(tmp_path, "a.txt", "b.txt")
    with Library.in_memory() as library:
        told = list(ingest.ingest(library, [tmp_path, tmp_path / "none.txt"], workers=0))
    assert [(p.done, p.total) for p in told] == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("workers", [0, 1])
def test_articles_are_read_again_with_their_metadata_as_it_stands(workers: int) -> None:
    one = article("a", "Kestrel was banned in Norway in April.", published="2018-05-10", language="en")
    other = article("b", "Nothing took place.", language="en")
    asked = [(one, Guidance()), (other, Guidance())]
    found = {told.id: read for told, read in ingest.reread_all(asked, workers=workers)}
    assert set(found) == {"a", "b"}
    assert isinstance(found["a"], Extraction)
    assert [mention.when for mention in found["a"].mentions] == [when("2018-04")]

"""Files become articles and mentions; what cannot be read is named and the rest is done."""

from pathlib import Path

import pytest

from explorer.ingest import extract_paths, ingest
from explorer.library import Library
from explorer.model.progress import Outcome, Report

TEXT = "The ferry line was closed on 3 May 2019. It opened again in June 2019.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page 10.txt").write_text("---\npublished: 2019-07-01\n---\n" + TEXT)
    (tmp_path / "page 9.txt").write_text(TEXT.replace("ferry", "train"))
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "nothing.txt").write_text("")
    return tmp_path


def outcomes(reports: list[Report]) -> dict[str, Outcome]:
    return {Path(report.name).name: report.outcome for report in reports}


@pytest.mark.parametrize("workers", [0, 2])
def test_good_files_are_read_in_natural_order_and_bad_ones_named(folder: Path, workers: int) -> None:
    found = list(extract_paths([folder], workers=workers))
    names = [one.article.name for _, extractions in found for one in extractions]
    assert names == ["page 9", "page 10"]
    assert outcomes([report for report, _ in found]) == {
        "page 9.txt": Outcome.READ,
        "page 10.txt": Outcome.READ,
        "noise.txt": Outcome.REFUSED,
        "nothing.txt": Outcome.REFUSED,
    }
    assert all(report.reason for report, _ in found if report.outcome is Outcome.REFUSED)


def test_a_missing_path_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    reports = [report for report, _ in extract_paths([tmp_path / "empty", tmp_path / "gone"], workers=0)]
    assert outcomes(reports) == {"empty": Outcome.REFUSED, "gone": Outcome.REFUSED}


def test_articles_go_into_the_library_once(folder: Path) -> None:
    with Library.in_memory() as library:
        first = [p.report for p in ingest(library, [folder], workers=0) if p.report]
        again = [p.report for p in ingest(library, [folder], workers=0) if p.report]
        assert {article.name for article in library.articles()} == {"page 9", "page 10"}
        assert len(library.mentions()) == sum(report.mentions for report in first) > 0
    assert [report.outcome for report in again].count(Outcome.ALREADY) == 2


def test_two_files_of_one_name_stay_two_articles_with_names_of_their_own(tmp_path: Path) -> None:
    for place in ("north", "south"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "report.txt").write_text(f"The {place} pier opened in May 2019.")
    names = [one.article.name for _, found in extract_paths([tmp_path], workers=0) for one in found]
    assert len(set(names)) == 2


def test_a_closed_run_leaves_whole_articles(folder: Path) -> None:
    with Library.in_memory() as library:
        running = ingest(library, [folder], workers=1)
        while not library.articles():
            next(running)
        running.close()  # type: ignore[attr-defined]  # it is a generator
        (kept,) = library.articles()
        assert library.mentions(kept.id)

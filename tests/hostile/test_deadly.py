"""An article that kills, hangs or starves its reader costs itself, named with the cause; the rest is read."""

import json
from pathlib import Path

import pytest

from explorer import ingest, workers
from explorer.library import Library
from explorer.model.progress import Outcome
from tests.hostile import files

STORY = "Acme was banned in Norway on 4 May 2019."


@pytest.mark.parametrize(("verb", "reason"), [("die", "SIGKILL"), ("hang", "longer than"), ("eat", "memory")])
def test_one_bad_article_costs_itself_and_the_rest_is_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: str, reason: str
) -> None:
    records = [json.dumps({"id": str(n), "text": f"{STORY} {n}"}) for n in range(20)]
    records[11] = json.dumps({"id": "11", "text": f"{STORY} [{verb}]"})
    paths = [
        files.write(tmp_path, "bad.txt", f"{STORY} [{verb}]"),
        files.write(tmp_path, "many.jsonl", "\n".join(records)),
        files.write(tmp_path, "good.txt", STORY),
    ]
    monkeypatch.setattr(ingest, "LIMITS", workers.Limits(seconds=3.0, memory=1 << 30))
    monkeypatch.setattr(ingest, "_WORKER", "tests.hostile.tasks:read")
    with Library.in_memory() as library:
        reports = [p.report for p in ingest.ingest(library, paths, workers=2) if p.report]
        names = [article.name for article in library.articles()]
    bad, whole, victim, good = reports
    assert bad.outcome is victim.outcome is Outcome.REFUSED
    assert reason in bad.reason
    assert reason in victim.reason
    assert victim.name.endswith("many.jsonl, 11")
    assert (whole.outcome, good.outcome) == (Outcome.PARTLY, Outcome.READ)
    assert names == [*(str(n) for n in range(20) if n != 11), "good"]


def test_a_small_file_that_kills_its_reader_costs_none_that_is_read_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{STORY} {'[die]' if n == 13 else n}" for n in range(30)]
    paths = [files.write(tmp_path, f"{n:02}.txt", text) for n, text in enumerate(texts)]
    monkeypatch.setattr(ingest, "_WORKER", "tests.hostile.tasks:read")
    reports = [report for portion in ingest.portions(paths, workers=1) for report in portion.reports]
    refused = [(report.name, report.reason) for report in reports if report.outcome is Outcome.REFUSED]
    assert len(reports) == 30
    assert [(Path(name).name, "SIGKILL" in reason) for name, reason in refused] == [("13.txt", True)]

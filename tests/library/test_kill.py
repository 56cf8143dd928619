"""A process killed at any moment loses nothing that it had acknowledged, and leaves nothing half done."""

import random
import signal
import subprocess
import sys
from pathlib import Path

from explorer.library import Library

ROUNDS = 10

# Every second write is an article with three mentions, the others are decisions and undone ones.
WRITER = """
import sys
from pathlib import Path
from explorer.library import Library
from explorer.model.article import Article
from explorer.model.decision import Noted, ref
from explorer.model.mention import Mention, Span, mention_id

def told(id_):
    spans = [Span(n, n + 4) for n in range(3)]
    return [Mention(mention_id(id_, span, None), id_, span, "text", "t", "other") for span in spans]

library = Library.open_or_create(Path(sys.argv[1]))
n = len(library.articles())
while True:
    id_ = f"a{n}"
    mentions = told(id_)
    library.add(Article(id_, id_, f"text {n} " * 50), mentions)
    print("article", id_, flush=True)
    step = library.decide([Noted((ref(mentions[0]),), "one"), Noted((ref(mentions[1]),), "two")])
    print("step", step, flush=True)
    if n % 3 == 0:
        print("undone", library.undo(), flush=True)
    n += 1
"""


def write_until_killed(path: Path, seconds: float) -> list[list[str]]:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True)
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        output, _ = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL, output
    whole = output[: output.rfind("\n") + 1]  # the last line may have been cut off with the process
    return [line.split() for line in whole.splitlines()]


def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    moments = random.Random(7)
    path = tmp_path / "killed.timeline"
    acknowledged: list[list[str]] = []
    for _ in range(ROUNDS):
        acknowledged += write_until_killed(path, moments.uniform(0.4, 0.9))
        if not path.exists():
            continue
        with Library.open(path) as library:
            assert library.verify() == []
            articles = {article.id for article in library.articles()}
            log = library.decisions()
            assert all(len(library.mentions(id_)) == 3 for id_ in articles)
        steps = [decision.step for decision in log if hasattr(decision.change, "text")]
        assert all(steps.count(step) == 2 for step in set(steps))
        assert {what for kind, what in acknowledged if kind == "article"} <= articles
        assert {int(what) for kind, what in acknowledged if kind == "step"} <= set(steps)
        undone = {decision.change.undone for decision in log if hasattr(decision.change, "undone")}
        assert {int(what) for kind, what in acknowledged if kind == "undone"} <= undone
    assert len(acknowledged) > ROUNDS  # the writer did write

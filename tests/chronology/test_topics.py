"""Small groups of articles become the events and conflicts they tell of.

Rules are written by the topics with odd numbers; the others only measure. A folder of annotated topics named
by `TIMELINE_EXPLORER_TOPICS` is measured, too.
"""

import os
from pathlib import Path

import pytest

from tests.chronology.merging import OURS, Score, load, score, total

TOPICS = load(OURS)
ANNOTATED = os.environ.get("TIMELINE_EXPLORER_TOPICS")


def assert_is_good(found: Score, f1: float) -> None:
    assert found.f1 >= f1, found
    assert found.conflict_precision >= 0.8, found
    assert found.conflict_recall >= 0.6, found


@pytest.mark.parametrize("first", [0, 1], ids=["written by", "measured only"])
def test_mentions_of_our_topics_become_their_events(first: int) -> None:
    assert_is_good(total(TOPICS[first::2]), 0.96)


@pytest.mark.parametrize("first", [0, 1], ids=["written by", "measured only"])
def test_what_is_read_in_our_topics_becomes_their_events(first: int) -> None:
    found = Score()
    for topic in TOPICS[first::2]:
        found += score(topic, topic.reread())
    assert found.precision >= 0.96, found
    assert found.f1 >= 0.88, found
    assert found.conflict_precision >= 0.8, found


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_no_two_events_of_a_topic_are_taken_for_one(topic: object) -> None:
    assert total([topic]).precision >= 0.9  # type: ignore[list-item]


@pytest.mark.skipif(ANNOTATED is None, reason="needs TIMELINE_EXPLORER_TOPICS, a folder of annotated topics")
def test_mentions_of_annotated_topics_become_their_events() -> None:
    assert_is_good(total(load(Path(str(ANNOTATED)))), 0.9)

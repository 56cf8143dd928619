import numpy as np

from explorer.index import build, text_rows
from explorer.library import SearchHits
from explorer.model.decision import Review
from tests.builders import event, party


def test_rows_hold_words_by_mentions_or_by_what_a_person_wrote() -> None:
    by_mention = event("A harbour closed.", at=0)
    by_note = event("A ship sank.", at=50, event_note="See the Harbour file")
    by_title = event("A crane fell.", at=90, event_title="Harbour crane", event_edited=frozenset({"title"}))
    by_party = event("Fog came.", at=130, event_parties=(party("Harbour AS"),), event_review=Review.ACCEPTED)
    neither = event("A bell rang.", at=170, article="b")
    made = [by_mention, by_note, by_title, by_party, neither]
    table = build(made)
    hits = SearchHits(frozenset({by_mention.id}), frozenset({"b"}), "harbour")
    rows = text_rows(table, made, hits)
    assert {table.ids[n] for n in np.flatnonzero(rows)} == {one.id for one in made[:4]}
    assert text_rows(table, made, hits, with_articles=True).all()
    assert text_rows(table, made, SearchHits(words=" ")).all()


def test_an_event_is_left_out_when_any_of_its_words_is_excluded() -> None:
    by_mention = event("A harbour closed.", at=0)
    by_tag = event("A ship sank.", at=50, event_tags=("storm surge",))
    by_note = event("灯塔倒塌。", at=90, event_note="暴风雨")
    neither = event("A crane fell.", at=130)
    made = [by_mention, by_tag, by_note, neither]
    table = build(made)

    def passing(hits: SearchHits) -> set[str]:
        return {table.ids[n] for n in np.flatnonzero(text_rows(table, made, hits))}

    every = frozenset(one.id for one in made)
    assert passing(SearchHits(every, words="-harbour", refused_ids=frozenset({by_mention.id}))) == {
        by_tag.id, by_note.id, neither.id,
    }  # fmt: skip
    assert passing(SearchHits(every, words='-"storm surge"')) == every - {by_tag.id}
    assert passing(SearchHits(every, words="-storms")) == every
    assert passing(SearchHits(every, words="-暴风")) == every - {by_note.id}
    assert passing(SearchHits(words='"暴风雨"')) == {by_note.id}

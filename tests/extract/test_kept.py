"""What is found in a text is kept while it is read, and not longer."""

import gc
import weakref

from explorer.extract import kept


class Found:
    """What a stage finds."""


@kept.of_text
def found(_text: str) -> Found:
    return Found()


def test_what_was_found_in_a_text_is_kept_for_all_texts_that_are_read_together() -> None:
    texts = [str(n) for n in range(kept.TOGETHER)]
    once = [found(text) for text in texts]
    assert [found(text) for text in texts] == once
    kept.forget()


def test_nothing_is_kept_of_texts_that_are_read() -> None:
    one = weakref.ref(found("a text"))
    assert one() is not None
    kept.forget()
    gc.collect()
    assert one() is None

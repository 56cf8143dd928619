"""The library against plain dicts: whatever is done in whatever order, both say the same."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from explorer.library import Library
from explorer.model.article import Article
from explorer.model.decision import Noted, Redone, Undone, ref, standing, undo_stacks
from explorer.model.mention import Mention
from tests.builders import article, mention

ids = st.sampled_from(["a", "b", "c\udcff"])
quotes = st.lists(st.text(min_size=1, max_size=8), max_size=3, unique=True)


class LibraryMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library.create(self.folder / "m.timeline")
        self.articles: dict[str, Article] = {}
        self.mentions: dict[str, list[Mention]] = {}
        self.done: list[str] = []
        self.undone: list[str] = []

    def told(self, id_: str, texts: list[str]) -> list[Mention]:
        return [mention(text, article=id_, at=10 * at) for at, text in enumerate(texts)]

    @rule(id_=ids, texts=quotes)
    def add_or_read_again(self, id_: str, texts: list[str]) -> None:
        told = self.told(id_, texts)
        if id_ in self.articles:
            self.library.replace_mentions(self.articles[id_], told)
        else:
            self.articles[id_] = article(id_, f"All of {texts}.")
            self.library.add(self.articles[id_], told)
        self.mentions[id_] = told

    @rule(text=st.text(max_size=5))
    def note(self, text: str) -> None:
        self.library.decide([Noted((ref(mention()),), text)])
        self.done.append(text)
        self.undone.clear()

    @rule()
    def undo(self) -> None:
        assert (self.library.undo() is not None) == bool(self.done)
        if self.done:
            self.undone.append(self.done.pop())

    @rule()
    def redo(self) -> None:
        assert (self.library.redo() is not None) == bool(self.undone)
        if self.undone:
            self.done.append(self.undone.pop())

    @rule()
    def reopen(self) -> None:
        self.library.close()
        self.library = Library.open(self.library.path)

    @invariant()
    def says_the_same(self) -> None:
        assert {one.id: one for one in self.library.articles()} == self.articles
        for id_, told in self.mentions.items():
            assert self.library.mentions(id_) == told
        assert len(self.library.mentions()) == sum(map(len, self.mentions.values()))
        log = self.library.decisions()
        notes = [one.change.text for one in log if isinstance(one.change, Noted) and one in standing(log)]
        assert sorted(notes) == sorted(self.done)
        assert tuple(map(len, undo_stacks(log))) == (len(self.done), len(self.undone))
        assert all(isinstance(one.change, Noted | Undone | Redone) for one in log)

    def teardown(self) -> None:
        assert self.library.verify() == []
        self.library.close()
        shutil.rmtree(self.folder)


TestLibraryMachine = LibraryMachine.TestCase
TestLibraryMachine.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)

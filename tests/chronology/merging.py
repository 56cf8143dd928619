"""How well mentions become events, on topics whose events and conflicts are known.

`python -m tests.chronology.merging [--read] [--show] FOLDER …` prints the figures for the topics of folders
(our own TOML files, or annotated articles in JSON), taking the mentions as annotated, so that merging alone is
measured; with `--read` it takes those that the program reads in the articles (`tests.chronology.reread`).
Without a folder it takes that of `TIMELINE_EXPLORER_TOPICS`, else our own topics beside this file.

B-cubed: of each mention, the share of those in its event that belong there (precision), and of those that
belong there the share found (recall). A conflict is right when its event holds a mention of an event that is
known to be disputed in that field, dates apart from numbers.
"""

import json
import os
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from explorer.chronology import events
from explorer.extract import lexicon
from explorer.model.article import Article, DateSource
from explorer.model.calendar import DAY_S
from explorer.model.edtf import of_day_number, parse
from explorer.model.event import ConflictField, Event
from explorer.model.mention import (
    Bound,
    Found,
    Mention,
    MentionDate,
    Party,
    PartyType,
    Quantity,
    Role,
    Span,
    Status,
    mention_id,
)
from explorer.model.when import Modifier
from tests.chronology import reread

OURS = Path(__file__).parent / "topics"


@dataclass
class Topic:
    """Articles' mentions with the event that each tells of; `optional` mentions are merged but not scored.

    `stands` gives what stands for each mention in the events at hand: itself, or what was read in its place.
    """

    name: str
    articles: list[Article] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    stands: dict[str, str] = field(default_factory=dict)
    event_of: dict[str, str] = field(default_factory=dict)
    optional: set[str] = field(default_factory=set)
    conflicts: set[tuple[str, str]] = field(default_factory=set)  # event and field

    def merged(self) -> list[Event]:
        """Give the events that the program makes of the mentions."""
        self.stands = {mention.id: mention.id for mention in self.mentions}
        return events(self.mentions, {article.id: article for article in self.articles})

    def reread(self) -> list[Event]:
        """Give the events that the program makes of what it reads in the articles."""
        found = reread.read(self.articles)
        self.stands = reread.laid_beside(self.mentions, found)
        return events(found, {article.id: article for article in self.articles})


@dataclass
class Score:
    """Sums over mentions and conflicts, of one topic or several."""

    mentions: int = 0
    precise: float = 0.0
    recalled: float = 0.0
    wanted: int = 0
    hit: int = 0
    given: int = 0
    right: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(*(one + another for one, another in zip(astuple(self), astuple(other), strict=True)))

    @property
    def precision(self) -> float:
        """Give the B-cubed precision."""
        return self.precise / self.mentions

    @property
    def recall(self) -> float:
        """Give the B-cubed recall."""
        return self.recalled / self.mentions

    @property
    def f1(self) -> float:
        """Give the B-cubed F1."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def conflict_precision(self) -> float:
        """Give the share of the conflicts given that are right."""
        return self.right / self.given if self.given else 1.0

    @property
    def conflict_recall(self) -> float:
        """Give the share of the known conflicts that were found."""
        return self.hit / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        return (
            f"mentions {self.mentions}  B3 P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}  "
            f"conflicts: {self.hit} of {self.wanted} found, {self.right} of {self.given} right"
        )


def score(topic: Topic, found: Sequence[Event]) -> Score:
    """Score the events made of a topic's mentions; one that nothing stands for is alone."""
    event_of = {mention.id: event.id for event in found for mention in event.mentions}
    ours = {one.id: event_of.get(topic.stands.get(one.id, ""), one.id) for one in topic.mentions}
    scored = [mention.id for mention in topic.mentions if mention.id not in topic.optional]
    result = Score(mentions=len(scored), wanted=len(topic.conflicts))
    for one in scored:
        mine = {other for other in scored if ours[other] == ours[one]}
        true = {other for other in scored if topic.event_of[other] == topic.event_of[one]}
        result.precise += len(mine & true) / len(mine)
        result.recalled += len(mine & true) / len(true)
    hit: set[tuple[str, str]] = set()
    for event in found:
        for conflict in event.conflicts:
            which = "date" if conflict.field is ConflictField.DATE else "number"
            told = [id_ for id_, at in ours.items() if at == event.id]
            here = {(topic.event_of[id_], which) for id_ in told} & topic.conflicts
            result.given += 1
            result.right += bool(here)
            hit |= here
    result.hit = len(hit)
    return result


def total(topics: Iterable[Topic]) -> Score:
    """Score several topics together."""
    return sum((score(topic, topic.merged()) for topic in topics), Score())


def load(folder: Path) -> list[Topic]:
    """Read the topics of a folder, or one topic's file, in the order of their names."""
    files = [folder] if folder.is_file() else sorted([*folder.glob("*.toml"), *folder.glob("*.json")])
    return [_own(path) if path.suffix == ".toml" else _annotated(path) for path in files]


def _own(path: Path) -> Topic:
    data = tomllib.loads(path.read_text("utf-8"))
    topic = Topic(path.stem)
    for article in data["article"]:
        at = 0
        stated: list[Mention] = []
        for told in article["mentions"]:
            mention = _mention(article["name"], at, told)
            stated.append(mention)
            topic.event_of[mention.id] = told["is"]
            at = mention.span.end + 1
        topic.mentions += stated
        topic.articles.append(_article(article, stated))
    topic.conflicts = {(one["event"], _family(one["field"])) for one in data.get("conflict", [])}
    return topic


def _article(told: dict[str, Any], stated: Sequence[Mention]) -> Article:
    """Make an article of its mentions; one that does not say when it was published was so on its last day.

    What is planned comes later.
    """
    whens = [(one.when, one.status is Status.PLANNED) for one in stated if one.when]
    last_s = max(when.lo_s if is_planned else when.hi_s for when, is_planned in whens)
    published = told.get("published") or of_day_number(last_s // DAY_S - 1).edtf
    text = " ".join(one.quote for one in stated)
    return _published(told["name"], text, told.get("title", ""), published)


def _published(name: str, text: str, title: str, published: str) -> Article:
    return Article(
        name, name, text, title, language="en", published=published, published_source=DateSource.GIVEN
    )


def _mention(article: str, at: int, told: dict[str, Any]) -> Mention:
    quote = told["quote"]
    modifier = Modifier(told["modifier"]) if "modifier" in told else None
    dated = _place(quote, told["dated"], at)
    date = MentionDate(parse(told["date"], modifier), told["dated"], dated, Role(told.get("role", "happened")))
    companies = [Party(name) for name in told.get("companies", ())]
    inferred = [Party(name, found=Found.INFERRED) for name in told.get("inferred", ())]
    others = [Party(name, PartyType.AGENCY) for name in told.get("others", ())]
    people = [Party(name, PartyType.PERSON) for name in told.get("people", ())]
    return Mention(
        mention_id(article, Span(at, at + len(quote)), dated),
        article,
        Span(at, at + len(quote)),
        quote,
        quote[:60],
        told["kind"],
        Status(told.get("status", "happened")),
        (date,),
        (*companies, *inferred, *others, *people),
        tuple(told.get("countries", ())),
        tuple(_amount(quote, at, text) for text in told.get("amounts", ())),
    )


def _amount(quote: str, at: int, written: str) -> Quantity:
    """Read "text|value|unit", and a fourth part: a bound, or "=" and the text of what it converts."""
    text, value, unit, *more = written.split("|")
    last = more[0] if more else ""
    bound = Bound(last) if last and last[0] != "=" else None
    converts = last[1:] if last[:1] == "=" else None
    return Quantity(text, float(value), unit, _place(quote, text, at), bound, equivalent_of=converts)


def _place(quote: str, words: str, at: int) -> Span:
    start = at + quote.index(words)
    return Span(start, start + len(words))


def _annotated(path: Path) -> Topic:
    data = json.loads(path.read_text("utf-8"))
    topic = Topic(path.stem)
    roles = {one["event"]: Role(one["role"]) for one in data.get("roles", ())}
    known = lexicon.companies()
    cluster_of = {id_: str(number) for number, ids in enumerate(data["clusters"]) for id_ in ids}
    for article in data["articles"]:
        topic.articles.append(
            _published(article["doc"], article["text"], article["title"], article["published"])
        )
        for told in article["events"]:
            mention = _annotated_mention(article, told, roles.get(told["id"], Role.HAPPENED), known)
            topic.mentions.append(mention)
            topic.event_of[mention.id] = cluster_of.get(told["id"], told["id"])
            if told.get("optional"):
                topic.optional.add(mention.id)
    topic.conflicts = {(str(one["cluster"]), _family(one["field"])) for one in data["conflicts"]}
    return topic


def _annotated_mention(
    article: dict[str, Any], told: dict[str, Any], role: Role, known: lexicon.Names
) -> Mention:
    text, quote = article["text"], told["quote"]
    start = text.index(quote)
    words = told.get("date_text") or ""
    at = text.find(words, start) if words else start
    dated = Span(at, at + len(words)) if at >= 0 else Span(start, start)
    edtf = f"{told['start']}/{told['end']}" if told.get("end") else told.get("start")
    dates = (MentionDate(parse(edtf), words, dated, role),) if edtf else ()
    return Mention(
        f"{article['doc']}-{told['id']}",
        article["doc"],
        Span(start, start + len(quote)),
        quote,
        "",
        told["type"],
        Status(told.get("status", "happened")),
        dates,
        tuple(_parties(told.get("companies", ()), quote, known)),
        tuple(told.get("countries", ())),
        tuple(_annotated_amounts(told.get("quantities", ()), text, start)),
    )


def _parties(names: Iterable[str], quote: str, known: lexicon.Names) -> Iterator[Party]:
    for name in names:
        entry = next((entry for span, entry in known.find(name) if span.end - span.start == len(name)), None)
        yield Party(entry.name if entry else name, found=Found.NAMED if name in quote else Found.INFERRED)


_BOUNDS = {
    "more than": Bound.OVER, "over": Bound.OVER, "at least": Bound.AT_LEAST, "nearly": Bound.ABOUT,
    "up to": Bound.UP_TO, "less than": Bound.UNDER, "under": Bound.UNDER, "about": Bound.ABOUT,
    "some": Bound.ABOUT, "around": Bound.ABOUT, "almost": Bound.ABOUT, "roughly": Bound.ABOUT,
}  # fmt: skip


def _annotated_amounts(told: Iterable[dict[str, Any]], text: str, start: int) -> Iterator[Quantity]:
    """Give the amounts with the bounds that stand before them, which annotations leave in the words."""
    for one in told:
        words = one["text"]
        at = text.find(words, start)
        before = text[max(0, at - 12) : at].lower() if at >= 0 else ""
        phrase = f"{before}{words.lower()}"
        found = (
            bound for cue, bound in _BOUNDS.items() if phrase.startswith(cue) or before.endswith(f"{cue} ")
        )
        bound = Bound(one["bound"]) if one.get("bound") else next(found, None)
        span = Span(at, at + len(words)) if at >= 0 else Span(start, start)
        yield Quantity(words, float(one["value"]), one["unit"], span, bound)


def _family(which: str) -> str:
    return "date" if which == "date" else "number"


def _show(topic: Topic, found: Sequence[Event]) -> None:
    known = {at: topic.event_of[id_] for id_, at in topic.stands.items()}
    for event in found:
        told = ", ".join(f"{known.get(m.id, '-')} ({m.article})" for m in event.mentions)
        print(f"  {told}")
        for line in event.links:
            print(f"      {line}")
        for conflict in event.conflicts:
            print(f"      {conflict.field}: {' ≠ '.join(value.text for value in conflict.values)}")


def main(arguments: Sequence[str]) -> None:
    """Print the figures of each topic and of all."""
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    folders = folders or [Path(os.environ.get("TIMELINE_EXPLORER_TOPICS", OURS))]
    whole = Score()
    for topic in [topic for folder in folders for topic in load(folder)]:
        found = topic.reread() if "--read" in arguments else topic.merged()
        one = score(topic, found)
        whole += one
        print(f"{topic.name:32} {one}")
        if "--show" in arguments:
            _show(topic, found)
    print(f"{'all':32} {whole}")


if __name__ == "__main__":
    main(sys.argv[1:])

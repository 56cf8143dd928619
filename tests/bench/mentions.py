"""Synthetic mentions: articles that tell of new things and tell again, a bit otherwise, of what others told."""

import random
from dataclasses import replace
from itertools import accumulate

from explorer.model.article import Article
from explorer.model.calendar import DAY_S, seconds
from explorer.model.edtf import parse
from explorer.model.mention import Mention, MentionDate, Party, PartyRole, PartyType, Quantity, Span, mention_id

PER_ARTICLE = 20
_AGAIN = 0.15  # the share of mentions that tell of what another article told
_KINDS = (
    "ban",
    "settlement",
    "legal",
    "acquisition",
    "launch",
    "milestone",
    "finance",
    "statement",
    "leadership",
)
_FIRST_DAY = seconds(2010) // DAY_S
_DAYS = 5500
_COUNTRIES = "US GB DE FR IN CN JP BR NG AU CA IT ES PL SE".split()
_SOUNDS = "ba ce di fo gu ha ki lo mu ne pra quo rin sta ter ul van wes xi yor zan".split()


class Telling:
    """Writes articles one after another; the same seed and number give the same ones."""

    def __init__(self, seed: int = 5) -> None:
        self._random = random.Random(seed)
        self._words = self._invented(6000)
        self._names = [name.title() for name in self._invented(3000)]
        self._weights = list(accumulate(1 / (rank + 20) for rank in range(6000)))
        self._told: list[Mention] = []
        self._count = 0

    def _invented(self, count: int) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            made["".join(self._random.choices(_SOUNDS, k=self._random.randint(2, 4)))] = None
        return list(made)

    def article(self) -> tuple[Article, list[Mention]]:
        """Write the next article."""
        self._count += 1
        name = f"article{self._count}"
        mentions: list[Mention] = []
        at = 0
        for _ in range(PER_ARTICLE):
            is_again = self._told and self._random.random() < _AGAIN
            source = self._random.choice(self._told[-20_000:]) if is_again else self._new()
            words = source.quote.split()
            if is_again:
                words = [word for word in words if self._random.random() > 0.2]
            mention = self._placed(source, name, at, " ".join(words))
            mentions.append(mention)
            at = mention.span.end + 1
        self._told += mentions
        return Article(name, name, "-"), mentions

    def _new(self) -> Mention:
        rng = self._random
        names = {
            rng.choices(self._names, cum_weights=self._weights[:3000])[0] for _ in range(rng.choice((1, 1, 2)))
        }
        words = rng.choices(self._words, cum_weights=self._weights, k=rng.randint(9, 22))
        day = _FIRST_DAY + int(_DAYS * rng.random() ** 0.6)
        year, month = divmod(int((day - _FIRST_DAY) / 30.44), 12)
        edtf = rng.choices(
            (
                f"{2010 + year}-{month + 1:02}-{day % 28 + 1:02}",
                f"{2010 + year}-{month + 1:02}",
                f"{2010 + year}",
            ),
            (0.65, 0.2, 0.15),
        )[0]
        quote = " ".join((*names, *words))
        parties = [Party(one, PartyType.COMPANY, PartyRole.ACTOR) for one in sorted(names)]
        amounts = []
        if rng.random() < 0.4:
            value = round(rng.lognormvariate(16, 2), -4) or 1e4
            amounts = [Quantity(words[0], value, rng.choice(("USD", "EUR", "users")), Span(0, len(words[0])))]
        dates = (MentionDate(parse(edtf), words[-1], Span(0, 1)),)
        countries = (rng.choice(_COUNTRIES),) if rng.random() < 0.5 else ()
        kind = rng.choice(_KINDS)
        confidence = round(rng.uniform(0.3, 1.0), 2)
        return Mention(
            "", "", Span(0, 1), quote, quote[:50], kind, dates=dates, parties=tuple(parties),
            countries=countries, quantities=tuple(amounts), confidence=confidence,
        )  # fmt: skip

    def _placed(self, told: Mention, article: str, at: int, quote: str) -> Mention:
        span = Span(at, at + len(quote))
        date = replace(told.dates[0], span=Span(span.end - 1, span.end))
        amounts = tuple(replace(one, span=Span(at, at + len(one.text))) for one in told.quantities)
        id_ = mention_id(article, span, date.span)
        return replace(
            told,
            id=id_,
            article=article,
            span=span,
            quote=quote,
            title=quote[:50],
            dates=(date,),
            quantities=amounts,
        )


def library(count: int) -> tuple[Telling, dict[str, Article], list[Mention]]:
    """Write articles until there are so many mentions; the writer can go on."""
    telling = Telling()
    articles: dict[str, Article] = {}
    mentions: list[Mention] = []
    while len(mentions) < count:
        article, told = telling.article()
        articles[article.id] = article
        mentions += told
    return telling, articles, mentions

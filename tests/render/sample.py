"""A briefing made by hand, with every kind of thing that a briefing can print."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

from digest.compose.evidence import Citer
from digest.model import (
    Article,
    BriefEvent,
    BriefFigure,
    BriefGroup,
    Briefing,
    BriefQuote,
    BriefRow,
    BriefStory,
    BriefTopic,
    BriefVoice,
    Citation,
    Line,
    NotRead,
    Reading,
    Reference,
    SetAsideCount,
    Sourcing,
    Span,
    Why,
)
from tests.render.sources import TEXTS, article


class Desk:
    """Cites words of the invented articles by looking them up."""

    def __init__(self) -> None:
        self.articles: dict[str, Article] = {key: article(key) for key in TEXTS}
        self.citer = Citer([Reading(a) for a in self.articles.values()])

    def cite(self, key: str, words: str, *, after: str = "") -> Citation:
        source = self.articles[key]
        start = source.text.index(words, source.text.index(after))
        return self.citer.cite(Span(source.id, start, start + len(words)))

    def line(self, key: str, words: str) -> Line:
        return Line(words, self.cite(key, words))

    def sentence(self, key: str, beginning: str) -> Line:
        """The sentence that begins so."""
        text = self.articles[key].text
        start = text.index(beginning)
        found = re.match(r".+?\.(?=\s|$)", text[start:])
        assert found is not None
        return self.line(key, found[0])

    def title(self, key: str) -> Line:
        source = self.articles[key]
        return self.citer.line(Span(source.id, 0, len(source.title), "title"))

    def voice(self, kind: Sourcing, name: str | None, *words: tuple[str, str]) -> BriefVoice:
        """A voice whose name, if it has one, stands where it first speaks."""
        return BriefVoice(
            kind,
            name,
            self.cite(words[0][0], name) if name else None,
            tuple(self.cite(key, said) for key, said in words),
        )

    def figure(self, key: str, text: str, *, after: str = "", **given: Any) -> BriefFigure:
        fields: dict[str, Any] = dict.fromkeys(
            ("value", "high", "unit", "counted", "qualifier", "change", "as_of", "stated_by", "status")
        )
        fields |= {"type": "number"} | given
        return BriefFigure(
            text=text,
            citation=self.cite(key, text, after=after),
            counted_citation=self.cite(key, given["counted"]) if "counted" in given else None,
            stated_by_citation=self.cite(key, given["stated_by"]) if "stated_by" in given else None,
            event_citation=self.cite(key, given["event"]) if "event" in given else None,
            **fields,
        )


def sample() -> Briefing:
    """Two topics, four stories, seven sources, everything in them."""
    desk = Desk()
    in_brief = (
        desk.sentence("talks", "Vessin and Upper Karsa will"),
        desk.sentence("ferry", "A ferry with 212 passengers"),
    )
    topics = (_water(desk), _port(desk))
    for source in desk.articles.values():
        desk.citer.reference(source.id)
    return Briefing(
        schema_version="1",
        title="Northlight",
        date="2026-11-23",
        language="en",
        in_brief=in_brief,
        topics=topics,
        references=_references(desk),
        passages=desk.citer.passages(),
        not_read=(
            NotRead(
                "seeds/broken.json", "not readable as JSON (line 3, column 9): mend the file or remove it"
            ),
            NotRead("seeds/<img src=x onerror=alert(1)>.html", "empty"),
        ),
        set_aside=(
            SetAsideCount(1, "caption", 2),
            SetAsideCount(1, "agency credit", 1),
            SetAsideCount(4, "comment form", 11),
        ),
        pipeline="en_digest 0.1",
        generator="Digest 0.1.0",
        notes=("One source is dated by inference.",),
    )


def _references(desk: Desk) -> tuple[Reference, ...]:
    numbers = desk.citer.numbers
    by_id = {a.id: a for a in desk.articles.values()}
    wire, copy = numbers[desk.articles["wire"].id], numbers[desk.articles["copy"].id]
    return tuple(
        Reference(
            number=number,
            article_id=key,
            path=by_id[key].path,
            source_sha256=by_id[key].source_sha256,
            title=by_id[key].title,
            publisher=by_id[key].publisher,
            url=by_id[key].url,
            published=by_id[key].published,
            text_sha256=by_id[key].source_sha256[::-1],
            flags=by_id[key].flags,
            copies_of=wire if number == copy else None,
        )
        for key, number in numbers.items()
    )


def _water(desk: Desk) -> BriefTopic:
    walkout, accord = _walkout(desk), _accord(desk)
    return BriefTopic(
        id="t1",
        name="Sorrel reservoir: Vessin, Upper Karsa",
        headline=accord.headline,
        first="2026-11-19",
        last="2026-11-22",
        stories=(walkout, accord),
        timeline=(
            BriefEvent(
                "2026-11-19",
                "day",
                "inferred",
                "on Thursday",
                desk.cite("walkout", "on Thursday"),
                desk.sentence("walkout", "The Karsa delegation left the"),
                False,
            ),
            BriefEvent(
                "2026-11-22",
                "day",
                "stated",
                "22 November 2026",
                desk.cite("wire", "22 November 2026"),
                desk.sentence("wire", "PORT LEVAN - Vessin and"),
                False,
            ),
            BriefEvent(
                "2027-03-01",
                "day",
                "stated",
                "1 March 2027",
                desk.cite("talks", "1 March 2027"),
                desk.sentence("talks", "She added that the first"),
                True,
            ),
        ),
    )


def _walkout(desk: Desk) -> BriefStory:
    return BriefStory(
        id="s1",
        headline=desk.title("walkout"),
        when="2026-11-19",
        summary=(
            desk.sentence("walkout", "The Karsa delegation left the"),
            desk.sentence("walkout", "It was the second time"),
        ),
        quotes=(
            BriefQuote(
                "There is no draft that I recognise",
                "direct",
                False,
                "said",
                desk.cite("walkout", "There is no draft that I recognise"),
                (),
                speaker="Brandt",
                speaker_citation=desk.cite("walkout", "Brandt"),
                sourcing="named",
            ),
        ),
        figures=(
            BriefRow(
                (
                    desk.figure(
                        "walkout",
                        "$48.2 million",
                        type="currency",
                        value=Decimal("48200000"),
                        unit="USD",
                        counted="the cost of the gates",
                    ),
                    desk.figure(
                        "walkout",
                        "between $45 million and $60 million",
                        type="currency",
                        unit="USD",
                        value=Decimal(45000000),
                        high=Decimal(60000000),
                        qualifier="between",
                        stated_by="the Vessin treasury",
                        status="planned",
                    ),
                    desk.figure(
                        "walkout",
                        "$71 million",
                        type="currency",
                        value=Decimal("71000000"),
                        unit="USD",
                        stated_by="Engineers at the Delft Coast Institute",
                    ),
                ),
                0,
                "differ",
                1,
                "the cost of the gates, in one currency, on one day",
            ),
        ),
        why=Why(
            ("Upper Karsa", "Sorrel"),
            ("talks", "draft"),
            ("2026-11-19",),
            "One article: no other reports these talks on 19 November 2026.",
            "it shares the reservoir and both governments, but happened three days later",
            "s2",
        ),
        references=(desk.citer.reference(desk.articles["walkout"].id),),
        origins=1,
        sourcing=(
            desk.voice("named", "Brandt", ("walkout", "There is no draft that I recognise")),
            desk.voice(
                "institution", "the Vessin treasury", ("walkout", "between $45 million and $60 million")
            ),
            desk.voice("institution", None, ("walkout", "put the cost at $71 million")),
        ),
    )


def _accord(desk: Desk) -> BriefStory:
    return BriefStory(
        id="s2",
        headline=desk.title("wire"),
        when="2026-11-22",
        summary=(
            desk.sentence("talks", "Vessin and Upper Karsa will"),
            desk.sentence("talks", "About 9,500 hectares of orchard"),
            desk.sentence("wire", "The annex caps withdrawals at"),
        ),
        quotes=_accord_quotes(desk),
        figures=(
            BriefRow(
                (
                    desk.figure(
                        "talks",
                        "More than 14,000",
                        value=Decimal("14000"),
                        counted="people",
                        event="live below the dam",
                        qualifier="More than",
                        stated_by="the authority",
                        as_of="2026-11-22",
                    ),
                    desk.figure(
                        "wire", "Some 14,000", value=Decimal("14000"), counted="people", qualifier="Some"
                    ),
                    desk.figure(
                        "copy", "Some 14,000", value=Decimal("14000"), counted="people", qualifier="Some"
                    ),
                ),
                0,
                "agree",
                2,
                "the same number of people below the dam",
            ),
            BriefRow(
                (
                    desk.figure(
                        "wire",
                        "310 million cubic metres",
                        type="dimension",
                        unit="cubic metre",
                        value=Decimal("310E6"),
                        counted="withdrawals",
                    ),
                ),
                0,
                "single",
                1,
                "one source gives it",
            ),
            BriefRow(
                (
                    desk.figure(
                        "talks",
                        "About 9,500 hectares",
                        type="dimension",
                        unit="hectare",
                        value=Decimal("9500.50"),
                        counted="orchard",
                        qualifier="About",
                    ),
                    desk.figure("talks", "ten years", type="duration", unit="year", value=Decimal(10)),
                ),
                1,
                "sharper",
                1,
                "the second gives the span, the first the surface",
            ),
        ),
        why=Why(
            ("Vessin", "Upper Karsa", "Port Levan"),
            ("reservoir", "accord"),
            ("2026-11-22",),
            "Three articles report a signing on 22 November 2026; two of them share their words.",
            "it shares the reservoir and both governments, but happened three days earlier",
            "s1",
        ),
        references=tuple(desk.citer.reference(desk.articles[k].id) for k in ("talks", "wire", "copy")),
        origins=2,
        sourcing=(
            desk.voice(
                "named",
                "Katerina Dvorak",
                ("talks", "We used to spend longer looking for the right stamp than for the leak,"),
                ("wire", "We used to spend longer looking for the right stamp than the leak,"),
            ),
            desk.voice("named", "Ilo Brandt", ("wire", "closes a chapter")),
            desk.voice("institution", "the authority", ("talks", "More than 14,000 people")),
            desk.voice(
                "unnamed",
                "a senior official of the Karsa water ministry",
                ("talks", "Nobody in this valley got everything"),
            ),
        ),
        agreement=(
            BriefGroup(
                "agree",
                2,
                (
                    desk.sentence("talks", "Vessin and Upper Karsa will"),
                    desk.sentence("wire", "PORT LEVAN - Vessin and"),
                ),
                "reported by 2 origins",
            ),
            BriefGroup(
                "agree",
                2,
                (desk.sentence("wire", "Some 14,000"), desk.sentence("talks", "More than 14,000")),
                "reported by 2 origins",
            ),
            BriefGroup(
                "single", 1, (desk.sentence("talks", "She added that the first"),), "reported by one origin"
            ),
            BriefGroup("single", 1, (desk.sentence("wire", "The ministry's"),), "reported by one origin"),
        ),
    )


def _accord_quotes(desk: Desk) -> tuple[BriefQuote, ...]:
    said = "We used to spend longer looking for the right stamp than for the leak,"
    return (
        BriefQuote(
            said,
            "direct",
            True,
            "said",
            desk.cite("talks", said),
            (desk.cite("wire", "We used to spend longer looking for the right stamp than the leak,"),),
            "The Harbour Wire has “than the leak” where The Levan Courier has “than for the leak”.",
            speaker="Katerina Dvorak",
            speaker_citation=desk.cite("talks", "Katerina Dvorak"),
            role="the chief engineer of the reservoir authority",
            role_citation=desk.cite("talks", "the chief engineer of the reservoir authority"),
            sourcing="named",
        ),
        BriefQuote(
            "Nobody in this valley got everything, and nobody walked out,",
            "direct",
            True,
            "said",
            desk.cite("talks", "Nobody in this valley got everything, and nobody walked out,"),
            (),
            speaker="a senior official of the Karsa water ministry",
            speaker_citation=desk.cite("talks", "a senior official of the Karsa water ministry"),
            sourcing="unnamed",
        ),
        BriefQuote(
            "closes a chapter that should never have been opened",
            "mixed",
            True,
            "saying",
            desk.cite("wire", "closes a chapter that should never have been opened"),
            (),
            speaker="the president",
            speaker_citation=desk.cite("wire", "the president"),
            sourcing="named",
            relayed_by="Ilo Brandt",
            relayed_by_citation=desk.cite("wire", "Ilo Brandt"),
        ),
    )


def _port(desk: Desk) -> BriefTopic:
    strike, ferry = _strike(desk), _ferry(desk)
    return BriefTopic(
        id="t2",
        name="Port Levan",
        headline=strike.headline,
        first="2026-11-17",
        last=None,
        stories=(ferry, strike),
        timeline=(
            BriefEvent(
                "2026-11-30",
                "day",
                "stated",
                "30 November 2026",
                desk.cite("ferry", "30 November 2026"),
                desk.sentence("ferry", "The company has said that"),
                True,
            ),
        ),
    )


def _strike(desk: Desk) -> BriefStory:
    turnover = "Turnover at the container terminal"
    return BriefStory(
        id="s4",
        headline=desk.title("strike"),
        when="2026-11-20",
        summary=(desk.sentence("strike", "Dock workers in Port Levan"),),
        quotes=(
            BriefQuote(
                "It was never about the money alone",
                "direct",
                True,
                "said",
                desk.cite("strike", "It was never about the money alone"),
                (),
                speaker="Anouk Besson",
                speaker_citation=desk.cite("strike", "Anouk Besson"),
                role="leads the union's Levan branch",
                role_citation=desk.cite("strike", "leads the union's Levan branch"),
                sourcing="named",
            ),
        ),
        figures=(
            BriefRow(
                (
                    desk.figure(
                        "strike",
                        "4,200 boxes a day",
                        after=turnover,
                        value=Decimal(4200),
                        as_of="2026-09",
                        unit="box a day",
                    ),
                    desk.figure(
                        "strike",
                        "3,100",
                        after=turnover,
                        value=Decimal(3100),
                        as_of="2026-10",
                        unit="box a day",
                    ),
                    desk.figure(
                        "strike",
                        "1,900",
                        after=turnover,
                        value=Decimal(1900),
                        as_of="2026-11",
                        unit="box a day",
                    ),
                ),
                2,
                "development",
                1,
                "the same terminal, at three times",
            ),
            BriefRow(
                (
                    desk.figure(
                        "strike",
                        "6.5%",
                        type="percentage",
                        value=Decimal("6.5"),
                        unit="percentage",
                        counted="pay",
                        change="up",
                    ),
                ),
                0,
                "single",
                1,
                "one source gives it",
            ),
        ),
        why=Why((), (), (), "One article: nothing else reports it."),
        references=(desk.citer.reference(desk.articles["strike"].id),),
        origins=1,
        sourcing=(),
    )


def _ferry(desk: Desk) -> BriefStory:
    return BriefStory(
        id="s3",
        headline=desk.title("ferry"),
        when=None,
        summary=(
            desk.sentence("ferry", "A ferry with 212 passengers"),
            desk.sentence("ferry2", "All passengers of the stranded"),
        ),
        quotes=(
            BriefQuote("about 220", "mixed", True, None, desk.cite("ferry", "about 220"), ()),
            BriefQuote(
                "that a mark was unlit",
                "indirect",
                True,
                "told",
                desk.cite("ferry", "that a mark was unlit"),
                (),
                speaker="The captain",
                speaker_citation=desk.cite("ferry", "The captain"),
                sourcing="unnamed",
            ),
        ),
        figures=(
            BriefRow(
                (
                    desk.figure(
                        "ferry",
                        "212",
                        after="The coastguard",
                        value=Decimal(212),
                        counted="passengers",
                        stated_by="The coastguard",
                    ),
                    desk.figure("ferry", "207", value=Decimal(207), counted="names", stated_by="The company"),
                    desk.figure(
                        "ferry",
                        "about 220",
                        value=Decimal(220),
                        qualifier="about",
                        stated_by="the harbour master",
                    ),
                ),
                0,
                "differ",
                1,
                "how many were aboard",
            ),
        ),
        why=Why(
            ("Port Levan",),
            ("ferry", "passengers"),
            ("2026-11-17",),
            "Two articles name one ferry and one evening.",
        ),
        references=tuple(desk.citer.reference(desk.articles[k].id) for k in ("ferry", "ferry2")),
        origins=2,
        sourcing=(
            desk.voice("institution", "The coastguard", ("ferry", "212 passengers")),
            desk.voice("institution", "the coastguard", ("ferry2", "All passengers of the stranded ferry")),
            desk.voice("unnamed", "The captain", ("ferry", "that a mark was unlit")),
        ),
        agreement=(
            BriefGroup(
                "differ",
                2,
                (
                    desk.sentence("ferry", "The coastguard counted"),
                    desk.sentence("ferry2", "All passengers of the stranded"),
                ),
                "212 against all",
            ),
            BriefGroup("single", 1, (desk.sentence("ferry2", "A tug will try"),), "reported by one origin"),
        ),
    )


def long_sample(topics: int = 12, stories: int = 5) -> Briefing:
    """Many topics and stories, made by repeating those of the sample with new ids."""
    briefing = sample()
    pool = [story for topic in briefing.topics for story in topic.stories]
    made = tuple(
        replace(
            briefing.topics[t % 2],
            id=f"t{t + 1}",
            stories=tuple(
                replace(pool[(t + s) % len(pool)], id=f"s{t * stories + s + 1}") for s in range(stories)
            ),
        )
        for t in range(topics)
    )
    return replace(briefing, topics=made, in_brief=briefing.in_brief * 6)


def short_sample() -> Briefing:
    """One topic with two stories."""
    briefing = sample()
    return replace(briefing, topics=briefing.topics[:1], in_brief=briefing.in_brief[:1], notes=())


def empty_sample() -> Briefing:
    """An edition of a day with nothing to say."""
    return replace(
        sample(), in_brief=(), topics=(), references=(), passages=(), set_aside=(), notes=(), not_read=()
    )

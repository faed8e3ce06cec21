"""The invented articles that the sample briefing of these tests stands on."""

from __future__ import annotations

from hashlib import sha256

from digest.model import Article, Paragraph, Published

HOSTILE_TITLE = '<script>alert("x")</script> {{ 7*7 }} {% raw %} & <b onmouseover=alert(1)>Karsa</b>'
RIGHT_TO_LEFT_TITLE = (
    "تقرير عن خزان كارسا \u202ereversed\u202c and [brackets](javascript:alert(1)) *stars* | pipes"
)
LONG_TITLE = (
    "The ferry "
    + "that ran aground off the outer mole of Port Levan on Tuesday evening " * 4
    + "is still there"
)

TEXTS = {
    "talks": """\
Vessin and Upper Karsa will share the water of the Sorrel reservoir for ten years under an accord \
signed on Sunday in Port Levan.

“We used to spend longer looking for the right stamp than for the leak,” said Katerina Dvorak, the \
chief engineer of the reservoir authority. She added that the first gates would open on 1 March 2027.

More than 14,000 people live below the dam, the authority said. About 9,500 hectares of orchard \
depend on it.

“Nobody in this valley got everything, and nobody walked out,” said a senior official of the Karsa \
water ministry, who declined to be named because the annex is not yet public.""",
    "wire": """\
PORT LEVAN - Vessin and Upper Karsa signed a ten-year accord on the Sorrel reservoir on 22 November 2026.

“We used to spend longer looking for the right stamp than the leak,” Dvorak told reporters.

Some 14,000 people live below the dam. The annex caps withdrawals at 310 million cubic metres a year.

The ministry's spokesman, Ilo Brandt, quoted the president as saying the accord “closes a chapter that \
should never have been opened”.""",
    "copy": """\
PORT LEVAN - Vessin and Upper Karsa signed a ten-year accord on the Sorrel reservoir on 22 November 2026.

Some 14,000 people live below the dam.""",
    "walkout": """\
The Karsa delegation left the reservoir talks on Thursday after four hours, saying the draft put the \
cost of the gates at $48.2 million.

The gates will cost between $45 million and $60 million, according to the Vessin treasury. \
Engineers at the Delft Coast Institute put the cost at $71 million.

There is no draft that I recognise, Brandt said as he left the hall.

It was the second time since June that talks had stopped.""",
    "strike": """\
Dock workers in Port Levan ended a three-day strike on Friday 20 November 2026 after the port agreed to \
raise pay by 6.5%.

Turnover at the container terminal fell from 4,200 boxes a day in September to 3,100 in October, and \
to 1,900 in the week of the strike.

"It was never about the money alone", said Anouk Besson, who leads the union's Levan branch.""",
    "ferry": """\
A ferry with 212 passengers ran aground off the outer mole of Port Levan on Tuesday evening. Two crew \
members were taken to hospital.

The coastguard counted 212 passengers. The company's list has 207 names, and the harbour master spoke \
of "about 220".

The captain told investigators that a mark was unlit. The company has said that it will publish the \
log by 30 November 2026.""",
    "ferry2": """\
All passengers of the stranded ferry were ashore by midnight, the coastguard said.

A tug will try to move the ship on Friday's spring tide.""",
}
TITLES = {
    "talks": "Two valleys agree to share one reservoir",
    "wire": HOSTILE_TITLE,
    "copy": "Vessin, Upper Karsa sign reservoir accord",
    "walkout": RIGHT_TO_LEFT_TITLE,
    "strike": "Dock strike ends with 6.5% rise",
    "ferry": LONG_TITLE,
    "ferry2": "",
}
PUBLISHERS = {
    "talks": "The Levan Courier",
    "wire": "Harbour Wire",
    "copy": "Karsa Morning Post",
    "walkout": "Vessin Observer <i>",
    "strike": "The Levan Courier",
    "ferry": "Port Levan Gazette",
}
URLS = {
    "talks": "https://courier.example/2026/11/22/reservoir-accord",
    "wire": "javascript:alert(document.cookie)",
    "copy": "http://post.example/accord?from=wire&id=7",
    "walkout": "file:///etc/passwd",
    "ferry": "https://gazette.example/" + "a-very-long-path-segment/" * 8,
}
PUBLISHED = {
    "talks": Published("2026-11-22", "day", "22 November 2026", "stated"),
    "wire": Published("2026-11-22T18:05", "minute", "2026-11-22T18:05", "stated"),
    "copy": Published("2026-11-23", "day", "23 Nov 2026", "stated"),
    "walkout": Published(
        "2026-11-19",
        "day",
        "its caption is dated 20 November 2026 and the text says “on Thursday”",
        "inferred",
    ),
    "ferry": Published("2026-11", "month", "November 2026", "stated"),
}


def article(key: str) -> Article:
    """One of the articles above."""
    text = TEXTS[key]
    return Article(
        id=sha256(key.encode()).hexdigest()[:16],
        path=f"seeds/{key}.txt",
        source_sha256=sha256(f"{TITLES[key]}\n\n{text}".encode()).hexdigest(),
        title=TITLES[key],
        text=text,
        publisher=PUBLISHERS.get(key),
        url=URLS.get(key),
        published=PUBLISHED.get(key),
        paragraphs=_paragraphs(text),
        flags=("mixed-script letters", "quote marks lost") if key == "walkout" else (),
    )


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    start, line = 0, 3
    for part in text.split("\n\n"):
        found.append(Paragraph(start, start + len(part), line))
        start += len(part) + 2
        line += 2
    return tuple(found)

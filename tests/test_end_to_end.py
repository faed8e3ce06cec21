"""The whole way through, as a user runs it: the sample, hostile input, bad input, proof."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from digest.cli import app
from digest.cli.common import Exit

pytestmark = pytest.mark.language

SEEDS = Path(__file__).parent.parent / "seeds"
DATE = "2026-03-13"


def digest(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def build(out: Path, *sources: Path, formats: str = "json", code: Exit = Exit.DONE) -> dict[str, Any]:
    result = digest("build", *sources, "--out", out, "--date", DATE, "--format", formats)
    assert result.exit_code == code, result.output
    briefing: dict[str, Any] = json.loads((out / "briefing.json").read_bytes())
    return briefing


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample briefing in every format."""
    out = tmp_path_factory.mktemp("sample")
    build(out, SEEDS, formats="html,pdf,json,md")
    return out


def printed(briefing: dict[str, Any]) -> dict[str, Any]:
    return {topic["name"]: topic for topic in briefing["topics"]}


def test_sample_has_two_topics_and_its_stories_apart(sample: Path) -> None:
    briefing = json.loads((sample / "briefing.json").read_bytes())
    title = {r["number"]: r["title"] for r in briefing["references"]}
    topics = [
        [sorted(title[n] for n in story["references"]) for story in topic["stories"]]
        for topic in briefing["topics"]
    ]
    assert sorted(topics) == [
        [
            [
                "Halvern dam alarm drives 7,500 from their homes, relief agency says",
                "Thousands leave homes below Halvern Dam as crack widens",
                "Valley cleared as dam crack grows",
                "Velmora empties valley below cracked dam",
            ],
            [
                "Lawmakers back public inquiry into cracked dam",
                "Velmora orders inquiry into Halvern Dam repairs",
            ],
        ],
        [
            [
                "Herring talks start with neighbours far apart",
                "Norvania and Estmark open talks on herring quotas",
            ],
            ["Herring deal signed after eight days of talks", "Norvania and Estmark sign herring accord"],
        ],
    ]


def test_wire_copy_in_two_outlets_is_one_origin(sample: Path) -> None:
    briefing = json.loads((sample / "briefing.json").read_bytes())
    number = {r["title"]: r["number"] for r in briefing["references"]}
    copies = {r["number"]: r["copies_of"] for r in briefing["references"] if r["copies_of"] is not None}
    wire = {number["Velmora empties valley below cracked dam"], number["Valley cleared as dam crack grows"]}
    assert set(copies) | set(copies.values()) == wire


def test_no_furniture_of_a_page_is_printed(sample: Path) -> None:
    text = (sample / "briefing.md").read_text()
    evidence = text.split("## Not read and set aside")[0]
    for furniture in (
        "Full Screen",
        "SEE ALSO",
        "Leave a Reply",
        "Sample article",
        "newsletter",
        "Most read",
        "1 / 4",
    ):
        assert furniture not in evidence, furniture


def test_sample_is_proved(sample: Path) -> None:
    result = digest("verify", sample / "briefing.json", "--sources", SEEDS)
    assert result.exit_code == Exit.DONE, result.output
    assert "all of it holds" in result.output


def test_one_altered_character_anywhere_fails(sample: Path, tmp_path: Path) -> None:
    data = (sample / "briefing.json").read_text(encoding="utf-8")
    for place in random.Random(7).sample(range(len(data)), 6):
        other = "7" if data[place] != "7" else "8"
        false = tmp_path / "briefing.json"
        false.write_text(data[:place] + other + data[place + 1 :], encoding="utf-8")
        result = digest("verify", false, "--sources", SEEDS)
        assert result.exit_code == Exit.FAILED, data[max(place - 40, 0) : place + 40]


def test_changed_source_fails(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    changed = tmp_path / "seeds" / "08-herring-accord.md"
    changed.write_text(changed.read_text().replace("95,000", "96,000"))
    result = digest("verify", sample / "briefing.json", "--sources", tmp_path / "seeds", "--json")
    assert result.exit_code == Exit.FAILED
    assert "08-herring-accord.md" in result.output


def test_same_sources_in_any_order_give_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    files = sorted(SEEDS.iterdir(), reverse=True)
    result = digest("build", *files, "--out", tmp_path, "--date", DATE, "--format", "html,json")
    assert result.exit_code == Exit.DONE, result.output
    for name in ("briefing.html", "briefing.json"):
        assert (tmp_path / name).read_bytes() == (sample / name).read_bytes(), name


def test_script_in_a_title_shows_as_text(tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.json"
    body = "The mayor of Lower Tarn opened a <b>bridge</b> on Monday.\n\nIt cost {{7*7}} crowns, he said."
    hostile.write_text(json.dumps({"title": "<script>alert(1)</script> Bridge {{7*7}} opened", "text": body}))
    build(tmp_path / "out", hostile, formats="html,json")
    page = (tmp_path / "out" / "briefing.html").read_text()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Bridge {{7*7}} opened" in page
    assert "<b>bridge</b>" not in page


def test_unreadable_file_is_listed_and_the_rest_is_built(tmp_path: Path) -> None:
    shutil.copy(SEEDS / "08-herring-accord.md", tmp_path)
    (tmp_path / "broken.json").write_text('{"title": "cut o')
    (tmp_path / "empty.txt").write_text("")
    briefing = build(tmp_path / "out", tmp_path, code=Exit.SOME_NOT_READ)
    assert {Path(item["path"]).name for item in briefing["not_read"]} == {"broken.json", "empty.txt"}
    assert [r["title"] for r in briefing["references"]] == ["Norvania and Estmark sign herring accord"]


def test_empty_folder_makes_an_edition_that_says_so(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    briefing = build(tmp_path / "out", tmp_path / "none", formats="html,pdf,json,md")
    assert briefing["topics"] == []
    assert (tmp_path / "out" / "briefing.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "no-such-folder"],
        ["build", "--date", "13 March"],
        ["build", "--format", "docx"],
        ["verify", "no-such.json"],
        ["nonsense"],
    ],
)
def test_wrong_use_is_told_apart_from_failure(arguments: list[str], tmp_path: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "digest", *arguments],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(SEEDS.parent), "PATH": ""},
    )
    assert done.returncode == Exit.WRONG_USE
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_analyze_prints_offsets_of_the_text_it_prints() -> None:
    result = digest("analyze", SEEDS, "--explain")
    assert result.exit_code == Exit.DONE
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 10
    for row in rows:
        for found in (*row["quotes"], *row["figures"], *row["entities"]):
            assert row["text"][found["start"] : found["end"]] == found["text"]
        for quote in row["quotes"]:
            if quote["speaker"] is not None:
                assert row["text"][quote["speaker_start"] : quote["speaker_end"]] == quote["speaker_mention"]
        for figure in row["figures"]:
            if figure["counted"] is not None:
                assert row["text"][figure["counted_start"] : figure["counted_end"]] == figure["counted"]


def test_given_id_and_text_are_kept_to_the_letter() -> None:
    record = {"id": "own-7", "text": " “Yes,” said Mira Sandel.\n\n\tSEE ALSO: nothing ", "title": ""}
    result = digest("analyze", "-", stdin=json.dumps(record))
    assert result.exit_code == Exit.DONE, result.output
    row = json.loads(result.stdout)
    assert (row["id"], row["text"]) == ("own-7", record["text"])
    assert row["published"] is None


def test_cluster_and_summarize_print_json_lines() -> None:
    placed = [json.loads(line) for line in digest("cluster", SEEDS).stdout.splitlines()]
    assert len(placed) == 10
    assert all(row["why"] and row["story"] and row["topic"] for row in placed)
    explained = [json.loads(line) for line in digest("cluster", SEEDS, "--explain").stdout.splitlines()]
    assert [{key: row[key] for key in line} for row, line in zip(explained, placed, strict=True)] == placed
    assert all(row["topic_name"] and row["origin_why"] for row in explained)
    assert all(1 <= row["origins"] <= row["articles"] for row in explained)
    assert any(row["names"] and row["words"] and row["dates"] for row in explained)
    files = [SEEDS / "08-herring-accord.md", SEEDS / "09-accord-estmark-times.txt"]
    [summary] = [
        json.loads(line) for line in digest("summarize", *files, "--words", "60").stdout.splitlines()
    ]
    assert summary["headline"]
    assert 20 <= sum(len(sentence["text"].split()) for sentence in summary["sentences"]) <= 90


def test_summarize_takes_stories_that_the_input_names(tmp_path: Path) -> None:
    records = [
        {"id": "a", "story": "bridge", "title": "Bridge opens", "text": "The Ashby bridge opened on Monday."},
        {"id": "b", "story": "ferry", "title": "Ferry sails", "text": "The Kessary ferry sailed on Monday."},
    ]
    lines = "\n".join(map(json.dumps, records))
    (tmp_path / "two.jsonl").write_text(lines)
    made = [json.loads(line) for line in digest("summarize", tmp_path / "two.jsonl").stdout.splitlines()]
    assert [row["story"] for row in made] == ["bridge", "ferry"]


def test_doctor_finds_what_is_there() -> None:
    result = digest("doctor", "--json")
    checks = {check["name"]: check for check in json.loads(result.stdout)}
    assert checks["language pipeline"]["well"]
    assert checks["fonts"]["well"]
    assert checks["library pango-1.0"]["well"]


def test_corrections_hold_on_later_runs(tmp_path: Path) -> None:
    kept = ("--store", tmp_path / "digest.db")

    def placed() -> dict[str, tuple[str, str]]:
        rows = [json.loads(line) for line in digest("cluster", SEEDS, *kept).stdout.splitlines()]
        return {row["id"]: (row["story"], row["topic"]) for row in rows}

    first = placed()
    assert placed() == first
    topic = next(iter(first.values()))[1]
    stories = sorted({story for story, of in first.values() if of == topic})
    assert len(stories) == 2
    assert digest("story", "merge", *stories, *kept).exit_code == Exit.DONE
    assert digest("story", "name", topic, "A wall moves", *kept).exit_code == Exit.DONE
    second = placed()
    assert len({second[article] for article, (story, _) in first.items() if story in stories}) == 1
    assert digest("build", SEEDS, "--out", tmp_path, "--format", "json", *kept).exit_code == Exit.DONE
    assert "A wall moves" in {
        t["name"] for t in json.loads((tmp_path / "briefing.json").read_bytes())["topics"]
    }


def test_corrections_need_a_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = digest("story", "merge", "one", "other")
    assert result.exit_code != Exit.DONE
    assert "--store" in str(result.exception)


def test_source_with_a_number_sign_in_its_name_is_proved(tmp_path: Path) -> None:
    source = tmp_path / "no #7.md"
    shutil.copy(SEEDS / "08-herring-accord.md", source)
    build(tmp_path / "out", source)
    assert digest("verify", tmp_path / "out" / "briefing.json").exit_code == Exit.DONE

from __future__ import annotations

import time
from importlib import import_module
from pathlib import Path

import pytest
from thinc.api import NumpyOps, get_current_ops, set_current_ops

from digest.errors import LanguageError
from digest.language import describe, load
from digest.language.load import LARGER, choose

MODULE = import_module("digest.language.load")  # the package's name for it is the function


def test_auto_takes_the_largest_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = {"en_core_web_sm", "en_core_web_md"}
    monkeypatch.setattr(MODULE, "find_spec", lambda name: name if name in installed else None)
    assert choose("auto") == "en_core_web_md"
    assert LARGER.index("en_core_web_md") < LARGER.index("en_core_web_sm")


def test_auto_takes_the_embedded_one_where_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MODULE, "find_spec", lambda name: None)
    assert choose("auto") == "embedded"


@pytest.mark.parametrize("name", ["embedded", "en_core_web_sm", "/some/folder"])
def test_a_name_stands_for_itself(name: str) -> None:
    assert choose(name) == name


def test_a_pipeline_that_is_not_installed_says_what_to_do() -> None:
    with pytest.raises(LanguageError, match=r"'xx_none' is not installed: .* pipeline = \"embedded\""):
        load("xx_none")


def test_a_damaged_pipeline_says_so(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 7\n", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(LanguageError, match="does not load with spaCy"):
        load(str(tmp_path))


@pytest.mark.language
def test_the_same_choice_is_loaded_once() -> None:
    assert load("embedded") is load("embedded")


@pytest.mark.language
def test_components_can_be_left_out() -> None:
    names = load("embedded", without=("ner",)).pipe_names
    assert "ner" not in names
    assert "parser" in names


@pytest.mark.language
def test_the_description_has_name_and_version() -> None:
    name, version = describe(load("embedded")).split()
    assert name == "en_digest_sm"
    assert version.count(".") == 2


@pytest.mark.language
def test_the_backend_of_the_process_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    before = get_current_ops()
    ours = NumpyOps(use_blis=True)
    set_current_ops(ours)
    try:
        nlp = load("embedded", without=("ner", "lemmatizer"))
        assert get_current_ops() is ours
        assert nlp.get_pipe("tok2vec").model.ops.use_blis is False
    finally:
        set_current_ops(before)


class _Accelerator(NumpyOps):
    """A backend that somebody chose before us."""

    name = "accelerator"


@pytest.mark.language
def test_a_backend_that_was_chosen_before_is_kept() -> None:
    before = get_current_ops()
    ours = _Accelerator()
    set_current_ops(ours)
    try:
        nlp = load("embedded", without=("ner", "parser", "lemmatizer"))
        assert nlp.get_pipe("tok2vec").model.ops is ours
    finally:
        set_current_ops(before)


@pytest.mark.language
def test_loading_takes_at_most_a_second_of_the_processor() -> None:
    start = time.process_time()
    load("embedded", without=("senter",))
    assert time.process_time() - start < 1.0

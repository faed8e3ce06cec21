from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from digest.model import Briefing
from digest.render import render
from tests.render.sample import sample


@pytest.fixture(scope="session")
def briefing() -> Briefing:
    return sample()


@pytest.fixture(scope="session")
def html(briefing: Briefing) -> str:
    return render(briefing, "html").decode()


@pytest.fixture(scope="session")
def pdf(briefing: Briefing) -> bytes:
    return render(briefing, "pdf")


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """WeasyPrint says what it could not do in its log, and in no other way."""
    with caplog.at_level(logging.WARNING):
        yield
    found = [record.getMessage() for phase in ("setup", "call") for record in caplog.get_records(phase)]
    assert found == []

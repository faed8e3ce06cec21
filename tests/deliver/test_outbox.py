"""What becomes of a message after an attempt."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver.alert import refused, stuck
from digest.deliver.outbox import DELAYS, GIVE_UP, after, again, delay, waited
from digest.deliver.outcome import SENT, Outcome
from digest.records import EditionKey, Message

NOW = "2026-11-23T06:30:00+00:00"
TAKEN = Message(
    1, EditionKey("m", "2026-11-23", "06:30"), "mail", "a@x.org", "<1@x>", NOW, state="sending", attempts=1
)


def test_what_each_end_makes_of_a_message() -> None:
    assert after(TAKEN, SENT, now=NOW).state == "sent"
    assert after(TAKEN, Outcome("never", "no"), now=NOW).state == "failed"
    held = after(TAKEN, Outcome("held", "no"), now=NOW)
    assert (held.state, held.attempts, held.due) == ("waiting", 0, "2026-11-23T06:45:00+00:00")
    later = after(TAKEN, Outcome("later", "no"), now=NOW)
    assert (later.state, later.attempts, later.due) == ("waiting", 1, "2026-11-23T06:31:00+00:00")


@given(st.integers(1, 40))
def test_delays_grow_and_end(attempts: int) -> None:
    assert delay(attempts) <= delay(attempts + 1) <= max(DELAYS)
    tried = after(
        Message(1, TAKEN.key, "mail", "a", "<1>", NOW, attempts=attempts), Outcome("later", "x"), now=NOW
    )
    assert (tried.state == "failed") == (waited(attempts) > GIVE_UP)
    if tried.state == "waiting":
        assert datetime.fromisoformat(tried.due) - datetime.fromisoformat(NOW) == delay(attempts)


def test_the_time_in_all_is_about_two_days() -> None:
    attempts = next(n for n in range(1, 99) if waited(n) > GIVE_UP)
    assert timedelta(hours=40) < waited(attempts - 1) <= GIVE_UP


def test_again_is_as_if_for_the_first_time() -> None:
    failed = after(TAKEN, Outcome("never", "no"), now=NOW)
    assert (again(failed, NOW).state, again(failed, NOW).attempts) == ("waiting", 0)
    assert again(failed, NOW).message_id == failed.message_id


@pytest.mark.parametrize("channel", ["mail", "command"])
def test_operator_hears_of_readers_and_programs(channel: str) -> None:
    failed = Message(1, TAKEN.key, channel, "a@x.org", "<1>", NOW, state="failed", problem="550 no")  # type: ignore[arg-type]
    assert refused([failed]) == {f"{channel} failed: m": refused([failed])[f"{channel} failed: m"]}


def test_alert_that_fails_is_no_incident() -> None:
    alert = Message(1, TAKEN.key, "alert", "ops@x.org", "<1>", NOW, state="failed", attempts=9, problem="no")
    assert refused([alert]) == {}
    assert stuck([alert]) == {}

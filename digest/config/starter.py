"""The settings that ``digest init`` writes: short, explained, and fit to run as they are."""

from __future__ import annotations

_STARTER = """\
# Settings of Digest. All keys: docs/configuration.md. What these do in words: digest config check

title = "Digest"      # name of the publication
output = "output"     # editions are written to output/NAME/
store = "digest.db"   # what was read and made is kept here; back it up

# A briefing that is made again and again. digest run makes it; digest schedule says when.
[profiles.morning]
sources = ["seeds"]   # put articles here: .txt, .md, .html, .json or .jsonl files, folders of them
timezone = "{zone}"

# When it is made. Others: "daily at 06:30, 17:00", "weekdays at 07:00", "weekly on Monday at 08:00",
# or a cron line, as in "30 6 * * 1-5".
schedule = "daily at 06:30"

# Also soon after new articles came: once no other came for a minute, at most every two hours.
# Take these three lines out to have only the editions of the schedule.
after = "new articles"
quiet = "1 min"
gap = "2 h"

formats = ["html", "pdf", "json", "md"]
when_empty = "send"   # "skip": nothing is delivered when nothing new came
# watch = ["ferry"]           # whole words and phrases: stories with them come first
# mute = ["horoscope"]        # stories whose articles all have one are left out

# By mail. The password stands in the variable DIGEST_SMTP_PASSWORD, never here.
# [profiles.morning.mail]
# sender = "Digest <digest@example.org>"
# recipients = [{{ address = "reader@example.org" }}]
# [smtp]
# host = "mail.example.org"
# user = "digest@example.org"

# Who is told, once, when an edition fails or is late.
# [alerts]
# to = ["operator@example.org"]
"""


def starter(zone: str) -> str:
    """A digest.toml for a new user whose clock has this zone."""
    return _STARTER.format(zone=zone)

"""Settings of every test run: property tests try the same examples each time, so that a red run is news.

``HYPOTHESIS_PROFILE=explore make test`` tries others, and many more.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

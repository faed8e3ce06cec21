"""What a default install pulls in is permissively licensed."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

NOTICE = (Path(__file__).parent.parent / "NOTICE.md").read_text()
PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|HPND|Unlicense|CMU)", re.IGNORECASE
)
COPYLEFT = re.compile(r"\b(A?GPL|LGPL|MPL|Mozilla|GNU)", re.IGNORECASE)


def installed(name: str, seen: dict[str, str]) -> None:
    """The licence of a distribution and of everything that it requires by default."""
    try:
        dist = distribution(name)
    except PackageNotFoundError:  # required on another system or version only
        return
    if name in seen:
        return
    said = [dist.metadata.get("License-Expression") or "", (dist.metadata.get("License") or "")[:200]]
    said += [c for c in dist.metadata.get_all("Classifier") or [] if c.startswith("License")]
    seen[name] = "; ".join(filter(None, said))
    for line in dist.requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            installed(requirement.name.lower(), seen)


def test_default_install_is_permissive_or_named_in_the_notice() -> None:
    licences: dict[str, str] = {}
    installed("briefing-digest", licences)
    assert {"spacy", "weasyprint", "numpy"} <= licences.keys()
    unclear = [
        f"{name}: {licence}"
        for name, licence in licences.items()
        if (COPYLEFT.search(licence) or not PERMISSIVE.search(licence)) and f"| {name} |" not in NOTICE
    ]
    assert not unclear

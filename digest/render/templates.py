"""Where templates, style sheets and fonts are found, and how templates are run."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

import digest
from digest.errors import RenderError

_PACKAGE = Path(digest.__file__).parent
_MOST_MARKS = 4  # on one letter; more of them would be set over the lines above
_HEAPED = re.compile(
    rf"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{_MOST_MARKS}}})"
    r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]+"
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def folders(own: Path | None) -> tuple[Path, ...]:
    """The folders that are looked in, in order: the user's, the package's, the checkout's."""
    shipped = (_PACKAGE / "templates", _PACKAGE.parent / "templates")
    return (own, *shipped) if own else shipped


def find(name: str, own: Path | None) -> Path:
    """The first file of that name (``fonts/inter-400.ttf``); raises RenderError where there is none."""
    for folder in folders(own):
        if (folder / name).is_file():
            return folder / name
    looked = ", ".join(str(folder) for folder in folders(own))
    raise RenderError(f"{name} is missing (looked in {looked}); install Digest again")


def environment(own: Path | None, *, escape: bool) -> Environment:
    """Jinja2 set so that what an article says is data: escaped, and nothing is silently left out.

    Escaping is said outright, because Jinja2 goes by the ending and would not escape ``.html.j2``.
    """
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders(own)]),
        autoescape=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printable,
    )


def printable(value: object) -> object:
    """What no page can show becomes U+FFFD: control signs, heaps of accents. All else stays as it is."""
    if not isinstance(value, str):
        return value
    shown = _HEAPED.sub("\\1\ufffd", _UNPRINTABLE.sub("\ufffd", value))
    return Markup(shown) if isinstance(value, Markup) else shown


def run(env: Environment, name: str, **values: Any) -> str:
    """The text that a template makes; raises RenderError naming the template and the line."""
    try:
        return env.get_template(name).render(**values)
    except TemplateSyntaxError as error:
        raise RenderError(f"template {error.name or name}, line {error.lineno}: {error.message}") from error
    except Exception as error:  # a template is a program, often the user's: it can fail in any way
        said = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
        raise RenderError(f"template {_place(error, name)}: {said}") from error


def _place(error: Exception, name: str) -> str:
    """Name and line of the deepest template that was running."""
    place, step = name, error.__traceback__
    while step is not None:
        file = Path(step.tb_frame.f_code.co_filename)
        if file.suffix == ".j2":
            place = f"{file.name}, line {step.tb_lineno}"
        step = step.tb_next
    return place

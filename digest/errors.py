"""Every error that Digest raises on purpose.

::

    DigestError
    ├── ConfigError       digest.toml or a DIGEST_* variable does not say what it must
    ├── UsageError        the command line asks for something that cannot be
    ├── SourceError       one source cannot be read; becomes a "not read" line, never stops a run
    ├── LanguageError     no language pipeline, or not the one that was asked for
    ├── EvidenceError     a finding does not stand on its span: a bug, never printed
    ├── BriefingError     a briefing file is not what its schema says
    ├── RenderError       a format could not be made (a missing system library, a broken template)
    ├── StoreError        the store is damaged, foreign, newer, or in use
    │   └── HeldError     another process holds it
    └── DeliveryError     a channel refused an edition

A library's own exceptions are mapped to these where the library is called. Each message names the
thing, the place and the remedy.
"""


class DigestError(Exception):
    """Base of all errors that are raised on purpose; the message is fit to be shown to a user."""


class ConfigError(DigestError):
    """A configuration file or variable is wrong: names the file, the key and what was expected."""


class UsageError(DigestError):
    """The command line asks for something that cannot be done."""


class SourceError(DigestError):
    """One source cannot be read. ``str(error)`` is the reason as a user should read it."""


class LanguageError(DigestError):
    """The language pipeline that was asked for is not there or cannot be used."""


class EvidenceError(DigestError):
    """The text at a span is not the text that the finding prints."""


class BriefingError(DigestError):
    """A briefing cannot be written to JSON or read from it: names the place and what was expected."""


class RenderError(DigestError):
    """A rendering failed: a missing system library, missing fonts, a broken template."""


class StoreError(DigestError):
    """The store is damaged, foreign, of a newer version, or in use."""


class HeldError(StoreError):
    """Another process holds the store: names it."""


class DeliveryError(DigestError):
    """A delivery channel refused an edition."""

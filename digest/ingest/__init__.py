"""Files -> articles: one file a format, one row a media type in ``READERS``.

    path ─scan→ file ─media type→ reader ─decode, classify, date→ Article | NotRead

Expected failures are values: a source that cannot be read becomes a ``NotRead`` with its reason,
and the others go on.
"""

from digest.ingest.identity import also_in, identify
from digest.ingest.readers import MEDIA_TYPES, READERS, read, read_file

__all__ = ["MEDIA_TYPES", "READERS", "also_in", "identify", "read", "read_file"]

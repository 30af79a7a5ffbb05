"""The file of a site's parameters and products, as ``--site`` names it."""

from __future__ import annotations

from pathlib import Path

from ferrata.alps.guidelines import RECONCILED
from ferrata.guideline.errors import SiteError
from ferrata.plan.dose.site import MOST_BYTES, NO_FILE, SiteFile, read_site


def site_file(path: Path | None) -> SiteFile:
    """Return what the file at `path` sets and holds; without a path, nothing.

    Raises:
        SiteError: when it cannot be read, or says what a site may not set.
    """
    if path is None:
        return NO_FILE
    try:
        with path.open("rb") as file:
            source = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise SiteError(f"the site's file {path} cannot be read: {error.strerror}") from None
    return read_site(source, RECONCILED)

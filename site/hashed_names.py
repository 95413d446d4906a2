"""Which of the site's files have a hash of their content in their name, and so never change."""

import re
from typing import Final

# The theme's styles, the chunks of our scripts, and what browsers check lists with.
_HASHED: Final = re.compile(
    r"\.(?:[0-9a-f]{8}|[0-9A-Z]{8})\.min\.(?:js|css)$|^engine/[a-z]+\.[0-9a-f]{16}[./]"
)


def is_hashed(key: str) -> bool:
    """Whether a file of the site, named from its root without a slash, never changes.

    >>> [is_hashed(key) for key in ("js/chunks/dom.2Q7LMZ3A.min.js", "js/roster/page.js")]
    [True, False]
    """
    return bool(_HASHED.search(key))

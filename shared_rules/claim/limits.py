"""How much a claim report may bring: declared once, shown on the page, enforced by every route."""

from typing import Final

from shared_rules.roster.limits import MIB

MAX_DOCUMENT_BYTES: Final = 10 * MIB
# An archive of so many of the largest papers is still made in the memory of one function.
MAX_DOCUMENTS: Final = 60
# A transaction has a hundred parts, and a paper takes two of them.
MAX_DOCUMENTS_AT_ONCE: Final = 40
MAX_PAGES: Final = 60
MAX_PIXELS: Final = 64_000_000
MAX_STAYS: Final = 20

# An upload that was not submitted is kept so long, so that who gathers papers may go on tomorrow.
UPLOAD_HOURS: Final = 24

# A photo is shrunk in the browser so that its longer side has no more pixels than this: an A4 page
# stays legible at some 250 dots an inch.
PHOTO_LONG_SIDE: Final = 2_800

DOCUMENT_TYPES: Final = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".heic": "image/heic",
    ".webp": "image/webp",
}
"""By how a file's name ends, what it is: some phones choose by the one, some by the other."""

# What one reading of a document may use before it is stopped: three copies of MAX_PIXELS in colour,
# and the libraries.
MAX_READING_BYTES: Final = 1_024 * MIB
MAX_READING_SECONDS: Final = 15

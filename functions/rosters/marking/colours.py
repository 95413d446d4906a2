"""The colours of marked-up workbooks, as spreadsheets write them."""

from typing import Final

from functions.rosters.marking.marks import Status

COLOURS: Final[dict[Status, str]] = {
    "error": "FFFFC7C7",
    "warning": "FFFFE699",
    "info": "FFD6E6F7",
    "ready": "FFE4F3E4",
}
INK: Final = "FF1F1F1F"
LINES: Final = "FFA6A6A6"

"""A list in, the marked-up file out: which of the writers makes it."""

from collections.abc import Callable
from typing import Final

from functions.rosters.marking import delimited, form, workbook
from functions.rosters.marking.marks import MarkedFile, Marking
from shared_rules.findings import RuleError
from shared_rules.roster.limits import MIB
from shared_rules.roster.reading import archive, kinds

# openpyxl needs some fifty bytes of memory for each of XML, and a second for every 5 MiB.
MAX_WORKBOOK_BYTES: Final = 40 * MIB


def mark(original: bytes | None, marking: Marking) -> MarkedFile:
    """Her file with four columns more; a new workbook in the form's layout where it cannot be hers.

    Args:
        original: the file that was read, with all that reading refuses refused; None for a list
            that was no file.
        marking: the people of that list and what was found in it.
    """
    match _kind(original) if original and marking.fits_her_file else None:
        case "xlsx":
            own = _own(workbook.mark, original or b"", marking)
        case "text":
            if text := delimited.mark(original or b"", marking):
                return MarkedFile(text, ".csv")
            own = None
        case _:
            own = None
    return MarkedFile(own or form.mark(marking), ".xlsx")


def _kind(original: bytes) -> str | None:
    """`xlsx` or `text` where her own file can be given back."""
    try:
        container = kinds.container(original)
        if container != "zip":
            return container
        parts = archive.unpack(original)
        is_small = sum(map(len, parts.values())) <= MAX_WORKBOOK_BYTES
        return kinds.document(parts) if is_small else None
    except RuleError:
        return None


def _own(
    write: Callable[[bytes, Marking], bytes], original: bytes, marking: Marking
) -> bytes | None:
    try:
        return write(original, marking)
    except Exception:  # noqa: BLE001 - openpyxl refuses, in many ways, workbooks that Excel opens
        return None

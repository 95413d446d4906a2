"""The letters that requests to the reading process begin with."""

from typing import Final

INSPECT: Final = b"I"
CLEAN: Final = b"C"
HAND_ON: Final = b"H"

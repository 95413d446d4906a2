"""The Lambda functions of 安康保: one package a function, and `common` for what they share."""

import gc
from typing import Final

# Modules, clients and lists of people are made to stay: looking through them for garbage every
# 700 objects finds none, and takes a fifth of a cold start, which makes 130 000.
_OBJECTS_BETWEEN_COLLECTIONS: Final = 200_000

gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)

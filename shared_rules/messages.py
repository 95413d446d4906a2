"""The catalogue of messages: for each code its severity, basis, title, explanation and fix."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from pydantic import ConfigDict

from shared_rules import yaml_file
from shared_rules.articles import Basis
from shared_rules.plans import PLANS_FOLDER
from shared_rules.records import Record

CATALOGUE: Final = PLANS_FOLDER / "messages.yaml"

# What people have typed may end with a stop, and the text goes on with one.
_ENDED: Final = re.compile("[。；;]+(?=[。；）])")
_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")

Severity = Literal["error", "warning", "info"]


class Message(Record):
    """The wording of one code; `{name}` in it is filled from a finding's params, see `filled`.

    `article` is what decides it: an article of the source, a standard or law, or a reading of ours.
    """

    model_config = ConfigDict(strict=True, extra="forbid")

    severity: Severity
    article: Basis | None = None
    title: str
    explanation: str
    fix: str


@cache
def catalogue() -> dict[str, Message]:
    """Every message by its code, in the order of the file."""
    return {
        code: Message.model_validate(entry) for code, entry in yaml_file.read(CATALOGUE).items()
    }


def filled(text: str, params: Mapping[str, str | int]) -> str:
    """A text of the catalogue with its params: days as people write them, `{name:,}` in thousands.

    Where a param ends a sentence, it is ended once.

    >>> filled("{day} 起。理由：{reason}。", {"day": "2026-05-01", "reason": "材料不全。"})
    '2026年5月1日 起。理由：材料不全。'

    Raises:
        KeyError: the text needs another param.
    """
    return _ENDED.sub(
        "", text.format_map({name: _as_written(each) for name, each in params.items()})
    )


def unended(words: str) -> str:
    """Words as somebody has typed them, without the stop at their end: a sentence goes on."""
    return words.rstrip("。；; ")


def written_day(iso: str) -> str:
    """2026-05-01 as people write it: 2026年5月1日.

    Raises:
        ValueError: it is no ISO day.
    """
    match = _DAY.fullmatch(iso)
    if not match:
        raise ValueError("not an ISO day")
    year, month, day = (int(part) for part in match.groups())
    return f"{year}年{month}月{day}日"


def _as_written(value: str | int) -> str | int:
    return written_day(value) if isinstance(value, str) and _DAY.fullmatch(value) else value

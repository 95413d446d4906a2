"""The catalogue of messages: for each code its severity, article, title, explanation and fix."""

from functools import cache
from typing import Final, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from shared_rules.articles import Article
from shared_rules.plans import PLANS_FOLDER

CATALOGUE: Final = PLANS_FOLDER / "messages.yaml"

Severity = Literal["error", "warning", "info"]


class Message(BaseModel):
    """The wording of one code; `{name}` in it is filled from a finding's params."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    severity: Severity
    article: Article | None = None
    title: str
    explanation: str
    fix: str


@cache
def catalogue() -> dict[str, Message]:
    """Every message by its code, in the order of the file."""
    entries = yaml.load(CATALOGUE.read_text(encoding="utf-8"), Loader=_loader())  # noqa: S506
    return {code: Message.model_validate(entry) for code, entry in entries.items()}


def _loader() -> type[yaml.SafeLoader] | type[yaml.CSafeLoader]:
    # libyaml reads the catalogue ten times faster; Pyodide and some builds lack it.
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)

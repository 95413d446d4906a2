"""The words of a diagnosis certificate (诊断证明), and the disease of a plan that they lead to.

She need not know how a plan names its diseases. What is read is a proposal: whatever is not plainly
a cancer of one of them, the insurer decides (第二、五、九条); nothing is refused for its words.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final, TypeVar

from pydantic import ConfigDict, Field

from shared_rules import yaml_file
from shared_rules.findings import Finding
from shared_rules.identity import writing
from shared_rules.plans import PLANS_FOLDER, Plan
from shared_rules.records import Record

_Meaning = TypeVar("_Meaning")
_FILE: Final = PLANS_FOLDER / "certificate_words.yaml"


class _Strict(Record):
    model_config = ConfigDict(strict=True, extra="forbid")


class Site(_Strict):
    """An organ (ICD-10), and the disease that a plan may insure there."""

    code: str
    disease: str | None = None
    words: tuple[str, ...] = Field(strict=False)


class Kind(_Strict):
    """A kind of tumour, by how it behaves (ICD-O); of a cancer the site decides."""

    name: str
    is_cancer: bool = False
    words: tuple[str, ...] = Field(strict=False)


class Words(_Strict):
    """All words that are known; `passed_over` are those that say nothing."""

    sites: tuple[Site, ...] = Field(strict=False)
    kinds: tuple[Kind, ...] = Field(strict=False)
    passed_over: tuple[str, ...] = Field(strict=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """The disease of the plan that a certificate leads to; None: the insurer decides, and why."""

    disease: str | None
    finding: Finding


@cache
def words() -> Words:
    """What stands on certificates."""
    return Words.model_validate(yaml_file.read(_FILE))


def read(text: str, plan: Plan) -> Reading:
    """What a certificate leads to.

    >>> from datetime import date
    >>> from shared_rules.plans import in_force
    >>> plan = in_force(date(2026, 1, 1))
    >>> [read(text, plan).disease for text in ("左乳浸润性导管癌", "宫颈鳞癌", "宫颈原位癌")]
    ['乳腺癌', '子宫颈癌', None]
    """
    known, plain = words(), writing.bare(text).upper()
    insured = [disease for item in plan.items.values() for disease in item.diseases]
    named = [(site.words, site.disease) for site in known.sites]
    diseases = _found(plain, [*named, *(((each,), each) for each in insured)], known.passed_over)
    kinds = _found(plain, [(kind.words, kind) for kind in known.kinds], known.passed_over)
    kind = min(kinds, key=known.kinds.index, default=None)
    if kind and not kind.is_cancer:
        return Reading(None, Finding.of("certificate.other_kind", kind=kind.name))
    if not kind or not diseases:
        return Reading(None, Finding.of("certificate.unread"))
    if len(diseases) > 1:
        return Reading(None, Finding.of("certificate.several_sites"))
    (disease,) = diseases
    if disease not in insured:
        return Reading(None, Finding.of("certificate.not_listed"))
    return Reading(disease, Finding.of("certificate.proposed", disease=disease))


def _found(
    text: str, known: Iterable[tuple[tuple[str, ...], _Meaning]], passed_over: Iterable[str]
) -> set[_Meaning]:
    """What the words in a text stand for: of words that overlap the longest counts."""
    meant = {word: thing for words, thing in known for word in words}
    # Backwards, so that a longer word comes before those that it begins with.
    ordered = sorted(chain(meant, passed_over), reverse=True)
    matches = re.findall("|".join(map(re.escape, ordered)), text)
    return {meant[word] for word in matches if word in meant}

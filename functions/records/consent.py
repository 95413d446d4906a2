"""The consents that 《个人信息保护法》 asks for; their texts are in content/data/consent.yaml."""

from functools import cache
from typing import Any, Final, Literal

from pydantic import ConfigDict

from functions.platform.problems import FieldMessages
from functions.records.areas import DATA
from shared_rules import yaml_file
from shared_rules.findings import Finding
from shared_rules.records import Record


class Given(Record):
    """What the person agreed to, as it is kept, and to which version of the texts."""

    version: str
    personal_information: bool
    sensitive_information: bool


class Consent(Given):
    """What a request says: `sensitive_information` is the separate consent of 第二十九条."""

    model_config = ConfigDict(strict=True, extra="forbid")


Purpose = Literal["roster", "claim", "attestation"]

FIELD_MESSAGES: Final[FieldMessages] = {
    ("consent", "version"): "consent.version",
    ("consent", "personal_information"): "consent.personal_information",
    ("consent", "sensitive_information"): "consent.sensitive_information",
}
"""What is said of a consent that is missing."""


@cache
def _texts() -> dict[str, Any]:
    data: dict[str, Any] = yaml_file.read(DATA / "consent.yaml")
    return data


def current_version(purpose: Purpose) -> str:
    """The version of the texts that the site shows to who submits a list, or reports a claim.

    By that of `attestation` a unit attests that it keeps what the people of its list have signed.
    """
    return str(_texts()[purpose]["version"])


def judge(consent: Consent, purpose: Purpose) -> tuple[Finding, ...]:
    """A finding for each consent that was not given, or given to another text."""
    given = {
        "version": consent.version == current_version(purpose),
        "personal_information": consent.personal_information,
        "sensitive_information": consent.sensitive_information,
    }
    return tuple(
        Finding.of(FIELD_MESSAGES["consent", name], field=f"consent.{name}")
        for name, agreed in given.items()
        if not agreed
    )


def judge_attestation(version: str) -> tuple[Finding, ...]:
    """A finding where a unit attests by another text than the site shows."""
    if version == current_version("attestation"):
        return ()
    return (Finding.of("consent.version", field="attestation"),)

"""The environment of a function, read once at start; a missing name fails there, by its name.

By the models that records have: pydantic-settings would be one more import in each cold start, and
adds files and nested names, of which a function has none.
"""

import os
from functools import cache

from pydantic import Field, PositiveInt, field_validator

from shared_rules.records import Record


class Environment(Record):
    """What template.yaml gives each function."""

    table_name: str = Field(validation_alias="TABLE_NAME", min_length=1)
    uploads_bucket: str = Field(validation_alias="UPLOADS_BUCKET", min_length=1)
    records_bucket: str = Field(validation_alias="RECORDS_BUCKET", min_length=1)
    pepper_secret_id: str = Field(validation_alias="PEPPER_SECRET_ID", min_length=1)
    distribution_key: str = Field(validation_alias="DISTRIBUTION_KEY", min_length=1)
    proof_of_work_cost: int = Field(validation_alias="POW_COST", ge=1)


@cache
def environment() -> Environment:
    """This process's environment.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return Environment.model_validate(dict(os.environ))


class KeysEnvironment(Record):
    """Which keys of the keyed hashes are alive, by number; the one for what is new first."""

    hash_keys: tuple[PositiveInt, ...] = Field((1,), validation_alias="HASH_KEYS", min_length=1)

    @field_validator("hash_keys", mode="before")
    @classmethod
    def _apart(cls, said: str) -> list[str]:
        return said.split(",")


@cache
def keys_environment() -> KeysEnvironment:
    """This process's environment, where it makes keyed hashes.

    Raises:
        pydantic.ValidationError: it names no numbers.
    """
    return KeysEnvironment.model_validate(dict(os.environ))


class ContactsEnvironment(Environment):
    """What template.yaml gives besides to functions that tell the areas' contacts something."""

    contacts_topic_arn: str = Field(validation_alias="CONTACTS_TOPIC_ARN", min_length=1)


@cache
def contacts_environment() -> ContactsEnvironment:
    """This process's environment, where it may tell the areas' contacts something.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return ContactsEnvironment.model_validate(dict(os.environ))


class FollowUpEnvironment(Environment):
    """What template.yaml gives the functions of the follow-up besides."""

    dead_letters_url: str = Field(validation_alias="DEAD_LETTERS_URL", min_length=1)


@cache
def follow_up_environment() -> FollowUpEnvironment:
    """This process's environment, where it is one of the follow-up.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return FollowUpEnvironment.model_validate(dict(os.environ))


class ScanEnvironment(Environment):
    """What template.yaml gives besides to functions that have files scanned; none: they are not."""

    scan_command: str = Field(default="", validation_alias="SCAN_COMMAND")


@cache
def scan_environment() -> ScanEnvironment:
    """This process's environment, where it may have files scanned.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return ScanEnvironment.model_validate(dict(os.environ))


class MailEnvironment(Environment):
    """What template.yaml gives besides to functions that send e-mail; no host: none is sent.

    `smtp_password_id` names the secret that holds the password of `smtp_user`.
    """

    smtp_host: str = Field(default="", validation_alias="SMTP_HOST")
    smtp_port: int = Field(default=465, validation_alias="SMTP_PORT")
    smtp_user: str = Field(default="", validation_alias="SMTP_USER")
    smtp_password_id: str = Field(default="", validation_alias="SMTP_PASSWORD_ID")
    mail_from: str = Field(default="", validation_alias="MAIL_FROM")
    site_url: str = Field(validation_alias="PUBLIC_URL", min_length=1)


@cache
def mail_environment() -> MailEnvironment:
    """This process's environment, where it may send e-mail.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return MailEnvironment.model_validate(dict(os.environ))


class StaffEnvironment(Environment):
    """What template.yaml gives the desk besides."""

    staff_roles_claim: str = Field(validation_alias="STAFF_ROLES_CLAIM", min_length=1)


@cache
def staff_environment() -> StaffEnvironment:
    """This process's environment, where it is the desk's.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return StaffEnvironment.model_validate(dict(os.environ))


class SiteEnvironment(Record):
    """What template.yaml gives functions besides that lead to pages: where the site stands.

    It is empty without an own domain: no function can know where the distribution is.
    """

    site_url: str = Field(default="", validation_alias="PUBLIC_URL")


def site_environment() -> SiteEnvironment:
    """This process's environment, where it leads to pages; seldom asked, so not kept."""
    return SiteEnvironment.model_validate(dict(os.environ))


class MetricsEnvironment(Record):
    """What template.yaml gives besides to tell this stack's metrics from others."""

    namespace: str = Field(default="ankangbao", validation_alias="METRICS_NAMESPACE")


@cache
def metrics_environment() -> MetricsEnvironment:
    """This process's environment, where it says what it measures."""
    return MetricsEnvironment.model_validate(dict(os.environ))


class WatchEnvironment(Environment):
    """What template.yaml gives besides to the function that looks how everything stands."""

    smtp_password_id: str = Field(default="", validation_alias="SMTP_PASSWORD_ID")


@cache
def watch_environment() -> WatchEnvironment:
    """This process's environment, where it looks how everything stands.

    Raises:
        pydantic.ValidationError: a name is missing or empty.
    """
    return WatchEnvironment.model_validate(dict(os.environ))


class InfoEnvironment(Record):
    """What template.yaml gives the function that says what the service is; it answers without."""

    staff_issuer: str = Field(default="", validation_alias="STAFF_ISSUER")
    staff_audience: str = Field(default="", validation_alias="STAFF_AUDIENCE")
    smtp_host: str = Field(default="", validation_alias="SMTP_HOST")


def info_environment() -> InfoEnvironment:
    """This process's environment, where it says what the service is; seldom asked, so not kept."""
    return InfoEnvironment.model_validate(dict(os.environ))

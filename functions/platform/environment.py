"""The environment of a function, read once at start; a missing name fails there, by its name.

By the models that records have: pydantic-settings would be one more import in each cold start, and
adds files and nested names, of which a function has none.
"""

import os
from functools import cache, partial
from typing import Final, TypeVar

from pydantic import Field, PositiveInt, field_validator

from shared_rules.records import Record

Given = TypeVar("Given", bound=Record)


def _read(kind: type[Given]) -> Given:
    """What a process is given, as one of the models below.

    Raises:
        pydantic.ValidationError: a name is missing, empty, or says what it may not.
    """
    return kind.model_validate(dict(os.environ))


class Environment(Record):
    """What template.yaml gives each function."""

    table_name: str = Field(validation_alias="TABLE_NAME", min_length=1)
    uploads_bucket: str = Field(validation_alias="UPLOADS_BUCKET", min_length=1)
    records_bucket: str = Field(validation_alias="RECORDS_BUCKET", min_length=1)
    pepper_secret_id: str = Field(validation_alias="PEPPER_SECRET_ID", min_length=1)
    distribution_key: str = Field(validation_alias="DISTRIBUTION_KEY", min_length=1)
    proof_of_work_cost: int = Field(validation_alias="POW_COST", ge=1)


environment: Final = cache(partial(_read, Environment))
"""This process's environment."""


class KeysEnvironment(Record):
    """Which keys of the keyed hashes are alive, by number; the one for what is new first."""

    hash_keys: tuple[PositiveInt, ...] = Field((1,), validation_alias="HASH_KEYS", min_length=1)

    @field_validator("hash_keys", mode="before")
    @classmethod
    def _apart(cls, said: str) -> list[str]:
        return said.split(",")


keys_environment: Final = cache(partial(_read, KeysEnvironment))
"""This process's environment, where it makes keyed hashes."""


class ContactsEnvironment(Environment):
    """What template.yaml gives besides to functions that tell the areas' contacts something."""

    contacts_topic_arn: str = Field(validation_alias="CONTACTS_TOPIC_ARN", min_length=1)


contacts_environment: Final = cache(partial(_read, ContactsEnvironment))
"""This process's environment, where it may tell the areas' contacts something."""


class FollowUpEnvironment(Environment):
    """What template.yaml gives the functions of the follow-up besides."""

    dead_letters_url: str = Field(validation_alias="DEAD_LETTERS_URL", min_length=1)


follow_up_environment: Final = cache(partial(_read, FollowUpEnvironment))
"""This process's environment, where it is one of the follow-up."""


class ScanEnvironment(Environment):
    """What template.yaml gives besides to functions that have files scanned; none: they are not."""

    scan_command: str = Field(default="", validation_alias="SCAN_COMMAND")


scan_environment: Final = cache(partial(_read, ScanEnvironment))
"""This process's environment, where it may have files scanned."""


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


mail_environment: Final = cache(partial(_read, MailEnvironment))
"""This process's environment, where it may send e-mail."""


class StaffEnvironment(Environment):
    """What template.yaml gives the desk besides."""

    staff_roles_claim: str = Field(validation_alias="STAFF_ROLES_CLAIM", min_length=1)


staff_environment: Final = cache(partial(_read, StaffEnvironment))
"""This process's environment, where it is the desk's."""


class SiteEnvironment(Record):
    """What template.yaml gives functions besides that lead to pages: where the site stands.

    It is empty without an own domain: no function can know where the distribution is.
    """

    site_url: str = Field(default="", validation_alias="PUBLIC_URL")


def site_environment() -> SiteEnvironment:
    """This process's environment, where it leads to pages; seldom asked, so not kept."""
    return _read(SiteEnvironment)


class MetricsEnvironment(Record):
    """What template.yaml gives besides to tell this stack's metrics from others."""

    namespace: str = Field(default="ankangbao", validation_alias="METRICS_NAMESPACE")


metrics_environment: Final = cache(partial(_read, MetricsEnvironment))
"""This process's environment, where it says what it measures."""


class WatchEnvironment(Environment):
    """What template.yaml gives besides to the function that looks how everything stands."""

    smtp_password_id: str = Field(default="", validation_alias="SMTP_PASSWORD_ID")


watch_environment: Final = cache(partial(_read, WatchEnvironment))
"""This process's environment, where it looks how everything stands."""


class InfoEnvironment(Record):
    """What template.yaml gives the function that says what the service is; it answers without."""

    staff_issuer: str = Field(default="", validation_alias="STAFF_ISSUER")
    staff_audience: str = Field(default="", validation_alias="STAFF_AUDIENCE")
    smtp_host: str = Field(default="", validation_alias="SMTP_HOST")


def info_environment() -> InfoEnvironment:
    """This process's environment, where it says what the service is; seldom asked, so not kept."""
    return _read(InfoEnvironment)

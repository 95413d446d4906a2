"""Somebody of the desk, as the events that she makes keep her."""

from pydantic import BaseModel, ConfigDict


class Actor(BaseModel):
    """Somebody of the desk who did something; the unit, or who reported a claim, is no actor."""

    model_config = ConfigDict(frozen=True)

    subject: str
    name: str
    roles: list[str]

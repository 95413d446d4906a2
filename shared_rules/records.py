"""What every model of ours is made from."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A model whose validator is made when it is first used.

    A function starts with all of its models and needs few of them for the request that waits.
    """

    model_config = ConfigDict(defer_build=True, json_schema_serialization_defaults_required=True)


class Record(Model):
    """A model that does not change."""

    model_config = ConfigDict(frozen=True)


def build_models() -> None:
    """Make every validator now: a process that forks does it, so that no fork has to."""
    waiting: list[type[Model]] = [Model]
    while waiting:
        model = waiting.pop()
        model.model_rebuild()
        waiting += model.__subclasses__()

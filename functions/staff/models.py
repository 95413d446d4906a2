"""What goes in and out of the desk's routes."""

from pydantic import BaseModel

from functions.staff.people import Role


class GatewayRefusal(BaseModel):
    """What the gateway says to whoever brings no token that passes."""

    message: str


class Me(BaseModel):
    """Who is signed in, what she may see, and whether she may decide anything."""

    name: str
    roles: list[Role]
    counties: list[str]
    decides: bool

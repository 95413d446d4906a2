"""S3's refusal of a browser's post."""


class PostError(Exception):
    """S3's refusal of a post: HTTP status, code, message, and the elements beside them."""

    def __init__(self, status: int, code: str, message: str, **elements: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.elements = elements


def invalid_argument(name: str, value: str, message: str) -> PostError:
    """The refusal of one field, by its name and the value that was sent."""
    return PostError(400, "InvalidArgument", message, ArgumentName=name, ArgumentValue=value)

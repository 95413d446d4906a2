"""What Lambda tells a function beside a request."""

from types import SimpleNamespace
from typing import Any, Final

CONTEXT: Final[Any] = SimpleNamespace(
    function_name="test",
    memory_limit_in_mb=256,
    invoked_function_arn="test",
    aws_request_id="test",
    get_remaining_time_in_millis=lambda: 30_000,
)

"""Holds every call that a function makes in the tests beside what its role may do.

A call that its role does not allow fails the run at its end, as IAM would have refused it; in a run
of all tests a right that no call needed fails it too. What runs in processes of its own is unseen.
"""

import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from functools import partial, wraps
from importlib import import_module
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import pytest
from botocore.client import BaseClient
from botocore.exceptions import ClientError
from botocore.signers import RequestSigner, S3PostPresigner

from functions.local.data_template import names_of
from functions.local.stack import SECRET_TYPE, Stack
from tests.permissions import statements
from tests.permissions.needs import Need, needs, of_key
from tests.permissions.statements import TEMPLATE, Right

_KEY: Final = "${DataKey.Arn}"
# What tests call that a schedule's handler does nothing but call.
_BEHIND: Final = {
    "functions.worker.service.sweep": "SweeperFunction",
    "functions.worker.old_policies.bring_in": "SweeperFunction",
}
_running: ContextVar[str] = ContextVar("running", default="")


class Recorder:
    """What was needed so far, by the functions of one stack."""

    def __init__(self, stack: Stack) -> None:
        self.used: set[Right] = set()
        self.refused: set[str] = set()
        self._rights: Final = statements.rights()
        self._encrypted: Final = statements.encrypted()
        self._names: Final = {_last(each): name for name, each in stack.resources.items()}

    def note(self, need: Need) -> None:
        """Find the right that lets the function that is running do this."""
        if function := _running.get():
            self._note(function, need)

    def _note(self, function: str, need: Need) -> None:
        name = self._logical(need.name)
        resource = _arn(name) + need.path
        self._find(function, need.action, resource, need.key)
        if name in self._encrypted:
            for action in of_key(need.action):
                self._find(function, action, _KEY, "")

    def _find(self, function: str, action: str, resource: str, key: str) -> None:
        for right in self._rights[function]:
            if right.allows(action, resource, key):
                self.used.add(right)
                return
        kind = key.partition("#")[0]
        self.refused.add(f"{function}: {action} {resource} {kind}".rstrip())

    def _logical(self, physical: str) -> str:
        if _last(physical) in self._names:
            return self._names[_last(physical)]
        # A secret's ARN ends with six signs of its own.
        return next(name for name in names_of(TEMPLATE, SECRET_TYPE) if f"-{name}-" in physical)


def _last(physical: str) -> str:
    """The last part of an ARN or address."""
    return re.split("[:/]", physical)[-1]


def _arn(name: str) -> str:
    """As statements name it: a topic's or a secret's `Ref` is its ARN."""
    kind = TEMPLATE["Resources"][name]["Type"]
    is_by_ref = kind in ("AWS::SNS::Topic", SECRET_TYPE)
    return f"${{{name}}}" if is_by_ref else f"${{{name}.Arn}}"


@contextmanager
def recording(stack: Stack) -> Iterator[Recorder]:
    """Note what the stack's functions do until the block ends."""
    recorder = Recorder(stack)
    with pytest.MonkeyPatch.context() as patch:
        for place, function in _BEHIND.items():
            patch.setattr(place, _as_function(function, _found(place), may_be_run_by=True))
        for each in stack.functions:
            patch.setattr(each.handler, _as_function(each.name, _found(each.handler)))
        _watch_calls(patch, recorder)
        _watch_signatures(patch, recorder)
        yield recorder


def _found(place: str) -> Callable[..., Any]:
    module, _, name = place.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found


def _as_function(
    name: str, work: Callable[..., Any], *, may_be_run_by: bool = False
) -> Callable[..., Any]:
    """Work that counts as a function's, or, where another one may run it, as that one's."""

    @wraps(work)
    def do(*given: Any, **more: Any) -> Any:
        running = _running.get() if may_be_run_by else ""
        before = _running.set(running or name)
        try:
            return work(*given, **more)
        finally:
            _running.reset(before)

    return do


def _watch_calls(patch: pytest.MonkeyPatch, recorder: Recorder) -> None:
    made = BaseClient._make_api_call  # type: ignore[attr-defined]
    submitted = ThreadPoolExecutor.submit

    def make(client: BaseClient, operation: str, parameters: Any) -> Any:
        if not _running.get():
            return made(client, operation, parameters)
        asked = needs(client.meta.service_model.service_name, operation, parameters)
        for need in asked:
            recorder.note(need)
        try:
            return made(client, operation, parameters)
        except ClientError as error:
            if error.response["Error"]["Code"] == "NoSuchKey":
                # S3 says so only to who may list the bucket; others hear AccessDenied.
                recorder.note(Need("s3:ListBucket", asked[0].name))
            raise

    def submit(pool: Any, work: Any, /, *given: Any, **more: Any) -> Any:
        return submitted(pool, partial(copy_context().run, work), *given, **more)

    patch.setattr(BaseClient, "_make_api_call", make)
    patch.setattr(ThreadPoolExecutor, "submit", submit)


def _watch_signatures(patch: pytest.MonkeyPatch, recorder: Recorder) -> None:
    signed = RequestSigner.generate_presigned_url
    posted = S3PostPresigner.generate_presigned_post

    def sign(signer: Any, *given: Any, **more: Any) -> Any:
        recorder.note(_signed(f"s3:{more['operation_name']}", more["request_dict"]["url"]))
        return signed(signer, *given, **more)

    def post(presigner: Any, *given: Any, **more: Any) -> Any:
        address, fields = more["request_dict"]["url"], more["fields"]
        recorder.note(_signed("s3:PutObject", f"{address.rstrip('/')}/{fields['key']}"))
        return posted(presigner, *given, **more)

    patch.setattr(RequestSigner, "generate_presigned_url", sign)
    patch.setattr(S3PostPresigner, "generate_presigned_post", post)


def _signed(action: str, url: str) -> Need:
    """What an address that the function signs lets a browser do, with the function's rights."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    bucket, _, of_service = host.partition(".s3")
    path = unquote(parts.path)
    if not of_service:  # the bucket is in the path
        bucket, _, key = path.lstrip("/").partition("/")
        path = f"/{key}"
    return Need(action, bucket, path)

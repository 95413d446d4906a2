"""Messages between a function and its reading process, and the letters that answers begin with.

A message is its length in eight bytes, big-endian, and that many bytes. An answer is one letter and
its content: what was A(nswered), R(efused: code and params as JSON), or a D(eath) and the exit
status of the fork.
"""

from typing import BinaryIO, Final

LENGTH_BYTES: Final = 8
ANSWERED: Final = b"A"
REFUSED: Final = b"R"
DEATH: Final = b"D"
OUT_OF_MEMORY: Final = 3


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message."""
    stream.write(len(message).to_bytes(LENGTH_BYTES, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """The next message; None at the end of the stream."""
    length = stream.read(LENGTH_BYTES)
    return stream.read(int.from_bytes(length, "big")) if length else None

"""The child's own limits: it ends itself, whatever it is doing."""

import subprocess
import sys

import pytest

BUSY = """
import sys
from desktop_app.documents import child_process
child_process.SECONDS = 0.2
if __name__ == "__main__":
    watch = child_process._Watch(by_thread=sys.argv[1] == "thread")
    watch.begin()
    watch.end()
    watch.begin()
    while True:
        pass
"""

HUNGRY = """
from desktop_app.documents import child_process
child_process.limit_memory(200_000_000)
try:
    bytearray(400_000_000)
except MemoryError:
    print("refused")
"""


@pytest.mark.parametrize("kind", ["timer", "thread"])
def test_a_request_without_end_ends_the_process(kind: str) -> None:
    ended = subprocess.run([sys.executable, "-c", BUSY, kind], timeout=60, capture_output=True)

    assert ended.returncode != 0
    assert ended.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="there the Job Object of the child does it")
def test_more_memory_than_allowed_is_refused() -> None:
    ended = subprocess.run([sys.executable, "-c", HUNGRY], timeout=60, capture_output=True)

    assert ended.stdout.strip() == b"refused"

"""The watch over the network itself can fail."""

import contextlib
import socket

import pytest

from tests import conftest


def send():
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as line:
        line.sendto(b"?", ("127.0.0.1", 9))


@pytest.mark.parametrize(
    "reach",
    [
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 80),
        send,
    ],
    ids=["connect", "look up", "send"],
)
def test_whoever_reaches_for_the_network_is_noticed(reach):
    with pytest.raises(RuntimeError, match="forbidden"):
        reach()
    assert conftest._network.tried
    conftest._network.tried.clear()


def test_sockets_between_processes_of_one_computer_are_none():
    with (
        contextlib.closing(socket.socket(socket.AF_UNIX)) as line,
        pytest.raises(FileNotFoundError),
    ):
        line.connect("/nowhere")
    assert not conftest._network.tried

"""Files of a draft for tests of single editors: what is taken becomes a given answer at once."""

from typing import Any


class SomeFiles:
    """Gives one answer for every file; remembers what was asked for."""

    def __init__(self, value: Any = None) -> None:
        self.value = value
        self.taken: list[Any] = []
        self.told: list[str] = []

    def take(self, files: Any, then: Any) -> None:
        self.taken += files
        then([self.value for _file in files])

    def take_whole(self, value: Any, then: Any) -> None:
        then([value])

    def scan(self, then: Any) -> None:
        then([self.value])

    def see(self, value: Any) -> None:
        self.taken.append(value)

    def tell(self, text: str) -> None:
        self.told.append(text)

    def has_original(self, _value: Any) -> bool:
        return False

    def read(self, _sha256: str) -> bytes:
        return b""

"""How fast something goes, and how long the rest takes, from what was seen lately."""

from collections import deque

_LATELY = 20.0
_SURE_AFTER = 1.5


class Pace:
    """Seen: how much was done at which second. What lies longer back than a while is forgotten."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def see(self, at: float, done: int) -> None:
        """Take note of what is done at a moment; what began anew begins the count anew."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((at, done))
        while at - self._seen[0][0] > _LATELY and len(self._seen) > 2:
            self._seen.popleft()

    @property
    def rate(self) -> float | None:
        """How much a second, None while that is a guess."""
        if len(self._seen) < 2:
            return None
        (begun, first), (now, last) = self._seen[0], self._seen[-1]
        return (last - first) / (now - begun) if now - begun >= _SURE_AFTER else None

    def seconds_left(self, whole: int) -> int | None:
        """Return how long the rest takes, None while that is a guess or nothing moves."""
        rate = self.rate
        return max(1, round((whole - self._seen[-1][1]) / rate)) if rate else None

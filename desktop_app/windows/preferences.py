"""How the window looks: kept beside the data, readable before the database is opened."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from desktop_app.windows.theme import THEMES

_FILE = "window.json"


@dataclass(frozen=True)
class Preferences:
    """Language, theme (one of ``theme.THEMES``), text size in percent, one question at a time.

    ``tour_due``: a book was begun here and its tour was neither seen nor skipped yet.
    """

    language: str = "vi"
    theme: str = "system"
    text_percent: int = 100
    one_question: bool = False
    tour_due: bool = False


def read_preferences(folder: Path) -> Preferences:
    """Return the preferences of a data folder; defaults where there are none."""
    try:
        kept = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        found = Preferences(
            str(kept["language"]),
            str(kept["theme"]),
            int(kept["text_percent"]),
            kept.get("one_question") is True,
            kept.get("tour_due") is True,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()
    sound = found.language in ("vi", "en") and found.theme in THEMES
    return found if sound and 80 <= found.text_percent <= 200 else Preferences()


def write_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences."""
    (folder / _FILE).write_text(json.dumps(asdict(preferences)), encoding="utf-8")

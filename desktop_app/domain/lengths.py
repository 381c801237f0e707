"""How long texts may be that travel in bundles: readers refuse longer ones (bundle-format.md)."""

from desktop_app.errors import BadInput

LONGEST_TEXT = 20_000
LONGEST_CODE = 40
LONGEST_NOTE = 2_000


def check_length(text: str, most: int, name: str) -> str:
    """Return a text that is not too long. Raises BadInput SSK-526 for a longer one."""
    if len(text) > most:
        raise BadInput("SSK-526", name=name, length=len(text), most=most)
    return text

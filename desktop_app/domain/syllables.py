"""Whether a word can be a Vietnamese syllable: its beginning, its vowels with one tone, its end.

Enough to tell Vietnamese from other text, and text in an old encoding from text in Unicode; no
dictionary. The letters are those of the national alphabet; the tone is written over one vowel.
"""

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BEGINNINGS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_VOWELS_WITH_END = (
    "a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "iê", "yê", "uô", "ươ", "oa", "oă",
    "oe", "uâ", "uê", "uy", "uyê", "oo", "ua",
)  # fmt: skip
_VOWELS_ALONE = (
    "a", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ai", "ao", "au", "ay", "âu", "ây", "eo",
    "êu", "ia", "iu", "iêu", "yêu", "oa", "oe", "oai", "oay", "oao", "oeo", "oi", "ôi", "ơi", "ua",
    "uê", "ui", "uơ", "uy", "uya", "uyu", "uôi", "uây", "ưa", "ưi", "ưu", "ươi", "ươu", "ya",
)  # fmt: skip
_ENDS = ("c", "ch", "m", "n", "ng", "nh", "p", "t")
_STOPPED = ("c", "ch", "p", "t")
_STOPPED_TONES = ("", "\u0301", "\u0323")
_RHYMES = frozenset(_VOWELS_ALONE) | {v + e for v in _VOWELS_WITH_END for e in _ENDS}
_LETTERS = re.compile(r"[a-zăâđêôơư]{1,7}\Z")


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Return whether a word, in any case and Unicode form, can be a Vietnamese syllable."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = [c for c in decomposed if c in _TONES]
    bare = unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
    if len(tones) > 1 or not _LETTERS.match(bare):
        return False
    tone = tones[0] if tones else ""
    return any(_fits(bare, beginning, tone) for beginning in _beginnings_of(bare))


def _beginnings_of(bare: str) -> list[str]:
    found = [b for b in _BEGINNINGS if bare.startswith(b) and len(b) < len(bare)]
    # "gi" alone, and before a consonant as in "gìn", is a beginning and its own vowel.
    return [*found, "g"] if bare.startswith("gi") and "g" not in found else found


def _fits(bare: str, beginning: str, tone: str) -> bool:
    rhyme = bare[len(beginning) :]
    if rhyme not in _RHYMES:
        return False
    end = next((e for e in ("ch", "c", "p", "t") if rhyme.endswith(e)), "")
    return not (end in _STOPPED and end and tone not in _STOPPED_TONES)

"""A key as four words both sides can read to each other over the phone.

A word is two open syllables, such as ``bako``. Written without marks they are read alike in the
whole country: beginnings that some region does not tell apart (l and n, s and x, ch and tr, d, gi,
r and v) are in the list once at most, and there are no endings. 64 × 64 = 4096 words, twelve bits
each, so four of them are 48 bits of the key's hash.
"""

import hashlib

_BEGINNINGS = ("b", "ch", "d", "h", "k", "kh", "l", "m", "ng", "ph", "s", "t", "th")
_VOWELS = ("a", "e", "i", "o", "u")
_NOT_TO_AN_OFFICER = ("du", "ku", "ngu")  # rude, or the beginning of something rude
SYLLABLES = (
    *(
        syllable
        for syllable in (beginning + vowel for beginning in _BEGINNINGS for vowel in _VOWELS)
        if syllable not in _NOT_TO_AN_OFFICER
    ),
    "ga",
    "go",
)


def fingerprint_of(sign_key: str) -> str:
    """Return four words that stand for a public key: 48 bits of its hash."""
    digest = hashlib.sha256(b"words " + sign_key.encode("ascii")).digest()
    number = int.from_bytes(digest[:6], "big")
    places = [number >> shift & 63 for shift in range(42, -1, -6)]
    syllables = [SYLLABLES[place] for place in places]
    return " ".join(a + b for a, b in zip(syllables[::2], syllables[1::2], strict=True))

"""Keys in a portable folder: sealed to a key of the folder, which a passphrase opens.

A stick is lost more easily than a computer, and the keyring of a computer it is plugged into is
somebody else's. So there the keys never go into a keyring and never lie open: ``portable.age``
holds an age key under a passphrase (``age -d`` opens it), and every key file is sealed to that
key. The passphrase is asked once at a start, for trying it takes a second on purpose.
"""

import base64
import io
import json
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.errors import BadFile, Failed
from desktop_app.exchange import sealing
from desktop_app.exchange.delivery import told_errors

FILE = "portable.age"


@dataclass(frozen=True)
class Wrapping:
    """How the keys of a portable folder are kept; ``identity`` is "" until it was opened."""

    identity: str = field(repr=False, default="")

    def wrapped(self, record: object) -> str:
        """Return a record sealed to the folder's key, as text. Raises Failed SSK-985 unopened."""
        target = io.BytesIO()
        recipient = sealing.recipient_of(self._opened())
        sealing.seal(io.BytesIO(json.dumps(record).encode()), target, [recipient])
        return base64.b64encode(target.getvalue()).decode("ascii")

    def unwrapped(self, text: str) -> object:
        """Return a sealed record. Raises Failed SSK-985 unopened, ValueError for a broken one."""
        import pyrage

        key = pyrage.x25519.Identity.from_str(self._opened())
        try:
            return json.loads(pyrage.decrypt(base64.b64decode(text, validate=True), [key]))
        except pyrage.DecryptError as error:
            raise ValueError("not sealed to this folder") from error

    def _opened(self) -> str:
        if not self.identity:
            raise Failed("SSK-985")
        return self.identity


def has_passphrase(folder: Path) -> bool:
    """Return whether a folder of keys has a passphrase already."""
    return (folder / FILE).is_file()


def set_passphrase(folder: Path, passphrase: str) -> Wrapping:
    """Give a folder of keys a passphrase; keys that lie open there are sealed.

    Raises BadInput SSK-600, SSK-601 for one that is soon guessed, Failed when the disk refuses.
    """
    from desktop_app.exchange.key_backup import check_passphrase, plain_passphrase, write_secret

    check_passphrase(passphrase)
    made, target = Wrapping(sealing.make_identity()), io.BytesIO()
    sealing.seal_by_passphrase(
        io.BytesIO(made.identity.encode("ascii")), target, plain_passphrase(passphrase)
    )
    write_secret(folder / FILE, target.getvalue())
    return made


def open_with(folder: Path, passphrase: str) -> Wrapping:
    """Open the keys of a folder with its passphrase.

    Raises BadFile SSK-605 for another passphrase, SSK-606 when the file is damaged.
    """
    from desktop_app.exchange.key_backup import plain_passphrase

    if not passphrase:
        raise BadFile("SSK-605")
    target = io.BytesIO()
    try:
        with told_errors(folder):
            sealing.open_seal(folder / FILE, (), target, passphrase=plain_passphrase(passphrase))
        identity = target.getvalue().decode("ascii")
        sealing.recipient_of(identity)
    except BadFile as error:
        raise BadFile("SSK-605" if error.code == "SSK-448" else "SSK-606") from error
    except Exception as error:  # pyrage's, for what is no key
        if isinstance(error, Failed):
            raise
        raise BadFile("SSK-606") from error
    return Wrapping(identity)

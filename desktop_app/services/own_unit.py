"""The identifier this book's unit bears: another office may know it by another one.

A book begun without a card made an identifier of its own. When a card, the level above or a key
backup names the one others know the unit by, everything the unit holds moves along.
"""

from collections.abc import Callable

from sqlalchemy.orm import Session

from desktop_app.storage import units
from desktop_app.storage.settings import read_setting, write_setting
from desktop_app.workspace import Own


def become(session: Session, own: Own, keep_unit: Callable[[], None]) -> None:
    """Bear another identifier: ``own`` as it is from now on.

    ``keep_unit`` adds or renames the unit of that identifier once its code is free. Bundles
    written for the former one are still ours (``Workspace.own_ids``).
    """
    held = read_setting(session, "own")
    moves = held is not None and held["unit_id"] != own.unit_id
    if moves:
        units.set_code(session, held["unit_id"], f"OLD{held['unit_id'][-8:].upper()}")
    keep_unit()
    session.flush()
    if moves:
        units.move_children(session, held["unit_id"], own.unit_id)
        units.replace_unit_id(session, held["unit_id"], own.unit_id)
        former = {*read_setting(session, "former_ids", ()), held["unit_id"]}
        write_setting(session, "former_ids", sorted(former))
    write_setting(session, "own", own.__dict__)

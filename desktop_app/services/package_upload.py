"""A hand-over package made to go up over the network: written beside the book, then queued."""

from collections.abc import Sequence

from desktop_app.errors import BadInput
from desktop_app.exchange.upload.addresses import read_address
from desktop_app.services.portal_address import check_connector, portal_address
from desktop_app.services.portal_folder import export_package_file
from desktop_app.services.steps import Step, no_step
from desktop_app.services.uploading import (
    DONE,
    OWN_FOLDER,
    SENDING,
    UploadRow,
    add_file,
    list_uploads,
    resume,
)
from desktop_app.workspace import Workspace


def add_package(
    workspace: Workspace,
    address: str = "",
    connector: str = "",
    ids: Sequence[str] | None = None,
    *,
    step: Step = no_step,
) -> UploadRow:
    """Write a package of what waits to go up, or of chosen initiatives, and queue it.

    It lies in the data folder until it is up. A package that is still on its way there is that
    one: nothing is written twice. Raises NotAllowed SSK-918 when nothing waits, and as
    ``uploading.add_file``.
    """
    known = portal_address(workspace)
    if not address and known is None:
        raise BadInput("SSK-935")
    there = read_address(address or (known.address if known else ""))
    check_connector(connector or "tus", there)
    wanted = there.url
    for row in list_uploads(workspace) if ids is None else ():
        if row.package_id and row.address == wanted and row.state != DONE and row.file.is_file():
            return resume(workspace, row.id) if row.state != SENDING else row
    folder = workspace.folder / OWN_FOLDER
    folder.mkdir(exist_ok=True)
    exported = export_package_file(workspace, folder, ids, step)
    return add_file(
        workspace, exported.path, address, connector, package_id=exported.package_id, step=step
    )

"""A pack written into a folder, to be edited in Excel and Word."""

from pathlib import Path

from desktop_app.exchange.delivery import told_errors, write_file
from desktop_app.resource_files import resource_path
from desktop_app.services import templates
from desktop_app.services.steps import Step, no_step
from desktop_app.workspace import Workspace

FOLDER, NOTE = "mau-sang-kien", "LÀM THEO.txt"
_MOST = 1000


def export_starter(
    workspace: Workspace,
    folder: Path,
    template: tuple[str, str] | None = None,
    *,
    step: Step = no_step,
) -> Path:
    """Write a pack into a new folder inside ``folder`` and return it; nothing is replaced.

    ``template`` is the id and version to begin from; without it the built-in pack is taken. Word
    documents, the form and a note in Vietnamese say how to go on. Raises Failed SSK-41x when the
    place cannot be written to.
    """
    pack = templates.pack_of(workspace, *template) if template else templates.built_in_pack()
    target = _new_folder(folder, template[0] if template else FOLDER)
    files = dict(pack.files)
    files[NOTE] = _note()
    for done, (name, content) in enumerate(sorted(files.items())):
        step(done, len(files))
        write_file(target / name, content)
    step(len(files), len(files))
    return target


def _new_folder(folder: Path, name: str) -> Path:
    with told_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, _MOST):
            target = folder / (name if number == 1 else f"{name}-{number}")
            try:
                target.mkdir()
            except FileExistsError:
                continue
            return target
        raise FileExistsError(name)


def _note() -> bytes:
    """Return the note as Notepad of every Windows shows it: marked UTF-8, its line ends."""
    text = resource_path("templates", "lam-theo.txt").read_text(encoding="utf-8")
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")

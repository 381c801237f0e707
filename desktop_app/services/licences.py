"""The licences of what the program carries: the whole text in a build, else what is installed."""

from importlib import metadata

from desktop_app.resource_files import resource_path


def licence_text() -> str:
    """Return the licences of everything this program carries.

    A build brings names and texts in one file (``packaging/licences.py``). Run from a wheel or a
    checkout, nothing is carried: then the installed libraries are named with their licence.
    """
    shipped = resource_path("licences", "LICENCES.txt")
    if shipped.is_file():
        return shipped.read_text(encoding="utf-8")
    lines = ["Sổ Sáng Kiến: Apache-2.0", ""]
    for package in sorted(metadata.distributions(), key=lambda each: each.name.lower()):
        known = package.metadata
        said = (known.get_all("License-Expression") or known.get_all("License") or [""])[0]
        lines.append(f"{package.name} {package.version}: {said.strip().split(chr(10))[0][:80]}")
    return "\n".join(dict.fromkeys(lines)) + "\n"

"""The one place that finds resources: in a checkout, in a wheel and in a frozen program."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "resources"  # wheel and frozen program
_CHECKOUT = _PACKAGE.parent / "resources"  # source tree and editable install


def resource_path(*parts: str) -> Path:
    """Return the path of a resource, given its parts below ``resources/``."""
    root = _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)


def guide_path(*parts: str) -> Path:
    """Return the path of a part of the guide: ``docs/`` in a checkout, shipped as a resource."""
    shipped = _SHIPPED / "guide"
    return (shipped if shipped.is_dir() else _PACKAGE.parent / "docs").joinpath(*parts)

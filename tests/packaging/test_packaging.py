"""What installers and releases are made from, as far as it can be looked at without building."""

import ast
import configparser
import hashlib
import importlib.metadata
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

import desktop_app

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


@pytest.fixture
def scripts(monkeypatch):
    """The scripts of packaging/, found as they find each other."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    for name in ("archives", "build", "check_build", "icons", "licences", "release", "sbom"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield importlib.import_module
    for name in ("archives", "build", "check_build", "icons", "licences", "release", "sbom"):
        sys.modules.pop(name, None)


def test_the_version_stands_in_one_place(scripts):
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    place = ROOT / project["tool"]["hatch"]["version"]["path"]
    assert place == Path(desktop_app.__file__)
    assert scripts("build").version() == desktop_app.__version__
    assert scripts("archives").system_name() == _platform_name()


def _platform_name():
    from desktop_app.services.updating import platform_name

    return platform_name()


def test_what_is_installed_is_pinned_and_frozen():
    """Every import of the program from outside is a library that is named and pinned."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *project["optional-dependencies"]["office"]]
    names = {re.match(r"[A-Za-z0-9_.-]+", each)[0].lower().replace("_", "-") for each in named}
    pins = (PACKAGING / "constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    for name in names:
        assert re.search(rf"(?m)^{re.escape(name)}==", pins), name
    modules = importlib.metadata.packages_distributions()
    used = set()
    for path in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                used |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                used.add(node.module.split(".")[0])
    outside = used - set(sys.stdlib_module_names) - {"desktop_app"}
    below = {"jinja2", "markupsafe", "mako"}  # brought by docxtpl and alembic
    for module in outside - below:
        sources = {each.lower().replace("_", "-") for each in modules.get(module, [module])}
        assert sources & names or module == "shiboken6", module


def test_the_spec_and_the_scripts_can_be_read():
    for path in (*PACKAGING.rglob("*.py"), PACKAGING / "so-sang-kien.spec"):
        ast.parse(path.read_text(encoding="utf-8"))
    for path in PACKAGING.rglob("*.sh") if shutil.which("sh") else ():
        subprocess.run(["sh", "-n", str(path)], check=True)


def test_desktop_entry_and_file_type_fit_together():
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str
    entry.read(PACKAGING / "linux/so-sang-kien.desktop", encoding="utf-8")
    types = entry["Desktop Entry"]["MimeType"].strip(";").split(";")
    tree = ElementTree.parse(PACKAGING / "linux/so-sang-kien.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert tree.find(f"{space}mime-type").get("type") in types
    patterns = [glob.get("pattern") for glob in tree.iter(f"{space}glob")]
    assert "*.ssk" in patterns
    assert "*.age" not in patterns  # of other people's files
    if shutil.which("desktop-file-validate"):
        file = PACKAGING / "linux/so-sang-kien.desktop"
        assert subprocess.run(["desktop-file-validate", str(file)], check=False).returncode == 0


def test_the_windows_installer_compiles_and_keeps_the_data(tmp_path, scripts):
    text = (PACKAGING / "windows/installer.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in text
    assert "HKLM" not in text
    # Data is named once, to say where it stays; nothing removes it.
    removing = re.findall(r"(?m)^\s*(?:RMDir|Delete)\b.*$", text)
    assert removing
    assert not [line for line in removing if "LOCALAPPDATA" in line or "data" in line.lower()]
    if not shutil.which("makensis"):
        return  # said in packaging/README.md; the build tries it where it is
    folder = tmp_path / "folder"
    (folder / "_internal").mkdir(parents=True)
    for name in ("so-sang-kien.exe", "so-sang-kien-window.exe", "_internal/mẫu.txt"):
        (folder / name).write_bytes(b"x")
    scripts("icons").draw(tmp_path, Path(sys.executable))
    out = tmp_path / "so-sang-kien-0.1.0-windows-x64-setup.exe"
    defined = {"VERSION": "0.1.0", "FOLDER": folder, "OUT": out}
    defined["ICON"] = tmp_path / "so-sang-kien.ico"
    options = [f"-D{name}={value}" for name, value in defined.items()]
    script = str(PACKAGING / "windows/installer.nsi")
    done = subprocess.run(
        ["makensis", "-V2", "-WX", *options, script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert out.read_bytes()[:2] == b"MZ"


def test_a_portable_archive_says_where_data_lies_and_is_the_same_twice(tmp_path, scripts):
    archives = scripts("archives")
    folder = tmp_path / "so-sang-kien"
    (folder / "_internal").mkdir(parents=True)
    (folder / "so-sang-kien").write_bytes(b"program")
    (folder / "so-sang-kien").chmod(0o755)
    (folder / "_internal/x.so").write_bytes(b"library")
    for name in ("a.zip", "b.zip"):
        archives.write_zip(folder, tmp_path / name, "SoSangKien", {"portable.txt": "Cạnh đây.\n"})
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert "SoSangKien/portable.txt" in archive.namelist()
        modes = {e.filename: e.external_attr >> 16 & 0o777 for e in archive.infolist()}
    assert modes["SoSangKien/so-sang-kien"] == 0o755
    assert modes["SoSangKien/_internal/x.so"] == 0o644
    archives.write_tar(folder, tmp_path / "a.tar.xz", "so-sang-kien-1")
    archives.write_tar(folder, tmp_path / "b.tar.xz", "so-sang-kien-1")
    assert (tmp_path / "a.tar.xz").read_bytes() == (tmp_path / "b.tar.xz").read_bytes()


def test_what_a_stick_cannot_hold_is_found(tmp_path, scripts):
    if sys.platform == "win32":
        pytest.skip("such files cannot be made there")
    check = scripts("check_build")
    (tmp_path / "fine").write_bytes(b"")
    assert not list(check.fat_problems(tmp_path))
    (tmp_path / "Fine").write_bytes(b"")
    (tmp_path / "a:b").write_bytes(b"")
    (tmp_path / "link").symlink_to("fine")
    said = "\n".join(check.fat_problems(tmp_path))
    for words in ("the same as", "a:b", "a link"):
        assert words in said


def test_licences_of_everything_installed_here_are_known(tmp_path, scripts):
    licences = scripts("licences")
    for package in importlib.metadata.distributions():
        if package.name in ("PySide6_Essentials", "docxtpl", "pyxform", "xlrd", "pi_heif"):
            assert licences._licence_of(package), package.name
    for names in licences.WITHOUT_TEXT.values():
        for name in names:
            assert (PACKAGING / "licences" / name).stat().st_size > 200
    part = licences.Part("qt", "6", "LGPL-3.0-only", "python", files=["text-1.txt"])
    (tmp_path / "text-1.txt").write_text("lesser", encoding="utf-8")
    licences._write(tmp_path, [part])
    assert licences.read(tmp_path) == [part]
    assert "qt 6: LGPL-3.0-only  [text-1.txt]" in licences.as_text(tmp_path)


@pytest.mark.parametrize("version", ["1", "0.2", "v0.2.0", "0.2.0-rc1", "0.0.1"])
def test_a_release_that_is_none_is_refused(scripts, version):
    release = scripts("release")
    with pytest.raises(release.NotReady):
        release.check_version(version, "0.1.0")


def test_a_release_dates_the_changelog_once(scripts):
    release = scripts("release")
    before = "# Changelog\n\n## [Unreleased]\n\n### Added\n- A thing.\n\n## [0.1.0] - 2026-01-01\n"
    after = release.dated(before, "0.2.0", "2026-11-21")
    assert after == (
        "# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-11-21\n\n### Added\n- A thing.\n\n"
        "## [0.1.0] - 2026-01-01\n"
    )
    for text, version in ((after, "0.3.0"), (before, "0.1.0"), ("# Changelog\n", "0.2.0")):
        with pytest.raises(release.NotReady):
            release.dated(text, version, "2026-11-21")
    release.dated((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), "99.0.0", "2026-11-21")


def test_checksums_are_as_the_common_program_reads_them(tmp_path, scripts):
    (tmp_path / "a b.zip").write_bytes(b"one")
    sums = scripts("release").write_sums(tmp_path)
    digest = hashlib.sha256(b"one").hexdigest()
    assert sums.read_text(encoding="utf-8") == f"{digest}  a b.zip\n"


def test_no_secret_key_lies_here():
    for path in ROOT.glob("**/*.key"):
        assert ".venv" in path.parts, path

"""``report``: files named in JSON, exit codes, pictures without a display."""

import json
from datetime import date

import pytest
from click.testing import CliRunner
from PIL import Image

from desktop_app.commands.line import command_line
from desktop_app.services import setup, targets, units
from desktop_app.services.reports.catalogue import FORMATS
from desktop_app.workspace import Workspace
from tests.services.reports.book import put


@pytest.fixture
def run(qapp, tmp_path):
    with Workspace(tmp_path / "office") as office:
        setup.start_office(office, "Công đoàn các KCN", "KCN")
        unit = units.add_unit(office, name="CĐCS Một", code="MOT")
        targets.add_phase(
            office,
            code="P1",
            name="Giai đoạn 1",
            programme="CT",
            date_from=date(2000, 1, 1),
            date_to=date(2100, 1, 1),
        )
        targets.set_target(office, "MOT", "P1", count=2)
        put(office, unit.id, recognised=office.today())

    def call(*words, code=0):
        given = ["--data", str(tmp_path / "office"), "report", *map(str, words), "--json"]
        done = CliRunner().invoke(command_line, given)
        assert done.exit_code == code, (words, done.output, done.exception)
        return json.loads(done.stdout) if done.stdout.strip() else done.stderr

    return call


def test_every_report_is_written_in_every_format(run, tmp_path):
    for name, endings in FORMATS.items():
        for ending in endings:
            place = tmp_path / "out" / f"{name}.{ending}"
            told = run(name, "--to", place, "--phase", "P1")
            assert told["file"] == str(place)
            assert (told["report"], told["format"]) == (name, ending)
            assert told["size"] == place.stat().st_size > 100


def test_the_picture_is_upright_or_wide(run, tmp_path):
    run("weekly", "--to", tmp_path / "a.png")
    run("weekly", "--to", tmp_path / "b.png", "--wide")
    with Image.open(tmp_path / "a.png") as tall, Image.open(tmp_path / "b.png") as wide:
        assert (tall.size, wide.size) == ((1080, 1350), (1600, 900))


def test_what_is_refused(run, tmp_path):
    place = tmp_path / "u.xlsx"
    run("units", "--to", place)
    assert "SSK-837" in run("units", "--to", place, code=2)
    run("units", "--to", place, "--replace")
    assert "SSK-831" in run("initiatives", "--to", tmp_path / "i.png", code=2)
    assert "SSK-598" in run("units", "--to", tmp_path / "v.xlsx", "--phase", "P9", code=2)
    late = ("--from", "2026-02-01", "--until", "2026-01-01")
    assert "SSK-835" in run("units", "--to", tmp_path / "v.xlsx", *late, code=2)
    assert "SSK-836" in run("initiatives", "--to", tmp_path / "v.xlsx", "--count", "x", code=2)
    assert not (tmp_path / "v.xlsx").exists()


def test_thresholds_letter_and_templates(run, tmp_path):
    assert [group["id"] for group in run("thresholds")] == ["leader", "university", "worker"]
    changed = run("thresholds", "worker", "--one-year", 90_000_000, "--source", "QĐ 999")
    assert changed[2]["one_year"] == 90_000_000
    assert run("thresholds", "--built-in")[2]["one_year"] == 80_000_000
    assert "SSK-834" in run("thresholds", "worker", "--one-year", 5, code=2)
    assert run("letter", "--place", "Sông Công")["place"] == "Sông Công"
    copied = run("template", "units")
    assert copied["file"].endswith("tong-hop-don-vi.docx")
    assert run("template", "units", "--drop")["file"].endswith("tong-hop-don-vi.1.docx")
    assert "SSK-830" in run("template", "monthly", code=2)

"""Prints today's ratios: each figure is the median of at least five, taken in turn with its peer."""

import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

ROUNDS = 7


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def side_by_side(ours: Callable[[], object], peer: Callable[[], object], rounds: int = ROUNDS):
    """Return the medians of two works done in turn, and of their ratio, in milliseconds."""
    ours(), peer()
    pairs = [(seconds(ours), seconds(peer)) for _round in range(rounds)]
    a, b = (statistics.median(pair[i] for pair in pairs) * 1000 for i in (0, 1))
    return a, b, statistics.median(x / y for x, y in pairs)


def row(name: str, figures: tuple[float, float, float], goal: str) -> None:
    ours, peer, ratio = figures
    print(f"| {name} | {ours:.1f} ms | {peer:.1f} ms | {ratio:.2f}× | {goal} |", flush=True)


def python(program: str, *arguments: str) -> Callable[[], object]:
    return lambda: subprocess.run([sys.executable, "-c", program, *arguments], check=True)


PEER_WINDOW = (
    "from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication([]); "
    "w = QMainWindow(); w.show(); w.grab()"
)
OUR_WINDOW = (
    "import desktop_app.windows.application as p; a = p.make_application(); p.apply_theme(a);"
    "from desktop_app.windows.main_window import MainWindow; w = MainWindow(); w.show(); w.grab()"
)


def start() -> None:
    figures = side_by_side(python(OUR_WINDOW), python(PEER_WINDOW))
    row("start to first paint / smallest window", figures, "≤ 1.3×")


def keystroke(folder: Path) -> None:
    from desktop_app.forms.workbook import read_form
    from desktop_app.resource_files import resource_path
    from desktop_app.windows.application import make_application
    from desktop_app.windows.editor.form_draft import FormDraft
    from desktop_app.windows.editor.question_field import QuestionField
    from tests.keys import type_text
    from tests.windows.some_files import SomeFiles

    make_application()
    form = read_form(resource_path("templates", "sang-kien", "form.xlsx"))
    draft = FormDraft(form, {}, "vi", False, SomeFiles(), lambda _repeat, _at: {})
    made = QuestionField(form.question(("essence",)), ("essence",), draft)
    made.show()
    field = made.editor.main_widget()
    times = [seconds(lambda: type_text(field, "ữ")) * 1000 for _key in range(1000)]
    p99 = sorted(times)[989]
    median = statistics.median(times)
    print(f"| one keystroke, 1,000 keys, p99 (median {median:.2f}) / a frame of 16 ms "
          f"| {p99:.2f} ms | 16.0 ms | {p99 / 16:.2f}× | ≤ 1× |", flush=True)  # fmt: skip
    from datetime import date

    from desktop_app.forms.evaluation import evaluate
    from tests.samples import answers

    given = answers(1) | {"authors": answers(1)["authors"] * 5}
    looks = [
        seconds(lambda: evaluate(form, given, today=date(2026, 11, 20))) * 1000 for _n in range(200)
    ]
    p99 = sorted(looks)[197]
    print(f"| evaluating the largest form, 10 authors, p99 / a frame of 16 ms "
          f"| {p99:.2f} ms | 16.0 ms | {p99 / 16:.2f}× | ≤ 1× |", flush=True)  # fmt: skip


def autosave(folder: Path) -> None:
    import json

    from desktop_app.services import drafting, setup
    from desktop_app.storage.database import sqlite_pragmas
    from desktop_app.workspace import Workspace
    from tests.samples import answers

    given = answers(1)
    with Workspace(folder / "autosave") as book:
        setup.start_team(book, "CĐCS")
        initiative_id = drafting.new_initiative(book, None, given)
        raw = sqlite3.connect(folder / "raw.sqlite3", isolation_level=None)
        for pragma in sqlite_pragmas():
            raw.execute(pragma)
        raw.execute("CREATE TABLE draft (id TEXT PRIMARY KEY, answers TEXT, saved_at TEXT)")
        raw.execute("INSERT INTO draft VALUES ('x', '', '')")

        def peer() -> None:
            raw.execute("BEGIN IMMEDIATE")
            text = json.dumps(given, ensure_ascii=False)
            raw.execute("UPDATE draft SET answers = ?, saved_at = ? WHERE id = 'x'", (text, "now"))
            raw.execute("COMMIT")

        figures = side_by_side(
            lambda: drafting.save_draft(book, initiative_id, given), peer, rounds=201
        )
        row("autosave commit / raw sqlite3 of the same row", figures, "≤ 2×")


def documents() -> None:
    import io

    from docxtpl import DocxTemplate

    from desktop_app.documents.context import build_context
    from desktop_app.documents.filling import DocumentFiller
    from desktop_app.documents.pages import lay_out
    from desktop_app.documents.printed import FILTERS
    from desktop_app.forms.workbook import read_form
    from desktop_app.resource_files import resource_path
    from desktop_app.services.printed_facts import sample_facts
    from tests.samples import answers

    form = read_form(resource_path("templates", "sang-kien", "form.xlsx"))
    context = build_context(form, answers(1), system=sample_facts())
    path = resource_path("templates", "sang-kien", "documents", "bao-cao-mo-ta.docx")
    template = path.read_bytes()

    def peer() -> None:
        from jinja2 import Environment

        environment = Environment(autoescape=True)
        environment.filters |= {**FILTERS, "picture": str}
        made = DocxTemplate(io.BytesIO(template))
        made.render(context, environment, autoescape=True)
        made.save(io.BytesIO())

    with DocumentFiller() as filler:
        figures = side_by_side(lambda: filler.fill(template, context), peer, rounds=50)
        row("fill the report, batch / docxtpl alone", figures, "≤ 0.25×")
        docx = filler.fill(template, context)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "x.docx"
        source.write_bytes(docx)
        office = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", folder, str(source),
        ]  # fmt: skip
        figures = side_by_side(
            lambda: lay_out(docx).pdf(),
            lambda: subprocess.run(office, check=True, capture_output=True),
            rounds=5,
        )
        row("report to PDF / LibreOffice headless", figures, "≤ 0.05×")


def carrying(folder: Path, initiatives: int = 1000) -> None:
    """Export and take in 1,000 initiatives with three photos of 300 KB."""
    from desktop_app.exchange.keys import make_keys
    from desktop_app.services import cards, drafting, handover, inbox, setup, units
    from desktop_app.services.attaching import MOST_BYTES
    from desktop_app.workspace import Workspace
    from tests.samples import answers

    assert MOST_BYTES
    files = folder / "files"
    files.mkdir()
    office, team = Workspace(folder / "office"), Workspace(folder / "team")
    setup.start_office(office, "Công đoàn KCN", "KCN")
    units.add_unit(office, name="CĐCS May", code="MSC")
    setup.start_team_with_card(team, cards.export_card(office, "MSC", files))
    plain = folder / "plain"
    plain.mkdir()
    for number in range(initiatives):
        figures = []
        for picture in range(3):
            photo = os.urandom(300_000)
            (plain / f"{number}-{picture}.jpg").write_bytes(photo)
            mark = team.attachments.put(photo)
            value = {"sha256": mark, "name": "a.jpg", "size": 300_000, "media_type": "image/jpeg"}
            figures.append({"file": value, "caption": "Ảnh"})
        given = answers(1 + number % 7) | {"initiative_title": f"Cải tiến đồ gá khoan số {number}"}
        initiative_id = drafting.new_initiative(team, None, given)
        # The photos are noise and would not go into a Word file: they stand beside it.
        answered = drafting.open_draft(team, initiative_id).answers
        files_beside = [{"file": f["file"], "kind": "photo"} for f in figures]
        drafting.save_draft(team, initiative_id, answered | {"attachments": files_beside})
        drafting.make_ready(team, initiative_id)
    recipient = make_keys().public.age

    def peer_export() -> None:
        subprocess.run("sha256sum plain/* > sums; zip -q -0 -r p.zip plain sums", shell=True,
                       cwd=folder, check=True)  # fmt: skip
        subprocess.run(["age", "-r", recipient, "-o", "p.age", "p.zip"], cwd=folder, check=True)

    times = []
    for _round in range(3):
        written = None

        def export() -> None:
            nonlocal written
            bundle = next(iter(handover.list_bundles(team)), None)
            if bundle is None or bundle.direction != "out":
                written = handover.export_bundle(team, files)
            else:
                written = handover.export_again(team, bundle.id, files)

        ours, peer = seconds(export), seconds(peer_export)
        times.append((ours * 1000, peer * 1000, ours / peer))
        for name in ("p.zip", "p.age", "sums"):
            (folder / name).unlink()
        copied = seconds(lambda: subprocess.run(["cp", "-r", plain, folder / "copy"], check=True))
        subprocess.run(["rm", "-rf", folder / "copy"], check=True)
    figures = tuple(statistics.median(t[i] for t in times) for i in (0, 1, 2))
    row(f"export {initiatives} × 3 photos, read back / sha256sum + zip -0 + age", figures, "≤ 0.6×")
    row("the same / cp -r", (times[-1][0], copied * 1000, times[-1][0] / copied / 1000), "≤ 1.3×")
    assert written is not None
    identity = folder / "identity"
    identity.write_text(office.keys.age_identity + "\n")

    def peer_import() -> None:
        script = (
            "age -d -i identity -o q.zip $0 && unzip -q q.zip -d q && "
            "find q -type f -exec sha256sum {} + > /dev/null"
        )
        subprocess.run(["sh", "-c", script, str(written.path)], cwd=folder, check=True)

    path = written.path
    ours, peer = seconds(lambda: inbox.take_in(office, [path])), seconds(peer_import)
    row("verify and take in that bundle / age -d + unzip + sha256sum",
        (ours * 1000, peer * 1000, ours / peer), "≤ 0.8×")  # fmt: skip
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"| peak memory of this whole process | {peak:.0f} MB | 200 MB | {peak / 200:.2f}× | ≤ 1× |"
    )
    team.close()
    office.close()


def main() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    print("| work | ours | peer | ratio | goal |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start()
        keystroke(folder)
        autosave(folder)
        documents()
        carrying(folder, int(os.environ.get("BENCH_INITIATIVES", "1000")))
    from tests.benchmarks import similar

    print("\nSimilar initiatives\n")
    similar.section(int(os.environ.get("BENCH_SIMILAR", "100000")))


if __name__ == "__main__":
    main()

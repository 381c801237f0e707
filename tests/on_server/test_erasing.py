"""Erasing a person from a book on the office's server: the database keeps nothing of the name."""

import unicodedata

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.person import ERASED
from desktop_app.errors import NotAllowed
from desktop_app.services import erasing, inbox, officers, persons, progress, review
from tests.samples import ready
from tests.services.test_erasing import WHO, erase, files_naming
from tests.services.test_the_loop import export


def rows_naming(office, *names):
    """Return the tables of the server in which a name stands in some form."""
    found = set()
    shapes = {unicodedata.normalize(form, name) for name in names for form in ("NFC", "NFD")}
    with office.database.read() as session:
        for table in inspect(session.connection()).get_table_names():
            rows = session.execute(text(f'SELECT t::text FROM "{table}" AS t')).scalars()
            if any(shape.casefold() in row.casefold() for row in rows for shape in shapes):
                found.add(table)
    return found


def test_the_server_forgets_a_person_and_keeps_its_figures(team, office, second, files):
    one = ready(team, 1)
    inbox.take_in(office, [export(team, files)])
    review.decide(office, one, "accepted", f"Anh {WHO} làm tốt.")
    figures = progress.progress(office)
    assert {"revision", "initiative", "verdict"} <= rows_naming(office, WHO)
    found = persons.find(second, WHO)
    chosen = erasing.choose(found, persons.group_matching(found))
    with pytest.raises(NotAllowed) as raised:
        erasing.erase(second, chosen)  # an officer who is no head
    assert raised.value.code == "SSK-895"
    assert erase(office).revisions == 1
    assert rows_naming(office, WHO, "ma van chien") == set()
    assert files_naming(office.folder, WHO) == []
    assert progress.progress(second) == figures
    rows = review.open_review(second, one).answers["authors"]
    assert [row["full_name"] for row in rows] == ["Đặng Văn Quyết", ERASED]
    assert officers.find_officer(office, "Bình").name == "Bình"
    # Whom it is about and which number it has never changes, erased or not.
    with pytest.raises(IntegrityError), office.database.write() as session:
        session.execute(text("UPDATE revision SET number = 9"))

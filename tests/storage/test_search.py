"""Whether few or many rows are found, the same ones are listed, in the same order."""

import pytest

from desktop_app.services import listing
from desktop_app.services.listing import Query
from desktop_app.storage import search
from tests.samples import answers


@pytest.mark.parametrize("words", ["d", "do ga", "do ga khoan", "cai tien", "khong co"])
@pytest.mark.parametrize("state", [None, "draft"])
def test_looked_up_or_walked(team, monkeypatch, words, state):
    from desktop_app.services import drafting

    for number, title in enumerate(("Cải tiến đồ gá", "Đồ gá khoan", "Xe đẩy vải", "Đồ gá hàn")):
        drafting.new_initiative(team, None, answers(1 + number, initiative_title=title))

    def found():
        pages, after = [], None
        while True:
            page = listing.list_initiatives(
                team, Query(search=words, writing=state), after=after, limit=1
            )
            pages.append(([row.id for row in page.rows], page.total))
            after = page.next
            if after is None:
                return pages

    few = found()
    monkeypatch.setattr(search, "_MANY", 1)
    assert found() == few
    assert len(few) == max(1, few[0][1])

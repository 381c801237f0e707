"""A newer version of a template: offered, told, moved to and back without losing a word."""

import pytest

from desktop_app.errors import BadInput, NotAllowed
from desktop_app.services import drafting, template_moves, templates
from tests.services.packs import CHOICES, SURVEY, files, folder, form_bytes, word

NEWER = """
| type | name | label | required |
| text | initiative_title | Tên của sáng kiến | yes |
| text | benefit_value | Số tiền làm lợi | |
| select_one yn | has_confidential | Có điều cần giữ kín | |
| text | place | Nơi áp dụng | |
| begin_repeat | authors | Tác giả | |
| text | full_name | Họ và tên | |
| end_repeat | | | |
"""
NEWER_CHOICES = """
| list_name | name | label |
| yn | no | Không |
| yn | partly | Một phần |
"""
ANSWERS = {
    "initiative_title": "Cải tiến đồ gá khoan",
    "benefit_value": 1200,
    "has_confidential": "yes",
    "authors": [
        {"full_name": "Lò Thị Mai", "contribution_percent": 60},
        {"full_name": "Hà Văn Lực", "contribution_percent": 40},
    ],
}


@pytest.fixture
def draft(team, tmp_path) -> str:
    """A draft of version 1, with version 2 known as well."""
    templates.add_pack(team, folder(tmp_path / "v1", files(old=word("{{ benefit_value }}"))))
    initiative = drafting.new_initiative(team, "may-mac", ANSWERS)
    newer = form_bytes(NEWER, version="2", choices=NEWER_CHOICES)
    changed = files(form=newer, don=word("Tên: {{ initiative_title }}"), new=word("{{ place }}"))
    templates.add_pack(team, folder(tmp_path / "v2", changed))
    return initiative


def answers_of(workspace, initiative: str) -> dict:
    return drafting.open_draft(workspace, initiative).answers


def test_a_newer_version_is_offered_to_drafts_only(team, draft) -> None:
    other = drafting.new_initiative(team, None, {})

    (offer,) = template_moves.offers(team)

    assert (offer.initiative_id, offer.version, offer.newer) == (draft, "1", "2")
    assert offer.title == "Cải tiến đồ gá khoan"
    assert template_moves.offer_for(team, other) is None
    templates.withdraw(team, "may-mac", "2")
    assert template_moves.offers(team) == ()


def test_an_older_version_that_comes_later_is_not_offered(team, draft, tmp_path) -> None:
    template_moves.move_draft(team, draft, "2")
    templates.add_pack(team, folder(tmp_path / "v", files(form=form_bytes(version="1.10"))))

    assert template_moves.offers(team) == ()


def test_staying_is_remembered_until_there_is_a_still_newer_one(team, draft, tmp_path) -> None:
    template_moves.keep_version(team, draft, "2")

    assert template_moves.offer_for(team, draft) is None
    assert [offer.kept for offer in template_moves.offers(team)] == [True]
    templates.add_pack(team, folder(tmp_path / "v3", files(form=form_bytes(NEWER, version="3"))))
    assert template_moves.offer_for(team, draft).newer == "3"


def test_what_changes_is_told(team, draft) -> None:
    told = template_moves.version_differences(team, "may-mac", "1", "2")

    found = {"/".join(d.path): (d.what, d.changes) for d in told.questions}
    assert found == {
        "initiative_title": ("changed", ("label", "required")),
        "benefit_value": ("changed", ("type",)),
        "has_confidential": ("changed", ("choices",)),
        "place": ("added", ()),
        "authors/contribution_percent": ("removed", ()),
    }
    (choices,) = (d for d in told.questions if d.changes == ("choices",))
    assert [texts["vi"] for texts in choices.new_choices] == ["Một phần"]
    assert [texts["vi"] for texts in choices.gone_choices] == ["Có"]
    assert told.documents_added == ("new",)
    assert told.documents_removed == ("old",)
    assert told.documents_changed == ("don",)


def test_the_same_form_has_no_differences(team) -> None:
    name, version = templates.default_template(team)

    told = template_moves.version_differences(team, name, version, version)

    assert told == template_moves.Differences((), (), (), ())


def test_moving_keeps_what_fits_and_puts_aside_the_rest(team, draft) -> None:
    planned = template_moves.plan_move(team, draft, "2")
    before = answers_of(team, draft)

    move = template_moves.move_draft(team, draft, "2")

    assert move == planned
    assert before == ANSWERS
    assert answers_of(team, draft) == {
        "initiative_title": "Cải tiến đồ gá khoan",
        "authors": [{"full_name": "Lò Thị Mai"}, {"full_name": "Hà Văn Lực"}],
    }
    assert [("/".join(a.path), a.value) for a in move.put_aside] == [
        ("benefit_value", 1200),
        ("has_confidential", "yes"),
        ("authors/contribution_percent", 60),
        ("authors/contribution_percent", 40),
    ]
    assert template_moves.set_aside(team, draft) == move.put_aside
    assert drafting.open_draft(team, draft).form.version == "2"
    assert template_moves.offers(team) == ()


def test_moving_back_undoes_it(team, draft) -> None:
    template_moves.move_draft(team, draft, "2")

    move = template_moves.move_draft(team, draft, "1")

    assert answers_of(team, draft) == ANSWERS
    assert len(move.came_back) == 4
    assert template_moves.set_aside(team, draft) == ()


def test_what_was_written_between_is_kept_both_ways(team, draft) -> None:
    template_moves.move_draft(team, draft, "2")
    between = answers_of(team, draft) | {"place": "Chuyền 3", "benefit_value": "vài triệu"}
    # The lines have changed places, and one of them its name.
    between["authors"] = [{"full_name": "Hà Văn Lực"}, {"full_name": "Lò Thị Mây"}]
    drafting.save_draft(team, draft, between)

    template_moves.move_draft(team, draft, "1")

    back = answers_of(team, draft)
    assert back["benefit_value"] == 1200
    assert back["authors"] == [
        {"full_name": "Hà Văn Lực", "contribution_percent": 40},
        {"full_name": "Lò Thị Mây"},
    ]
    waiting = {"/".join(a.path): a.value for a in template_moves.set_aside(team, draft)}
    assert waiting == {
        "authors/contribution_percent": 60,
        "benefit_value": "vài triệu",
        "place": "Chuyền 3",
    }
    template_moves.move_draft(team, draft, "2")
    again = answers_of(team, draft)
    assert (again["place"], again["benefit_value"]) == ("Chuyền 3", "vài triệu")


def test_lines_are_found_again_in_another_order(team, draft) -> None:
    lines = [
        {"full_name": name, "contribution_percent": share}
        for name, share in (("Mai", 50), ("Lực", 30), ("Quyết", 20))
    ]
    drafting.edit(team, draft, {"authors": lines})
    template_moves.move_draft(team, draft, "2")
    turned = list(reversed(answers_of(team, draft)["authors"]))
    drafting.edit(team, draft, {"authors": turned})

    template_moves.move_draft(team, draft, "1")

    assert answers_of(team, draft)["authors"] == list(reversed(lines))


def test_an_answer_given_since_is_not_replaced(team, draft) -> None:
    template_moves.move_draft(team, draft, "2")
    drafting.edit(team, draft, {"has_confidential": "no"})

    template_moves.move_draft(team, draft, "1")

    assert answers_of(team, draft)["has_confidential"] == "no"
    (waiting,) = template_moves.set_aside(team, draft)
    assert waiting.value == "yes"


def test_a_table_that_is_gone_comes_back_whole(team, draft, tmp_path) -> None:
    survey = SURVEY[: SURVEY.index("| begin_repeat")]
    small = files(form=form_bytes(survey, version="3"))
    templates.add_pack(team, folder(tmp_path / "v3", small))

    template_moves.move_draft(team, draft, "3")
    assert "authors" not in answers_of(team, draft)

    template_moves.move_draft(team, draft, "1")
    assert answers_of(team, draft) == ANSWERS


def test_text_an_input_method_still_held_is_carried(team, draft) -> None:
    drafting.save_draft(team, draft, ANSWERS, {("initiative_title",): "Cải tiến đồ gá khoan lỗ"})

    template_moves.move_draft(team, draft, "2")

    opened = drafting.open_draft(team, draft)
    assert opened.answers["initiative_title"] == opened.title == "Cải tiến đồ gá khoan lỗ"
    assert opened.pending == {}


def test_a_new_question_begins_with_its_default(team, draft, tmp_path) -> None:
    survey = """
    | type | name | label | default |
    | text | initiative_title | Tên | |
    | text | place | Nơi áp dụng | Xưởng may |
    """
    content = files(form=form_bytes(survey, version="4", choices=CHOICES))
    templates.add_pack(team, folder(tmp_path / "v4", content))

    template_moves.move_draft(team, draft, "4")

    assert answers_of(team, draft)["place"] == "Xưởng may"


def test_what_is_frozen_or_unknown_is_not_moved(team, draft) -> None:
    with pytest.raises(BadInput, match="SSK-223"):
        template_moves.move_draft(team, draft, "9")
    drafting.edit(team, draft, {"initiative_title": "Cải tiến đồ gá khoan lỗ bản lề cửa"})
    drafting.make_ready(team, draft)

    with pytest.raises(NotAllowed, match="SSK-506"):
        template_moves.move_draft(team, draft, "2")
    assert template_moves.offers(team) == ()

"""Bản để nhập cổng: what stands in it, what never does, and what stops it."""

from desktop_app.domain.portal_mapping import counted
from desktop_app.services import portal_entry, review
from desktop_app.services.portal_mapping import mapping


def texts(sheet):
    return {each.field.code: each.text for each in sheet.fields}


def codes(sheet):
    return [note.code for note in sheet.blocked]


def test_a_sheet_has_the_fields_in_the_portals_order(office, handed_in):
    review.decide(office, handed_in[0], "accepted")
    sheet = portal_entry.entry_sheet(office, handed_in[0])
    assert [each.field for each in sheet.fields] == list(mapping(office).fields)
    said = texts(sheet)
    assert said["title"] == sheet.title
    assert said["grassroots_unit"] == "CĐCS Công ty May Sông Công"
    assert said["direct_superior_unit"] == "Công đoàn các KCN tỉnh Thái Nguyên"
    assert said["note"] == sheet.code
    assert said["solution_type"].startswith("Giải pháp")
    assert all(each.length == counted(each.text) for each in sheet.fields)


def test_without_a_verdict_it_is_blocked(office, handed_in):
    assert codes(portal_entry.entry_sheet(office, handed_in[0]))[0] == "SSK-902"

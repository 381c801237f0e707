"""The variants of the report as data: headings with the questions whose answers stand below.

The headings in order are those of the five families met in use (domain.md 2.1): V1 the common
provincial outline with factory blocks, V2 Bắc Ninh Mẫu 02/SK (2025), V3 a tax office (2025), V4 a
university of medicine, V5 the long form with a cover. There is no national form of the report.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from blocks import FIELD

BENEFIT = ("measures", "measures_reason", "economic", "benefit_work", "benefit_safety_env")
USERS = ("benefit_users", "rewards")
SOLUTION = ("solution_overview", "steps")
NEW = ("novelty", "novelty_table")
DOTS = "…………"


@dataclass(frozen=True)
class Part:
    """A heading and what stands below it.

    ``said`` stands in the line of the heading; ``plain`` names answers that need no label of their
    own below this heading; ``when`` leaves the part out without that answer.
    """

    heading: str
    below: tuple[str, ...] = ()
    level: int = 1
    said: str = ""
    plain: tuple[str, ...] = ()
    when: str = ""


@dataclass(frozen=True)
class Outline:
    """A report: its title, its parts, who signs (from the left), whether it has a cover."""

    title: str
    parts: tuple[Part, ...]
    signers: tuple[str, ...]
    cover: bool = False


V1 = Outline(
    "BÁO CÁO MÔ TẢ SÁNG KIẾN",
    (
        Part("1. Tên sáng kiến:", said="{{ initiative_title }}"),
        Part("Tác giả:", ("authors",), level=0),
        Part(
            "2. Lĩnh vực áp dụng:",
            ("place_and_time",),
            said=f"{FIELD} Loại giải pháp: {{{{ solution_type|lower }}}}.",
        ),
        Part("3. Mô tả bản chất của sáng kiến"),
        Part(
            "3.1. Tình trạng giải pháp đã biết",
            ("necessity", "current_state", "current_pros", "current_cons"),
            2,
        ),
        Part(
            "3.2. Nội dung giải pháp đề nghị công nhận là sáng kiến",
            ("purpose", *SOLUTION, *NEW, "figures"),
            2,
        ),
        Part(
            "3.3. Khả năng áp dụng của giải pháp",
            ("applied_scope", "applicability", "replication", "trial_units", "conditions"),
            2,
            plain=("applicability",),
        ),
        Part(
            "3.4. Hiệu quả, lợi ích thu được hoặc dự kiến có thể thu được",
            (*BENEFIT, "benefit_social", *USERS, "recommendation", "confidential_info"),
            2,
        ),
        Part(
            "3.5. Tài liệu kèm theo ({{ attachments|length }} tài liệu)",
            ("attachments",),
            2,
            when="attachments",
        ),
    ),
    ("union", "head", "author"),
)

V2 = Outline(
    "BÁO CÁO MÔ TẢ SÁNG KIẾN",
    (
        Part("1. Tên sáng kiến:", said="{{ initiative_title }}"),
        Part("2. Tác giả sáng kiến", ("authors",)),
        Part(
            "3. Tình trạng giải pháp đã biết",
            ("necessity", "current_state", "current_pros", "current_cons"),
        ),
        Part("4. Mục đích của giải pháp", ("purpose",), plain=("purpose",)),
        Part(
            "5. Bản chất của giải pháp mới",
            (*SOLUTION, "figures", *NEW, "conditions"),
        ),
        Part(
            "6. Khả năng áp dụng, phạm vi nhân rộng",
            ("place_and_time", "applied_scope", "applicability", "replication", "trial_units"),
            plain=("applicability",),
        ),
        Part(
            "7. Hiệu quả kinh tế, xã hội",
            (*BENEFIT, "benefit_social", *USERS, "recommendation", "confidential_info"),
        ),
        Part(
            "8. Danh mục tài liệu, minh chứng ({{ attachments|length }} tài liệu)",
            ("attachments",),
            when="attachments",
        ),
    ),
    ("head", "author"),
)

V3 = Outline(
    "BÁO CÁO SÁNG KIẾN",
    (
        Part("1. Tên sáng kiến:", said="{{ initiative_title }}"),
        Part("2. Tác giả, nhóm tác giả:", ("people",)),
        Part("3. Lĩnh vực áp dụng:", said=FIELD),
        Part("4. Mô tả sáng kiến"),
        Part(
            "a) Khái quát tình hình trước khi có sáng kiến",
            ("current_state", "current_pros", "current_cons", "necessity", "purpose"),
            2,
            plain=("current_state",),
        ),
        Part("b) Nội dung sáng kiến", (*SOLUTION, "figures", *NEW, "conditions"), 2),
        Part(
            "c) Hiệu quả và phạm vi áp dụng",
            (
                *BENEFIT,
                "benefit_social",
                *USERS,
                "applied_scope",
                "applicability",
                "replication",
                "trial_units",
                "confidential_info",
                "recommendation",
            ),
            2,
        ),
        Part(
            "5. Hội đồng cơ sở đã xét công nhận:",
            said=f"Quyết định số {{{{ recognition.decision_no or '{DOTS}' }}}} "
            "{{ recognition.decision_date|long_date }} của "
            "{{ recognition.decision_body or recipient_name }}.",
        ),
        Part("6. Thời gian áp dụng", ("place_and_time",)),
    ),
    ("head", "filer", "coauthors"),
)

V4 = Outline(
    "BÁO CÁO MÔ TẢ SÁNG KIẾN",
    (
        Part("1. Mở đầu", ("necessity",), plain=("necessity",)),
        Part("2. Tên sáng kiến:", said="{{ initiative_title }}"),
        Part("Tác giả:", ("authors",), level=0),
        Part("3. Lĩnh vực áp dụng:", said=FIELD),
        Part("4. Mô tả sáng kiến"),
        Part(
            "4.1. Tình trạng trước khi có sáng kiến",
            ("current_state", "current_pros", "current_cons"),
            2,
            plain=("current_state",),
        ),
        Part(
            "4.2. Giải pháp mới",
            ("purpose", *SOLUTION, "figures", "conditions", "place_and_time", "trial_units"),
            2,
        ),
        Part("5. Tính mới và hiệu quả của sáng kiến"),
        Part("5.1. Tính mới", NEW, 2, plain=("novelty",)),
        Part("5.2. Hiệu quả", (*BENEFIT, "benefit_social", *USERS), 2),
        Part(
            "5.3. Khả năng áp dụng",
            ("applied_scope", "applicability", "replication", "recommendation"),
            2,
            plain=("applicability",),
        ),
        Part("6. Những thông tin cần được bảo mật", ("confidential",)),
    ),
    ("head", "author"),
)

V5 = Outline(
    "BÁO CÁO SÁNG KIẾN",
    (
        Part("THÔNG TIN CHUNG", level=0),
        Part("Tên sáng kiến:", said="{{ initiative_title }}", level=0),
        Part("Tác giả:", ("authors",), level=0),
        Part("Lĩnh vực áp dụng:", ("place_and_time",), said=FIELD, level=0),
        Part("I. MỞ ĐẦU"),
        Part("1. Lý do chọn giải pháp", ("necessity",), 2, plain=("necessity",)),
        Part("2. Mục đích của giải pháp", ("purpose",), 2, plain=("purpose",)),
        Part("3. Điểm mới của giải pháp", NEW, 2, plain=("novelty",)),
        Part("II. NỘI DUNG"),
        Part(
            "1. Thực trạng",
            ("current_state", "current_pros", "current_cons"),
            2,
            plain=("current_state",),
        ),
        Part(
            "2. Nội dung giải pháp",
            (*SOLUTION, "figures", "conditions"),
            2,
            plain=("solution_overview",),
        ),
        Part("3. Kết quả", (*BENEFIT, "benefit_social", *USERS), 2),
        Part("III. KẾT LUẬN"),
        Part(
            "1. Ý nghĩa và khả năng áp dụng",
            ("applied_scope", "applicability", "replication", "trial_units", "confidential_info"),
            2,
            plain=("applicability",),
        ),
        Part(
            "2. Kiến nghị",
            ("recommendation",),
            2,
            plain=("recommendation",),
            when="recommendation",
        ),
        Part("TÀI LIỆU KÈM THEO", ("attachments",), when="attachments"),
    ),
    ("head", "author"),
    cover=True,
)

REPORTS: Mapping[str, Outline] = {
    "bao-cao-mo-ta": V1,
    "bao-cao-v2": V2,
    "bao-cao-v3": V3,
    "bao-cao-v4": V4,
    "bao-cao-v5": V5,
}

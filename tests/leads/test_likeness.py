from dataclasses import dataclass, field

import pytest

from app.leads.likeness import (
    ONE_COMPANY,
    SAME_COMPANY,
    SAME_DOMAIN,
    SAME_EMAIL,
    SAME_NAME,
    SAME_PHONE,
    SAME_SOUND,
    SENTENCES,
    company_root,
    likeness,
    name_forms,
)


@dataclass
class Somebody:
    name: str = ""
    company: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[dict[str, str]] = field(default_factory=list)


def phone(number: str) -> list[dict[str, str]]:
    return [{"written": number, "e164": number}]


AIKO = Somebody("Aiko Mori", "Mori KK", ["aiko@mori.example"], phone("+819012345678"))


@pytest.mark.parametrize(
    ("other", "reasons"),
    [
        (Somebody("A. Mori", emails=["AIKO@mori.example"]), (SAME_EMAIL,)),
        (Somebody(phones=phone("+819012345678")), (SAME_PHONE,)),
        (Somebody("aiko mori", "MORI K.K."), (SAME_NAME, SAME_COMPANY)),
        (Somebody("Mori Aiko", "Mori KK"), (SAME_SOUND, SAME_COMPANY)),
        (Somebody("Aiko Mori"), (SAME_NAME, ONE_COMPANY)),
        (Somebody("Aiko Mori", "Other", ["am@mori.example"]), (SAME_NAME, SAME_DOMAIN)),
    ],
)
def test_there_are_reasons_to_think_two_leads_one_person(
    other: Somebody, reasons: tuple[str, ...]
) -> None:
    assert likeness(AIKO, other) == reasons


@pytest.mark.parametrize(
    "other",
    [
        Somebody("Aiko Mori", "Tanaka Seiki"),
        Somebody("Yuki Mori", "Mori KK"),
        Somebody("Yuki Mori", "Mori KK", phones=phone("+819012345678")),
        Somebody("Yuki Mori", "Mori KK", ["yuki@mori.example"]),
        Somebody(),
    ],
)
def test_a_company_or_its_switchboard_alone_is_no_reason(other: Somebody) -> None:
    assert likeness(AIKO, other) == ()


def test_a_mailbox_of_everybody_is_no_reason() -> None:
    one, other = (
        Somebody("A B", emails=["info@x.example"]),
        Somebody("C D", emails=["info@x.example"]),
    )

    assert likeness(one, other) == ()


def test_free_mail_is_no_company() -> None:
    one = Somebody("Li Na", "Hengda", ["lina@qq.com"])

    assert likeness(one, Somebody("Li Na", "Yuanyang", ["lina88@qq.com"])) == ()


@pytest.mark.parametrize("latin", ["Wang Xiaoming", "Xiaoming Wang", "WANG Xiaoming"])
def test_a_chinese_name_is_like_its_sound_in_either_order(latin: str) -> None:
    one = Somebody("王小明", "恒达机械有限公司")

    assert likeness(one, Somebody(latin, "恒达机械")) == (SAME_SOUND, SAME_COMPANY)


def test_the_forms_of_a_name_find_the_other_spelling_by_its_sort_name() -> None:
    assert "wang xiaoming" in name_forms("王小明")
    assert "wangxiaoming" in name_forms("Xiaoming Wang")


@pytest.mark.parametrize(
    ("written", "root"),
    [
        ("Müller GmbH & Co. KG", "muller"),
        ("Rossi Impianti S.p.A.", "rossi impianti"),
        ("广州恒达包装机械有限公司", "广州恒达包装机械"),
        ("The Company", "the company"),
    ],
)
def test_a_company_is_compared_without_its_legal_form(written: str, root: str) -> None:
    assert company_root(written) == root


def test_every_reason_has_its_sentence() -> None:
    reasons = {
        SAME_EMAIL,
        SAME_PHONE,
        SAME_NAME,
        SAME_SOUND,
        SAME_COMPANY,
        SAME_DOMAIN,
        ONE_COMPANY,
    }

    assert set(SENTENCES) == reasons

"""Files with lists of visitors, as organisers send them."""

import re
from collections.abc import Sequence
from io import BytesIO
from time import sleep

import xlsxwriter
from httpx import Response
from starlette.testclient import TestClient

from tests import cast

PAGE = f"/shows/{cast.CANTON}/directory"
HEADINGS = ("Badge ID", "First Name", "Last Name", "Company", "E-mail", "Hall")
TILDA = ("R-2001", "Tilda", "Bergmann", "Nordlicht Optik GmbH", "tilda@nordlicht.example", "4")
RUBEN = ("R-2002", "Ruben", "Castro", "Olivar SA", "ruben@olivar.example", "5")
FIELDS = ["badge_id", "given_name", "family_name", "company", "emails", "extra"]

Row = Sequence[str]


def csv_of(*rows: Row, delimiter: str = ",", charset: str = "utf-8") -> bytes:
    return "\r\n".join(delimiter.join(row) for row in rows).encode(charset)


def xlsx_of(*rows: Sequence[object]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Visitors")
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row)
    return file.getvalue()


def send(browser: TestClient, content: bytes, name: str = "list.csv") -> Response:
    answer: Response = browser.post(f"{PAGE}/file", files={"file": (name, content)})
    return answer


def take_in(browser: TestClient, *rows: Row, fields: Sequence[str] = FIELDS) -> None:
    """Send a list, find it right, and wait until it is the show's."""
    assert send(browser, csv_of(HEADINGS, *rows)).status_code == 303
    assert browser.post(f"{PAGE}/import", data={"fields": list(fields)}).status_code == 303
    wait_for_end(browser)


def wait_for_end(browser: TestClient) -> str:
    for _ in range(600):
        page: str = browser.get(PAGE).text
        if 'hx-trigger="every 1s"' not in page:
            return page
        sleep(0.05)
    raise TimeoutError


def figures(page: str) -> dict[str, str]:
    """The figures of a page by what they are called."""
    found = re.findall(r"<dt>([^<]*)</dt>\s*<dd>([^<]*?)\s*<", page)
    return dict(found)

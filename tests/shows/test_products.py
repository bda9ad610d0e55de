from collections.abc import Callable

from starlette.testclient import TestClient

from app.db import Database
from app.shows.models import Product, Show
from app.shows.queries import products_of_show
from tests import cast
from tests.cast import Person

Browsers = Callable[[Person], TestClient]
PRODUCTS = f"/shows/{cast.CANTON}/products"
XT200 = f"{PRODUCTS}/{cast.XT200}"


def products(database: Database) -> list[str]:
    with database.reading() as session:
        show = session.get_one(Show, cast.CANTON)
        return [found.name for found in products_of_show(session, cast.MEI.actor, show)]


def test_an_added_product_stands_last(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.MEI).post(PRODUCTS, data={"name": "XT-400"})

    assert answer.headers["location"] == PRODUCTS
    assert products(database) == ["XT-200", "XT-300", "XT-400"]


def test_a_product_of_the_same_name_is_refused_with_what_was_typed(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(PRODUCTS, data={"name": "xt-200"})

    assert answer.status_code == 422
    assert "This product is on the list already." in answer.text
    assert 'value="xt-200"' in answer.text
    assert products(database) == ["XT-200", "XT-300"]


def test_a_product_without_a_name_is_refused(browser_of: Browsers, database: Database) -> None:
    answer = browser_of(cast.MEI).post(PRODUCTS, data={"name": "  "})

    assert answer.status_code == 422
    assert "Please fill this in." in answer.text
    assert products(database) == ["XT-200", "XT-300"]


def test_a_product_is_renamed(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post(XT200, data={"name": "XT-200 Pro"})

    assert products(database) == ["XT-200 Pro", "XT-300"]


def test_a_product_cannot_take_the_name_of_another(
    browser_of: Browsers, database: Database
) -> None:
    answer = browser_of(cast.MEI).post(XT200, data={"name": "XT-300"})

    assert answer.status_code == 422
    assert "This product is on the list already." in answer.text
    assert products(database) == ["XT-200", "XT-300"]


def test_the_order_of_products_is_kept(browser_of: Browsers, database: Database) -> None:
    browser_of(cast.MEI).post(f"{XT200}/position", data={"step": "1"})

    assert products(database) == ["XT-300", "XT-200"]


def test_a_removed_product_leaves_the_screen_but_not_the_records(
    browser_of: Browsers, database: Database
) -> None:
    browser_of(cast.MEI).post(f"{XT200}/removal")

    assert products(database) == ["XT-300"]
    with database.reading() as session:
        assert session.get_one(Product, cast.XT200).removed_at


def test_the_name_of_a_removed_product_is_free_again(
    browser_of: Browsers, database: Database
) -> None:
    browser = browser_of(cast.MEI)
    browser.post(f"{XT200}/removal")
    browser.post(PRODUCTS, data={"name": "XT-200"})

    assert products(database) == ["XT-300", "XT-200"]


def test_sales_may_not_touch_products(browser_of: Browsers) -> None:
    browser = browser_of(cast.LIN)

    assert browser.get(PRODUCTS).status_code == 403
    assert browser.post(PRODUCTS, data={"name": "XT-400"}).status_code == 403
    assert browser.post(XT200, data={"name": "XT-400"}).status_code == 403
    assert browser.post(f"{XT200}/position", data={"step": "1"}).status_code == 403
    assert browser.post(f"{XT200}/removal").status_code == 403


def test_an_outsider_finds_no_products(browser_of: Browsers, database: Database) -> None:
    browser = browser_of(cast.OLU)

    assert browser.get(PRODUCTS).status_code == 404
    assert browser.post(XT200, data={"name": "Mine"}).status_code == 404
    assert browser.post(f"{XT200}/removal").status_code == 404
    assert products(database) == ["XT-200", "XT-300"]

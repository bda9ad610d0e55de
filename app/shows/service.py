"""Setting up a show: its details, its interaction chips and its products."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.refusal import Refused
from app.kit.clock import now
from app.kit.folding import fold
from app.kit.ordering import moved
from app.shows.forms import ChipForm, ProductForm, ShowForm
from app.shows.kinds import FIRST_CHIPS
from app.shows.models import Chip, Product, Show
from app.shows.queries import chips_of_show, last_show, products_of_show
from app.web.language import N_

MOST_CHIPS = 20
MOST_PRODUCTS = 200


class Placed(Protocol):
    position: int


Row = TypeVar("Row", bound=Placed)


def create_show(session: Session, actor: Actor, form: ShowForm) -> Show:
    """A new show with the chips and products of the last one; the first has chips to begin with."""
    last = last_show(session, actor)
    show = Show(exhibitor_id=actor.exhibitor_id, **form.model_dump())
    session.add(show)
    session.flush()  # chips and products refer to it
    if last is None:
        session.add_all(_first_chips(show))
    else:
        session.add_all(_copied_chips(show, chips_of_show(session, actor, last)))
        session.add_all(_copied_products(show, products_of_show(session, actor, last)))
    session.flush()
    return show


def _first_chips(show: Show) -> list[Chip]:
    return [
        Chip(exhibitor_id=show.exhibitor_id, show_id=show.id, kind=kind, position=place)
        for place, kind in enumerate(FIRST_CHIPS)
    ]


def _copied_chips(show: Show, chips: Sequence[Chip]) -> list[Chip]:
    return [
        Chip(
            exhibitor_id=show.exhibitor_id,
            show_id=show.id,
            kind=chip.kind,
            label=chip.label,
            position=place,
        )
        for place, chip in enumerate(chips)
    ]


def _copied_products(show: Show, products: Sequence[Product]) -> list[Product]:
    return [
        Product(exhibitor_id=show.exhibitor_id, show_id=show.id, name=product.name, position=place)
        for place, product in enumerate(products)
    ]


def update_show(session: Session, show: Show, form: ShowForm) -> None:
    show.sqlmodel_update(form.model_dump())
    session.add(show)


def add_chip(session: Session, actor: Actor, show: Show, form: ChipForm) -> Chip:
    chips = chips_of_show(session, actor, show)
    if len(chips) >= MOST_CHIPS:
        raise Refused("kind", N_("There is no room for more. Remove one first."))
    chip = Chip(exhibitor_id=show.exhibitor_id, show_id=show.id, **form.model_dump())
    _refuse_a_second(chips, chip)
    chip.position = next_position(chips)
    session.add(chip)
    return chip


def rename_chip(session: Session, actor: Actor, show: Show, chip: Chip, label: str) -> None:
    renamed = Chip(exhibitor_id=chip.exhibitor_id, show_id=show.id, kind=chip.kind, label=label)
    others = [other for other in chips_of_show(session, actor, show) if other.id != chip.id]
    _refuse_a_second(others, renamed)
    chip.label = label
    session.add(chip)


def _refuse_a_second(chips: Sequence[Chip], chip: Chip) -> None:
    if any((one.kind, fold(one.label)) == (chip.kind, fold(chip.label)) for one in chips):
        raise Refused("label", N_("This one is there already. Give it a name of its own."))


def add_product(session: Session, actor: Actor, show: Show, form: ProductForm) -> Product:
    products = products_of_show(session, actor, show)
    if len(products) >= MOST_PRODUCTS:
        raise Refused("name", N_("There is no room for more. Remove one first."))
    _refuse_a_namesake(products, form.name)
    product = Product(
        exhibitor_id=show.exhibitor_id,
        show_id=show.id,
        name=form.name,
        position=next_position(products),
    )
    session.add(product)
    return product


def rename_product(session: Session, actor: Actor, show: Show, product: Product, name: str) -> None:
    others = [other for other in products_of_show(session, actor, show) if other.id != product.id]
    _refuse_a_namesake(others, name)
    product.name = name
    session.add(product)


def _refuse_a_namesake(products: Sequence[Product], name: str) -> None:
    if any(fold(product.name) == fold(name) for product in products):
        raise Refused("name", N_("This product is on the list already."))


def remove(session: Session, row: Chip | Product) -> None:
    """It leaves the capture screen; what was captured with it stays. Repeatable."""
    row.removed_at = row.removed_at or now()
    session.add(row)


def move(session: Session, rows: Sequence[Row], row: Row, places: int) -> None:
    for place, one in enumerate(moved(rows, row, places)):
        one.position = place
        session.add(one)


def next_position(rows: Sequence[Placed]) -> int:
    return max((row.position for row in rows), default=-1) + 1

"""/shows/{id}/products: what is shown at the booth, in its order."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import Response
from sqlmodel import Session

from app.accounts.actor import Actor
from app.accounts.current import CurrentActor
from app.accounts.refusal import Refused
from app.shows import service
from app.shows.current import KeptProduct, KeptShow
from app.shows.forms import ProductForm, StepForm
from app.shows.models import Show
from app.shows.queries import products_of_show
from app.web.forms import Bound, bind
from app.web.language import N_
from app.web.page import Page
from app.web.session import DbSession

router = APIRouter()


@router.get("/shows/{show_id}/products")
def list_products(page: Page, actor: CurrentActor, session: DbSession, show: KeptShow) -> Response:
    return _products(page, session, actor, show)


@router.post("/shows/{show_id}/products")
def create_product(
    page: Page,
    form: Annotated[Bound[ProductForm], Depends(bind(ProductForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
) -> Response:
    if form.value is None:
        return _products(page, session, actor, show, adding=form)
    try:
        service.add_product(session, actor, show, form.value)
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
        return _products(page, session, actor, show, adding=form)
    return page.redirect("list_products", show_id=show.id, notice=page.say(N_("Added.")))


@router.post("/shows/{show_id}/products/{product_id}")
def update_product(
    *,
    page: Page,
    form: Annotated[Bound[ProductForm], Depends(bind(ProductForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
    product: KeptProduct,
) -> Response:
    if form.value is None:
        return _products(page, session, actor, show, renaming=form, renamed=product.id)
    try:
        service.rename_product(session, actor, show, product, form.value.name)
    except Refused as refused:
        form = form.with_error(refused.field, page.say(refused.message))
        return _products(page, session, actor, show, renaming=form, renamed=product.id)
    return page.redirect("list_products", show_id=show.id, notice=page.say(N_("Saved.")))


@router.post("/shows/{show_id}/products/{product_id}/position")
def update_product_position(
    *,
    page: Page,
    form: Annotated[Bound[StepForm], Depends(bind(StepForm))],
    actor: CurrentActor,
    session: DbSession,
    show: KeptShow,
    product: KeptProduct,
) -> Response:
    if form.value:
        service.move(session, products_of_show(session, actor, show), product, form.value.places)
    return page.redirect("list_products", show_id=show.id)


@router.post("/shows/{show_id}/products/{product_id}/removal")
def delete_product(
    page: Page, show: KeptShow, session: DbSession, product: KeptProduct
) -> Response:
    service.remove(session, product)
    return page.redirect("list_products", show_id=show.id, notice=page.say(N_("Removed.")))


def _products(
    page: Page,
    session: Session,
    actor: Actor,
    show: Show,
    *,
    adding: Bound[ProductForm] | None = None,
    renaming: Bound[ProductForm] | None = None,
    renamed: UUID | None = None,
) -> Response:
    return page(
        "shows/products.html",
        status=422 if adding or renaming else 200,
        nav="more",
        show=show,
        products=products_of_show(session, actor, show),
        adding=adding or Bound(),
        renaming=renaming,
        renamed=renamed,
    )

from datetime import date

from app.accounts.models import Exhibitor
from app.db import Database
from app.kit.ids import new_id
from app.qualifiers.queries import qualifiers_of_show
from app.shows.forms import ShowForm
from app.showsetup.service import set_up_show
from tests import cast
from tests.cast import Person

FORM = ShowForm(
    name="Shanghai 2027", country="CN", starts_on=date(2027, 3, 1), ends_on=date(2027, 3, 3)
)


def test_the_first_show_of_an_exhibitor_is_ready_to_capture_at(database: Database) -> None:
    newcomer = Person("Ren", cast.HANA.role, new_id(), new_id(), new_id(), None)
    with database.writing() as session:
        session.add(Exhibitor(id=newcomer.exhibitor_id, name="Newcomer"))
        session.flush()
        show = set_up_show(session, newcomer.actor, FORM, "en")

    with database.reading() as session:
        asked = qualifiers_of_show(session, newcomer.actor, show)
        assert [(one.question, one.options) for one in asked] == [
            ("Role in the purchase", ["Decides", "Advises", "Uses it"]),
            ("Wants it within", ["3 months", "6 months", "1 year", "Later"]),
        ]

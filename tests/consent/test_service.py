from concurrent.futures import ThreadPoolExecutor

from app.consent.forms import WordingForm
from app.consent.queries import wordings_of_show
from app.consent.service import reword
from app.db import Database
from app.shows.models import Show
from tests import cast


def test_managers_who_save_at_once_each_make_a_version(database: Database) -> None:
    def save(number: int) -> bool:
        with database.writing() as session:
            show = session.get_one(Show, cast.CANTON)
            form = WordingForm(text_en=f"Words {number}", text_zh=f"措辞{number}")
            return reword(session, cast.MEI.actor, show, form)

    with ThreadPoolExecutor(8) as managers:
        saved = list(managers.map(save, range(8)))

    assert all(saved)
    with database.reading() as session:
        show = session.get_one(Show, cast.CANTON)
        found = wordings_of_show(session, cast.MEI.actor, show)
        assert [one.version for one in found] == list(range(9, 0, -1))

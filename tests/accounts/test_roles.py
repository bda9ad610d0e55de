"""What each role may do."""

import pytest

from app.accounts.roles import Permission, Role, may, roles_to_give, roles_to_join_with


@pytest.mark.parametrize("permission", Permission)
def test_an_owner_may_do_everything(permission: Permission) -> None:
    assert may(Role.OWNER, permission)


@pytest.mark.parametrize("role", Role)
def test_everybody_captures_and_works_with_leads(role: Role) -> None:
    assert may(role, Permission.CAPTURE)
    assert may(role, Permission.SEE_LEADS)
    assert may(role, Permission.EDIT_LEADS)


@pytest.mark.parametrize(
    ("permission", "who_may"),
    [
        (Permission.MERGE_LEADS, {Role.OWNER, Role.MANAGER, Role.SALES}),
        (Permission.EXPORT_LEADS, {Role.OWNER, Role.MANAGER, Role.SALES}),
        (Permission.SET_UP_SHOWS, {Role.OWNER, Role.MANAGER}),
        (Permission.SETTLE_FOR_ALL, {Role.OWNER, Role.MANAGER}),
        (Permission.INVITE, {Role.OWNER, Role.MANAGER}),
        (Permission.MANAGE_OWNERS, {Role.OWNER}),
    ],
)
def test_some_things_are_for_some_roles(permission: Permission, who_may: set[Role]) -> None:
    assert {role for role in Role if may(role, permission)} == who_may


@pytest.mark.parametrize(
    ("giver", "given", "by_code"),
    [
        (Role.OWNER, set(Role), {Role.BOOTH, Role.SALES, Role.MANAGER}),
        (Role.MANAGER, {Role.MANAGER, Role.BOOTH, Role.SALES}, {Role.BOOTH, Role.SALES}),
        (Role.BOOTH, set(), set()),
        (Role.SALES, set(), set()),
    ],
)
def test_a_member_gives_no_role_above_their_own_and_by_code_less(
    giver: Role, given: set[Role], by_code: set[Role]
) -> None:
    assert set(roles_to_give(giver)) == given
    assert set(roles_to_join_with(giver)) == by_code

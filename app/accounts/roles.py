"""What each role may do, as one table."""

from enum import StrEnum


class Role(StrEnum):
    OWNER = "owner"
    MANAGER = "manager"
    BOOTH = "booth"
    SALES = "sales"


class Permission(StrEnum):
    CAPTURE = "capture"
    SEE_LEADS = "see_leads"
    EDIT_LEADS = "edit_leads"
    MERGE_LEADS = "merge_leads"
    EXPORT_LEADS = "export_leads"
    SET_UP_SHOWS = "set_up_shows"
    SETTLE_FOR_ALL = "settle_for_all"  # captures of the whole team that need a person's word
    INVITE = "invite"  # members, joining codes, devices
    MANAGE_OWNERS = "manage_owners"


#                                owner  manager  booth  sales
TABLE = {
    Permission.CAPTURE:         (True,  True,    True,  True),
    Permission.SEE_LEADS:       (True,  True,    True,  True),
    Permission.EDIT_LEADS:      (True,  True,    True,  True),
    Permission.MERGE_LEADS:     (True,  True,    False, True),
    Permission.EXPORT_LEADS:    (True,  True,    False, True),
    Permission.SET_UP_SHOWS:    (True,  True,    False, False),
    Permission.SETTLE_FOR_ALL:  (True,  True,    False, False),
    Permission.INVITE:          (True,  True,    False, False),
    Permission.MANAGE_OWNERS:   (True,  False,   False, False),
}  # fmt: skip


def may(role: Role, permission: Permission) -> bool:
    return TABLE[permission][list(Role).index(role)]


def roles_to_give(giver: Role) -> tuple[Role, ...]:
    """The roles a member may give to another."""
    if may(giver, Permission.MANAGE_OWNERS):
        return tuple(Role)
    return (Role.MANAGER, Role.BOOTH, Role.SALES) if may(giver, Permission.INVITE) else ()


def roles_to_join_with(giver: Role) -> tuple[Role, ...]:
    """The roles a joining code may carry: anybody may photograph one, so never an owner's."""
    joining = (Role.BOOTH, Role.SALES)
    if may(giver, Permission.MANAGE_OWNERS):
        return (*joining, Role.MANAGER)
    return joining if may(giver, Permission.INVITE) else ()

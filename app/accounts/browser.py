"""What a browser says about itself, in plain words."""

from app.web.language import N_

PLATFORMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("OpenHarmony", "HarmonyOS"),
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)

# A browser names those it descends from as well: the youngest comes first.
BROWSERS = (
    ("MicroMessenger", "WeChat"),
    ("DingTalk", "DingTalk"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("HuaweiBrowser", "Huawei Browser"),
    ("ArkWeb", "Huawei Browser"),
    ("MiuiBrowser", "Mi Browser"),
    ("QQBrowser", "QQ Browser"),
    ("UCBrowser", "UC Browser"),
    ("Quark", "Quark"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)

# Apps that show pages in a window of their own, without a camera for pages.
CONTAINERS = (
    ("MicroMessenger", N_("WeChat")),
    ("DingTalk", N_("DingTalk")),
    ("Weibo", N_("Weibo")),
    (" QQ/", "QQ"),
    ("FBAN", "Facebook"),
    ("FBAV", "Facebook"),
    ("Instagram", "Instagram"),
    (" Line/", "LINE"),
)


def device_name(user_agent: str) -> str:
    """Such as "iPhone · Safari"; empty where the browser does not say."""
    named = (_first(PLATFORMS, user_agent), _first(BROWSERS, user_agent))
    return " · ".join(part for part in named if part)


def inside_app(user_agent: str) -> str:
    """The app whose own window shows the page; empty for a real browser."""
    return _first(CONTAINERS, user_agent)


def _first(table: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in table if mark in user_agent), "")

"""Profile links: addresses by which a person is found on a network."""

import re

HOSTS = {
    "u.wechat.com": "wechat",
    "work.weixin.qq.com": "wechat",
    "weixin.qq.com": "wechat",
    "open.weixin.qq.com": "wechat",
    "wa.me": "whatsapp",
    "api.whatsapp.com": "whatsapp",
    "web.whatsapp.com": "whatsapp",
    "chat.whatsapp.com": "whatsapp",
    "wa.link": "whatsapp",
    "linkedin.com": "linkedin",
    "lnkd.in": "linkedin",
    "t.me": "telegram",
    "telegram.me": "telegram",
    "telegram.dog": "telegram",
    "x.com": "x",
    "twitter.com": "x",
    "line.me": "line",
    "lin.ee": "line",
    "xing.com": "xing",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "m.me": "facebook",
    "instagram.com": "instagram",
    "github.com": "github",
    "qr.dingtalk.com": "dingtalk",
    "feishu.cn": "feishu",
    "larksuite.com": "feishu",
    "pf.kakao.com": "kakaotalk",
    "open.kakao.com": "kakaotalk",
    "signal.me": "signal",
    "xiaohongshu.com": "xiaohongshu",
    "weibo.com": "weibo",
    "vk.com": "vk",
    "zalo.me": "zalo",
    "skype.com": "skype",
    "calendly.com": "calendly",
}
SCHEMES = {
    "weixin": "wechat",
    "wechat": "wechat",
    "whatsapp": "whatsapp",
    "tg": "telegram",
    "linkedin": "linkedin",
    "twitter": "x",
    "line": "line",
    "skype": "skype",
    "viber": "viber",
}
ADDRESS = re.compile(
    r"(?:https?://)?(?:www\.|m\.|mobile\.|[a-z]{2}\.(?=linkedin\.))?([\w.-]{3,100})(?::\d+)?(/[^\s]*)?",
    re.IGNORECASE,
)
SCHEME = re.compile(r"([a-z]{2,12}):(?!\d)", re.IGNORECASE)
NO_PERSON = re.compile(
    r"/?|/(?:intent|share|search|hashtag|i|home|status|jobs|feed|pulse|posts|about|login|signup|explore"
    r"|sharer(?:\.php)?|settings|privacy|tos|dialog)(?:[/?#].*)?",
    re.IGNORECASE,
)
NUMBER = re.compile(r"(?:/|phone=|/p/)\+?(?:%2B)?(\d{7,15})(?=[/?&#]|\Z)", re.IGNORECASE)


def profile_link(url: str) -> tuple[str, str] | None:
    """(network, what to keep): the address itself; for WhatsApp the number when it is there."""
    network = network_of(url)
    if network is None:
        return None
    if network == "whatsapp" and (number := whatsapp_number(url)):
        return network, number
    return network, url


def network_of(url: str) -> str | None:
    scheme = SCHEME.match(url)
    if scheme and scheme[1].casefold() in SCHEMES:
        return SCHEMES[scheme[1].casefold()]
    address = ADDRESS.fullmatch(url)
    if not address:
        return None
    host, path = address[1].casefold(), address[2] or ""
    network = HOSTS.get(host)
    if network is None or NO_PERSON.fullmatch(path):
        return None
    if network == "linkedin" and re.match(r"/(company|school|showcase|groups|events)/", path):
        return None
    return network


def whatsapp_number(url: str) -> str:
    match = NUMBER.search(url)
    return f"+{match[1]}" if match else ""

"""What a browser says about itself, in plain words."""

# ruff: noqa: E501  (browsers say a lot)

import pytest

from app.accounts.browser import device_name, inside_app

SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
CHROME = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0"
CHROME_IOS = "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0 Mobile/15E148 Safari/604.1"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0"
MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"
SAMSUNG = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36"
HARMONY = "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile HuaweiBrowser/5.1"
WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.50"
QQ_BROWSER = "Mozilla/5.0 (Linux; U; Android 14) AppleWebKit/537.36 Chrome/121.0 MQQBrowser/15.0 Mobile Safari/537.36"
QQ = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 QQ/9.0.0"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (SAFARI, "iPhone · Safari"),
        (CHROME, "Android · Chrome"),
        (EDGE, "Windows · Edge"),
        (CHROME_IOS, "iPad · Chrome"),
        (FIREFOX, "Linux · Firefox"),
        (MAC, "Mac · Safari"),
        (SAMSUNG, "Android · Samsung Internet"),
        (HARMONY, "HarmonyOS · Huawei Browser"),
        (WECHAT, "Android · WeChat"),
        (QQ_BROWSER, "Android · QQ Browser"),
        ("iPhone", "iPhone"),
        ("curl/8.5", ""),
        ("", ""),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_a_device_is_named_by_what_it_is_and_its_browser(user_agent: str, name: str) -> None:
    assert device_name(user_agent) == name


@pytest.mark.parametrize(
    ("user_agent", "app"),
    [(WECHAT, "WeChat"), (QQ, "QQ"), (SAFARI, ""), (QQ_BROWSER, ""), (HARMONY, ""), ("", "")],
)
def test_a_page_inside_another_app_is_told_from_one_in_a_browser(user_agent: str, app: str) -> None:
    assert inside_app(user_agent) == app

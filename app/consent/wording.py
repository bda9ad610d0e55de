"""What a visitor is asked before we keep in touch, until the exhibitor words it better."""

FIRST_WORDING = {
    "en": "May we contact you by e-mail or phone about what we talked about today?",
    "zh-Hans": "我们可以就今天的交流内容通过邮件或电话与您联系吗？",
}
FOLLOW_UP = "follow_up"

"""How much a text looks like one of its language: the judge between charsets."""

import re
import unicodedata
from functools import lru_cache

# The characters that names, companies, titles and addresses are mostly made of.
HAN = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁"
    "任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫"
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂红玉华建国文志海晓小大春梅燕玲婷雪琳佳欣怡宇浩然轩子"
    "公司有限责任集团股份科技贸易实业工业制造机械电子信息网络软件系统设备材料化学医药食品服装纺织家具汽车"
    "零件配件五金塑料玩具礼品包装印刷广告传媒文化教育咨询服务管理投资控股发展国际进出口物流供应链工厂厂商"
    "经理总监主管董事长裁采购销售市场部门技术工程师产品项目研发助理代表行政财务人力资源专员主任店秘书博士教授"
    "中国人民共和北京上海广州深圳东浙江苏省市区县镇路街道号楼层室单元大厦园区南西北京天津重庆成都武汉杭宁波厦门"
    "青岛香港台湾省新的在是不我们和对为这个上年生到来会议展览参观观众嘉宾示例测试名姓电话手机邮箱地址网站传真职位"
)
HAN_TRADITIONAL = frozenset(
    "陳張劉楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇呂盧鐘譚陸賈鄒龍賀顧錢嚴萬偉麗強軍艷傑濤蘭剛紅華國曉"
    "有限公司集團股份科技貿易實業製造機械電子資訊網路軟體系統設備材料醫藥食品紡織傢俱汽車"
    "經理總監主管董事長採購銷售業務市場部門術工程師產品專案研發助理代表臺灣台北中山東路號樓區縣新竹高雄香港"
    "國際進出口廠商企業廣告傳媒顧問服務管理投資發展參觀來賓姓名電話會議展覽"
)
KANJI = frozenset(
    "山田佐藤鈴木高橋伊藤渡辺中村小林加吉本松井清水阿部森池橋斎石川前後岡谷野崎上原太郎一二三子美智恵健"
    "株式会社有限営業部長課長社長代表取締役東京都大阪府県市区町丁目番号電話技術開発製作所工業産業商事販売様"
)
HANGUL = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진나지엄원천방공현수영"
    "준호서연은미경희숙정자순옥동철상재석용주식회사대표이사부장과차사원팀연구소산업전자기술무역국제시도구로길"
    "서울부산인천대구광전한국스트코리아제품영업마케팅개발관리본매니저담당자행정보통신시템물류화학"
)
FREQUENT = frozenset("оеаинтсрвлкмдпαοιετσνηρκςάίόέή")
USUAL = frozenset("äöüßéèêëàâçñóíáúôîïûãõåæøÄÖÜÉÈÀÇÑÓÍÁÚÅØœğışİŞąćęłńśźżčěřšůžőűŁŻŚČŘŠŽ")
WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 400


def score(text: str) -> float:
    """Positive: believable. Each character weighs as many bytes as it explains."""
    total = 0.0
    judged = 0
    for word in WORD.findall(text):
        if not word.isascii():
            total += word_score(word)
            judged += len(word)
            if judged > ENOUGH:
                break
    strange = sum(symbol_score(c) for c in text[: ENOUGH * 4] if c > "\x7f" and not c.isalpha())
    return total + strange


def word_score(word: str) -> float:
    first = ord(max(word))
    if first < 0x590:
        return alphabetic_score(word)
    return sum(wide_score(c) for c in word if c > "\x7f") - lone_letters(word)


def lone_letters(word: str) -> float:
    """An ideograph inside a Latin word is a Latin letter with an accent, read wrongly."""
    mixed = any(c.isascii() and c.islower() for c in word)
    return 3.0 if mixed else 0.0


def alphabetic_score(word: str) -> float:
    scripts = {script(c) for c in word}
    high = sum(c > "\x7f" for c in word)
    if len(scripts) > 1:
        return -1.5 * high
    shape = 1.0 if word.islower() or word.istitle() or word.isupper() else -1.0
    if shape < 0:
        return -1.0 * high
    if scripts == {"LATIN"}:
        return latin_score(word, high)
    if word.islower():
        shape = 0.7
    common = sum(c in FREQUENT for c in word.casefold())
    return shape * (1.1 * common + 0.5 * (high - common))


def latin_score(word: str, high: int) -> float:
    """Accents are few in a word, and most languages use the same ones."""
    if high > 1 + len(word) / 2:
        return -1.0 * high
    usual = sum(c in USUAL for c in word)
    return 0.8 * usual + 0.55 * (high - usual)


@lru_cache(maxsize=4096)
def wide_score(c: str) -> float:
    code = ord(c)
    if 0x4E00 <= code <= 0x9FFF:
        return 2.0 if c in HAN or c in HAN_TRADITIONAL or c in KANJI else rare_han_score(c)
    if 0xAC00 <= code <= 0xD7A3:
        return 2.0 if c in HANGUL else -0.3 if not encodable(c, "euc_kr") else 0.3
    if 0x3041 <= code <= 0x30FF:
        return 1.6
    if 0xFF61 <= code <= 0xFF9F:
        return -0.8
    return -2.0


def rare_han_score(c: str) -> float:
    """The first rows of GB 2312, Big5 and JIS hold the characters in daily use."""
    daily = (first_byte(c, "gb2312") in range(0xB0, 0xD8)) + (
        first_byte(c, "big5") in range(0xA4, 0xC7) or first_byte(c, "cp932") in range(0x88, 0x98)
    )
    return (-1.2, 0.4, 0.9)[daily]


def symbol_score(c: str) -> float:
    if c in "·€®™–—‘’“”„«»°№、。，．（）：；？！　【】《》〒／－":
        return 0.3
    if c in "\ufeff\u200b\u200c\u200d":
        return 0.0
    return -1.5 if unicodedata.category(c) in {"Cc", "Co", "Cn", "Cs"} else -0.8


@lru_cache(maxsize=1024)
def script(c: str) -> str:
    return unicodedata.name(c, "?").partition(" ")[0]


def first_byte(c: str, codec: str) -> int:
    try:
        return c.encode(codec)[0]
    except UnicodeError:
        return 0


def encodable(c: str, codec: str) -> bool:
    return first_byte(c, codec) > 0

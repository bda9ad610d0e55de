"""Made-up visitors in four languages and scripts. Any likeness is chance."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Crowd:
    """Names and companies of one language. `order` is how a full name is put together; a company
    has its city, its country and how its phone numbers begin.
    """

    language: str
    family: tuple[str, ...]
    given: tuple[str, ...]
    order: str
    companies: tuple[tuple[str, str, str, str], ...]
    titles: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Visitor:
    """One made-up visitor."""

    family: str
    given: str
    name: str
    company: str
    title: str
    city: str
    country: str
    email: str
    phone: str
    crowd: Crowd


ENGLISH = Crowd(
    "en",
    ("Walker", "Brückner", "Okafor", "Moreau", "Silva", "Novak", "Andersson", "Patel", "Rossi",
     "Keller", "O'Brien", "van Dijk", "García", "Lindqvist", "Hughes", "Schäfer", "Mbeki", "Costa"),
    ("Anna", "James", "Sofia", "Lukas", "Priya", "Mateo", "Elin", "Thomas", "Chiara", "Daniel",
     "Amara", "Pieter", "Laura", "Henrik", "Grace", "Jonas", "Camille", "Rafael"),
    "{given} {family}",
    (("Brückner Maschinenbau GmbH", "Siegsdorf", "DE", "+4989"), ("Walker Packaging Ltd", "Leeds", "GB", "+44113"),
     ("Northwind Foods", "Chicago", "US", "+1312"), ("Atelier Moreau", "Lyon", "FR", "+33472"),
     ("Silva Embalagens", "Porto", "PT", "+351220"), ("Nordic Dairy AB", "Malmö", "SE", "+4640"),
     ("Patel Polymers", "Mumbai", "IN", "+9122"), ("Rossi Impianti S.p.A.", "Milan", "IT", "+3902"),
     ("Keller Automation AG", "Zürich", "CH", "+4144"), ("Van Dijk Agri B.V.", "Rotterdam", "NL", "+3110"),
     ("García Conservas", "Vigo", "ES", "+34986"), ("Hughes & Daughters", "Sheffield", "GB", "+44114")),
    ("Head of Procurement", "Plant Manager", "Managing Director", "Process Engineer", "Buyer",
     "Technical Director", "Project Manager", "Quality Lead"),
    ("Wants a second line by spring; two older presses go.", "Compare cycle time with their present machine.",
     "Send the brochure and a reference in dairy.", "Budget is approved, decides in Q1.",
     "Asked who services the machines in Portugal.", "Needs washdown design, IP69K."),
)  # fmt: skip
CHINESE = Crowd(
    "zh",
    ("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "欧阳", "司徒", "林", "何"),
    ("小明", "伟", "芳", "秀英", "敏", "静", "强", "磊", "洋", "艳", "志强", "思远", "雨桐", "建国", "晓燕", "浩然"),
    "{family}{given}",
    (("广州恒达包装机械有限公司", "广州", "CN", "+86138"), ("深圳前海智造科技有限公司", "深圳", "CN", "+86139"),
     ("佛山南海食品有限公司", "佛山", "CN", "+86136"), ("苏州精工自动化有限公司", "苏州", "CN", "+86158"),
     ("上海远洋进出口有限公司", "上海", "CN", "+86186"), ("宁波海纳塑料制品厂", "宁波", "CN", "+86137"),
     ("青岛鲜源乳业股份有限公司", "青岛", "CN", "+86150"), ("东莞联创电子有限公司", "东莞", "CN", "+86135")),
    ("采购经理", "总经理", "设备主管", "工程师", "生产总监", "外贸部经理", "技术部主任"),
    ("希望明年三月前装机，需要现场考察。", "要含税报价和交货期。", "现有两条老线，想替换。", "问售后网点，发样品到佛山。",
     "预算已批，总经理决定。", "加了微信，发产品手册。"),
)  # fmt: skip
JAPANESE = Crowd(
    "ja",
    ("佐藤", "鈴木", "高橋", "田中", "渡辺", "伊藤", "山本", "中村", "小林", "加藤"),
    ("健太", "美咲", "翔太", "由美子", "大輔", "さくら", "直樹", "彩", "誠", "恵子"),
    "{family} {given}",
    (("株式会社北斗製作所", "東京", "JP", "+8190"), ("東海包装機械株式会社", "名古屋", "JP", "+8180"),
     ("さくら食品株式会社", "大阪", "JP", "+8190"), ("日本精密工業株式会社", "横浜", "JP", "+8180"),
     ("株式会社みなと物産", "神戸", "JP", "+8190")),
    ("購買部長", "技術課長", "代表取締役", "生産技術", "営業部"),
    ("見積もりを来週までに送付。", "省スペース型に興味あり。", "カタログ希望、工場見学を検討。", "現行機との比較資料が必要。"),
)  # fmt: skip
RUSSIAN = Crowd(
    "ru",
    ("Иванов", "Смирнов", "Кузнецов", "Попов", "Соколов", "Лебедев", "Козлов", "Новиков"),
    ("Алексей", "Дмитрий", "Сергей", "Андрей", "Михаил", "Николай", "Павел", "Тимур"),
    "{given} {family}",
    (("ООО «Северный завод»", "Челябинск", "RU", "+7912"), ("АО «УпакМаш»", "Казань", "RU", "+7917"),
     ("ОсОО «Бишкек Фуд»", "Бишкек", "KG", "+996555"), ("ТОО «Казахстан Агро»", "Астана", "KZ", "+7701"),
     ("ТОО «Алатау Пак»", "Алматы", "KZ", "+7707")),
    ("Директор по закупкам", "Главный инженер", "Генеральный директор", "Технолог"),
    ("Просит прайс и сроки поставки.", "Нужна линия на 12 000 упаковок в час.", "Интересует сервис в Алматы."),
)  # fmt: skip
CROWDS = (ENGLISH, CHINESE, JAPANESE, RUSSIAN)
SHARES = (40, 35, 13, 12)
# Digits after the first of a number's own part.
DIGITS = {"CN": 7, "JP": 7, "DE": 6, "GB": 6, "US": 6, "FR": 5, "PT": 5, "SE": 5, "IN": 7, "IT": 6,
          "CH": 6, "NL": 6, "ES": 5, "RU": 6, "KG": 5, "KZ": 6}  # fmt: skip
STAFF = (
    ("Mei Chen", "manager"), ("Jonas Becker", "booth"), ("Sofia Rossi", "booth"),
    ("陈思远", "booth"), ("Aisha Khan", "booth"), ("田中 由美子", "booth"),
    ("李伟", "sales"), ("Erik Lind", "sales"),
)  # fmt: skip


def visitors(random: Random, count: int) -> list[Visitor]:
    """Different people, every name once."""
    found: dict[str, Visitor] = {}
    while len(found) < count:
        visitor = _visitor(random, len(found))
        found.setdefault(visitor.name, visitor)
    return list(found.values())


def _visitor(random: Random, number: int) -> Visitor:
    crowd = random.choices(CROWDS, SHARES)[0]
    family, given = random.choice(crowd.family), random.choice(crowd.given)
    company, city, country, dial = random.choice(crowd.companies)
    return Visitor(
        family,
        given,
        crowd.order.format(family=family, given=given),
        company,
        random.choice(crowd.titles),
        city,
        country,
        f"visitor{number + 1}@{crowd.language}{number % 23}.example",
        f"{dial}{random.randrange(10 ** (width := DIGITS[country]), 10 ** (width + 1))}",
        crowd,
    )

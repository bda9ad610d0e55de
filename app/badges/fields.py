"""Fields by their foreign names: vorname, fname, 姓名 and the rest, as one of ours."""

from functools import lru_cache

from app.badges.listed import listed
from app.badges.tidy import fold

KEYS = {
    "name": """
        name fullname displayname fn attendeename visitorname contactname personname
        participantname delegatename guestname badgename printname holder holdername 姓名
        名字 氏名 お名前 이름 성명 имя фио nomcomplet nombrecompleto nomecompleto
        vollername contact person
        """,
    "given_name": """
        firstname givenname given first fname forename vorname prenom nombre nombres gn
        nameforename namefirst namegiven namefirstname 名 имяотчество voornaam imie etunimi
        """,
    "family_name": """
        lastname familyname surname last lname family nachname familienname nom apellido
        apellidos cognome sobrenome sn namelast namefamily namesurname namelastname 姓
        фамилия achternaam nazwisko sname secondname
        """,
    "name_prefix": """
        prefix salutation honorific nameprefix honorificprefix anrede courtesytitle
        civilite 称呼
        """,
    "company": """
        company companyname org organization organisation organizationname organisationname
        orgname employer employername firm firma firmenname unternehmen societe entreprise
        empresa azienda ditta affiliation institution institute university business
        businessname account accountname bedrijf 公司 公司名称 单位 单位名称 企业 企业名称
        公司名 会社 会社名 勤務先 회사 회사명 компания организация
        """,
    "department": """
        department dept division abteilung bereich service departement departamento orgunit
        ou 部门 部署 部門 所属 부서 отдел
        """,
    "job_title": """
        jobtitle title position job jobrole role function funktion stelle beruf occupation
        designation poste fonction cargo puesto ruolo professionaltitle worktitle
        berufsbezeichnung 职位 职务 头衔 役職 직책 직위 должность
        """,
    "emails": """
        email emails mail emailaddress emailaddresses emailid workemail businessemail
        primaryemail courriel correo correoelectronico eemail adresseemail emailaddr email1
        email2 e2mail 邮箱 电子邮箱 电子邮件 邮件 メール メールアドレス 이메일 почта
        """,
    "phones": """
        phone phones tel telephone telephones phonenumber phonenumbers mobile mobilephone
        cell cellphone handy telefon telefono telefone mobil gsm mob workphone
        businessphone officephone tel1 tel2 phone1 phone2 contactnumber contactno phoneno
        mobileno mobilenumber ph mobtel direct 电话 手机 手机号 手机号码 联系电话 座机 電話
        電話番号 携帯 携帯電話 전화 휴대폰 전화번호 телефон
        """,
    "urls": """
        url urls website web homepage site webpage companywebsite companyurl www webseite
        网址 网站 주소url
        """,
    "address": """
        address addr adr anschrift adresse direccion indirizzo endereco fulladdress
        companyaddress 地址 公司地址 住所 주소 адрес
        """,
    "street": """
        street streetaddress address1 addressline1 line1 strasse rue calle addr1
        addressstreet
        """,
    "city": """
        city town ort stadt ville ciudad citta cidade locality addresscity addresslocality
        城市 市 город
        """,
    "region": "state region province bundesland county addressregion stateprovince 省 省份",
    "postcode": "zip zipcode postcode postalcode plz cp postal postleitzahl 邮编 郵便番号",
    "country": """
        country land pays pais paese countrycode countryname addresscountry ctry nation
        nationality 国家 国 国籍 国家地区 국가 страна
        """,
    "event_id": """
        eventid event evt evtid eventcode eventkey showid show showcode expo expoid
        conference conferenceid conf meetingid eid eventuuid fair fairid edition messe 展会
        展会编号
        """,
    "note": "note notes comment comments remark remarks memo bemerkung notiz commentaire 备注 備考",
    "wechat": "wechat wechatid weixin wx 微信 微信号",
    "whatsapp": "whatsapp wa whatsappnumber",
    "linkedin": "linkedin linkedinurl linkedinprofile",
    "telegram": "telegram tg",
    "x": "twitter twitterhandle twitterid",
    "line": "lineid",
}
# Of several numbers the one that is plainly the badge's wins.
ID_KEYS = (
    """
        badgeid badgenumber badgeno badge badgecode visitorid visitorno visitornumber
        attendeeid attendeeno attendeenumber registrationid registrationnumber
        registrationno regid regno regnumber registrationcode regcode reg registrantid
        participantid delegateid guestid rid registration confirmationnumber bid vid 胸卡号
        证件号 编号 观众编号 注册号 登记号 报名号 入场证号 登録番号 등록번호
    """,
    """
        uid uuid guid personid contactid userid memberid refid ref reference referenceid
        externalid ticketid ticketcode ticketnumber ticketno ticket barcode qrcode qr code
        identifier pid customerid attendee.id
    """,
    "id no number nr num nummer sub key i b",
    """
        token hash secret jti t k s tk sig barcodetoken orderid order ordernumber orderno
        bookingid
    """,
)
SHORT = {
    "n": "name",
    "f": "given_name",
    "l": "family_name",
    "ln": "family_name",
    "c": "company",
    "co": "company",
    "e": "emails",
    "m": "phones",
    "p": "phones",
    "j": "job_title",
    "jt": "job_title",
}
PERSONS = listed(
    """
    attendee visitor contact badge person participant delegate guest user registrant customer
    member primary work business office default main your profile
    """
)
# A number or name in here is somebody's or something else's.
FOREIGN = frozenset(
    listed(
        """
    event show order session exhibitor sponsor organizer organiser sender issuer venue ticket
    product agenda meta expo fair booth
    """
    )
)
FIELD_OF_KEY = {fold(key): field for field, keys in KEYS.items() for key in keys.split()}
RANK_OF_ID = {fold(key): rank for rank, keys in enumerate(ID_KEYS) for key in keys.split()}


@lru_cache(maxsize=4096)
def field_named(key: str, parent: str = "") -> str:
    """Our field for a foreign key, "badge_id:2" for a number of rank 2, or ""."""
    key, parent = fold(key[:60]), fold(parent[:60])
    if parent and (found := known(parent + key) or known(singular(parent) + key)):
        return found
    if parent in FOREIGN:
        return ""
    if parent and key in {"value", "number", "address", "text", ""} and known(parent):
        return known(parent)
    if parent and key == "name" and singular(parent) in {"company", "organization", "employer"}:
        return "company"
    return known(key) or without_person(key) or SHORT.get(key, "")


def known(key: str) -> str:
    if key in RANK_OF_ID:
        return f"badge_id:{RANK_OF_ID[key]}"
    return FIELD_OF_KEY.get(key, "")


def without_person(key: str) -> str:
    """attendeeFirstName -> firstname"""
    for person in PERSONS:
        if key.startswith(person) and len(key) > len(person) + 2:
            return known(key.removeprefix(person))
    return ""


def singular(word: str) -> str:
    return word.removesuffix("s")

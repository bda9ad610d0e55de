"""What a column of the organiser's list is called, in the languages organisers write."""

from app.badges.fields import field_named
from app.badges.tidy import fold

NUMBER = "badge_id"
EXTRA = "extra"
LEFT_OUT = ""
# What a column may be taken for, in the order in which people choose.
FIELDS = (
    NUMBER, "name", "given_name", "family_name", "name_prefix", "company", "department",
    "job_title", "emails", "phones", "address", "city", "country",
)  # fmt: skip
REPEATABLE = frozenset({"emails", "phones", "address"})
NO_RANK = 9

# Beyond what badges themselves call them.
MORE = {
    "badge_id:0": """
        ausweisnummer ausweisnr badgenr besucherid besuchernummer besuchernr registrierungsnummer
        registriernummer teilnehmernummer teilnehmerid nbadge nodebadge ndebadge numerodebadge
        numerobadge numbadge ninscription numerodinscription codevisiteur numerodeacreditacion
        numeroacreditacion nacreditacion acreditacion numeroderegistro nregistro codicevisitatore
        codicebadge numerovisitatore numerodicrachá numerocracha inscricao バッジ番号 バッヂ番号
        来場者番号 来場者id 入場証番号 受付番号 登録id 证件编号 证件号码 胸牌号 胸牌编号 胸卡编号
        参观证号 入场证编号 观众id 登记编号 識別證號 參觀證號 參觀者編號 배지번호 방문자번호
        confirmation confirmationno номербейджа регистрационныйномер
        """,
    "badge_id:1": """
        codebarre codeabarres codebarres codigodebarras codiceabarre strichcode qrcodeinhalt
        qrcontent qrdata 条码 条形码 二维码 二维码内容 條碼 バーコード qrコード 바코드 штрихкод
        """,
    "name": """
        nameundvorname vornamename vornamenachname namevorname nachnamevorname nometprenom prenomnom
        nombrecompletodelvisitante nombreyapellidos apellidosynombre nomeecognome cognomeenome
        中文姓名 英文姓名 观众姓名 參觀者姓名 来場者氏名 来場者名 visitor besucher besuchername
        participant teilnehmer visiteur visitante visitatore
        """,
    "given_name": "nome nomeproprio 名漢字 firstnames vornamen",
    "family_name": "nomdefamille 姓漢字 primerapellido zuname sobrenomes",
    "name_prefix": "titel titre titulo titolo trattamento tratamiento 称谓 稱謂 敬称",
    "company": """
        raisonsociale ragionesociale razonsocial nomdelentreprise nomdelasociete nombredelaempresa
        nomeazienda nomedaempresa firmaname organisme exhibitor 公司名稱 單位名稱 机构 機構 企業名
        貴社名 所属企業 御社名 institución institucion
        """,
    "department": "部署名 所属部署 reparto area",
    "job_title": "qualifica stellung berufsposition taetigkeit 職稱 职称 役職名 mansione",
    "emails": "indirizzoemail indirizzomail adressecourriel posta 電子郵件 電子郵箱 電郵 eメール",
    "phones": """
        cellulare recapito rufnummer mobilnummer mobiltelefon telefonnummer numerodetelephone
        portable telefonomovil movil celular 手機 手機號碼 移动电话 行動電話 연락처
        """,
    "city": "comune localita ortschaft lugar municipio 市区町村 縣市",
    "country": "nazione nationalitat herkunftsland 國家 국가지역 地区国家 国名",
}
FIELD_OF_HEADING = {
    fold(heading): field for field, headings in MORE.items() for heading in headings.split()
}


def field_of(heading: str) -> tuple[str, int]:
    """The field a heading means, and of a badge's number how surely (0 is surest)."""
    found = FIELD_OF_HEADING.get(fold(heading[:60])) or field_named(heading)
    name, _, rank = found.partition(":")
    if name in {"street", "postcode"}:
        return ("address" if name == "street" else EXTRA), NO_RANK
    if name not in FIELDS:
        return "", NO_RANK
    return name, int(rank or 0) if name == NUMBER else NO_RANK

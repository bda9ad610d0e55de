"""The words by which companies, jobs, departments and kinds of visitor are recognised."""

from app.badges.listed import listed

# At the end of a name of several words these make a company.
LEGAL_FORMS = frozenset(
    listed(
        """
    gmbh mbh ag kg kgaa ohg ug ev eg inc incorporated llc llp lp ltd limited corp corporation
    plc co cie sa sas sarl sasu srl spa sapa bv nv cv vof oy oyj ab as aps asa kft zrt bt sro
    doo dd ooo oao zao pao ao pty pte pvt sdn bhd tbk pt kk yk sl slu sau lda ltda eirl sac cia
    sc spzoo zoo se scop snc eurl gbr ооо оао зао пао ао ип тоо sti şti aş as jsc pjsc ojsc fze
    fzco fzc dmcc wll est
    """
    )
)
# Anywhere in a name of several words these make a company unless a job is named too.
COMPANY_WORDS = frozenset(
    listed(
        """
    company companies group gruppe groupe grupo gruppo holding holdings industries industrie
    industria industrial industriel technologies technology technik technologie tecnologia
    systems systemes system solutions solution partners partner enterprises enterprise
    international global worldwide university universität universite universidad universita
    institute institut instituto college school bank hospital clinic klinik verlag labs
    laboratories lab studio studios consulting trading electronics logistics foundation
    association society ministry pharma pharmaceuticals chemicals chemical foods energy motors
    automotive maschinenfabrik maschinenbau werke brothers sons associates ventures capital
    networks software media agency agentur airlines airport hotel hotels textiles machinery
    robotics dynamics materials plastics werkzeugbau anlagenbau automation elektronik elektro
    handels handel vertriebs stadtwerke messe services insurance import export
    """
    )
)
COMPANY_ENDINGS = listed(
    """
    公司 集团 集團 工厂 厂 廠 株式会社 有限会社 合同会社 大学 大學 研究院 研究所 银行 銀行 医院
    醫院 病院 工作室 协会 協会 協會 学校 学院 商会 商社 製作所 事務所 事务所 设计院 商行 企业
    企業 实业 實業 科技 贸易 주식회사 유한회사 대학교 협회 은행
    """
)
COMPANY_BEGINNINGS = (
    "株式会社",
    "有限会社",
    "(株)",
    "（株）",
    "㈱",
    "주식회사",
    "(주)",
    "㈜",
    "ООО ",
    "ООО«",
    "ЗАО ",
    "ОАО ",
    "АО ",
    "ТОО ",
)
JOB_WORDS = frozenset(
    listed(
        """
    ceo cto cfo coo cmo cio cso cpo cdo chro vp svp evp avp gm md founder cofounder co-founder
    director directors manager mgr head chief president vice chairman chairwoman chair engineer
    developer architect buyer analyst consultant assistant officer lead leader specialist
    coordinator designer scientist professor researcher journalist editor technician operator
    supervisor executive administrator secretary accountant representative advisor adviser
    expert planner controller inspector intern trainee apprentice programmer salesman
    merchandiser strategist evangelist principal geschäftsführer geschäftsführerin prokurist
    leiter leiterin bereichsleiter abteilungsleiter einkäufer einkäuferin ingenieur ingenieurin
    berater beraterin referent referentin inhaber inhaberin sachbearbeiter sachbearbeiterin
    vorstand techniker directeur directrice acheteur acheteuse responsable gérant gérante
    ingénieur ingénieure chef président présidente commercial commerciale fondateur fondatrice
    chargé chargée consultante conseiller director directora gerente jefe jefa ingeniero
    ingeniera comprador compradora presidente encargado dueño direttore direttrice responsabile
    ingegnere acquisti titolare amministratore diretor diretora engenheiro engenheira kierownik
    dyrektor prezes inżynier specjalista inkoper directeur bedrijfsleider директор менеджер
    инженер начальник руководитель специалист закупщик бухгалтер генеральный
    """
    )
)
JOB_ENDINGS = listed(
    """
    经理 經理 总监 總監 主管 董事长 董事長 总裁 總裁 工程师 工程師 专员 專員 主任 助理 代表 顾问
    顧問 教授 部长 部長 科长 科長 课长 課長 社長 社长 会长 會長 係長 店长 厂长 院长 所长 局长
    处长 秘书 博士 采购 採購 销售 业务员 業務員 设计师 設計師 研究员 研究員 董事 合伙人 创始人
    負責人 负责人 担当 取締役 사장 대표 대표이사 부장 과장 차장 대리 이사 팀장 사원 매니저
    연구원 leiter leiterin führer führerin ingenieur ingenieurin einkäufer einkäuferin
    """
)
DEPARTMENT_WORDS = frozenset(
    listed(
        """
    department dept abteilung bereich division procurement purchasing einkauf vertrieb marketing
    sales logistics production produktion entwicklung research r&d hr finance controlling
    operations quality engineering achats ventes compras ventas
    """
    )
)
DEPARTMENT_ENDINGS = ("部", "科", "室", "处", "處", "课", "課", "中心", "事业部", "부", "팀")
# What an organiser prints about the ticket, not about the person.
CATEGORIES = frozenset(
    listed(
        """
    visitor visitors attendee attendees exhibitor exhibitors speaker speakers vip press media
    staff crew guest delegate delegates participant participants student organizer organiser
    sponsor fachbesucher besucher aussteller presse visiteur exposant visitante expositor
    general admission full conference pass badge ticket standard premium basic trade member
    nonmember hosted day onsite online paid free yes true false y n ja nein oui non m f male
    female mr mrs ms herr frau active confirmed checked-in 观众 观展观众
    专业观众 参展商 媒体 嘉宾 工作人员 演讲嘉宾 贵宾 买家 采购商 男 女 是 否 先生 女士 小姐
    """
    )
)
US_STATES = frozenset(
    listed(
        """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM
    NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS ON PE QC SK
    """
    )
)
STREET_WORDS = frozenset(
    listed(
        """
    street st road rd avenue ave boulevard blvd lane ln drive dr way square sq highway hwy suite
    floor rue via calle avenida av plaza platz allee gasse weg ring chemin quai laan straat
    ulica ul ulitsa ул
    """
    )
)
STREET_ENDINGS = (
    "straße",
    "strasse",
    "str.",
    "str",
    "gasse",
    "weg",
    "platz",
    "allee",
    "laan",
    "straat",
)
STREET_HAN = ("路", "街", "号", "號", "大道", "丁目", "番地", "楼", "樓", "大厦")

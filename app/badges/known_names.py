"""Names that are known: which of two words is the given name."""

from app.badges.listed import listed

GIVEN_NAMES = frozenset(
    listed(
        """
    aaron adam adrian adriana agnes ahmed aisha alan albert alberto alejandra alejandro
    aleksandr alex alexander alexandra alexandre alexandru alexis alfredo ali alice alicia alina
    alison amanda amelia amina amit amy ana anastasia andrea andreas andrei andrej andrew andrey
    andrzej andy angela angelo anil anita anja ann anna anne annette annika anthony antoine
    anton antonia antonio arjun arthur artur astrid ayse barbara beate beatrice beatriz ben
    benjamin bernard bernd bernhard beth bettina bill birgit bjorn bob boris brandon brian
    bridget bruno camille carl carla carlo carlos carmen carol caroline carolina caterina
    catherine cecilia charles charlotte chiara chloe chris christa christian christiane
    christina christine christophe christopher claire clara claude claudia claudio clement
    cristina cynthia dagmar daniel daniela daniele danielle danny david deborah deepak denis
    dennis diana diane didier diego dieter dimitri dirk dmitri dmitry dominic dominik dominique
    donald dorothy doris eduardo edward elena eleni elisabeth elizabeth elke ellen elsa emil
    emilia emily emma emmanuel emre enrico enrique eric erica erik erika ernst esther eugene eva
    evelyn fabian fabio fatima federico felipe felix ferenc fernanda fernando florence florian
    frances francesca francesco francis francisco francois francoise frank franz fred frederic
    frederik friedrich gabor gabriel gabriela gary georg george gerald gerard gerd gerhard
    gianni gilles giorgio giovanni giulia giuseppe gloria grace graham grazyna greg gregory
    grzegorz guido guillaume gunter gustavo hannah hans harald harry hassan heather heidi heike
    heinrich heinz helen helena helene helga helmut henri henrik henry herbert hiroshi holger
    hugo ian ibrahim ignacio igor ilse imran ines ingo ingrid irene irina isabel isabella
    isabelle ivan jacek jack jacob jacqueline jacques jakob jakub james jan jana jane janet
    janina jason javier jean jeff jeffrey jelena jennifer jens jeremy jerome jessica jill jim
    joan joanna joao jochen joe joel johan johann johanna johannes john jonas jonathan jorg
    jorge jose josef joseph joyce juan juergen jurgen julia julian juliana julie julien jurgen
    justin karen karin karl karolina kate katarina katarzyna katharina katherine kathleen
    kathrin kathryn katja katrin kelly kenneth kenji kerstin kevin khalid kirsten klaus konrad
    konstantin krisztina krzysztof kurt laila lars laszlo laura laurence laurent lea leila lena
    leo leon leonard leonardo leonid liam linda lisa lorenzo louis louise luca lucas lucia lucie
    luis luisa luiz lukas lukasz lydia madeleine magdalena magnus malgorzata manfred manuel
    manuela marc marcel marcelo marcin marco marcos marcus margaret maria mariana marianne marie
    marina mario marion marisa mark markus marta martha martina martine mary massimo mateusz
    mathieu matteo matthew matthias matthieu maurice mauro max maximilian mehmet melanie melissa
    michael michaela michal michel michele michelle miguel mike mikhail milan milena mohamed
    mohammad mohammed monica monika monique muhammad mustafa nadia nancy naoko natalia natalie
    natasha nathalie nathan neha neil nicholas nick nicola nicolas nicole nikolai nils nina noah
    norbert norma nuno olaf oleg olga oliver olivia olivier omar oscar oskar osman otto pablo
    pamela paola paolo pascal patricia patrick paul paula pauline paulo pavel pawel pedro peggy
    peter petra philip philipp philippe pierre piotr priya rachel radek rafael rahul raj rainer
    rajesh ralf ralph ramon raquel raul ravi raymond rebecca regina reinhard renata renate rene
    ricardo riccardo richard rita robert roberta roberto rodrigo roger roland rolf roman ronald
    rosa roxana ruben rudolf ruth ryan sabina sabine sabrina sakura salvatore sam samantha samir
    samuel sandra sandro sanjay sara sarah saskia scott sean sebastian sergei sergey sergio
    sharon silke silvia simon simone sofia solange sonia sonja sophia sophie stefan stefania
    stefano stefanie stephan stephane stephanie stephen steve steven stewart stuart sunil susan
    susana susanne suzanne sven svetlana sylvia sylvie tamara tanja tatiana tatjana taro teresa
    thea theresa therese thierry thomas thorsten tiago tim timo timothy tina tobias tom tomas
    tomasz toni tony torsten tracy ulrich ulrike umar ursula ute valentina valerie vanessa vera
    verena veronica veronika victor victoria viktor vincent vincenzo virginia vivek vladimir
    walter wanda werner wilhelm william wolfgang xavier yann yannick yasmin yuki yulia yuri
    yusuf yves yvonne zbigniew zoe zofia zsofia zuzana иван пётр петр мария анна ольга елена
    наталья татьяна ирина светлана екатерина алексей александр сергей андрей дмитрий владимир
    николай михаил юлия марина галина людмила константин виктор олег игорь павел роман максим
    денис антон артём кирилл евгений анастасия дарья полина
    """
    )
)
FAMILY_FIRST_PINYIN = frozenset(
    listed(
        """
    wang li zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo he gao lin luo zheng liang
    xie song tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei
    su lu ding ren shen yao cui zhong tan fan jin liao jia xia fu fang bai zou meng xiong qin
    qiu yin xue yan duan lei hou long tao gu mao hao gong shao wan qian dai mo kong xiang ouyang
    situ zhuge shangguan
    """
    )
)
FAMILY_FIRST_ELSEWHERE = frozenset(["nguyen", "tran", "pham"])
FAMILY_FIRST_KOREAN = frozenset(
    listed(
        """
    kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin
    """
    )
)
COMPOUND_SURNAMES = frozenset(
    listed(
        """
    欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 长孙
    長孫 司徒 夏侯 司空 端木 南宫 南宮 西门 西門 轩辕 軒轅 独孤 獨孤 百里 呼延 闻人 聞人 澹台
    澹臺 公羊 濮阳 濮陽 淳于 单于 申屠 太史 赫连 赫連 钟离 鍾離 鲜于 鮮于 闾丘 東郭 东郭 第五
    拓跋 完颜 完顏 纳兰 納蘭 叶赫
    """
    )
)
KOREAN_COMPOUND_SURNAMES = frozenset(
    ["남궁", "황보", "제갈", "선우", "독고", "사공", "서문", "동방"]
)
HAN_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖田董潘袁蔡蒋蔣"
    "余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鐘鍾姜崔谭譚陆陸汪范石廖贾賈韦韋夏付方邹鄒熊白孟秦邱侯江尹薛闫閻阎雷段"
    "龙龍黎史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯樊殷施倪洪翁牛温溫芦鲁魯葛苗柳章俞詹关關焦柴岳岑"
    "庄莊辛童欧歐瞿管娄婁伍阮屈祝左涂凌霍冉骆駱纪紀舒麦麥甘游蓝藍聂聶包景裴翟穆鲍鮑耿齐齊梅饶饒解谷符兰蘭申臧"
    "费費季路安邢车車艾盛卓柯单單古戚宁寧项項康成窦竇宫宮简簡"
)
# Words that begin like a surname but are no person: 高科技, 金属, 安全, 马上 ...
HAN_IN_NO_NAME = frozenset(
    "公司集团厂店部科技会展览票证场馆号码请扫码关注欢迎参观众观嘉宾媒体员工作人商品牌全区服务信息系统网经理总监"
    "董事长师任管采购销市票的是了在和与及或您我你他们中心协院校所社区路街道楼層层"
)

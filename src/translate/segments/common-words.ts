// In: a sentence and its language. Out: which everyday things of the press it speaks of, the same names in every language.
// A translation keeps these as it keeps names and figures. Beginnings of words, so that inflected forms are found; a blank
// after one (`pas `) asks for the whole word, and `~` before one finds it within a word. Written here from what any learner knows; no dictionary went in.

import { primaryOf } from '../../lib/primary-of.ts'

const languages = ['en', 'ru', 'uk', 'ar', 'fa', 'ur', 'hi', 'tr', 'es', 'fr', 'pt', 'id', 'zh', 'ja'] as const

const table = `
not      | not |no |never|nothing|nobody|none |without|~n't | не |нет |ни |никто|ничего|никогда|без | не |немає|ні |ніхто|нічого|ніколи|без | لم |لا |لن |ليس|غير |دون |بدون | نیست|نمی|نشد|هیچ|بدون|نکرد|ندار|نبود | نہیں|نہ |بغیر | नहीं|न |बिना|कोई | değil|yok |hiç|olmadan|~medi|~madı|~miyor|~mıyor|~maz |~mez | no |nunca|nada |nadie|sin |ningun | ne |pas |jamais|rien|personne|sans |aucun | não|nunca|nada |ninguém|sem |nenhum | tidak|bukan|belum|tanpa|tak | 不|没|未|无|沒|無 | ない|なかった|ません|ず|避け
but      | but |however|yet |although|though | но |однако|хотя | але |проте|однак|хоча | لكن|ولكن|غير أن|إلا أن | اما |ولی |ولیکن|هرچند | لیکن|مگر |البتہ | लेकिन|मगर |किन्तु|हालाँकि | ama |fakat|ancak|oysa | pero|sin embargo|aunque | mais |cependant|toutefois|pourtant | mas |porém|contudo|embora | tetapi|namun|tapi |meski | 但|然而|不过|雖然|虽然 | が、|しかし|だが|けれど
today    | today|tonight | сегодня | сьогодн | اليوم | امروز | آج | आज | bugün | hoy | aujourd | hoje | hari ini | 今天|今日 | 今日|きょう
yesterday| yesterday|last night | вчера | вчора | أمس|البارحة | دیروز|دیشب | کل رات|گزشتہ روز | कल | dün | ayer|anoche | hier | ontem | kemarin | 昨 | 昨日|昨夜
tomorrow | tomorrow | завтра | завтра | غدا | فردا | کل | कल | yarın | mañana | demain | amanhã | besok | 明天|明日 | 明日|あす
new      | new | нов | нов | جديد | جدید|تازه|نو | نئ|نیا | नया|नई|नए | yeni | nuev | nouv | nov | baru | 新 | 新
old      | old |ancient|elderly | стар|древн | стар|давн | قديم|عجوز|مسن | کهن|پیر |قدیم | پران|بوڑھ|قدیم | पुरा|बूढ़|बूढ | eski|yaşlı | viej|antigu|ancian | vieux|vieil|ancien | velh|antig | lama |tua | 老|旧|古|舊 | 古|老
first    | first | перв | перш | أول | اول|نخست | پہل | पहल | ilk |birinci | primer | premi | primeir | pertama | 第一|首 | 最初|初め|第一
half     | half|halves | полов|полтор | полов|півтор | نصف | نیم | آدھ|نصف | आध | yarı | mitad|medio|media  | moitié|demi | metade|meio|meia | setengah|separuh | 半 | 半
people   | people|resident|inhabitant|villager|person | люд|жител|человек|народ | люд|мешкан|жител|народ | ناس|سكان|شعب|أهالي|شخص | مردم|ساکن|نفر | لوگ|باشند|عوام|افراد | लोग|निवासी|जनता | halk|insan|köylü|sakin | gente|habitante|vecin|persona|pueblo | gens |habitant|personne|peuple | gente|habitante|morador|pessoa|povo | orang|warga|penduduk|rakyat | 人|居民|民众 | 人|住民|市民
child    | child|kid |kids|pupil|student | дет|ребён|ребен|школьник|ученик | діт|дитин|школяр|учен | طفل|أطفال|تلميذ|طلاب | بچه|کودک|دانش | بچ|طالب | बच्च|छात्र | çocuk|öğrenci | niñ|alumn|estudiant | enfant|élève|étudiant | criança|alun|estudant | anak|murid|siswa | 孩|儿童|学生|學生 | 子ど|児童|生徒|学生
woman    | woman|women|wife|mother | женщин|мать |мам|жен | жінк|мати |мам|дружин | امرأة|نساء|أم | زن |زنان|مادر | عورت|خواتین|ماں | महिला|औरत|माँ | kadın|anne | mujer|madre|espos | femme|mère|épouse | mulher|mãe|espos | perempuan|wanita|ibu | 女|妇|母 | 女|母|妻
farmer   | farmer|peasant|grower | фермер|крестьян | фермер|селян | مزارع|فلاح | کشاورز|دهقان | کسان | किसान | çiftçi | campesin|agricultor|granjer | paysan|agricult|fermier | camponê|agricultor | petani | 农民|農民 | 農家|農民
fisher   | fish | рыб | риб | صياد|سمك|صيد | ماهی | ماہی|مچھ | मछ | balık | pesc|pez |peces | pêch|poisson | pesc|peixe | nelayan|ikan | 渔|鱼|漁|魚 | 漁|魚
driver   | driver|drive | водител|шофёр|шофер | водій|водії|шофер | سائق | رانند | ڈرائیور | चालक|ड्राइवर | şoför|sürücü | conductor|chofer | chauffeur|conducteur | motorista|condutor | sopir|pengemudi | 司机|司機 | 運転
soldier  | soldier|troop|army|military|armed forces | солдат|войск|арми|военн | солдат|війс|армі | جند|جيش|عسكر|قوات | سرباز|ارتش|نظامی | فوج | सेना|सैन्य|सैनिक|फ़ौज | asker|ordu | soldad|ejércit|militar|tropa | soldat|armée|militaire|troupe | soldad|exércit|militar|tropa | tentara|militer|pasukan|prajurit | 士兵|军|軍|部队 | 兵|軍|部隊
police   | police|officer|gendarm | полици | поліці | شرط | پلیس | پولیس | पुलिस | polis|jandarma|emniyet | polic | polic|gendarm | políc|polic | polisi | 警 | 警
minister | minister|ministr | минист | мініст | وزير|وزار|وزراء | وزیر|وزارت | وزیر|وزارت | मंत्री|मंत्रालय | bakan | ministr | ministr | ministr | menteri|kementeri | 部长|部長|大臣 | 大臣|省
mayor    | mayor|governor|headman|chief|district head | мэр|губернатор|глав|староста | мер |губернатор|голов|старост | عمدة|محافظ|والي|رئيس | شهردار|فرماندار|استاندار | گورنر|میئر|ناظم | महापौर|मुखिया|अधिकारी|राज्यपाल | başkan|vali|kaymakam|muhtar | alcald|gobernador | maire|gouverneur|préfet | prefeit|governador | wali kota|gubernur|bupati | 市长|省长|镇长|县长 | 知事|市長|町長
government| government|cabinet|authorit|administration | правительств|власт|администрац | уряд|влад|адміністрац | حكوم|سلطات|إدارة | دولت|حکومت | حکومت|انتظامیہ | सरकार|प्रशासन | hükümet|yönetim|devlet | gobiern|autoridad | gouvern|autorité | govern|autoridad | pemerintah | 政府|当局|當局 | 政府|当局
parliament| parliament|deput|senat|assembly|council | парламент|депутат|сенат|дум|совет | парламент|депутат|сенат|рад | برلمان|نائب|نواب|مجلس | مجلس|نماینده|شورا | پارلیمان|اسمبلی|کونسل|رکن | संसद|सांसद|परिषद|सभा | meclis|milletvekili|vekil | parlament|diputad|senad|concej|asamblea | parlement|député|sénat|conseil|assemblée | parlament|deputad|senad|conselh|assembleia | parlemen|dewan|anggota | 议会|议员|國會|国会|委员 | 議会|議員|国会
court    | court|judge|trial|lawsuit | суд | суд | محكم|قاض|قضا | دادگاه|قاضی | عدالت|جج | अदालत|न्याय | mahkeme|dava|hâkim | tribunal|juez|juici|jueza | tribunal|juge|procès | tribunal|juiz|julgament | pengadilan|hakim|sidang | 法院|法官|审 | 裁判|裁判所
city     | city|town|municipal | город|горожан|мэри | міст|городян | مدين|مدن|بلدي | شهر | شہر | शहर|नगर | şehir|kent|belediye|ilçe | ciudad|municip | ville|municip|commune | cidade|municíp|prefeitura | kota | 市|镇|城|鎮 | 市|町
village  | village|rural | деревн|сел |села|селе|посёл|посел | сел |села|селі|селищ | قري | روستا|ده | گاؤں|دیہ | गाँव|गांव | köy | aldea|puebl | village | aldeia|vila|povoad | desa|kampung | 村 | 村
road     | road|street|highway|route | дорог|трасс|улиц|шоссе | дорог|трас|вулиц|шосе | طريق|شارع|طرق | جاده|راه|خیابان | سڑک|راست | सड़क|रास्त | yol|cadde|sokak | carretera|camin|calle|ruta | route|rue |chemin | estrada|rua |caminho|rodovia | jalan | 路|街 | 道|街
bridge   | bridge | мост | міст |мост | جسر|كوبري | پل | پل | पुल | köprü | puente | pont  | ponte | jembatan | 桥|橋 | 橋
ship     | ship|boat|vessel|ferry|barge | кораб|лодк|судн|паром|катер|суда | кораб|човен|човн|судн|пором|катер | سفين|قارب|قوارب|سفن|عبار|زورق | کشتی|قایق|ناو | کشتی|جہاز | नाव|जहाज़|जहाज | gemi|tekne|feribot|bot|kayık | barco|buque|lancha|nave|ferry|barca | bateau|navire|bac |ferry|barque | barco|navio|balsa|lancha | kapal|perahu|feri | 船|轮渡|渡轮 | 船|フェリー
port     | port|harbour|harbor|dock|pier|quay | порт|гаван|причал|пристан | порт|гаван|причал|пристан | ميناء|مرفأ|رصيف|موانئ | بندر|اسکله | بندرگاہ | बंदरगाह | liman|iskele|rıhtım | puert|muelle | port |quai|portuaire | port|cais | pelabuhan|dermaga | 港|码头|碼頭 | 港|埠頭
river    | river|lake|stream | рек|озер|руч | річ|озер|струм | نهر|بحير|أنهار | رود|دریاچه | دریا|جھیل|ندی | नदी|झील | nehir|nehr|ırmak|göl|dere | río |lago |rí | fleuve|rivière|lac  | rio |lago | sungai|danau | 河|江|湖 | 川|湖
bank     | bank|shore|coast|beach | берег|побереж | берег|узбереж | ضفة|شاطئ|ساحل | ساحل|کرانه | ساحل|کنار | तट|किनार | kıyı|sahil | orilla|costa|playa | rive|côte|plage | margem|costa|praia | tepi|pantai | 岸|海边|海滩 | 岸|海岸
water    | water | вод | вод | ماء|مياه|مائ | آب | پانی|آب | पानी|जल | su |suyu|suya|sular | agua | eau |eaux | água | air | 水 | 水
bread    | bread|flour|baker|loaf|loaves | хлеб|мук|пекар | хліб|борош|пекар | خبز|طحين|دقيق|مخبز|أفران | نان|آرد | روٹی|آٹا|نان | रोटी|आटा | ekmek|un |fırın | pan |harina|panader | pain|farine|boulang | pão|pães|farinha|padari | roti|tepung | 面包|面粉|麵 | パン|小麦粉
grain    | grain|wheat|rice|corn|barley|crop|harvest | зерн|пшениц|рис |урожа|ячмен | зерн|пшениц|рис |урожа|ячмін | قمح|أرز|حبوب|شعير|محصول | گندم|برنج|غله|محصول | گندم|چاول|فصل|غلہ | गेहूँ|गेहूं|चावल|अनाज|फ़सल|फसल | buğday|pirinç|tahıl|hasat|arpa | trigo|arroz|grano|cosecha|maíz|cebada | blé |riz |céréale|récolte|maïs|orge | trigo|arroz|grão|grãos|colheita|milho | gandum|beras|padi|panen|jagung | 粮|麦|米|谷|糧|麥|收成 | 米|小麦|穀
market   | market|shop|stall|trader|merchant | рын|магазин|торгов|лавк | ринк|ринок|магазин|торгов|крамниц | سوق|أسواق|متجر|تاجر|تجار | بازار|مغازه | بازار|دکان|تاجر | बाज़ार|बाजार|दुकान|व्यापारी | pazar|çarşı|dükkân|dükkan|esnaf | mercad|tienda|comerci|puesto | march|magasin|commer|boutique | mercad|loja|comerci|feira | pasar|toko|pedagang | 市场|商|店|市場 | 市場|店|商
price    | price|cost|expens|cheap|fee | цен|стои|дорог|дешев|плат | цін|кошту|дорог|дешев|варт | سعر|أسعار|ثمن|كلف|تكل | قیمت|بها|گران|ارزان|هزینه | قیمت|مہنگ|سستا|لاگت | क़ीमत|कीमत|दाम|महँग|महंग | fiyat|ücret|maliyet|pahalı|ucuz | preci|cost|cuest|car[oa] |barat | prix|coût|cher |coûte | preç|cust|caro |barat | harga|biaya|mahal|murah | 价|價|费|費 | 価格|値|費
money    | money|budget|fund|bank loan|tax | деньг|денег|бюджет|средств|налог | грош|бюджет|кошт|подат | مال|أموال|ميزان|ضريب | پول|بودجه|مالیات | پیس|رقم|بجٹ|ٹیکس | पैस|बजट|रुपय|कर  | para |bütçe|vergi|parası | diner|presupuest|impuest|fondo | argent|budget|impôt|fonds | dinheir|orçament|impost|verba | uang|dana|anggaran|pajak | 钱|资金|预算|税|錢 | 金|予算|税
work     | work|worker|labour|labor|job | работ|рабоч|труд | робо|робіт|прац | عمل|عمال|أعمال|شغل | کار |کارگر|کارمند|کارها | کام|مزدور|ملازم | काम|मज़दूर|मजदूर|कर्मचारी|कार्य | iş |işçi|çalış|işler | trabaj|obrer|labor | travail|ouvri|emploi|travaux | trabalh|operári|emprego | kerja|pekerja|buruh | 工 | 働|労|作業|仕事
school   | school|teacher|universit|class | школ|учител|университет | школ|вчител|університет | مدرس|معلم|جامع|مدارس | مدرسه|معلم|دانشگاه | اسکول|استاد|مدرسہ|جامعہ | स्कूल|विद्यालय|शिक्षक | okul|öğretmen|üniversite | escuel|maestr|colegio|universidad | écol|enseign|universit|professeur | escol|professor|universidade | sekolah|guru|universitas | 学校|教师|老师|學校|上学 | 学校|教師|大学
hospital | hospital|doctor|nurse|clinic|patient|medic|pharmac|disease|sick | больни|врач|медиц|клиник|болезн|аптек | лікар|медич|медиц|клінік|хвороб|аптек | مستشفى|طبيب|أطباء|مريض|مرض|صيدل|دواء | بیمار|پزشک|دکتر|دارو|درمان | ہسپتال|ڈاکٹر|مریض|بیمار|دوا | अस्पताल|डॉक्टर|बीमार|मरीज|दवा | hastane|doktor|hasta|hemşire|ilaç|eczane | hospital|médic|enferm|clínic|farmaci | hôpita|médecin|malad|infirmi|cliniq|pharmaci | hospital|médic|doen|enferm|farmáci | rumah sakit|dokter|penyakit|perawat|obat | 医|病|护士|药|醫 | 病|医|薬
house    | house|home|roof|shelter|apartment|household | дом |дома|доме|жиль|квартир|крыш|домов | дім|будин|житл|квартир|дах | بيت|منزل|منازل|بيوت|سقف|سكن|مأوى | خانه|خانوار|منزل|پناه | گھر|مکان|چھت|پناہ | घर|मकान|छत|परिवार | ev |evi|evler|konut|çatı|barınak | casa|hogar|vivienda|techo|refugi | maison|foyer|logement|toit|abri | casa |casas|moradia|telhado|abrig | rumah|atap|tempat penampungan | 房|屋|家 | 家|屋|避難
fire     | fire|burn|blaze|flame|smoke | пожар|огон|огн|гор[ие]|сгор|дым | пожеж|вогон|вогн|гор[иі]|дим | حريق|نار|حرائق|احترق|دخان | آتش|سوخت|دود | آگ|جل |دھو | आग|जल |धुआँ | yangın|ateş|yandı|duman | incendi|fueg|quem|humo | incendi|feu |brûl|fumée | incêndi|fogo|queim|fumaça | api |kebakaran|terbakar|asap | 火|烧|燃|烟 | 火|煙|燃
storm    | storm|flood|rain|wind|weather|snow|ice | бур|наводн|паводк|дожд|ветер|ветр|погод|снег|лёд|лед|шторм | бур|повін|паводк|дощ|вітер|вітр|погод|сніг|лід|шторм | عاصف|فيضان|مطر|أمطار|رياح|طقس|ثلج|سيل|سيول | توفان|سیل|باران|باد |هوا|برف|یخ | طوفان|سیلاب|بارش|ہوا|موسم|برف | तूफ़ान|तूफान|बाढ़|बारिश|हवा|मौसम|बर्फ | fırtına|sel |selin|yağmur|rüzgâr|rüzgar|hava|kar |buz | tormenta|inundaci|lluvi|viento|tiempo|nieve|hielo | tempête|inondation|pluie|vent |météo|neige|glace|crue | tempestade|enchente|inundaç|chuva|vento|neve|gelo | badai|banjir|hujan|angin|cuaca|salju | 暴雨|洪|雨|风|天气|雪|冰|風 | 雨|嵐|洪水|風|雪|氷
winter   | winter|cold | зим|холод|мороз | зим|холод|мороз | شتاء|برد|شتو | زمستان|سرما|سرد | سردی|سرما | सर्दी|ठंड | kış|soğuk | invierno|frío|invernal | hiver|froid | inverno|frio | musim dingin|dingin | 冬|冷|寒 | 冬|寒
summer   | summer|heat|hot | лет[оаун]|жар | літ[оаку]|спек | صيف|حر |حرار | تابستان|گرما|گرم | گرمی|گرما | गर्मी|गरम | yaz |sıcak|yazın | verano|calor | été |chaleur|chaud | verão|calor|quente | musim panas|panas | 夏|热|熱 | 夏|暑
spring   | spring | весн|весен | весн | ربيع | بهار | بہار | वसंत|बसंत | bahar|ilkbahar | primavera | printemps | primavera | musim semi | 春 | 春
autumn   | autumn|fall | осен | осін|осен | خريف | پاییز | خزاں | शरद|पतझड़ | sonbahar|güz | otoño | automne | outono | musim gugur | 秋 | 秋
night    | night|midnight|evening | ноч|вечер | ніч|ноч|веч | ليل|مساء | شب|عصر | رات|شام | रात|शाम | gece|akşam | noche|tarde | nuit|soir | noite|tarde | malam|sore | 夜|晚 | 夜|夕
morning  | morning|dawn|noon | утр|рассвет|полд | ранк|ранок|світан|полуд | صباح|فجر|ظهر | صبح|بامداد|ظهر | صبح|دوپہر | सुबह|दोपहर | sabah|öğle|şafak | mañana|mediod|madrugada|alba | matin|midi |aube | manhã|meio-dia|madrugada | pagi|siang|subuh | 早|晨|上午|中午 | 朝|昼
week     | week | недел | тижн|тиждень | أسبوع|أسابيع | هفته | ہفت | हफ़्त|हफ्त|सप्ताह | hafta | seman | semaine | seman | minggu|pekan | 周|星期|週 | 週
month    | month | месяц | місяц|місяч | شهر|أشهر|شهور | ماه | مہین|ماہ | महीन|माह | ay |aylar|aylık|aydır | mes |meses | mois | mês |meses | bulan | 月 | 月
year     | year|annual | год|лет | рік|рок|річ | سن|عام|أعوام | سال | سال|برس | साल|वर्ष | yıl|sene | año|anual | an |ans |année|annuel | ano |anos|anual | tahun | 年 | 年
agreement| agree|accord|treaty|deal|contract|sign | соглас|договор|соглашен|контракт|подпис | згод|догов|угод|контракт|підпис | اتفاق|معاهد|عقد|توقيع|وقّع|وقع | توافق|قرارداد|پیمان|امضا | معاہد|دستخط|اتفاق | समझौ|क़रार|हस्ताक्षर | anlaşma|sözleşme|imza | acuerd|tratad|contrat|firm | accord|traité|contrat|sign | acord|tratad|contrat|assin | perjanjian|kesepakatan|kontrak | 协议|协定|合同|签|協議 | 合意|協定|契約|署名
strike   | strike|protest|demonstrat|rally | забастов|протест|митинг | страйк|протест|мітинг | إضراب|احتجاج|مظاهر|تظاهر | اعتصاب|اعتراض|تظاهر | ہڑتال|احتجاج|مظاہر | हड़ताल|विरोध|प्रदर्शन | grev|protesto|gösteri|miting | huelga|protest|manifest | grève|protest|manifest | greve|protest|manifest | mogok|unjuk rasa|protes|demo | 罢工|抗议|示威|罷工 | スト|抗議|デモ
war      | war |wars|fight|battle|ceasefire|shell | войн|воен|бо[ий] |бой|обстрел|перемири | війн|воєн|бій|бо[їю] |обстріл|перемир | حرب|قتال|معرك|قصف|هدنة|اشتباك | جنگ|نبرد|درگیری|آتش‌بس | جنگ|لڑائی|جھڑپ | युद्ध|लड़ाई|जंग | savaş|çatışma|ateşkes | guerra|combat|batalla|tregua | guerre|combat|bataille|trêve | guerra|combat|batalha|trégua | perang|pertempuran|gencatan | 战|戰|停火 | 戦|停戦
answer   | answer|repl|respon|comment|explain|explanation | ответ|отвеч|комментар|объясн | відпов|коментар|поясн | أجاب|رد |رداً|رد|جواب|تعليق|تفسير|يجب | پاسخ|جواب|توضیح | جواب|تبصر|وضاحت | जवाब|उत्तर|टिप्पणी | cevap|yanıt|yorum|açıklama | respond|respuest|coment|explic | répon|répond|comment|expliqu | respond|respost|coment|explic | jawab|komentar|penjelasan | 回答|答复|评论|解释|回應 | 答|回答|説明
wait     | wait|queue|line of | жд[уаеё]|ожида|очеред | чека|очіку|черг | انتظر|ينتظر|طابور|طوابير | منتظر|صف |انتظار | انتظار|قطار | इंतज़ार|इंतजार|कतार | bekli|bekle|kuyruk | esper|cola | atten|file d | esper|fila | tunggu|antre | 等|排队 | 待|列
close    | clos|shut | закры|перекры | закри|перекри | أغلق|إغلاق|مغلق|يغلق | بسته|تعطیل|بست | بند | बंद|बन्द | kapa | cerr|cierr | ferm | fech | tutup | 关|封|關|闭 | 閉|封鎖
open     | open|reopen | откры | відкр | افتتح|فتح|يفتح | باز |گشود|افتتاح | کھل|کھول|افتتاح | खुल|खोल|उद्घाटन | aç[ıt]|açıl | abr|abier|inaugur | ouvr|ouver|inaugur | abr|abert|inaugur | buka | 开|開|启 | 開
`

const beginnings = new Map<string, ReadonlyMap<string, RegExp>>()
const noWords: ReadonlySet<string> = new Set()

/** Names of things, as `bridge`; nothing in a language that is not in the table. @param language BCP 47 */
export function findCommonWords(sentence: string, language: string | null): ReadonlySet<string> {
  const words = language === null ? undefined : beginningsOf(primaryOf(language))
  if (!words) return noWords
  const text = ` ${sentence
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}'\u200c、]+/gu, ' ')} `
  const found = new Set<string>()
  for (const [thing, pattern] of words) if (pattern.test(text)) found.add(thing)
  return found
}

function beginningsOf(language: string): ReadonlyMap<string, RegExp> | undefined {
  const known = beginnings.get(language)
  if (known) return known
  const column = languages.findIndex((one) => one === language)
  if (column < 0) return undefined
  const made = new Map<string, RegExp>()
  for (const row of table.trim().split('\n')) {
    const [thing = '', ...cells] = row.split(' | ')
    const words = cells[column]?.trimStart()
    if (words) made.set(thing.trim(), patternOf(words, language))
  }
  beginnings.set(language, made)
  return made
}

/** Where words are not parted by blanks, they are found anywhere; where particles are written before them, after these. */
const beforeWord: Readonly<Record<string, string>> = { zh: '', ja: '', ar: ' (?:[وف]?(?:ال|بال|لل|[بلك])?)' }

/** `~` before a beginning: it may stand within a word. */
function patternOf(words: string, language: string): RegExp {
  const before = beforeWord[language] ?? ' '
  return new RegExp(
    words
      .split('|')
      .map((word) => (word.startsWith('~') ? word.slice(1) : before + word))
      .join('|'),
    'u',
  )
}

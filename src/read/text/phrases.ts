// Short phrases by which pages of many languages announce what is not the article.
// Each list holds openings of a line; they are asked only of short lines, since long ones may well begin so in earnest.

const opening = (source: string): RegExp => new RegExp(`^[\\s\\p{P}\\p{S}]*(?:${source.replace(/\n\s*/g, '')})`, 'iu')

/** "Read also: …" and its kin. */
const readAlso = opening(`
read (?:more|also|next|the full|our)\\b|also read|see also|see more|related(?: (?:stories|articles|news|posts|topics|content|links|video|coverage|:)|$)|more (?:on this|from|stories|news|in|coverage)\\b|don.t miss|must read|you may (?:also )?like|you might|recommended|
click here|watch:|listen:|watch (?:more|also|the video)|most (?:read|popular|viewed)|up next|trending|top stories|editor.s picks?|keep reading|continue reading|what to read next|
lesen sie|lies auch|mehr (?:zum thema|dazu|lesen|von|aus)|auch interessant|weiterlesen|das könnte sie|weitere (?:artikel|informationen|nachrichten|themen|meldungen)|meistgelesen|zum thema|mehr zu|passend dazu|siehe auch|empfohlen|
lea (?:tambi[eé]n|m[aá]s)|leer m[aá]s|lee (?:tambi[eé]n|m[aá]s)|te (?:puede|podr[ií]a) interesar|le puede interesar|tambi[eé]n (?:te|le) puede|ver (?:tambi[eé]n|m[aá]s)|vea tambi[eé]n|m[aá]s (?:sobre|noticias|informaci[oó]n)|notas? relacionad|noticias relacionad|sigue leyendo|puedes leer|mira tambi[eé]n|recomendado|
lire (?:aussi|[eé]galement|la suite|plus)|[aà] lire|voir aussi|sur le m[eê]me sujet|pour aller plus loin|retrouvez|lisez aussi|d[eé]couvrez aussi|les plus lus|
leggi (?:anche|tutto|di pi[uù])|potrebbe interessarti|vedi anche|ti potrebbe|articoli correlati|approfondisci|
leia (?:mais|tamb[eé]m)|veja (?:mais|tamb[eé]m)|saiba mais|confira tamb[eé]m|ler mais|not[ií]cias relacionadas|mais lidas|
lees (?:ook|meer|verder)|bekijk ook|meer over|gerelateerd|l[aä]s (?:ocks[aå]|mer|[aä]ven)|les (?:ogs[aå]|mer)|l[aæ]s (?:ogs[aå]|mere)|lue my[oö]s|lue lis[aä][aä]|lesa? (?:einnig|meira)|
czytaj (?:te[zż]|tak[zż]e|r[oó]wnie[zż]|wi[eę]cej|dalej)|zobacz (?:te[zż]|tak[zż]e|r[oó]wnie[zż]|wi[eę]cej)|przeczytaj|polecamy|sprawd[zź]|[cč]t[eě]te (?:tak[eé]|d[aá]le|i)|p[rř]e[cč]t[eě]te si|[cč]íst (?:d[aá]l|v[ií]ce)|souvisej|kapcsol[oó]d[oó]|olvass|n[eé]zze meg|cite[sș]te [sș]i|vezi [sș]i|pro[cč]itaj|[cč]itaj(?:te)? i|pogledajte|preberite|
читайте|читать (?:также|далее|ещ[её])|чита[јй]те|см\\. ?также|смотрите|по теме|подробнее|материалы по теме|рекомендуем|прочетете|виж(?:те)? още|още по темата|дивіться також|
ayrıca|ilgili haber|bunlar da ilginizi|devamını oku|haberin devamı|oxuyun|
اقرأ|إقرأ|طالع|شاهد أيض|المزيد|أخبار ذات صلة|مواضيع ذات|قد يهمك|بیشتر بخوانید|همچنین بخوانید|بخوانید|مطالب مرتبط|اخبار مرتبط|بیشتر بدانید|مزید پڑھیں|یہ بھی پڑھیں|یہ بھی|نور ولولئ|زیاتر بخوێنەوە|קראו גם|עוד ב|
और पढ़ें|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|আরও পড়ুন|আরো পড়ুন|மேலும் படிக்க|ఇది కూడా|हे ही वाचा|हेही वाचा|
baca (?:juga|selengkapnya)|simak juga|lihat juga|xem th[eê]m|đọc th[eê]m|tin liên quan|อ่าน(?:เพิ่มเติม|ต่อ)|ข่าวที่เกี่ยวข้อง|
相关(?:阅读|新闻|链接|文章|報導)|延伸(?:阅读|閱讀)|更多(?:新闻|内容|報導)?|推荐阅读|相關|関連(?:記事|リンク|ニュース)|あわせて読みたい|こちらもおすすめ|続きを読む|관련 ?기사|관련 ?뉴스|더 ?보기`)

/** Newsletters, subscriptions, apps, follow buttons, gifts, and pages' own notices. */
const appeal = opening(`
subscribe|sign up|signup|get (?:the latest|our|breaking|all|unlimited|full)|join (?:our|the|us|thousands)|follow (?:us|@|our)|download (?:the|our)|support (?:us|our|independent)|donate|share (?:this|on|via)|newsletter|never miss|stay (?:up|in|connected|informed)|enter your email|by (?:signing|clicking|subscribing|submitting)|you can unsubscribe|unsubscribe|
enjoy unlimited|already a (?:subscriber|member)|log ?in|register|create an account|this (?:article|story|content) is (?:for|only)|have (?:a|you) (?:news )?tip|got a (?:tip|story)|contact us|send (?:us|your)|we want to hear|let us know|tell us|leave a (?:comment|reply)|post a comment|comments?$|add a comment|view comments|what do you think|
thank you for|your email|this site (?:is protected|uses)|we use cookies|accept (?:all )?cookies|advertisement|sponsored|ad$|story continues|article continues|loading|please (?:enable|try|wait|sign|log|subscribe)|javascript|
abonnieren|jetzt (?:abonnieren|anmelden|registrieren|lesen|testen)|newsletter|melden sie|folgen sie|hier (?:klicken|finden|geht)|kommentar(?:e|ieren)|diesen artikel|artikel (?:teilen|drucken|merken|versenden)|teilen|anzeige$|werbung|sie haben|bitte (?:melden|beachten)|an dieser stelle|ich bin damit einverstanden|empfohlener (?:redaktioneller|externer) inhalt|externer inhalt|mit klick auf|datenschutz|hat ihnen der artikel|war dieser artikel|
suscr[ií]b|s[ií]guenos|siga|[uú]nete|comparte|comentarios?$|deja (?:tu|un)|publicidad|reg[ií]str|recibe|descarga|inicia sesi|ap[oó]yanos|
abonnez|inscrivez|recevez|suivez|partage[rz]?|commentaires?$|publicit[eé]|r[eé]agir|soutenez|t[eé]l[eé]charge|faites un don|en poursuivant|pour acc[eé]der|
iscriviti|abbonati|segui(?:ci)?|condividi|commenti$|pubblicit[aà]|sostieni|assine|siga|inscreva|compartilhe|publicidade|coment[aá]rios|receba|
abonneer|meld je|volg ons|deel (?:dit|via)|reageer|advertentie|prenumerera|f[oö]lj oss|abonner|f[oø]lg oss|tilaa|
zapisz si[eę]|subskrybuj|obserwuj|udost[eę]pnij|komentarze|reklama|materiał chroniony|wesprzyj|dołącz|masz (?:temat|ciekaw)|sledujte|p[rř]ihla|sd[ií]let|diskuse|nahl[aá]sit|feliratkoz|k[oö]vess|hirdet[eé]s|megoszt|aboneaz|urm[aă]r|
подпи(?:сывай|ши)|подписаться|поделит|комментари|реклама|следите за|присоединя|поддержите|если вы нашли|нашли ошибку|выделите|підпис|поділит|абонирай|последвай|сподели|
abone ol|takip edin|payla[sş]|yorum(?:lar)?$|reklam|bizi takip|
اشترك|تابعونا|تابعنا|شارك|للاشتراك|انضم|التعليقات|إعلان|مشترک شوید|ما را دنبال|عضو شوید|نظرات|به اشتراک|تبلیغات|ارسال نظر|سبسکرائب|
सब्सक्राइब|फॉलो करें|शेयर करें|डाउनलोड|langganan|ikuti kami|bagikan|theo dõi|đăng ký|chia sẻ|bình luận|ติดตาม|แชร์|สมัคร|
订阅|关注|分享|广告|评论|扫码|责任编辑|責任編輯|免责声明|訂閱|追蹤|加入|広告|フォロー|シェア|会員登録|有料会員|ログイン|구독|공유|댓글|광고|무단전재|저작권`)

/** Rights, credits of pictures and the like, which end a page. */
const rights = opening(`
©|\\(c\\) ?\\d{4}|copyright|all rights reserved|alle rechte vorbehalten|todos los derechos|tous droits|tutti i diritti|todos os direitos|alle rechten|wszelkie prawa|v[sš]echna pr[aá]va|minden jog|toate drepturile|все права|усі права|всички права|tüm hakları|جميع الحقوق|کلیه حقوق|تمامی حقوق|版权所有|著作権|無断転載|무단`)

/** How sure a line announces something else than the article. */
export function isAnnouncement(text: string, weight: number, linkShare: number): boolean {
  if (weight > 260) return false
  const head = text.length > 80 ? text.slice(0, 80) : text
  if (rights.test(head)) return true
  if (readAlso.test(head))
    return weight < 60 ? linkShare > 0.2 || weight < 26 || /[:：]/u.test(head.slice(0, 40)) : linkShare > 0.35
  return appeal.test(head) && (weight < 160 || linkShare > 0.1)
}

/** Whether a heading announces other stories, comments or the like, so that what follows it is not the article. */
export function announcesOthers(text: string): boolean {
  return text.length < 70 && (readAlso.test(text) || appeal.test(text))
}

/** What pages tell browsers that run no scripts. */
export const scriptWords =
  /(?:enable|turn on|requires?|need|activate|without) java ?script|java ?script (?:is (?:disabled|required)|aktivieren|muss|ist deaktiviert)|activ(?:er|ez|a|ar|e) (?:el |le )?java ?script|включите javascript|javascript를|javascriptを有効|启用 ?javascript/i

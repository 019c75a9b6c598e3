// In: a byline as printed or declared. Out: the names in it, without "By", roles, dates and addresses.

const prefixes = new RegExp(
  '^[\\s\\p{P}\\p{S}]*(?:(?:post author|written|reported|posted|published|created|words|text|story|texte|artikel|report|article|by|submitted|reviewed|edited|authored|author|authors|autor|autoren|autorin|autora|autores|auteur|auteurs|autore|auteure|redaktor|' +
    'verfasst|geschrieben|erstellt|ver[oö]ffentlicht|ein beitrag|ein artikel|eine analyse|ein kommentar|ein gastbeitrag|interview|kommentar|analyse|propos recueillis|r[eé]dig[eé]|publi[eé]|escrito|publicado|scritto|pubblicato|geschreven|skrevet|skriver|szerz[oő]|írta|yazan|haber|tekst|opracowanie|opracowała?|napisała?|napsala?|pisze|авторы?|текст|автор|подготовил[аи]?|γράφει (?:ο|η)|επιμέλεια|' +
    'الكاتب|كتب|كتبت|بقلم|تحرير|إعداد|نویسنده|خبرنگار|گزارش|مصنف|تحریر|ليکوال|लेखक|द्वारा|penulis|oleh|tác giả|theo|ผู้เขียน|โดย|文|作者|記者|记者|编辑|撰文|取材|執筆|기자)[\\s:：/|・-]+' +
    // An editorial office is only a label where a mark follows: «Redacción Diario Sur» is a name.
    '|(?:redacci[oó]n|redaktion|redakce|redazione|r[eé]daction)\\s*[:：/|]\\s*' +
    '|(?:by|von|vom|par|por|de|di|da|door|av|af|od|przez|piše|от|oleh|إعداد|بقلم|توسط|از)[\\s:：]+)+',
  'iu',
)
const separators =
  /\s*(?:[,;|/·•&、،；，]|\s[-–—]\s|\s+(?:and|und|et|y|e|i|en|og|och|ja|és|și|и|та|ve|و|dan|và|および|with|mit|avec|con|med)\s+)\s*/iu
/** Who took the pictures did not write the text. */
const pictures =
  /^(?:fotos?|photos?|bilder?|fotograf\S*|фото|видео|videos?|illustrations?|تصویر|عکس|صورة|تصوير|图|圖|摄影|攝影|写真|撮影|사진)(?:\s|[:：/])/iu
const noise =
  /https?:|www\.|@|\d{3,}|\d[.:/]\d|^\d|©|\b(?:updated|published|posted|minutes?|min read|read time|follow|share|comments?|subscribe|newsletter|photo|image|getty|uhr|stand|lesezeit|lectura|lecture|ago|copyright|log ?(?:in|out)|sign (?:in|up|out)|cookies?|privacy)\b/iu
const roles =
  /^(?:(?:senior|chief|staff|deputy|associate|guest|special|political|business|foreign|sports?|news|science|health|technology|economics|freelance|contributing|digital|assistant|executive|managing|features?|global|world|national|local|investigative|culture|crime|environment|education)\s+)*(?:reporter|correspondent|writer|editor|journalist|columnist|contributor|author|producer|redakteur(?:in)?|autor(?:in)?|korrespondent(?:in)?|journalist(?:in|e)?|r[eé]dacteur|r[eé]dactrice|periodista|redactor[ae]?|redacci[oó]n|giornalista|fotograf|photographer|opinion|analysis|staff|admin|administrator|editor in chief|ceo|phd|md|jr|sr|dr|bsc|msc|mba|no author|anonymous|your account|staff reports?|news services?(?: reports?)?)$/iu

/** The names in a byline; empty when it holds none that look like one. */
export function namesIn(byline: string): string[] {
  const text = byline
    .replace(/<[^>]+>/g, ' ')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length < 2 || text.length > 300) return []
  const names: string[] = []
  for (const part of splitNames(withoutEastAsianLabels(text.replace(/\S+@\S+/g, ' ').trim()).replace(prefixes, ''))) {
    const name = cleanName(part)
    if (name && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name)
  }
  return names.slice(0, 12)
}

/** Labels of East Asia stand before or after a name without a mark: 本报记者 王小明 北京报道, 홍길동 기자. */
function withoutEastAsianLabels(text: string): string {
  if (!/[\p{Script=Han}\p{Script=Hangul}]/u.test(text)) return text
  return text
    .replace(/^\S{0,6}?(?:记者|記者|特派员|特派員|通讯员|通訊員|责任编辑|責任編輯|责编)[\s:：/／|]*/u, '')
    .replace(/\s+\S{2,8}(?:报道|報道|報導|专电|電)$/u, '')
    .replace(/\s*(?:图|圖|摄影|攝影|写真|撮影)[:：/／].*$/u, '')
    .replace(/\s*(?:(?:선임|전문|수습|인턴|객원)?기자|특파원|논설위원)$/u, '')
}

/** «And» is a letter before the second name in Arabic; many given names begin with it too, so both sides must be whole names. */
function splitNames(text: string): string[] {
  return text.split(separators).flatMap((part) => {
    const match = /^(\p{Script=Arabic}+ \p{Script=Arabic}+) و(\p{Script=Arabic}{3,} \p{Script=Arabic}+)$/u.exec(part)
    return match?.[1] && match[2] && !/^و?(?:ليد|ائل|سام|سيم|فاء|حيد|جدي|ديع)/.test(match[2])
      ? [match[1], match[2]]
      : [part]
  })
}

/** One name, or null when it is none: too long, a role, a date, an address. */
export function cleanName(text: string): string | null {
  if (pictures.test(text.trim()) || /^(?:à|aus|in|en) \p{Lu}\S*$/u.test(text)) return null
  const name = text
    .replace(prefixes, '')
    .replace(/^[\s\p{P}\p{S}]+|[\s,;:|/\-–—•·*_]+$/gu, '')
    .replace(/\s+(?:am|on|at|um|vom|den|le|el|il|dne|dnia|den|for|für)$/iu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (name.length < 2 || name.length > 60 || name.split(' ').length > 6) return null
  if (noise.test(name) || roles.test(name) || !/[\p{L}\p{M}]{2}/u.test(name)) return null
  return name
}

const particles =
  /^(?:de|da|do|dos|del|della|di|du|des|la|le|van|von|der|den|ter|ten|zu|zum|af|av|bin|bint|ibn|al|el|y|e|i|dit)$/u

/** Whether a name looks like a person's: two words or more, mostly with capitals, or a short one in a script without them. */
export function looksLikePerson(name: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]/u.test(name)) return name.length <= 12
  const words = name.split(' ')
  if (words.length < 2) return false
  const own = words.filter((word) => !particles.test(word))
  const capitals = own.filter((word) => /^[\p{P}]?(?:\p{Lu}|\p{Lo}|[dl]['’]\p{Lu})/u.test(word)).length
  return capitals * 2 >= own.length && (capitals >= 2 || words.length <= 3)
}

const agencies =
  /^(?:AFP|AP|Reuters|dpa|EFE|ANSA|APA|ATS|Belga|ANP|NTB|TT|Ritzau|PAP|ČTK|MTI|TASS|ТАСС|РИА Новости|RIA Novosti|Interfax|Интерфакс|Укринформ|Ukrinform|Xinhua|新华社|新華社|Kyodo|共同通信|JIJI|時事通信|Yonhap|연합뉴스|PTI|ANI|IANS|UNI|APP|Antara|Bernama|Anadolu|AA|DHA|IHA|İHA|WAFA|SANA|MENA|SPA|WAM|IRNA|ایرنا|ISNA|ایسنا|Mehr|Tasnim|Fars|AAP|UPI|Lusa|SID|KNA|epd|Agencies|وكالات|أ ف ب|رويترز)$/u

/** The agencies named in a short line; wire copy is signed by them where no person signs. */
export function agenciesIn(byline: string): string[] {
  if (byline.length > 60) return []
  const parts = byline
    .replace(/^[\s(]+|[\s)]+$/g, '')
    .replace(prefixes, '')
    .split(/\s*[,;/|·+&()-]\s*|\s+(?:and|und|et|y|i|и|و)\s+/u)
  return parts.every((part) => agencies.test(part)) ? parts : []
}

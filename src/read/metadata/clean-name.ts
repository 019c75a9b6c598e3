// In: a byline as printed or declared. Out: the names in it, without "By", roles, dates and addresses.

const prefixes = new RegExp(
  '^[\\s\\p{P}\\p{S}]*(?:(?:post author|written|reported|posted|published|words|text|story|texte|artikel|report|article|by|submitted|reviewed|edited|authored|author|authors|autor|autoren|autorin|autora|autores|auteur|auteurs|autore|auteure|redaktor|redakce|redaktion|redacci[oó]n|' +
    'verfasst|geschrieben|ver[oö]ffentlicht|ein beitrag|ein artikel|eine analyse|ein kommentar|ein gastbeitrag|interview|foto|kommentar|analyse|propos recueillis|publi[eé]|escrito|publicado|scritto|pubblicato|geschreven|skrevet|szerz[oő]|írta|yazan|haber|tekst|opracowanie|авторы?|текст|автор|подготовил[аи]?|' +
    'الكاتب|كتب|كتبت|بقلم|تحرير|إعداد|نویسنده|خبرنگار|گزارش|مصنف|تحریر|ليکوال|लेखक|द्वारा|penulis|oleh|tác giả|theo|ผู้เขียน|โดย|文|作者|記者|记者|编辑|撰文|取材|執筆|기자)[\\s:：/|-]+' +
    '|(?:by|von|vom|par|por|de|di|da|door|av|af|od|przez|piše|от|от|oleh|إعداد|بقلم|توسط|از)[\\s:：]+)+',
  'iu',
)
const separators =
  /\s*(?:[,;|/·•&、،；，]|\s[-–—]\s|\s+(?:and|und|et|y|e|i|en|og|och|ja|és|și|и|та|ve|و|dan|và|および|with|mit|avec|con|med)\s+)\s*/iu
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
  for (const part of text.replace(prefixes, '').split(separators)) {
    const name = cleanName(part)
    if (name && !names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name)
  }
  return names.slice(0, 12)
}

/** One name, or null when it is none: too long, a role, a date, an address. */
export function cleanName(text: string): string | null {
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

/** Whether a name looks like a person's: two words or more with capitals, or a short one in a script without them. */
export function looksLikePerson(name: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Kana}]/u.test(name)) return name.length <= 12
  const words = name.split(' ')
  if (words.length < 2) return false
  const capitals = words.filter((word) => /^\p{Lu}|^\p{Lo}/u.test(word)).length
  return capitals >= 2 || (capitals >= 1 && words.length <= 3)
}

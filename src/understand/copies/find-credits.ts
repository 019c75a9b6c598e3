// In: a document. Out: whom it says it has its text from, and how it says so.
// Only where outlets say it: at the start (a dateline), at the end (a mark), in the byline, and in set phrases.

import { foldWord } from '../../lib/analyse/fold-letters.ts'
import { agencyOf } from './agencies.ts'
import type { CopyDocument } from './document.ts'
import { skeletonOf } from '../../lib/name-skeleton.ts'

export type Credit = {
  /** As printed, and as shown if it is an agency we know. */
  readonly name: string
  readonly agency: string | null
  /** `dateline` and `mark` are how agencies sign; outlets that print them keep both. */
  readonly how: 'dateline' | 'mark' | 'phrase' | 'byline'
  /** The words it rests on. */
  readonly words: string
}

const HEAD = 220
const TAIL = 220
const NAME = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}.’'&\- ]{1,38}`
const DASH = '[-–—−:/]'

const datelines: readonly RegExp[] = [
  // BAMAKO, 16 sept. 2023 (Méridien) –
  new RegExp(String.raw`^[\p{L}\p{M}\p{N}’'.,/ \-]{2,70}\((${NAME})\)\s*${DASH}`, 'u'),
  // (Reuters) – , [AFP]
  new RegExp(String.raw`^[([（【](${NAME})[)\]）】]\s*${DASH}?`, 'u'),
  // МОСКВА, 19 июл — Северный телеграф.
  new RegExp(
    String.raw`^\p{Lu}[\p{L}\p{M} \-]{1,40},\s*\p{N}{1,2}\s+\p{L}{3,9}\.?(?:\s+\p{N}{4})?\s*[.,]?\s*[-–—/]\s*(${NAME}?)\s*[./]`,
    'u',
  ),
  // 新华社北京7月17日电, 据新华社, 中新社莫斯科…电
  /^(?:据|據)?([\p{Script=Han}]{1,8}(?:社|网|網|通信))[\p{Script=Han}]{0,8}\d{1,2}月\d{1,2}日[电電讯訊]/u,
  // طهران - إرنا: , القاهرة ـ وكالات
  /^[\p{Script=Arabic} ]{2,24}\s*[-–—ـ/]\s*(?:وكالة\s+)?([\p{Script=Arabic} ]{2,20})\s*[-–—ـ/:؛]/u,
]

const phrases: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:source|fuente|fonte|quelle|sumber|kaynak|источник|джерело)\s*:\s*(${NAME})`, 'iu'),
  /(?:المصدر|منبع|سرچینه|ماخذ|来源|來源|出典)\s*[:：]\s*([\p{L}\p{N}][\p{L}\p{M}\p{N} \-]{1,38})/u,
  new RegExp(String.raw`\((?:avec|with|con|com|mit|с|dengan)\s+(${NAME})\)`, 'iu'),
  new RegExp(
    String.raw`\b(?:con información de|com informações d[aeo]|avec|reporting by|this (?:article|story|text) (?:first|originally) appeared (?:in|on)|originally published (?:by|in|on)|republished from|first published (?:by|in|on)|cet article a d’abord paru (?:dans|sur)|publicado originalmente (?:en|por|em|no|na)|оригинал статьи|перепечатано из|по материалам|tuliskan ulang dari|dilansir(?: dari)?|mengutip)\s+(${NAME})`,
    'iu',
  ),
  /(?:نقلا عن|نقلاً عن|به نقل از|به گزارش|د .{2,20} په حواله)\s+([\p{Script=Arabic}][\p{Script=Arabic}\u200c ]{1,30})/u,
  /(?:据|據)([\p{Script=Han}]{2,10}(?:社|报|報|网|網))(?:报道|報道|消息|電)/u,
]

/** Everybody this document names as its source, the surest first; never more than eight. */
export function findCredits(document: CopyDocument): Credit[] {
  const text = document.text.trimStart()
  const head = text.slice(0, HEAD)
  const tail = text.length > HEAD ? text.slice(-TAIL) : ''
  const credits: Credit[] = []
  const add = (name: string | undefined, how: Credit['how'], words: string) => {
    const clean = name?.trim().replace(/[\s.,\-]+$/, '') ?? ''
    if (!/\p{L}{2}/u.test(clean) || credits.some((credit) => credit.name === clean)) return
    credits.push({
      name: clean,
      agency: agencyOf.get(clean.toLowerCase()) ?? null,
      how,
      words: words.trim().slice(0, 120),
    })
  }
  for (const pattern of datelines) {
    const match = pattern.exec(head)
    if (match) add(match[1], 'dateline', match[0])
  }
  for (const place of [head, tail]) {
    for (const match of place.matchAll(/[(（[/]\s*([^()（）[\]/\n]{2,40})\s*[)）\]/]/gu))
      if (agencyOf.has((match[1] ?? '').trim().toLowerCase())) add(match[1], 'mark', match[0])
    for (const pattern of phrases) {
      const match = pattern.exec(place)
      if (match) add(cutName(match[1] ?? ''), 'phrase', match[0])
    }
  }
  addByline(document.author ?? '', add)
  return credits.slice(0, 8)
}

function addByline(byline: string, add: (name: string, how: Credit['how'], words: string) => void): void {
  const inside =
    /\((?:avec|with|con|com|mit)\s+([^)]{2,40})\)|\b(?:con información de|com informações d[aeo]|avec|with)\s+(.{2,40})$/iu.exec(
      byline,
    )
  const name = inside?.[1] ?? inside?.[2]
  if (name) add(name, 'byline', byline)
  for (const part of byline.split(/[,/;|]|\s+(?:et|and|y|e|und|и|و)\s+/u))
    if (agencyOf.has(part.trim().toLowerCase())) add(part, 'byline', byline)
}

/** A name ends where its capitals end: «Severny Telegraf informó». */
function cutName(name: string): string {
  if (!/^\p{Lu}/u.test(name)) return name
  return (
    /^(?:\p{Lu}[\p{L}\p{M}\p{N}.’'&\-]*\s*(?:(?:de|du|des|of|the|da|do|del|la|le)\s+(?=\p{Lu}))?)+/u.exec(name)?.[0] ??
    name
  )
}

/** Whether a credit speaks of this outlet: «Méridien» of Agence Méridien, «harbour-ledger.example» by its address. */
export function isCreditOf(credit: Credit, document: Pick<CopyDocument, 'outlet' | 'url'>): boolean {
  const wanted = fold(credit.agency ?? credit.name)
  const printed = fold(credit.name)
  if (printed.length < 3) return false
  const own = fold(document.outlet ?? '')
  if (own !== '' && (own.includes(printed) || printed.includes(own) || own === wanted)) return true
  const agency = agencyOf.get((document.outlet ?? '').toLowerCase())
  if (agency !== undefined && agency === credit.agency) return true
  if (own !== '' && isInOtherScript(printed, own) && skeletonOf(foldWord(printed)) === skeletonOf(foldWord(own)))
    return true
  const host = fold(nameInHost(document.url ?? ''))
  return host.length > 3 && (host.includes(printed.replaceAll(' ', '')) || printed === host)
}

/** «Северный телеграф» is Severny Telegraf. */
function isInOtherScript(one: string, other: string): boolean {
  return one.length >= 5 && /\p{Script=Latin}/u.test(one) !== /\p{Script=Latin}/u.test(other)
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The name part of a host: `harbourledger` of `www.harbour-ledger.example`; '' for what is no address. */
function nameInHost(url: string): string {
  try {
    const labels = new URL(url).hostname.replace(/^www\./, '').split('.')
    return labels.slice(0, -1).join('.').replaceAll('-', '')
  } catch {
    return ''
  }
}

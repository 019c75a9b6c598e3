// In: what an alert found. Out: the message, as mail and as JSON. Pure. Titles come from outside: they are data here,
// on lines of their own, with their direction kept to themselves (Unicode isolates), and never in a header.

import type { AlertId, DeliveryId, SavedSearch } from '../domain/alert.ts'
import type { ItemId } from '../domain/feed.ts'
import type { TranslationState } from '../domain/translation.ts'
import type { TranslationHead } from '../store/translated-heads.ts'

export type FoundItem = {
  readonly id: ItemId
  readonly title: string | null
  /** How it begins in the desk's language; null = nobody has translated it. */
  readonly translation: TranslationHead | null
  readonly language: string | null
  readonly outlet: string
  readonly url: string
  readonly publishedAt: number | null
  readonly seenAt: number
}

export type AlertMessage = {
  readonly deliveryId: DeliveryId
  readonly alertId: AlertId
  readonly search: Pick<SavedSearch, 'id' | 'name' | 'query'>
  readonly items: readonly FoundItem[]
  /** How many more were found than are named. */
  readonly more: number
}

/** Plain text (RFC 5322 takes care of the rest in the mailer). */
export function composeMail(message: AlertMessage): { readonly subject: string; readonly text: string } {
  const { search, items, more } = message
  const count = items.length + more
  const subject = `${oneLine(search.name)}: ${count} new ${count === 1 ? 'page' : 'pages'}`
  const lines = items.flatMap((item) => [
    ...titleLines(item),
    `  ${isolate(item.outlet)}, ${dayOf(item.publishedAt ?? item.seenAt)}${item.language ? `, ${item.language}` : ''}`,
    `  ${oneLine(item.url)}`,
    '',
  ])
  const rest = more > 0 ? [`… and ${more} more in the desk.`, ''] : []
  return { subject, text: [`Search: ${isolate(search.query)}`, '', ...lines, ...rest, 'Dragoman'].join('\n') }
}

/** A translated title says what it is, and never stands without the original. */
function titleLines({ title, translation }: FoundItem): string[] {
  const original = isolate(title ?? 'No title')
  if (translation === null || translation.title === null) return [original]
  const { language, titleState, titleBy } = translation
  const made = [language, states[titleState], ...(titleBy === null ? [] : [isolate(titleBy)])].join(', ')
  return [`${isolate(translation.title)} [${made}]`, `  ${original}`]
}

const states: Readonly<Record<TranslationState, string>> = {
  none: 'not translated',
  machine: 'machine, not reviewed',
  'machine-reviewed': 'machine, reviewed',
  human: 'by a person',
}

/** The body of the request, JSON. `id` is that of the delivery: a message that comes twice has the same one. */
export function composeWebhook(message: AlertMessage): string {
  const { deliveryId, alertId, search, items, more } = message
  return JSON.stringify({ type: 'alert.items', id: deliveryId, alert: { id: alertId }, search, items, more })
}

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'

function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${oneLine(text)}${POP_ISOLATE}`
}

/** Nothing that ends a line or hides what follows; marks of direction of its own are dropped. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .trim()
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10)
}

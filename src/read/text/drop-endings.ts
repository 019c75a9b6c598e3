// In: picked segments. Out: the same without what articles carry at their ends and in between but do not say:
// appeals to subscribe, lines about the author, and texts that stand there twice.

import type { ArticlePlan } from './article-plan.ts'
import { fold } from './fold.ts'
import { stand } from './segment.ts'
import { isProse } from './worth.ts'

const appeals =
  /newsletter|whats ?app|telegram|abonnier|anmelden|subscrib|sign up|podcast|\bapp\b|suscr[ií]b|s[ií]guenos|abonnez|inscri|iscriviti|abbonat|assine|подпис|підпис|zapisz|subskryb|اشترك|تابعو|عضو شوید|关注|订阅|訂閱|フォロー|구독/iu
const lastOnes = 3

/** Drops endings; `authors` are the names declared for the page. */
export function dropEndings(plan: ArticlePlan, picked: Uint8Array, authors: readonly string[]): void {
  const places: number[] = []
  for (let at = 0; at < picked.length; at++) if (picked[at] && !plan.captions[at]) places.push(at)
  for (const at of places.slice(-lastOnes).reverse()) {
    if (isAppeal(plan, at) || isAboutAuthor(plan, at, authors) || isSignature(plan, at)) picked[at] = 0
    else break
  }
  dropDoubles(plan, picked)
}

function isAppeal(plan: ArticlePlan, at: number): boolean {
  const segment = plan.segments[at]
  return (
    segment !== undefined &&
    !plan.confirmed[at] &&
    segment.weight < 260 &&
    segment.links > 0 &&
    appeals.test(segment.text)
  )
}

/** "Ada Bell is a reporter at …": a line that begins with the name of the one who signed. */
function isAboutAuthor(plan: ArticlePlan, at: number, authors: readonly string[]): boolean {
  const segment = plan.segments[at]
  if (!segment || segment.weight > 420) return false
  const head = fold(segment.text.slice(0, 90))
  return authors.some((author) => {
    const name = fold(author)
    const place = name.includes(' ') ? head.indexOf(name) : -1
    return (
      place >= 0 &&
      place < 24 &&
      /^ (?:is|are|was|ist|war|arbeitet|schreibt|es|est|è|é|jest|är|er|on|—|—)\b/u.test(head.slice(place + name.length))
    )
  })
}

/** A last line that is nothing but a name. */
function isSignature(plan: ArticlePlan, at: number): boolean {
  const segment = plan.segments[at]
  const before = plan.segments[at - 1]
  if (!segment || !before || segment.weight > 40 || !isProse(before) || (segment.stands & stand.listItem) !== 0)
    return false
  return /^\(?(?:\p{Lu}[\p{L}\p{M}.'’-]+\s?){2,4}\)?$/u.test(segment.text)
}

const leastDouble = 60

/** Page templates print captions and summaries twice, for large and small screens; the first is kept. */
function dropDoubles(plan: ArticlePlan, picked: Uint8Array): void {
  const seen = new Set<string>()
  for (let at = 0; at < picked.length; at++) {
    const segment = plan.segments[at]
    if (!picked[at] || !segment || segment.weight < leastDouble) continue
    if (seen.has(segment.text)) picked[at] = 0
    seen.add(segment.text)
  }
}

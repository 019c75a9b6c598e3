// In: a plan without judgment. Out: the same plan, with the segments that lie in menus, comments, related stories,
// promotions and the like marked as out. Names and tags are believed only where the text does not speak against them.

import { attributeOf } from '../html/attributes.ts'
import { tag } from '../html/tag-names.ts'
import type { ArticlePlan } from './article-plan.ts'
import { segmentsUnder } from './article-plan.ts'
import { hint, hintsOf } from './hints.ts'
import { scriptWords } from './phrases.ts'
import { stand } from './segment.ts'
import { isProse } from './worth.ts'

const hardHints =
  hint.related | hint.share | hint.promo | hint.navigation | hint.consent | hint.unseen | hint.embed | hint.sidebar
const softHints = hint.teaser | hint.author | hint.tags | hint.credits | hint.media

/** A name that holds more than this share of all prose does not name chrome. */
const maxShareOfChrome = 0.4
const maxShareOfSoftChrome = 0.25
const maxShareOfComments = 0.9

type Suspect = { node: number; bits: number; share: number; name: string }

/** A word that all the world's cookie notices share. */
const cookieWord = /\bcookies?\b|クッキー|\bкуки\b|файл[а-я]* cookie|ملفات تعريف الارتباط|کوکی/iu

/** Plain searches before patterns: nearly every segment is done with here. */
function mayBeNotice(text: string): boolean {
  return noticeMarks.some((mark) => text.includes(mark))
}

const noticeMarks = ['ookie', 'OOKIE', 'クッキー', 'куки', 'Куки', 'الارتباط', 'کوکی', 'ava', 'AVA']

/** Marks segments about cookies and scripts, unless the page is about these. */
function markNotices(plan: ArticlePlan, title: string): void {
  if (cookieWord.test(title) || /java ?script/i.test(title)) return
  for (const [at, segment] of plan.segments.entries()) {
    if (segment.weight >= 900 || !mayBeNotice(segment.text)) continue
    const isNotice = cookieWord.test(segment.text)
    if (isNotice || (segment.weight < 300 && scriptWords.test(segment.text)))
      plan.out[at] = (plan.out[at] ?? 0) | hint.consent
  }
}

export function markChrome(plan: ArticlePlan, title: string): void {
  markNotices(plan, title)
  const suspects = findSuspects(plan)
  const shareOfName = new Map<string, number>()
  for (const one of suspects) shareOfName.set(one.name, (shareOfName.get(one.name) ?? 0) + one.share)
  for (const { node, bits, share, name } of suspects) {
    // What is true of one such box is true of all of its name: together they are the article, or none of them is.
    const wider = name === '' ? share : Math.max(share, Math.min(1, shareOfName.get(name) ?? 0))
    const [from, to] = segmentsUnder(plan, node)
    const isCaption = isCaptionBox(plan, node, bits) && share < 0.5
    const verdict = chromeBits(bits, share, wider, plan.tree.tags[node] ?? 0)
    for (let at = from; at < to; at++) {
      plan.around[at] = (plan.around[at] ?? 0) | bits
      if (verdict !== 0) plan.out[at] = (plan.out[at] ?? 0) | verdict
      if (isCaption && ((plan.segments[at]?.stands ?? 0) & (stand.cell | stand.preformatted)) === 0)
        plan.captions[at] = 1
    }
  }
}

/** Elements with names or tags that tell something, and how much of the page's prose they hold. */
function findSuspects(plan: ArticlePlan): Suspect[] {
  const { tree } = plan
  const prose = prefixSums(plan)
  const all = prose[plan.segments.length] ?? 0
  const suspects: Suspect[] = []
  for (let node = 0; node < tree.size; node++) {
    const number = tree.tags[node] ?? 0
    if (number === tag.text || number === tag.body || number === tag.html) continue
    const [from, to] = segmentsUnder(plan, node)
    if (to <= from) continue
    const bits = hintsOf(tree, node) | chromeByTag(number)
    if (bits === 0 && number !== tag.figure && number !== tag.figcaption) continue
    const share = all > 0 ? ((prose[to] ?? 0) - (prose[from] ?? 0)) / all : 0
    suspects.push({ node, bits, share, name: share > 0 ? (attributeOf(tree, node, 'class') ?? '') : '' })
  }
  return suspects
}

function isCaptionBox(plan: ArticlePlan, node: number, bits: number): boolean {
  const number = plan.tree.tags[node]
  return (
    number === tag.figcaption ||
    number === tag.figure ||
    ((bits & hint.caption) !== 0 && (bits & (hint.body | hint.lead)) === 0)
  )
}

function chromeByTag(number: number): number {
  if (number === tag.nav || number === tag.footer || number === tag.menu) return hint.navigation
  if (number === tag.aside) return hint.sidebar | hint.related
  if (number === tag.form || number === tag.fieldset || number === tag.label || number === tag.dialog) return hint.promo
  return 0
}

function chromeBits(bits: number, share: number, wider: number, number: number): number {
  if ((bits & hint.comments) !== 0)
    return share < maxShareOfComments && ((bits & hint.body) === 0 || share < 0.3) ? hint.comments : 0
  if ((bits & hint.unseen) !== 0 && share < maxShareOfChrome) return hint.unseen
  if ((bits & hint.body) !== 0) return 0
  const hard = bits & hardHints
  if (hard !== 0 && wider < maxShareOfChrome) return hard
  const soft = bits & softHints
  const isBlockish = number !== tag.article && number !== tag.main
  if (soft !== 0 && isBlockish && wider < maxShareOfSoftChrome && (bits & (hint.lead | hint.title)) === 0) return soft
  return 0
}

function prefixSums(plan: ArticlePlan): Float64Array {
  const sums = new Float64Array(plan.segments.length + 1)
  for (const [at, segment] of plan.segments.entries()) {
    sums[at + 1] = (sums[at] ?? 0) + (isProse(segment) ? segment.weight * (1 - segment.linkShare) : 0)
  }
  return sums
}

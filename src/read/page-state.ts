// In: what was found on a page. Out: whether it is all there was to read, and if not, why not.

import type { ReadingState } from '../domain/reading.ts'
import { tag } from './html/tag-names.ts'
import type { PageTree } from './html/page-tree.ts'
import { textOfNode } from './html/node-text.ts'
import type { PageFacts } from './metadata/page-facts.ts'
import { hint } from './text/hints.ts'
import { scriptWords } from './text/phrases.ts'
import type { TextReading } from './text/read-text.ts'
import { addWeight } from './text/weigh-text.ts'

export type StateVerdict = { readonly state: ReadingState; readonly reason: string | null }

const least = 60
const shortForAnArticle = 1400

const wallWords =
  /subscri(?:be|ption) (?:now |today )?to (?:read|continue|unlock|keep|access|view)|(?:only )?(?:for|to) subscribers|subscribers only|continue reading|already a (?:subscriber|member)|unlock (?:this|the)|read the full (?:story|article)|members[- ]only|weiterlesen mit|jetzt weiterlesen|nur für abonnenten|exklusiv für abonnenten|abo(?:nnement)? abschließen|réservé aux abonnés|pour lire la suite|abonnez-vous pour|contenido exclusivo|solo para suscriptores|suscríbete para|para seguir leyendo|riservato agli abbonati|abbonati per|exclusivo para assinantes|assine para|alleen voor abonnees|verder lezen|dla prenumeratorów|dostęp do (?:treści|artykułu)|только для подписчиков|оформите подписку|للمشتركين فقط|مخصص للمشتركين|会員限定|有料会員|続きを読むには|会员专享|付费阅读|구독자 전용/i
/** What a page lets us read. `isCut` = the time budget or the room for nodes ended first. */
export function judgeState(tree: PageTree, facts: PageFacts, text: TextReading, isCut: boolean): StateVerdict {
  if (isCut) return { state: 'out-of-time', reason: 'The time for this page ran out; this is what was found by then.' }
  const sum = { weight: 0, stops: 0, commas: 0 }
  addWeight(text.text.slice(0, 20_000), sum)
  if (sum.weight < shortForAnArticle || isBelowCount(text, facts)) {
    const wall = findWall(facts, text, sum.weight)
    if (wall) return { state: 'paywalled', reason: wall }
  }
  if (sum.weight >= least) return { state: 'whole', reason: null }
  if (asksForScript(tree, text) || (facts.scriptLength > 20_000 && text.article.plan.segments.length < 25)) {
    return { state: 'needs-script', reason: 'The page shows its text only to browsers that run its scripts.' }
  }
  return { state: 'not-an-article', reason: 'There is no text on the page that looks like an article.' }
}

/** Why a page counts as closed to those who do not pay, or null. */
function findWall(facts: PageFacts, { article, source }: TextReading, weight: number): string | null {
  if (source !== 'elements') return null
  if (facts.jsonLd.article?.isFree === false)
    return 'The page declares itself not accessible for free, and shows little of its text.'
  const { plan, picked } = article
  const end = picked.lastIndexOf(1)
  for (let at = Math.max(0, end - 3); at < Math.min(plan.segments.length, end + 14); at++) {
    const segment = plan.segments[at]
    if (!segment || segment.weight > 300) continue
    const isCalledWall = ((plan.around[at] ?? 0) & hint.paywall) !== 0 && !picked[at]
    if (wallWords.test(segment.text) && (isCalledWall || weight < 900))
      return `The page asks for a subscription: “${segment.text.slice(0, 120)}”.`
  }
  return null
}

/** Whether linked data counts many more words than we found. */
function isBelowCount({ text }: TextReading, facts: PageFacts): boolean {
  const count = facts.jsonLd.article?.wordCount ?? 0
  return count > 150 && text.split(/\s+/).length < count * 0.5
}

function asksForScript(tree: PageTree, { article }: TextReading): boolean {
  for (const segment of article.plan.segments) if (segment.weight < 300 && scriptWords.test(segment.text)) return true
  for (let node = 0; node < tree.size; node++) {
    if (tree.tags[node] !== tag.noscript) continue
    const raw = tree.rawFrom.get(node)
    if (scriptWords.test(raw ? tree.html.slice(raw[0], Math.min(raw[1], raw[0] + 2000)) : textOfNode(tree, node, 1000)))
      return true
  }
  return false
}

// In: a page and its text. Out: the language of the whole and of blocks that differ, with the direction of the script.
// The text decides; what the page declares is heard only where the text is too short to tell.

import { attributeOf } from './html/attributes.ts'
import { nodeAtPath } from './html/node-path.ts'
import type { PageTree } from './html/page-tree.ts'
import { detectLanguage } from './language/detect-language.ts'
import { metaOf, type PageFacts } from './metadata/page-facts.ts'
import type { TextReading } from './text/read-text.ts'

export type LanguageVerdict = {
  readonly language: string | null
  readonly confidence: number
  readonly direction: 'ltr' | 'rtl'
  /** By index of block, where it differs from the document's. */
  readonly ofBlocks: ReadonlyMap<number, string>
  readonly notes: readonly string[]
}

const enoughToTell = 120
const sampleLength = 1200
const maxBlocksAsked = 6

export async function judgeLanguage(
  tree: PageTree,
  facts: PageFacts,
  { text, blocks }: TextReading,
  title: string | null,
): Promise<LanguageVerdict> {
  // A page's worth of a short column tells as much as the whole, and costs a fraction.
  const sample = text.length >= enoughToTell ? sampleOf(text) : `${title ?? ''}\n${text}`
  const guess = await detectLanguage(sample)
  const declared = declaredLanguage(facts)
  const isSure = guess !== undefined && (guess.confidence >= 0.7 || !declared)
  const agrees = guess !== undefined && declared !== null && baseOf(guess.language) === baseOf(declared)
  const language = isSure || agrees ? (guess?.language ?? null) : declared
  const confidence = language === null ? 0 : isSure || agrees ? Math.max(guess?.confidence ?? 0, agrees ? 0.6 : 0) : 0.4
  const notes =
    isSure && declared && !agrees && text.length >= enoughToTell
      ? [`The page declares the language ${declared}, but its text is in ${language ?? 'another'}.`]
      : []
  return {
    language,
    confidence,
    direction: directionOf(sample, language),
    ofBlocks: await languagesOfBlocks(tree, text, blocks, language),
    notes,
  }
}

/** From beyond the first lines, where names and places crowd. */
function sampleOf(text: string): string {
  return text.length <= sampleLength * 1.5 ? text : text.slice(200, 200 + sampleLength)
}

function declaredLanguage(facts: PageFacts): string | null {
  const claim =
    facts.htmlLang ??
    facts.jsonLd.article?.language ??
    metaOf(facts, 'content-language', 'og:locale', 'language', 'dc.language')
  const tag = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.exec(claim?.trim() ?? '')?.[0]
  return tag ? tag.replaceAll('_', '-').replace(/^[A-Z]+/, (base) => base.toLowerCase()) : null
}

const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? language

const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g

/** The direction of most letters of the text. */
function directionOf(text: string, language: string | null): 'ltr' | 'rtl' {
  const head = text.slice(0, 4000)
  const rtl = head.match(rtlLetters)?.length ?? 0
  const all = head.match(/\p{L}/gu)?.length ?? 0
  if (all < 5) return /^(?:ar|fa|ur|ps|he|ckb|ug|sd|yi|dv)\b/.test(language ?? '') ? 'rtl' : 'ltr'
  return rtl * 2 > all ? 'rtl' : 'ltr'
}

/** Blocks that say so by a lang attribute, or that are written mostly in another script. */
async function languagesOfBlocks(
  tree: PageTree,
  text: string,
  blocks: TextReading['blocks'],
  language: string | null,
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const main = scriptOf(text.slice(0, 2000))
  let asked = 0
  for (const [at, block] of blocks.entries()) {
    const claimed = block.path && /\blang\s*=/i.test(tree.html) ? claimedLanguage(tree, block.path) : null
    if (claimed && baseOf(claimed) !== baseOf(language ?? '')) {
      found.set(at, claimed)
      continue
    }
    const piece = text.slice(block.start, block.end)
    if (piece.length < 40 || asked >= maxBlocksAsked || scriptOf(piece) === main) continue
    asked++
    const guess = await detectLanguage(piece)
    if (guess && guess.confidence > 0.8 && baseOf(guess.language) !== baseOf(language ?? ''))
      found.set(at, guess.language)
  }
  return found
}

/** A lang attribute on the block itself or close around it; the page's own is no claim about a block. */
function claimedLanguage(tree: PageTree, path: string): string | null {
  let node = nodeAtPath(tree, path)
  for (let steps = 0; steps < 2 && node > 0; steps++) {
    const lang = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.exec(attributeOf(tree, node, 'lang') ?? '')?.[0]
    if (lang) return lang
    node = tree.parents[node] ?? 0
  }
  return null
}

function scriptOf(text: string): string {
  const counts: readonly (readonly [string, RegExp])[] = [
    ['latin', /[A-Za-z\u00c0-\u024f]/g],
    ['cyrillic', /[\u0400-\u04ff]/g],
    ['arabic', /[\u0600-\u06ff\u0750-\u077f]/g],
    ['cjk', /[\u3040-\u9fff\uac00-\ud7af]/g],
    ['other', /[\u0370-\u03ff\u0530-\u05ff\u0900-\u1fff]/g],
  ]
  let best = 'none'
  let most = 0
  for (const [name, pattern] of counts) {
    const count = text.match(pattern)?.length ?? 0
    if (count > most) {
      best = name
      most = count
    }
  }
  return best
}

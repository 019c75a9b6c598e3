// In: a page and its text. Out: the language of the whole and of blocks that differ, with the direction of the script.
// The text decides; what the page declares is heard only where the text is too short to tell.

import { attributeOf } from './html/attributes.ts'
import type { PageTree } from './html/page-tree.ts'
import { detectLanguage, type LanguageGuess } from './language/detect-language.ts'
import { findStrangers } from './language/find-strangers.ts'
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

const unknown = { language: null, confidence: 0, ofBlocks: new Map<number, string>(), notes: [] }
const enoughToTell = 120
const sampleLength = 700
const maxBlocksAsked = 6
/** Lists and names in the page's own script look strange easily; and Persian that says nothing of its country may be Dari. */
const sureOfBlock = { inOwnScript: 0.9, inAnother: 0.7 }

export async function judgeLanguage(
  tree: PageTree,
  facts: PageFacts,
  { text, blocks, nodes }: TextReading,
  title: string | null,
): Promise<LanguageVerdict> {
  // A page's worth of a short column tells as much as the whole, and costs a fraction.
  const sample = text.length >= enoughToTell ? sampleOf(text) : `${title ?? ''}\n${text}`
  // A title alone is too little to tell a language by, and an empty page is in none, whatever it declares.
  if (!/\p{L}/u.test(text)) return { ...unknown, direction: directionOf(sample, declaredLanguage(facts)) }
  const declared = declaredLanguage(facts)
  const guess = (await confirmDeclared(sample, declared)) ?? (await detectLanguage(sample, declared ? [declared] : []))
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
    ofBlocks: await languagesOfBlocks(tree, { text, blocks, nodes }, language),
    notes,
  }
}

const glance = 240
const sureAtAGlance = 0.98
/** Neighbours that a few lines do not tell apart. */
const closeRelatives = new Set('fa sr hr bs id ms nb nn no da cs sk pt gl es ca ti am zh uk be ru bg mk'.split(' '))

/** Where a page says what it is in and a few of its lines bear that out, the rest is not asked; `undefined` = ask on. */
async function confirmDeclared(sample: string, declared: string | null): Promise<LanguageGuess | undefined> {
  if (declared === null || sample.length <= glance || closeRelatives.has(baseOf(declared))) return undefined
  const middle = Math.floor((sample.length - glance) / 2)
  const guess = await detectLanguage(sample.slice(middle, middle + glance), [declared])
  const isBorneOut = guess !== undefined && guess.confidence >= sureAtAGlance && guess.language === baseOf(declared)
  return isBorneOut ? guess : undefined
}

/** Three pieces from beyond the first lines, where names and places crowd: a long quotation in another language is only one of them. */
function sampleOf(text: string): string {
  if (text.length <= sampleLength * 1.5) return text
  const length = Math.round(sampleLength / 3)
  return [0.2, 0.5, 0.8]
    .map((part) => Math.floor((text.length - length) * part))
    .map((start) => text.slice(start, start + length))
    .join('\n')
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

/** Blocks that say so by a lang attribute, are written mostly in another script, or have other short words than the rest. */
async function languagesOfBlocks(
  tree: PageTree,
  { text, blocks, nodes }: Pick<TextReading, 'text' | 'blocks' | 'nodes'>,
  language: string | null,
): Promise<Map<number, string>> {
  const found = new Map<number, string>()
  const main = scriptOf(text.slice(0, 2000))
  const hasClaims = tree.html.includes('lang=')
  const pieces = blocks.map(({ start, end }) => text.slice(start, end))
  const strangers = new Set(findStrangers(pieces))
  let asked = 0
  for (const [at, piece] of pieces.entries()) {
    const claimed = hasClaims ? claimedLanguage(tree, nodes[at] ?? -1) : null
    if (claimed && baseOf(claimed) !== baseOf(language ?? '')) {
      found.set(at, claimed)
      continue
    }
    const isForeign = scriptOf(piece) !== main
    if (piece.length < 40 || asked >= maxBlocksAsked || !(isForeign || strangers.has(at))) continue
    asked++
    const guess = await detectLanguage(piece)
    const least = isForeign ? sureOfBlock.inAnother : sureOfBlock.inOwnScript
    if (guess && guess.confidence > least && baseOf(guess.language) !== baseOf(language ?? ''))
      found.set(at, guess.language)
  }
  return found
}

/** A lang attribute on the block itself or close around it; the page's own is no claim about a block. */
function claimedLanguage(tree: PageTree, start: number): string | null {
  let node = start
  for (let steps = 0; steps < 2 && node > 0; steps++) {
    const lang = /^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.exec(attributeOf(tree, node, 'lang') ?? '')?.[0]
    if (lang) return lang
    node = tree.parents[node] ?? 0
  }
  return null
}

type Script = 'latin' | 'cyrillic' | 'arabic' | 'cjk' | 'other' | 'none'

const lettersEnough = 300

/** The script of most letters at the beginning of a text. */
function scriptOf(text: string): Script {
  const counts: Record<Script, number> = { latin: 0, cyrillic: 0, arabic: 0, cjk: 0, other: 0, none: 0 }
  for (let at = 0; at < Math.min(text.length, lettersEnough); at++) counts[scriptOfLetter(text.charCodeAt(at))]++
  counts.none = 0
  let best: Script = 'none'
  for (const script of ['latin', 'cyrillic', 'arabic', 'cjk', 'other'] as const) {
    if (counts[script] > counts[best]) best = script
  }
  return best
}

function scriptOfLetter(code: number): Script {
  if (code < 0x41) return 'none'
  if (code <= 0x7a) return code <= 0x5a || code >= 0x61 ? 'latin' : 'none'
  if (code < 0xc0) return 'none'
  if (code <= 0x24f) return 'latin'
  if (code >= 0x400 && code <= 0x52f) return 'cyrillic'
  if ((code >= 0x600 && code <= 0x6ff) || (code >= 0x750 && code <= 0x77f)) return 'arabic'
  if ((code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af)) return 'cjk'
  return (code >= 0x370 && code <= 0x5ff) || (code >= 0x900 && code <= 0x1fff) ? 'other' : 'none'
}

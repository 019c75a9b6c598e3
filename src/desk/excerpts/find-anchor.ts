// In: a text and an anchor made on another one. Out: where its words stand now, or that they are gone, and how that is known.
// Why never silently: words that are found elsewhere may be said by somebody else there; a person has to look.

import type { AnchorFound } from '../../domain/excerpt-history.ts'
import type { Anchor } from '../../domain/excerpt.ts'
import { findAlike } from './find-alike.ts'
import { anchorAt, isInsidePair } from './make-anchor.ts'

/** How many letters are compared at most: a text that repeats one letter must not cost its square. */
const MOST_COMPARED = 50_000_000
/** Words shorter than this are everywhere: without their surroundings they are not recognised. */
const SHORT = 12
const LEAST_AROUND = 8

/** Looks for the words of an anchor: at their place, then anywhere with their surroundings, then words that are alike. */
export function findAnchor(text: string, anchor: Anchor): AnchorFound {
  if (anchor.exact === '') return { kind: 'lost', reason: 'The anchor holds no words.' }
  const here = text.startsWith(anchor.exact, anchor.start) ? aroundOf(text, anchor, anchor.start) : -1
  if (here === anchor.prefix.length + anchor.suffix.length) return { kind: 'held', anchor: asHeld(text, anchor) }
  return findSameWords(text, anchor) ?? findAlikeWords(text, anchor)
}

function findSameWords(text: string, anchor: Anchor): AnchorFound | undefined {
  const { exact, start } = anchor
  // The old place is looked at first, so that it is among the candidates however many there are.
  let best = isWhole(text, anchor, start) ? { at: start, around: aroundOf(text, anchor, start) } : undefined
  let equals = best ? 1 : 0
  let seen = 0
  const most = MOST_COMPARED / (exact.length + anchor.prefix.length + anchor.suffix.length)
  for (let at = text.indexOf(exact); at >= 0 && seen < most; at = text.indexOf(exact, at + 1)) {
    seen++
    if (at === start || !isWhole(text, anchor, at)) continue
    const around = aroundOf(text, anchor, at)
    if (best && around < best.around) continue
    equals = best && around === best.around ? equals + 1 : 1
    // Of two that are as good, the one nearer to the old place is shown first.
    if (!best || around > best.around || Math.abs(at - start) < Math.abs(best.at - start)) best = { at, around }
  }
  if (!best) return undefined
  if (exact.length < SHORT && best.around < LEAST_AROUND) {
    return {
      kind: 'lost',
      reason: `“${exact}” stands ${seen} times in the text, nowhere between the words it stood in.`,
    }
  }
  if (best.at === start && equals === 1) return { kind: 'held', anchor: asHeld(text, anchor) }
  const found = anchorAt(text, best.at, best.at + exact.length)
  return { kind: 'moved', anchor: found, how: 'same-words', distance: 0, places: equals }
}

function findAlikeWords(text: string, { exact }: Anchor): AnchorFound {
  const alike = findAlike(text, exact)
  if (!alike) {
    return { kind: 'lost', reason: 'Its words are not in the text, and nothing is like them in four letters of five.' }
  }
  const { distance, places } = alike
  const start = isInsidePair(text, alike.start) ? alike.start - 1 : alike.start
  const end = isInsidePair(text, alike.end) ? alike.end + 1 : alike.end
  return { kind: 'moved', anchor: anchorAt(text, start, end), how: 'alike', distance, places }
}

/** Whether the words stand here, and cut no character in two. */
function isWhole(text: string, { exact }: Anchor, at: number): boolean {
  return text.startsWith(exact, at) && !isInsidePair(text, at) && !isInsidePair(text, at + exact.length)
}

/** The anchor with the surroundings that its words have in this text. */
function asHeld(text: string, { start, end }: Anchor): Anchor {
  return anchorAt(text, start, end)
}

/** How many letters before and after a place are those that stood around the words, counted from the words outwards. */
function aroundOf(text: string, { exact, prefix, suffix }: Anchor, at: number): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) before++
  let after = 0
  while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after++
  return before + after
}

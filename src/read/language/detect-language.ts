// In: a text. Out: its likeliest language and how sure that is.
// One file hides the detector, so that a better one can take its place without the reader's noticing.

import { loadModule } from 'cld3-asm'

export type LanguageGuess = { readonly language: string; readonly confidence: number }

type Identifier = { findLanguage(text: string): { language: string; probability: number; is_reliable: boolean } }

let loading: Promise<Identifier> | undefined

/** The wasm binary is loaded once a thread; the first call waits for it. */
function loadIdentifier(): Promise<Identifier> {
  loading ??= loadModule().then((factory) => factory.create(0, 4096))
  return loading
}

/**
 * The likeliest language of a text.
 *
 * @returns BCP 47 language and 0–1; `undefined` when there is nothing to judge by
 */
export async function detectLanguage(text: string): Promise<LanguageGuess | undefined> {
  const sample = text.slice(0, 4000)
  if (!/\p{L}/u.test(sample)) return undefined
  const found = (await loadIdentifier()).findLanguage(sample)
  if (found.language === 'und') return undefined
  return { language: found.language, confidence: found.probability }
}

// In: text, its language. Out: the same in Latin letters, with the names that the desk has agreed on in its own form.
// The glossary wins over authorities: it says how a name is written, authorities say who it is.

import { nameKey } from '../desk/authorities/name-key.ts'
import { listPossibleNames, romanise, type EstablishedForm, type Romanised } from '../lib/romanise/romanise.ts'
import type { Db } from '../store/db.ts'
import { findEstablishedNames } from '../store/established-names.ts'
import { isLanguage, type GlossaryTerm } from '../translate/glossary/glossary-term.ts'
import { loadGlossary } from '../translate/glossary/keep-glossary.ts'

export type RomaniseRequest = {
  readonly text: string
  /** BCP 47, of the text. */
  readonly language: string
  /** BCP 47, of the desk: whose forms count as established. */
  readonly to: string
  readonly isName: boolean
  readonly tones: boolean
}

const LATIN = /^[\p{Script=Latin}\P{L}]*\p{Script=Latin}[\p{Script=Latin}\P{L}]*$/u

export async function romaniseText(db: Db, { text, language, to, isName, tones }: RomaniseRequest): Promise<Romanised> {
  const keys = [...new Set(listPossibleNames(text).map(nameKey))].filter((key) => key !== '')
  const [known, agreed] = await Promise.all([
    findEstablishedNames(db, keys),
    loadGlossary(db).then((terms) => findAgreed(terms, new Set(keys), { language, to })),
  ])
  const findEstablished = (word: string): EstablishedForm | undefined => {
    const key = nameKey(word)
    const form = agreed.get(key)
    if (form !== undefined) return { text: form, from: 'glossary' }
    const name = known.get(key)
    return name === undefined ? undefined : { text: name, from: 'authority' }
  }
  return romanise(text, language, { isName, tones, findEstablished })
}

/** Key of a name in the language of the text → what it is agreed to be in Latin letters. Two terms of one spelling say nothing. */
function findAgreed(
  terms: readonly GlossaryTerm[],
  keys: ReadonlySet<string>,
  { language, to }: { language: string; to: string },
): Map<string, string> {
  const forms = new Map<string, Set<string>>()
  for (const { names } of terms) {
    const form = names.find(
      (name) => isLanguage(name.language, to) && name.status === 'agreed' && LATIN.test(name.text),
    )
    if (!form) continue
    for (const name of names) {
      const key = isLanguage(name.language, language) && name.status !== 'forbidden' ? nameKey(name.text) : ''
      if (keys.has(key)) forms.set(key, (forms.get(key) ?? new Set()).add(form.text))
    }
  }
  return new Map([...forms].flatMap(([key, [form, ...others]]) => (form && others.length === 0 ? [[key, form]] : [])))
}

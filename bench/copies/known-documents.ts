// The documents the bench of copies knows the answers to: those written by hand, the sample press with its human
// translations, and copies made of both. Independent reports of one event are among them on purpose.

import { sampleOutlets } from '../../src/sample/outlets.ts'
import { languageOf, type SampleItem, type SampleOutlet } from '../../src/sample/sample-outlet.ts'
import { handMade } from '../../src/understand/copies/fixtures/hand-made.ts'
import type { CopyDocument } from '../../src/understand/copies/document.ts'
import { createRandom } from '../search-corpus.ts'
import { makeCopies } from './make-copies.ts'
import type { KnownDocument } from './score-copies.ts'

const kindsOfSample = {
  'wire-copy': ['wire-copy'],
  repost: ['same-text', 'in-chrome'],
  'translated-copy': ['translation'],
} as const

/** Written by hand: for pieces that nobody's dice made. */
export function handMadeDocuments(): KnownDocument[] {
  return handMade.map(({ document, of }) => ({
    document,
    of: of?.id ?? null,
    kinds: of?.kinds ?? [],
    label: `by hand: ${of?.kinds[0] ?? 'none'}`,
  }))
}

export function sampleDocuments(): KnownDocument[] {
  return sampleOutlets.flatMap((outlet) =>
    outlet.items.map((item) => ({
      document: toDocument(outlet, item),
      of: item.origin ? `${item.origin.host}${item.origin.path}` : null,
      kinds: item.origin ? kindsOfSample[item.origin.kind] : [],
      label: `sample press: ${item.origin?.kind ?? 'none'}`,
    })),
  )
}

/** The sample press in its own languages with each item's English translation, made by people. */
export function translatedDocuments(): KnownDocument[] {
  const copies = new Set(
    sampleOutlets.flatMap(({ host, items }) => items.filter(({ origin }) => origin).map(({ path }) => host + path)),
  )
  return sampleOutlets.flatMap((outlet) =>
    outlet.items.flatMap((item): KnownDocument[] => {
      const document = toDocument(outlet, item)
      if (copies.has(document.id)) return []
      const own: KnownDocument = { document, of: null, kinds: [], label: 'none' }
      if (!item.translation) return [own]
      const { title, paragraphs } = item.translation
      const english: CopyDocument = {
        ...document,
        id: `${document.id}#en`,
        title,
        text: paragraphs.join('\n'),
        language: 'en',
        outlet: null,
        url: null,
      }
      return [
        own,
        {
          document: english,
          of: document.id,
          kinds: ['translation'],
          label: `translation ${document.language ?? ''} → en`,
        },
      ]
    }),
  )
}

/** Copies by dice of all that is nobody's copy. */
export function madeDocuments(seed: number): KnownDocument[] {
  const random = createRandom(seed)
  const originals = [...sampleDocuments(), ...handMadeDocuments()].filter(({ of }) => of === null)
  const texts = originals.map(({ document }) => document)
  return originals.flatMap(({ document }) => [
    { document, of: null, kinds: [], label: 'none' },
    ...makeCopies(document, texts, random).map((copy) => ({
      ...copy,
      label: `by dice: ${copy.document.id.split('#')[1] ?? ''}`,
    })),
  ])
}

function toDocument(outlet: SampleOutlet, item: SampleItem): CopyDocument {
  const id = `${outlet.host}${item.path}`
  return {
    id,
    title: item.title,
    text: `${item.dateline ? `${item.dateline} ` : ''}${item.paragraphs.join('\n')}`,
    language: languageOf(outlet, item),
    published: { at: Date.parse(item.published), precision: 'minute' },
    outlet: outlet.name,
    url: `http://${id}`,
    author: item.byline ?? null,
  }
}

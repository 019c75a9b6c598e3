import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Excerpt, ExcerptPart, Glued } from '../../domain/excerpt.ts'
import { exportAnnotation, exportCollection, type Annotation, type AnnotatedPage } from './export-annotations.ts'
import { makeAnchor } from './make-anchor.ts'
import { excerptsOf } from './test-annotations.ts'

const text = '😀 The minister “left” 👨‍👩‍👧 early; \u200fالوزير غادر\u200f. </script> & more 𝔸 words at the end.'

function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

const uuid = (n: number): string => `018b2f3c-7d10-7a44-9c3e-${String(n).padStart(12, '0')}`

function someExcerpt(roll: (below: number) => number, n: number): Excerpt {
  const parts: ExcerptPart[] = []
  const glued = (): { glued?: Glued } => {
    const side = [undefined, 'left', 'right', 'both'] as const
    const chosen = side[roll(4)]
    return chosen === undefined ? {} : { glued: chosen }
  }
  let from = 0
  while (parts.length < 6 && from < text.length - 12) {
    const start = from + roll(10)
    const made = makeAnchor(text, start, start + 1 + roll(9))
    if (made.kind === 'made' && made.anchor.start >= from) {
      parts.push({ kind: 'quote', anchor: made.anchor })
      from = made.anchor.end
    } else from = start + 10
    if (roll(2) === 0) parts.push({ kind: 'elision', ...glued() })
    if (roll(3) === 0) parts.push({ kind: 'insertion', text: 'of “Mali” <b>', ...glued() })
  }
  if (!parts.some(({ kind }) => kind === 'quote')) {
    const made = makeAnchor(text, 3, 9)
    if (made.kind === 'made') parts.push({ kind: 'quote', anchor: made.anchor })
  }
  const translated = { language: 'fr', parts: [{ kind: 'words' as const, text: 'mots' }, { kind: 'elision' as const }] }
  return {
    id: uuid(n) as never,
    readingId: uuid(1) as never,
    captureId: uuid(2) as never,
    parts,
    language: roll(2) === 0 ? null : 'ar',
    speaker: roll(2) === 0 ? null : 'الوزير',
    translation:
      roll(2) === 0
        ? null
        : { ...translated, state: 'machine', by: 'pivot 2', at: 17, ...(roll(2) === 0 && { edited: true }) },
    anchoring: (['held', 'moved', 'lost'] as const)[roll(3)] ?? 'held',
    tags: ['a', 'b'].slice(roll(3)),
    note: roll(2) === 0 ? null : 'look again',
    basket: roll(2) === 0 ? null : 'Boats',
    madeBy: 'M. Okafor',
    madeAt: Date.UTC(2023, 8, 16, 12, 30, 5, 123),
    revision: 1 + roll(4),
  }
}

const page: AnnotatedPage = {
  url: 'https://al-manara.example/1',
  address: 'https://al-manara.example/r?to=1',
  text,
  requestedAt: 1_694_889_067_000,
  digest: 'ab'.repeat(32),
  archivedUrl: null,
}

test('what is exported and imported again is the same excerpt, alone and in a collection', () => {
  const roll = dice(41)
  const excerpts = Array.from({ length: 300 }, (_, n) => someExcerpt(roll, n))
  for (const excerpt of excerpts) {
    const json = JSON.parse(JSON.stringify(exportAnnotation(excerpt, page, 'dragoman test'))) as unknown
    assert.deepEqual(excerptsOf(json), [excerpt])
  }
  const about = { id: uuid(9), label: 'Boats', generator: 'dragoman test', at: 5 }
  const all = exportCollection(
    excerpts.map((excerpt) => ({ excerpt, page })),
    about,
  )
  assert.deepEqual(excerptsOf(JSON.parse(JSON.stringify(all))), excerpts)
  assert.deepEqual(excerptsOf(exportCollection([], about)), [])
})

test('an export keeps the rules of the Web Annotation Data Model', () => {
  const roll = dice(43)
  for (let n = 0; n < 100; n++) checkAnnotation(exportAnnotation(someExcerpt(roll, n), page, 'dragoman test'))
})

/** The MUSTs of the model for what we use of it: sections 3.1, 3.2, 3.3.5, 4, 4.2.4, 4.2.5 and 4.3.1. */
function checkAnnotation(annotation: Annotation): void {
  const [context] = annotation['@context'] as unknown[]
  assert.equal(context, 'http://www.w3.org/ns/anno.jsonld')
  assert.equal(annotation['type'], 'Annotation')
  assert.ok(URL.canParse(String(annotation['id'])))
  assert.match(String(annotation['created']), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)
  const motivations = ['highlighting', 'commenting', 'tagging', 'describing']
  for (const motivation of annotation['motivation'] as string[]) assert.ok(motivations.includes(motivation))
  const targets = annotation['target'] as Record<string, unknown>[]
  assert.ok(targets.length >= 1)
  for (const target of targets) {
    assert.equal(target['type'], 'SpecificResource')
    assert.ok(URL.canParse((target['source'] as { id: string }).id))
    const [quote, position, ...more] = target['selector'] as Record<string, unknown>[]
    assert.deepEqual(more, [])
    assert.equal(quote?.['type'], 'TextQuoteSelector')
    assert.ok(typeof quote['exact'] === 'string' && typeof quote['prefix'] === 'string')
    assert.equal(position?.['type'], 'TextPositionSelector')
    const letters = [...text].slice(Number(position['start']), Number(position['end'])).join('')
    assert.equal(letters, quote['exact'], 'positions count characters, not units')
    assert.deepEqual(Object.keys(target['state'] as object), ['type', 'sourceDate'])
  }
  for (const body of (annotation['body'] ?? []) as Record<string, unknown>[]) {
    assert.equal(body['type'], 'TextualBody')
    assert.equal(typeof body['value'], 'string')
    assert.ok(motivations.includes(String(body['purpose'])))
  }
}

test('an export says where everybody can find the copy, if anywhere', () => {
  const stateOf = (archivedUrl: string | null) => {
    const annotation = exportAnnotation(someExcerpt(dice(3), 3), { ...page, archivedUrl }, 'x')
    return (annotation['target'] as { state: unknown }[])[0]?.state
  }
  const state = { type: 'TimeState', sourceDate: '2023-09-16T18:31:07.000Z' }
  assert.deepEqual(stateOf(null), state)
  assert.deepEqual(stateOf('https://archive.example/7'), { ...state, cached: 'https://archive.example/7' })
})

test('a passage that does not stand at its place any more is exported without a position', () => {
  const excerpt = someExcerpt(dice(3), 3)
  const [target] = exportAnnotation(excerpt, { ...page, text: 'Something else.' }, 'x')['target'] as {
    selector: object[]
  }[]
  assert.equal(target?.selector.length, 1)
})

test('what was not exported here, or was tampered with, is refused with a reason', () => {
  const good = exportAnnotation(someExcerpt(dice(5), 5), page, 'x')
  const wrong: unknown[] = [
    null,
    [],
    'annotation',
    {},
    { ...good, type: 'Note' },
    { ...good, target: [] },
    {
      ...good,
      'dragoman:excerpt': { ...(good['dragoman:excerpt'] as object), parts: [{ kind: 'quote', target: 99 }] },
    },
    { ...good, target: (good['target'] as object[]).map((target) => ({ ...target, 'dragoman:utf16': [0, 1_000] })) },
    { ...good, id: 'javascript:alert(1)' },
    { ...good, body: [{ type: 'TextualBody', purpose: 'tagging', value: 'x'.repeat(81) }] },
    { ...good, body: [{ type: 'TextualBody', purpose: 'commenting', value: 'x'.repeat(5_001) }] },
  ]
  for (const json of wrong) assert.equal(excerptsOf(json), null)
})

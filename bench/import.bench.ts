// Import: what a printed digest says, field by field, against answers made by hand; and pages a second.
// Promises: titles, captions, quotes, labels, image blocks and index rows all right; sources all found, in order; outlets,
// descriptors, dates, addresses, boundaries and references 98 of 100; titles of sources 95 of 100; resolved references 95 of
// 100 of those whose target is there; no character lost; a text a hundred times as long takes at most 130 times as long.
//
//   npm run bench -- import [DIR] [--misses]
//
// DIR holds texts (NAME.txt) and answers (NAME.json beside them or in DIR/gold); without it our own pages are measured.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { importText } from '../src/desk/import/import-text.ts'
import { toSeedForm } from '../src/desk/import/to-seed-form.ts'
import { resolveFiles } from '../src/desk/references/resolve-files.ts'
import { judge, type BenchResult, type Bound } from './bench-result.ts'
import { scoreFile, type Scores } from './import/score-import.ts'

export const about =
  'printed digests against answers made by hand, field by field; pages a second; growth at 10 and 100 times the length'

const ownPages = join(import.meta.dirname, '../src/desk/import/fixtures')
const most: Readonly<Record<string, number>> = {
  'original titles': 0.05,
  'English titles': 0.05,
  'cross-references resolved': 0.05,
  outlets: 0.02,
  descriptors: 0.02,
  dates: 0.02,
  'addresses of sources': 0.02,
  'addresses of notes': 0.02,
  'source authors': 0.02,
  'bodies: beginnings': 0.02,
  'bodies: ends': 0.02,
  'excerpts: beginnings': 0.02,
  'excerpts: ends': 0.02,
  'note texts': 0.02,
  'cross-references found': 0.02,
  'cross-reference authors': 0.02,
  'cross-reference issues': 0.02,
}
/** Twice the growth of the text would still be linear; a little room is left for a busy machine. */
const mostGrowth = 1.3

type Input = { readonly file: string; readonly text: string; readonly answers: string | null }

export async function run(args: string[]): Promise<BenchResult> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { misses: { type: 'boolean' } } })
  const inputs = listInputs(positionals[0] ?? ownPages)
  const figures: Record<string, number> = {}
  const bounds = [
    ...measureFields(inputs, values.misses === true, figures),
    ...measureLost(inputs),
    ...measureSpeed(inputs, figures),
  ]
  return { name: 'import', figures, broken: judge(bounds) }
}

function listInputs(folder: string): Input[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
  if (names.length === 0) throw new Error(`${folder} holds no texts (NAME.txt).`)
  return names.map((name) => {
    const answers = [
      join(folder, name.replace('.txt', '.json')),
      join(folder, 'gold', name.replace('.txt', '.json')),
    ].find((path) => existsSync(path))
    return { file: name, text: readFileSync(join(folder, name), 'utf8'), answers: answers ?? null }
  })
}

/** References are only asked to resolve within the texts that are here. */
function measureFields(inputs: readonly Input[], showMisses: boolean, figures: Record<string, number>): Bound[] {
  const read = inputs.map((input) => ({ ...input, documents: importText(input.text).documents }))
  const references = resolveFiles(read)
  const titles = new Set(
    read.flatMap(({ documents }) => documents.map((document) => (document.title?.text ?? '').toLowerCase())),
  )
  const scores: Scores = new Map()
  for (const { text, answers, documents } of read) {
    if (answers === null) continue
    const made = documents.map((document) =>
      toSeedForm(document, text, {
        resolve: (_, reference) => references.targetOf(reference) ?? null,
        derived: references.derivedOf,
      }),
    )
    const wanted: unknown = JSON.parse(readFileSync(answers, 'utf8'), (key, value: unknown) =>
      key === 'resolvesTo' && !titles.has(titleOf(value)) ? undefined : value,
    )
    scoreFile((wanted as { documents: Record<string, unknown>[] }).documents, made, scores)
  }
  const bounds: Bound[] = []
  for (const [field, { right, all, misses }] of scores) {
    console.log(
      `${field.padEnd(28)} ${String(right).padStart(5)} of ${String(all).padEnd(5)} ${((100 * right) / all).toFixed(1)} %`,
    )
    if (showMisses) for (const miss of misses) console.log(`    ${miss}`)
    figures[field] = Number((right / all).toFixed(4))
    bounds.push({ what: `${field}: wrong`, value: 1 - right / all, atMost: most[field] ?? 0, unit: 'of all' })
  }
  return bounds
}

function titleOf(value: unknown): string {
  const title = typeof value === 'object' && value !== null && 'title' in value ? value.title : value
  return typeof title === 'string' ? title.toLowerCase() : ''
}

function measureLost(inputs: readonly Input[]): Bound[] {
  let lost = 0
  for (const { text } of inputs) {
    const { documents, leftOver } = importText(text)
    const spans = [...documents.flatMap((document) => document.blocks), ...leftOver].toSorted(
      (a, b) => a.start - b.start,
    )
    let at = 0
    for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
      lost += text.slice(at, start).replace(/\s+/gu, '').length + Math.max(0, at - start)
      at = Math.max(at, end)
    }
  }
  return [{ what: 'characters lost or kept twice', value: lost, atMost: 0, unit: 'characters' }]
}

/** Documents a second, and how the time grows with the length. */
function measureSpeed(inputs: readonly Input[], figures: Record<string, number>): Bound[] {
  const one = inputs.map(({ text }) => text).join('\n\n\n')
  const rates = [1, 10, 100].map((times) => {
    const text = Array.from({ length: times }, () => one).join('\n\n\n')
    importText(text.slice(0, one.length))
    const before = process.cpuUsage()
    const { documents } = importText(text)
    const { user, system } = process.cpuUsage(before)
    const seconds = (user + system) / 1e6
    console.log(
      `${times} × ${(one.length / 1024).toFixed(0)} KB: ${documents.length} pages in ${seconds.toFixed(2)} s, ${Math.round(documents.length / seconds)} a second`,
    )
    figures[`pages a second, × ${times}`] = Math.round(documents.length / seconds)
    return seconds / times
  })
  const [, ten = 1, hundred = 1] = rates
  return [
    { what: 'time for a text at 100 times its length against 10 times', value: hundred / ten, atMost: mostGrowth },
  ]
}

// Excerpts on the command line: list them, cite them, hand them out in any format, bring Web Annotations in.

import { readFile } from 'node:fs/promises'
import { readAnnotations } from '../desk/excerpts/import-annotations.ts'
import { keepAnnotations } from '../desk/excerpts/keep-annotations.ts'
import { listCitations } from '../desk/excerpts/list-citations.ts'
import { citationForms, joinPieces, type CitationForm } from '../desk/excerpts/print-citation.ts'
import { DeskError } from '../domain/errors.ts'
import { printParts } from '../domain/excerpt.ts'
import { decodeText } from '../lib/charset.ts'
import { exportExcerpts, exportFormats, type ExportFormat } from '../server/export-excerpts.ts'
import { loadCitations } from '../server/present/citations.ts'
import type { Db } from '../store/db.ts'
import type { ExcerptFilter } from '../store/excerpt-filter.ts'
import { listExcerpts, type StoredExcerpt } from '../store/excerpts.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { tryTransaction } from '../store/try-transaction.ts'
import { now, tool } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

const MOST = 20_000

export const excerpts: Command = {
  name: 'excerpts',
  usage: 'excerpts [WORDS…] [--basket NAME] [--tag TAG] [--cite FORM] [--export FORMAT] | --import FILE',
  about: 'List excerpts with their translations and how they stand; hand them out, and bring Web Annotations in.',
  details: `FORM is ${citationForms.join(', ')}; FORMAT is ${exportFormats.join(', ')}.
Those of one basket come in its order, all others the latest first. --annotations is --export jsonld.
--import takes W3C Web Annotations (JSON-LD), of this desk or of another program; nothing that is here is overwritten.`,
  examples: [
    'dragoman excerpts',
    'dragoman excerpts --basket "River states" --cite chicago',
    'dragoman excerpts --basket "River states" --export html --cite ics206 > river-states.html',
    'dragoman excerpts --import excerpts.jsonld --dry-run',
  ],
  options: {
    basket: { type: 'string', value: 'NAME', about: 'Only those kept for this planned article' },
    tag: { type: 'string', value: 'TAG', about: 'Only those with this tag' },
    cite: { type: 'string', value: 'FORM', about: 'Print the citation below each' },
    export: { type: 'string', value: 'FORMAT', about: 'Print them as a file of this format' },
    annotations: { type: 'boolean', about: 'Print a collection of Web Annotations' },
    import: { type: 'string', value: 'FILE', about: 'Bring in the Web Annotations of a file' },
    'dry-run': { type: 'boolean', about: 'With --import: only show what would come in' },
  },
  run(input, out) {
    const form = readOne(textOption(input, 'cite'), citationForms, 'form of citation')
    const format = readOne(textOption(input, 'export'), exportFormats, 'format')
    const wanted = format ?? (input.options['annotations'] === true ? 'jsonld' : undefined)
    const file = textOption(input, 'import')
    return withRecords(configOf(input), async ({ db }) => {
      if (file !== undefined) return bringIn(db, file, input, out)
      const basket = textOption(input, 'basket')
      const tag = textOption(input, 'tag')
      const filter: ExcerptFilter = {
        ...(basket !== undefined && { baskets: [basket] }),
        ...(tag !== undefined && { tags: [tag] }),
        words: input.words.join(' '),
      }
      const found = await listExcerpts(db, filter, MOST + 1, { order: basket === undefined ? 'newest' : 'basket' })
      if (found.length > MOST)
        throw new DeskError(
          'bad-input',
          `These are more than ${MOST} excerpts. Narrow them by words, a basket or a tag.`,
        )
      if (wanted !== undefined)
        return printExport(db, found, { as: wanted, form: form ?? 'digest', label: basket ?? tag ?? 'Excerpts' }, out)
      return printList(db, found, form, input, out)
    })
  },
}

function readOne<Word extends string>(
  word: string | undefined,
  known: readonly Word[],
  what: string,
): Word | undefined {
  const found = known.find((each) => each === word)
  if (word !== undefined && found === undefined)
    throw new DeskError('bad-usage', `“${word}” is no ${what}. There are: ${known.join(', ')}.`)
  return found
}

async function printExport(
  db: Db,
  found: readonly StoredExcerpt[],
  wish: { readonly as: ExportFormat; readonly form: CitationForm; readonly label: string },
  out: Output,
): Promise<number> {
  const { body } = await exportExcerpts(db, found, { ...wish, generator: tool, at: now() })
  out.line(body.replace(/\n$/, ''))
  return 0
}

async function printList(
  db: Db,
  found: readonly StoredExcerpt[],
  form: CitationForm | undefined,
  input: CommandInput,
  out: Output,
): Promise<number> {
  const cited = await loadCitations(db, found)
  const notes = form === undefined ? [] : listCitations(cited, form).map(({ pieces }) => joinPieces(pieces))
  const shown = cited.map(({ excerpt }, at) => ({
    ...excerpt,
    printed: printParts(excerpt.parts),
    ...(notes[at] !== undefined && { citation: notes[at] }),
  }))
  if (input.options['json'] === true) {
    out.json(shown)
    return 0
  }
  if (shown.length === 0) out.line('No excerpts. They are cut in the desk, from a page that is open.')
  for (const { id, printed, translation, anchoring, basket, citation } of shown) {
    out.line(`${printed}`)
    if (translation) out.line(`  ${printParts(translation.parts)} [${translation.language}, ${translation.state}]`)
    if (citation !== undefined) out.line(`  ${citation}`)
    out.line(`  ${[id, basket, anchoring === 'held' ? null : anchoring].filter((part) => part !== null).join(' · ')}`)
  }
  return 0
}

async function bringIn(db: Db, path: string, input: CommandInput, out: Output): Promise<number> {
  const read = readAnnotations(await readJson(path))
  if (read.kind === 'unreadable') throw new DeskError('bad-input', `${path}: ${read.reason}`)
  const dryRun = input.options['dry-run'] === true
  const signed = { by: configOf(input).analyst, at: now() }
  const run = dryRun ? tryTransaction : inTransaction
  const outcomes = await run(db, (tx) => keepAnnotations(tx, read.annotations, signed))
  if (input.options['json'] === true) {
    out.json({ dryRun, outcomes })
    return 0
  }
  const count = (wanted: string): number => outcomes.filter(({ kind }) => kind === wanted).length
  for (const [at, { kind, words, reason }] of outcomes.entries())
    if (reason !== null)
      out.note(`${path}, ${at + 1} (${kind}): ${words === '' ? '' : `“${words.slice(0, 60)}” `}${reason}`)
  const kept = dryRun ? ' (nothing was kept)' : ''
  out.line(
    `${count('new')} new, ${count('known')} known, ${count('differs')} differ, ${count('refused')} refused${kept}`,
  )
  return 0
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new DeskError('bad-input', `${path} cannot be read.`, { cause: error })
  })
  try {
    return JSON.parse(decodeText(bytes, { contentType: null, kind: 'text' }).text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new DeskError('bad-input', `${path} is no JSON. Web Annotations are JSON-LD.`, { cause: error })
  }
}

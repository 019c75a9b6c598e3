// In: a file of documents, one a line. Out: the groups of copies in it. Memory does not grow with the texts: they stay in the file.

import { open, mkdtemp, rm, type FileHandle } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { openThreadPool, type ThreadPool } from '../lib/thread-pool.ts'
import { threadScript } from '../lib/thread-script.ts'
import type { CopyKind } from '../domain/copy.ts'
import type { CopyStore } from '../store/copies/copy-store.ts'
import { openSqliteCopies } from '../store/copies/open-sqlite-copies.ts'
import { createCopyFinder, type CopyFinding } from '../understand/copies/create-copy-finder.ts'
import type { CopyDocument } from '../understand/copies/document.ts'
import { describeGroup, type CopyGroup } from '../understand/copies/describe-group.ts'
import { readCopyLine } from '../understand/copies/read-copy-line.ts'
import { readLines, type FileLine } from '../understand/copies/read-lines.ts'
import { reportPassages, type PassageSide } from '../understand/copies/pair-passages.ts'
import { reportChanges, type ChangeReport } from '../understand/copies/report-changes.ts'
import { decodeSketch } from '../understand/copies/sketch-document.ts'
import type { CopiesTask, SketchedLine } from './copies-task.ts'

export type BadLine = { readonly line: number; readonly reason: string }
export type PossibleCopy = {
  readonly id: string
  readonly of: string
  readonly kind: string
  readonly ofOriginal: number
  readonly ofCopy: number
}
export type ReportedCopy = CopyGroup['copies'][number] & { readonly changes: ChangeReport | null }
export type ReportedGroup = Omit<CopyGroup, 'copies'> & { readonly copies: readonly ReportedCopy[] }
export type CopiesReport = {
  readonly documents: number
  readonly bad: readonly BadLine[]
  readonly groups: readonly ReportedGroup[]
  /** Alike, and not enough to say so; never joined. At most 10,000 are kept. */
  readonly possible: readonly PossibleCopy[]
  readonly stopped: boolean
}

export type CopiesInput = {
  readonly path: string
  readonly withChanges: boolean
  readonly stop: AbortSignal
  readonly onProgress: (text: string) => void
}

const LONGEST_LINE = 32 * 2 ** 20
const LINES_A_TASK = 64
const BYTES_A_TASK = 4 * 2 ** 20
const MOST_POSSIBLE = 10_000
const MOST_MEMBERS = 500
const MOST_BAD = 10_000

/** @throws the file system's own error when the file cannot be read */
export async function findCopies(input: CopiesInput): Promise<CopiesReport> {
  const file = await open(input.path)
  const folder = await mkdtemp(join(tmpdir(), 'dragoman-copies-'))
  const store = openSqliteCopies(join(folder, 'copies.db'))
  try {
    const read = await fillStore(file, store, input)
    const groups: ReportedGroup[] = []
    for await (const group of describeGroups(store, input)) {
      groups.push(await addChanges(file, group, read.places, input))
      input.onProgress(`${groups.length} groups described`)
    }
    const { bad, possible } = read
    return { documents: await store.size(), bad, groups, possible, stopped: input.stop.aborted }
  } finally {
    await store.close()
    await file.close()
    await rm(folder, { recursive: true, force: true })
  }
}

type Place = Pick<FileLine, 'offset' | 'length'>
type Filled = { readonly bad: BadLine[]; readonly possible: PossibleCopy[]; readonly places: Map<string, Place> }

/** Sketches are made by all threads at once, and taken in the order of the lines. */
async function fillStore(file: FileHandle, store: CopyStore, input: CopiesInput): Promise<Filled> {
  const filled: Filled = { bad: [], possible: [], places: new Map() }
  const finder = createCopyFinder({ store })
  const size = Math.max(1, availableParallelism())
  const pool = openThreadPool<CopiesTask, SketchedLine[]>({
    script: threadScript('./copies-thread', import.meta.url),
    size,
    timeoutMs: 120_000,
    idleMs: 10_000,
    maxMegabytes: 1_024,
  })
  const waiting: { lines: FileLine[]; answer: Promise<SketchedLine[]> }[] = []
  const take = async () => {
    const task = waiting.shift()
    if (!task) return
    const answers = await task.answer
    const lines = new Map(task.lines.map((line) => [line.number, line]))
    await store.together(async () => {
      for (const answer of answers) {
        const finding = await takeAnswer(answer, lines.get(answer.number), filled, (document) =>
          finder.addSketched(document),
        )
        if (finding) notePossible(finding, filled.possible)
      }
    })
    input.onProgress(`${filled.places.size} documents compared, ${filled.bad.length} lines unreadable`)
  }
  try {
    for await (const lines of batchLines(file, filled.bad)) {
      if (input.stop.aborted) break
      waiting.push({ lines, answer: sketchLines(pool, lines) })
      if (waiting.length > size * 2) await take()
    }
    while (waiting.length > 0) await take()
  } finally {
    await pool.close()
  }
  return filled
}

async function takeAnswer(
  answer: SketchedLine,
  line: FileLine | undefined,
  { bad, places }: Filled,
  add: (document: Extract<SketchedLine, { kind: 'sketched' }>['document']) => Promise<CopyFinding>,
): Promise<CopyFinding | null> {
  if (answer.kind === 'bad') {
    noteBad(bad, answer.number, answer.reason)
    return null
  }
  const { id } = answer.document.sketch
  if (places.has(id)) {
    noteBad(bad, answer.number, `the id “${id.slice(0, 100)}” has come before`)
    return null
  }
  places.set(id, { offset: line?.offset ?? 0, length: line?.length ?? 0 })
  return add(answer.document)
}

/** A thread that dies takes its lines with it: they are tried once more, each alone, so that only the guilty one is lost. */
async function sketchLines(
  pool: ThreadPool<CopiesTask, SketchedLine[]>,
  lines: readonly FileLine[],
): Promise<SketchedLine[]> {
  const task = lines.map(({ number, text }) => ({ number, json: text ?? '' }))
  const end = await pool.run({ lines: task })
  if (end.kind === 'answered') return end.answer
  const answers: SketchedLine[] = []
  for (const line of task) {
    const again = await pool.run({ lines: [line] })
    if (again.kind === 'answered') answers.push(...again.answer)
    else
      answers.push({
        kind: 'bad',
        number: line.number,
        reason: again.kind === 'timed-out' ? 'it took too long' : again.reason,
      })
  }
  return answers
}

async function* batchLines(file: FileHandle, bad: BadLine[]): AsyncGenerator<FileLine[]> {
  let batch: FileLine[] = []
  let bytes = 0
  for await (const line of readLines(file, LONGEST_LINE)) {
    if (line.text === null) {
      noteBad(bad, line.number, `it is longer than ${LONGEST_LINE / 2 ** 20} MB`)
      continue
    }
    batch.push(line)
    bytes += line.length
    if (batch.length < LINES_A_TASK && bytes < BYTES_A_TASK) continue
    yield batch
    batch = []
    bytes = 0
  }
  if (batch.length > 0) yield batch
}

function noteBad(bad: BadLine[], line: number, reason: string): void {
  if (bad.length < MOST_BAD) bad.push({ line, reason })
}

function notePossible({ id, matches }: CopyFinding, possible: PossibleCopy[]): void {
  for (const match of matches) {
    if (match.isJoined || possible.length >= MOST_POSSIBLE) continue
    const [of, copy] = match.isOriginal ? [match.id, id] : [id, match.id]
    possible.push({ id: copy, of, kind: match.kind, ofOriginal: share(match.ofOriginal), ofCopy: share(match.ofCopy) })
  }
}

const share = (value: number): number => Number(value.toFixed(3))

type Described = { readonly group: CopyGroup; readonly languages: ReadonlyMap<string, string | null> }

async function* describeGroups(store: CopyStore, { stop }: CopiesInput): AsyncGenerator<Described> {
  for (let after = 0; !stop.aborted;) {
    const numbers = await store.listGroups(100, after)
    if (numbers.length === 0) return
    for (const group of numbers) {
      const members = await store.listGroup(group, MOST_MEMBERS)
      if (members.length < 2) continue
      const sketches = members.map(({ record }) => decodeSketch(record))
      yield { group: describeGroup(sketches), languages: new Map(sketches.map(({ id, language }) => [id, language])) }
    }
    after = numbers.at(-1) ?? Infinity
  }
}

async function addChanges(
  file: FileHandle,
  { group, languages }: Described,
  places: Filled['places'],
  input: CopiesInput,
): Promise<ReportedGroup> {
  const sides = new Map<string, PassageSide | null>()
  /** Only the original is asked for again and again. */
  const sideOf = async (id: string) => {
    const known = sides.get(id)
    if (known !== undefined) return known
    const document = await readDocument(file, places.get(id))
    const language = languages.get(id) ?? null
    const side = document && { text: document.text, language, publishedAt: document.published?.at ?? null }
    if (id === group.original) sides.set(id, side)
    return side
  }
  const copies: ReportedCopy[] = []
  for (const copy of group.copies) {
    const shown = { ...copy, ofOriginal: share(copy.ofOriginal), ofCopy: share(copy.ofCopy) }
    const [original, own] = input.withChanges ? [await sideOf(copy.of), await sideOf(copy.id)] : [null, null]
    copies.push({ ...shown, changes: original && own ? compareSides(original, own, copy.kind) : null })
  }
  return { ...group, copies }
}

function compareSides(original: PassageSide, copy: PassageSide, kind: CopyKind): ChangeReport {
  return kind === 'translation' ? reportPassages(original, copy) : reportChanges(original.text, copy.text, kind)
}

async function readDocument(file: FileHandle, place: Place | undefined): Promise<CopyDocument | null> {
  if (!place) return null
  const bytes = Buffer.alloc(place.length)
  await file.read(bytes, 0, place.length, place.offset)
  const line = readCopyLine(bytes.toString('utf8').replace(/^\ufeff/, ''))
  return line.kind === 'document' ? line.document : null
}

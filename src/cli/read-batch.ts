// Reads a folder of pages on all cores. One bad page costs its own result and nothing else.

import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Config } from '../config.ts'
import { DeskError } from '../domain/errors.ts'
import type { PageReading } from '../domain/reading.ts'
import type { ThreadPool } from '../lib/thread-pool.ts'
import { articleText } from '../read/article-text.ts'
import type { ReadTask } from '../read/read-task.ts'
import { unreadable } from '../read/unreadable.ts'
import { now, openReaders } from '../tools.ts'
import type { Output } from './output.ts'

/** What the output holds for each page. */
export type BatchReading = {
  readonly title: string | null
  readonly articleBody: string
  readonly authors: readonly string[]
  readonly published: string | null
  readonly updated: string | null
  readonly language: string | null
  readonly state: PageReading['state']
  readonly reason: string | null
  readonly canonicalUrl: string | null
  readonly section: string | null
  readonly tags: readonly string[]
  readonly notes: readonly string[]
}

export type BatchSummary = {
  readonly pages: number
  readonly unreadable: number
  readonly outOfTime: number
  readonly seconds: number
}

const fact = z.string().nullish().catch(null)
/** `DIR/meta.json`: where a page was found and when it was saved, both optional. A fact of another kind counts as not known. */
const metaShape = z.record(z.string(), z.object({ url: fact, captured: fact }).catch({ url: null, captured: null }))
type Meta = z.infer<typeof metaShape>

const PAGE = /^(.+)\.(html?|xhtml|pdf|txt)(\.gz)?$/i
const contentTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  txt: 'text/plain',
  xhtml: 'application/xhtml+xml',
}
const MEGABYTE = 1024 ** 2

export type BatchWish = {
  readonly folder: string
  readonly outFile: string
  readonly config: Config
  readonly stop: AbortSignal
}

/** Reads every page of the folder and writes `{id: …}`. Stopped early, it writes what it has. */
export async function readBatch({ folder, outFile, config, stop }: BatchWish, out: Output): Promise<BatchSummary> {
  const started = now()
  const meta = await readMeta(folder)
  const files = await listPages(folder)
  if (files.length === 0)
    throw new DeskError('bad-input', `${folder} holds no pages. They are files like ID.html or ID.html.gz.`)
  const pool = openReaders({ ...config, readers: Math.max(config.readers, navigator.hardwareConcurrency) })
  const results: Record<string, BatchReading> = {}
  let done = 0
  const queue = [...files]
  const worker = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined && !stop.aborted; file = queue.shift()) {
      results[file.id] = toBatchReading(await readOne(pool, folder, file, { meta, config }))
      out.progress(`${++done} of ${files.length} pages read · ${file.id}`)
    }
  }
  try {
    // Twice as many as threads, so that the next page is there when a thread has finished.
    await Promise.all(Array.from({ length: 2 * navigator.hardwareConcurrency }, worker))
  } finally {
    await pool.close()
  }
  await writeWhole(outFile, JSON.stringify(sortById(results), null, 1))
  const states = Object.values(results).map(({ state }) => state)
  return {
    pages: states.length,
    unreadable: states.filter((state) => state === 'unreadable').length,
    outOfTime: states.filter((state) => state === 'out-of-time').length,
    seconds: Math.round((now() - started) / 100) / 10,
  }
}

type PageFile = { readonly id: string; readonly name: string; readonly kind: string; readonly isPacked: boolean }

async function listPages(folder: string): Promise<PageFile[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new DeskError('bad-input', `${folder} is not a folder that can be read.`, { cause })
  })
  return names.sort().flatMap((name) => {
    const [, id, kind = '', gz] = PAGE.exec(name) ?? []
    return id === undefined ? [] : [{ id, name, kind: kind.toLowerCase(), isPacked: gz !== undefined }]
  })
}

async function readMeta(folder: string): Promise<Meta> {
  const text = await readFile(join(folder, 'meta.json'), 'utf8').catch(() => null)
  if (text === null) return {}
  const parsed = metaShape.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new DeskError(
    'bad-input',
    `${join(folder, 'meta.json')} should hold {"ID": {"url": "…"}}. Mend it or take it away.`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type BatchContext = { readonly meta: Meta; readonly config: Config }

async function readOne(
  pool: ThreadPool<ReadTask, PageReading>,
  folder: string,
  file: PageFile,
  { meta, config }: BatchContext,
): Promise<PageReading> {
  const known = meta[file.id]
  const captured = Date.parse(known?.captured ?? '')
  const payload = await readFile(join(folder, file.name)).catch(() => null)
  if (payload === null) return unreadable('The file cannot be read.')
  const end = await pool.run({
    payload,
    contentEncoding: file.isPacked ? 'gzip' : null,
    url: known?.url ?? `file:///${encodeURIComponent(file.id)}`,
    contentType: contentTypes[file.kind] ?? 'text/html',
    headers: [],
    now: Number.isNaN(captured) ? now() : captured,
    budgetMs: config.pageBudgetSeconds * 1000,
    maxBytes: config.maxPageMegabytes * MEGABYTE,
  })
  if (end.kind === 'answered') return end.answer
  if (end.kind === 'timed-out') return unreadable('The page was stopped when its time was over.', 'out-of-time')
  return unreadable(`The page could not be read: ${end.reason}.`)
}

function toBatchReading(reading: PageReading): BatchReading {
  const { title, byline, published, updated, language, state, reason, canonicalUrl, section, tags, notes } = reading
  return {
    title,
    articleBody: articleText(reading),
    authors: byline,
    published: published?.edtf ?? null,
    updated: updated?.edtf ?? null,
    language,
    state,
    reason,
    canonicalUrl,
    section,
    tags,
    notes,
  }
}

function sortById(results: Record<string, BatchReading>): Record<string, BatchReading> {
  return Object.fromEntries(Object.entries(results).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A half-written result never bears the name. */
async function writeWhole(path: string, text: string): Promise<void> {
  try {
    await writeFile(`${path}.part`, text)
    await rename(`${path}.part`, path)
  } catch (cause) {
    throw new DeskError('bad-input', `${path} cannot be written. Choose another place with --out.`, { cause })
  }
}

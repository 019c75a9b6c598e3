// In: a WACZ file (web archive collection zipped, 1.0 and 1.1). Out: what it claims, what holds, and its pages and archives.
// Checks every digest of the data package before anything in it is believed.

import { createHash, getHashes } from 'node:crypto'
import { sliceSource } from '../byte-source.ts'
import type { ByteSource } from '../byte-source.ts'
import { bytesAsSource } from '../byte-source.ts'
import { listZip, placeOfEntry, readEntry } from '../zip.ts'
import type { ZipEntry } from '../zip.ts'
import { checkWaczSignature } from './check-wacz-signature.ts'
import type { SignatureCheck } from './check-wacz-signature.ts'
import { parseDatapackage } from './parse-datapackage.ts'
import type { Datapackage, PackagedFile } from './parse-datapackage.ts'

export type WaczPage = { readonly url: string; readonly title: string | null; readonly at: string | null }

export type Wacz = {
  readonly version: string | null
  readonly title: string | null
  readonly software: string | null
  readonly created: string | null
  readonly pages: readonly WaczPage[]
  /** Names of the WARC files inside. */
  readonly archives: readonly string[]
  readonly signature: SignatureCheck
  /** Why the file cannot be relied on, in sentences; empty when every check holds. */
  readonly problems: readonly string[]
  /** Things a person may want to know that break no promise. */
  readonly notes: readonly string[]
}

export type WaczReading =
  | { readonly kind: 'wacz'; readonly wacz: Wacz }
  | { readonly kind: 'not-a-wacz'; readonly reason: string }

/** More than any real package list or page list; a bomb stops here. */
const MAX_TEXT = 64 << 20
const MAX_UNPACKED_ARCHIVE = 256 << 20

type Report = { problems: string[]; notes: string[] }

/** Reads and checks a WACZ. Never throws for what the file holds. */
export async function readWacz(source: ByteSource, now: number): Promise<WaczReading> {
  const zip = await listZip(source)
  if (zip.kind === 'not-a-zip') return { kind: 'not-a-wacz', reason: `This is not a WACZ file: ${zip.reason}.` }
  const entries = new Map(zip.entries.map((entry) => [entry.name, entry]))
  const report: Report = { problems: [], notes: [] }
  if (entries.size < zip.entries.length) report.problems.push('Two entries of the zip have the same name.')
  const packageText = await readText(source, entries.get('datapackage.json'), 'datapackage.json', report)
  if (packageText === null && !zip.entries.some((entry) => entry.name.startsWith('archive/'))) {
    return { kind: 'not-a-wacz', reason: 'This zip file has neither a datapackage.json nor an archive folder.' }
  }
  const datapackage = packageText === null ? null : parseDatapackage(packageText.toString('utf8'), report.problems)
  await checkPackagedFiles(source, entries, datapackage?.files ?? [], report)
  noteUnlisted(zip.entries, datapackage, report)
  const signature = await checkSignature(source, entries, packageText, now, report)
  const pages = await readPages(source, entries.get('pages/pages.jsonl'), report)
  const archives = zip.entries.map((entry) => entry.name).filter((name) => /^archive\/.+\.w?arc(\.gz)?$/.test(name))
  if (archives.length === 0) report.problems.push('It holds no WARC file in its archive folder.')
  return { kind: 'wacz', wacz: { ...aboutPackage(datapackage), pages, archives, signature, ...report } }
}

/** One of the `archives` as bytes to read records from; a sentence where that cannot be. */
export async function openWaczArchive(source: ByteSource, name: string): Promise<ByteSource | string> {
  const zip = await listZip(source)
  const entry = zip.kind === 'zip' ? zip.entries.find((one) => one.name === name) : undefined
  if (!entry) return `The WACZ holds no ${name}.`
  const place = await placeOfEntry(source, entry)
  if (place.kind === 'unusable') return `${name} cannot be read: ${place.reason}.`
  if (entry.method === 0) return sliceSource(source, place.offset, place.length)
  const report: Report = { problems: [], notes: [] }
  const bytes = await readText(source, entry, name, report, MAX_UNPACKED_ARCHIVE)
  return bytes ? bytesAsSource(bytes) : (report.problems[0] ?? `${name} cannot be read.`)
}

function aboutPackage(datapackage: Datapackage | null): Pick<Wacz, 'version' | 'title' | 'software' | 'created'> {
  const { version = null, title = null, software = null, created = null } = datapackage ?? {}
  return { version, title, software, created }
}

async function readText(
  source: ByteSource,
  entry: ZipEntry | undefined,
  name: string,
  report: Report,
  limit = MAX_TEXT,
): Promise<Buffer | null> {
  if (!entry) {
    report.problems.push(`${name} is missing.`)
    return null
  }
  if (entry.size > limit) {
    report.problems.push(`${name} has ${entry.size} bytes unpacked, more than the ${limit} we take.`)
    return null
  }
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of readEntry(source, entry)) pieces.push(piece)
  } catch (error) {
    report.problems.push(`${name} cannot be read: ${reasonOf(error)}.`)
    return null
  }
  return Buffer.concat(pieces)
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'it is damaged'
}

async function checkPackagedFiles(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  files: readonly PackagedFile[],
  report: Report,
): Promise<void> {
  for (const file of files) {
    const entry = entries.get(file.path)
    const problem = entry ? await checkFile(source, entry, file) : `${file.path} is listed but missing.`
    if (problem) report.problems.push(problem)
  }
}

async function checkFile(source: ByteSource, entry: ZipEntry, file: PackagedFile): Promise<string | null> {
  if (file.bytes !== null && file.bytes !== entry.size) {
    return `${file.path} has ${entry.size} bytes where the package promises ${file.bytes}.`
  }
  const known = getHashes().includes(file.algorithm.toLowerCase())
  if (!known) return `${file.path} has a digest of a kind we do not know: ${JSON.stringify(file.algorithm)}.`
  const digest = createHash(file.algorithm)
  try {
    for await (const piece of readEntry(source, entry)) digest.update(piece)
  } catch (error) {
    return `${file.path} cannot be read: ${reasonOf(error)}.`
  }
  return digest.digest('hex') === file.digest.toLowerCase() ? null : `${file.path} does not match its digest.`
}

/** Files beside the package list are vouched for by nobody. */
function noteUnlisted(entries: readonly ZipEntry[], datapackage: Datapackage | null, report: Report): void {
  if (!datapackage) return
  const listed = new Set(['datapackage.json', 'datapackage-digest.json', ...datapackage.files.map((file) => file.path)])
  for (const { name } of entries) {
    if (listed.has(name) || name.endsWith('/')) continue
    if (/^(archive|pages|indexes)\//.test(name)) report.problems.push(`${name} is not listed in datapackage.json.`)
    else report.notes.push(`${name} is not listed in datapackage.json.`)
  }
}

async function checkSignature(
  source: ByteSource,
  entries: ReadonlyMap<string, ZipEntry>,
  packageText: Buffer | null,
  now: number,
  report: Report,
): Promise<SignatureCheck> {
  const entry = entries.get('datapackage-digest.json')
  if (!entry || !packageText) return { kind: 'unsigned' }
  const text = await readText(source, entry, 'datapackage-digest.json', report)
  const check = text ? checkWaczSignature(text.toString('utf8'), packageText, now) : ({ kind: 'unsigned' } as const)
  if (check.kind === 'fails') report.problems.push(check.reason)
  return check
}

async function readPages(source: ByteSource, entry: ZipEntry | undefined, report: Report): Promise<WaczPage[]> {
  const text = await readText(source, entry, 'pages/pages.jsonl', report)
  const pages: WaczPage[] = []
  for (const [index, line] of (text?.toString('utf8') ?? '').split('\n').entries()) {
    if (line.trim() === '') continue
    const page = parsePage(line)
    if (page === null) report.problems.push(`Line ${index + 1} of pages/pages.jsonl cannot be read.`)
    else if (page !== 'heading') pages.push(page)
  }
  return pages
}

function parsePage(line: string): WaczPage | 'heading' | null {
  let page: unknown
  try {
    page = JSON.parse(line)
  } catch {
    return null
  }
  if (typeof page !== 'object' || page === null) return null
  if ('format' in page && !('url' in page)) return 'heading'
  if (!('url' in page) || typeof page.url !== 'string') return null
  const title = 'title' in page && typeof page.title === 'string' ? page.title : null
  const at = 'ts' in page && typeof page.ts === 'string' ? page.ts : null
  return { url: page.url, title, at }
}

// In: the path of a request and the folder of the built pages. Out: the file to send, and how.
// Why not a framework: these are the first bytes a person waits for, and they come before anything else is loaded.

import { open, realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
}

const FOREVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

export type StaticFile = {
  /** The file on disk; may be a compressed sister of the one asked for. */
  readonly path: string
  readonly size: number
  readonly headers: Readonly<Record<string, string>>
}

export type StaticAnswer =
  | { readonly kind: 'file'; readonly file: StaticFile }
  | { readonly kind: 'not-found' }
  /** The folder has no index.html: the pages were never built. */
  | { readonly kind: 'not-built' }

/**
 * Finds the file for a path. Paths without a file extension are pages of the desk, and get `index.html`.
 *
 * @param path the path of the request target, still percent-encoded
 * @param acceptEncoding the header of that name, to choose `.br` or `.gz` sisters when they are there
 */
export async function findStaticFile(folder: string, path: string, acceptEncoding = ''): Promise<StaticAnswer> {
  const inside = readPath(path)
  if (inside === undefined) return { kind: 'not-found' }
  const isPage = extname(inside) === ''
  const file = await describeFile(folder, isPage ? 'index.html' : inside, acceptEncoding)
  if (file) return { kind: 'file', file }
  return { kind: isPage || inside === 'index.html' ? 'not-built' : 'not-found' }
}

/** The bytes of a file that `findStaticFile` named. */
export async function* readStaticFile(file: StaticFile): AsyncGenerator<Uint8Array> {
  const handle = await open(file.path)
  try {
    yield* handle.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>
  } finally {
    await handle.close()
  }
}

/** A path inside the folder, or `undefined` for anything that tries to be more: `..`, dot files, NUL, backslashes, drives. */
function readPath(path: string): string | undefined {
  let plain: string
  try {
    plain = decodeURIComponent(path)
  } catch {
    return undefined
  }
  if (/[\p{Cc}\\:]/u.test(plain) || !plain.startsWith('/')) return undefined
  const steps = plain.split('/').filter((step) => step !== '')
  return steps.some((step) => step.startsWith('.')) ? undefined : steps.join('/')
}

async function describeFile(folder: string, inside: string, acceptEncoding: string): Promise<StaticFile | undefined> {
  const type = TYPES[extname(inside)]
  if (type === undefined) return undefined
  const plain = join(folder, inside)
  const found = (await findCompressed(folder, plain, acceptEncoding)) ?? (await findInside(folder, plain))
  if (found === undefined) return undefined
  const tag = `"${found.size.toString(36)}-${Math.floor(found.changedAt).toString(36)}${found.coding ?? ''}"`
  const headers: Record<string, string> = {
    'content-type': type,
    'content-length': String(found.size),
    'cache-control': isHashed(inside) ? FOREVER : ASK_AGAIN,
    vary: 'accept-encoding',
    etag: tag,
  }
  if (found.coding) headers['content-encoding'] = found.coding
  return { path: found.path, size: found.size, headers }
}

/** The build puts a hash of the bytes into the names of everything in `assets/`, so these never change. */
function isHashed(inside: string): boolean {
  return /^assets\/.*[-.][\w-]{8,}\.\w+$/.test(inside)
}

type Found = { readonly path: string; readonly size: number; readonly changedAt: number; readonly coding?: string }

async function findCompressed(folder: string, plain: string, acceptEncoding: string): Promise<Found | undefined> {
  for (const [coding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (!accepts(acceptEncoding, coding)) continue
    const found = await findInside(folder, plain + ending)
    if (found) return { ...found, coding }
  }
  return undefined
}

function accepts(acceptEncoding: string, coding: string): boolean {
  return acceptEncoding.split(',').some((part) => {
    const [name = '', ...rest] = part.trim().split(';')
    return name.trim().toLowerCase() === coding && !rest.some((one) => /^\s*q=0(\.0*)?\s*$/i.test(one))
  })
}

/** A plain file whose true place, links followed, is inside the folder. */
async function findInside(folder: string, path: string): Promise<Found | undefined> {
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(path)])
    if (!real.startsWith(root + sep)) return undefined
    const facts = await stat(real)
    return facts.isFile() ? { path: real, size: facts.size, changedAt: facts.mtimeMs } : undefined
  } catch {
    return undefined
  }
}

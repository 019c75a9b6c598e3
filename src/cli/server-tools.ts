// In: the records of a home, and its worker thread. Out: what the server asks for.

import { statfs } from 'node:fs/promises'
import type { Config } from '../config.ts'
import type { Capture } from '../domain/capture.ts'
import { discover } from '../collect/discover.ts'
import { decodeBody } from '../lib/decode-body.ts'
import { openEngineDoor, readPayload, watchInto } from '../pipeline/handler-tools.ts'
import { recordCustody } from '../preserve/record-custody.ts'
import { verifyCapture } from '../preserve/verify.ts'
import { openArchiveReader } from '../store/archive/folder-archive.ts'
import { findHeader } from '../lib/http.ts'
import { hostExists } from '../lib/resolve-host.ts'
import type { Network } from '../network.ts'
import type { EventHub } from '../server/event-hub.ts'
import type { Verification } from '../server/shapes/capture.ts'
import type { DiskState } from '../server/shapes/status.ts'
import type { PageBytes, ServerTools, ShownEngine } from '../server/tools.ts'
import { engineIdentity } from '../translate/engines/engine-identity.ts'
import { engineHost } from '../translate/engines/engine-host.ts'
import { openEngines } from '../translate/engines/engine-choices.ts'
import { inputTools } from './input-tools.ts'
import { homePlaces, now, type Records } from '../tools.ts'
import { version } from '../version.ts'
import { addFile } from '../collect/add-page.ts'
import type { SearchIndex } from '../store/search/search-index.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { openSpool } from '../store/spool.ts'

const LOW_BYTES = 1024 ** 3
const MEGABYTE = 1024 ** 2

export type ServerParts = {
  readonly records: Records
  readonly search: SearchIndex
  readonly network: Pick<Network, 'fetchPage'>
  readonly config: Config
  readonly events: EventHub
  readonly startedAt: number
  readonly wake: () => void
  readonly isHalted: () => boolean
}

/** Without key, and of the address only the host: an address may hold a password. */
function toShown(choice: Config['engines'][number]): ShownEngine {
  const { key: _, keyFile: __, ...engine } = choice
  return { ...engine, endpoint: engineHost(choice) ?? undefined, identity: engineIdentity(choice) }
}

export function createServerTools(parts: ServerParts): ServerTools {
  const { records, search, network, config, events, startedAt, wake } = parts
  const places = homePlaces(config.home)
  const archive = openArchiveReader(places.archive)
  const spool = openSpool(places.spool)
  const maxBytes = config.maxPageMegabytes * MEGABYTE
  return {
    ...records,
    search,
    events,
    now,
    about: { version, home: config.home, startedAt },
    analyst: config.analyst,
    mailProblem:
      config.smtp === undefined || config.mailFrom === undefined
        ? 'No mail server is configured. Set “smtp” and “mailFrom” (DRAGOMAN_SMTP, DRAGOMAN_MAIL_FROM).'
        : null,
    allowHosts: config.allowHosts,
    hostExists,
    maxFileBytes: maxBytes,
    wake,
    discover: (address) => discover(address, { fetch: network.fetchPage }, now()),
    readDisk: () => readDisk(config.home, parts.isHalted()),
    async measureArchive() {
      const files = await archive.list()
      return { files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) }
    },
    readPage: (capture) => readPage(archive, capture, maxBytes),
    readRecord: (capture) => archive.read(capture.place),
    verifyCapture: (capture) => verifyAndNote(parts, archive, capture),
    importTools: inputTools,
    translation: {
      to: config.translateTo,
      isAutomatic: config.autoTranslate,
      engines: config.engines.map(toShown),
      open: lazily(() => openEngines(config.engines, openEngineDoor(config), watchInto(records.db))),
    },
    async addFile(file) {
      const added = await addFile({ ...records, spool, now, allowHosts: config.allowHosts }, file)
      wake()
      return added
    },
  }
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

async function readPage(
  archive: ReturnType<typeof openArchiveReader>,
  capture: Capture,
  maxBytes: number,
): Promise<PageBytes> {
  const payload = await readPayload(archive, capture)
  if (payload.kind === 'unreadable') return payload
  const decoded = await decodeBody(payload.bytes, findHeader(capture.headers, 'content-encoding'), maxBytes)
  if (decoded.kind === 'decoded') return { kind: 'bytes', body: decoded.body }
  return {
    kind: 'unreadable',
    reason: decoded.kind === 'unreadable' ? decoded.reason : 'The page unpacks to more than is shown.',
  }
}

async function verifyAndNote(
  { records, config }: ServerParts,
  archive: ReturnType<typeof openArchiveReader>,
  capture: Capture,
): Promise<Verification> {
  const checkedAt = now()
  const result = await verifyCapture(archive, capture)
  const reason = result.kind === 'fails' ? result.reasons.join(' ') : null
  await inTransaction(records.db, (tx) =>
    recordCustody(tx, [
      {
        at: checkedAt,
        actor: config.analyst,
        deed: 'verify',
        subject: capture.id,
        details: { holds: result.kind === 'holds', reason },
      },
    ]),
  )
  if (result.kind === 'holds') return { kind: 'holds', checkedAt, digest: result.digest }
  return { kind: 'fails', checkedAt, reason: reason ?? '', expected: capture.digest, found: null }
}

async function readDisk(home: string, isHalted: boolean): Promise<DiskState> {
  try {
    const { bavail, bsize } = await statfs(home)
    const freeBytes = bavail * bsize
    return { kind: isHalted ? 'full' : freeBytes < LOW_BYTES ? 'low' : 'well', freeBytes }
  } catch {
    return { kind: 'unknown', freeBytes: null }
  }
}

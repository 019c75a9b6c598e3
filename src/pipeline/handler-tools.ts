// In: the tools of a worker. Out: what the handlers ask for, in their own words.

import { randomUUID } from 'node:crypto'
import { pollFeed } from '../collect/poll-feed.ts'
import type { Config } from '../config.ts'
import type { Capture } from '../domain/capture.ts'
import type { PageReading } from '../domain/reading.ts'
import { limitParallel } from '../lib/limit-parallel.ts'
import { hostOf } from '../lib/url.ts'
import { unpackRecord } from '../lib/warc/unpack-record.ts'
import { capturePage } from '../preserve/capture-page.ts'
import { READER } from '../read/reader-version.ts'
import { unreadable } from '../read/unreadable.ts'
import type { Archive } from '../store/archive/archive.ts'
import type { Db } from '../store/db.ts'
import { noteAnswered, noteTrouble } from '../store/engine-states.ts'
import { findPolicy } from '../store/policies.ts'
import { openEngines } from '../translate/engines/engine-choices.ts'
import type { EngineWatch } from '../translate/engines/watch-engine.ts'
import { createHttp } from '../lib/http.ts'
import { homePlaces, now, tool, type Worker } from '../tools.ts'
import { compareBatches } from './compare-batches.ts'
import { createFreshPages } from './fresh-pages.ts'
import type { HandlerTools } from './handlers.ts'

/** A model on one’s own machine takes its time. */
const ENGINE_SECONDS = 120
const ENGINE_BYTES = 8 * 1024 * 1024

export function createHandlerTools(worker: Worker, config: Config): HandlerTools {
  const { db, queue, network, search, spool } = worker
  const fresh = createFreshPages()
  const inTurn = limitParallel(config.readers + 1)
  return {
    db,
    queue,
    now,
    nextTurn: network.nextTurn,
    actor: config.analyst,
    async poll(feed) {
      const policy = await findPolicy(db, feed.outletId)
      const conditionalGet = feed.conditionalGet && policy.conditionalGet
      return pollFeed({ ...feed, conditionalGet }, { fetch: network.under(policy).fetchPage }, now())
    },
    async visit(url, outletId) {
      const policy = await findPolicy(db, outletId)
      const way = network.under(policy)
      const notes = policy.proxy === null ? [] : [`It came through the proxy ${hostOf(policy.proxy) ?? ''}.`]
      const outcome = await capturePage(
        { ...way, tool, notes, newRecordId: randomUUID },
        { url, maxDecodedBytes: network.maxBytes },
      )
      // Content without a coding is the very memory that is about to be archived.
      if (outcome.kind === 'captured' && outcome.decoded && outcome.capture.decodedSize !== outcome.capture.size)
        fresh.keep(outcome.capture, outcome.decoded)
      return outcome
    },
    // Bytes are only taken into hand when a reader is about to be free: many large pages must not wait in memory.
    readBytes: (capture) => inTurn(() => readBytes(worker, config, capture, fresh.take(capture))),
    compare: (batch) => compareBatches(worker.comparer, homePlaces(config.home).copies, batch),
    http: network.http,
    engines: openEngines(config.engines, openEngineDoor(config), watchInto(db)),
    translation: { to: config.translateTo, isAutomatic: config.autoTranslate, hasEngines: config.engines.length > 0 },
    sendMail: openMailer(config),
    reader: READER,
    index: search,
    spool,
    tool,
  }
}

/** How engines answer stands in the records, for the screen that shows them. */
export function watchInto(db: Db): EngineWatch {
  return {
    answered: (name) => noteAnswered(db, name, now()),
    troubled: (name, trouble) => noteTrouble(db, name, { ...trouble, at: now() }),
  }
}

/** Engines are asked through the same guard as pages; they set their own pace. */
export function openEngineDoor({ userAgent, allowHosts, home }: Config) {
  const timeoutMs = ENGINE_SECONDS * 1000
  const http = createHttp({
    userAgent,
    maxBytes: ENGINE_BYTES,
    connectTimeoutMs: timeoutMs / 4,
    totalTimeoutMs: timeoutMs,
    idleTimeoutMs: timeoutMs,
    allow: allowHosts,
    now,
  })
  return { http, now, timeoutMs, modelsFolder: homePlaces(home).models }
}

/** The mailer is only loaded when there is mail to send. */
function openMailer({ smtp, mailFrom }: Config): HandlerTools['sendMail'] {
  if (smtp === undefined || mailFrom === undefined) return null
  const loaded = lazily(async () =>
    (await import('../watch/send-mail.ts')).createMailer({ server: smtp, from: mailFrom }),
  )
  return async (mail) => (await loaded())(mail)
}

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined
  return () => (loaded ??= load())
}

/** Reads a capture, or its content at hand, in a thread; one that hangs or grows too large is stopped there, and says so. */
async function readBytes(
  { archive, readers, network }: Worker,
  config: Config,
  capture: Capture,
  content: Uint8Array | undefined,
): Promise<PageReading> {
  const payload: Payload = content ? { kind: 'bytes', bytes: content } : await readPayload(archive, capture)
  if (payload.kind === 'unreadable') return unreadable(payload.reason)
  const task = {
    payload: payload.bytes,
    contentEncoding: content ? null : findHeader(capture, 'content-encoding'),
    url: capture.finalUrl,
    contentType: capture.contentType,
    headers: capture.headers,
    now: capture.requestedAt,
    budgetMs: config.pageBudgetSeconds * 1000,
    maxBytes: network.maxBytes,
  }
  const end = await readers.run(task, content ? ownMemory(content) : [])
  if (end.kind === 'answered') return end.answer
  if (end.kind === 'timed-out')
    return unreadable(`The page took longer than ${config.pageBudgetSeconds} s to read and was stopped.`, 'out-of-time')
  return unreadable(`The page could not be read: ${end.reason}.`)
}

/** Memory that holds these bytes and nothing else may be moved to another thread; shared memory must be copied. */
function ownMemory({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer[] {
  const isShared = byteOffset > 0 || byteLength < buffer.byteLength / 2 || !(buffer instanceof ArrayBuffer)
  return isShared ? [] : [buffer]
}

export type Payload =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable'; readonly reason: string }

/** The bytes of a page as they were received, out of the archive. */
export async function readPayload(archive: Pick<Archive, 'read'>, capture: Capture): Promise<Payload> {
  const unpacked = await unpackRecord(await archive.read(capture.place))
  return unpacked.kind === 'record'
    ? { kind: 'bytes', bytes: unpacked.payload }
    : { kind: 'unreadable', reason: unpacked.reason }
}

function findHeader(capture: Capture, name: string): string | null {
  return capture.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null
}

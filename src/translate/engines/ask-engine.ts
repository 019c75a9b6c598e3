// In: a request to an engine over HTTP. Out: its JSON, or the ending by name.
// Through the one door: an engine on a private network must be allowed by name, and no redirect is followed. Of what it says in
// an error only codes are read; its words are not shown.

import { decodeBody } from '../../lib/decode-body.ts'
import { findHeader, type Http, type HttpFailure, type HttpResponse } from '../../lib/http.ts'
import type { EngineAnswer } from './engine.ts'

export type EngineDoor = {
  readonly http: Pick<Http, 'fetch'>
  readonly now: () => number
  readonly timeoutMs: number
  /** Where local models are when the settings do not say. */
  readonly modelsFolder?: string | undefined
}
export type Failed = Exclude<EngineAnswer, { kind: 'translated' }>
export type EngineJson = { readonly kind: 'json'; readonly value: unknown } | Failed

export type EngineQuestion = {
  readonly name: string
  readonly url: string
  readonly headers?: [string, string][]
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** Shorter than the door’s. */
  readonly timeoutMs?: number
  /** What this engine means by an error, where its status alone does not say. */
  readonly readError?: (status: number, said: unknown) => Failed | undefined
}

const MOST_ANSWER_BYTES = 8 * 1024 * 1024

export async function askEngine(door: EngineDoor, question: EngineQuestion): Promise<EngineJson> {
  const { name, url, headers = [], body, signal } = question
  const result = await door.http.fetch({
    url,
    method: body === undefined ? 'GET' : 'POST',
    headers: [
      ['Accept', 'application/json'],
      ...(body === undefined ? [] : [['Content-Type', 'application/json'] as [string, string]]),
      ...headers,
    ],
    ...(body === undefined ? {} : { body: new TextEncoder().encode(JSON.stringify(body)) }),
    ...(signal ? { signal } : {}),
    maxBytes: MOST_ANSWER_BYTES,
    totalTimeoutMs: Math.min(door.timeoutMs, question.timeoutMs ?? Infinity),
  })
  if (result.kind === 'failed') return explainFailure(name, result)
  const answer = await readJson(name, result)
  if (result.status >= 200 && result.status < 300) return answer
  const said = answer.kind === 'json' ? answer.value : undefined
  return question.readError?.(result.status, said) ?? explainStatus(name, result, door.now())
}

function explainFailure(name: string, { failure, reason }: HttpFailure): Failed {
  if (failure === 'refused-address')
    return {
      kind: 'refused',
      reason: `${name} is at an address that must not be asked. Allow its host in “allowHosts”. ${reason}`,
    }
  if (failure === 'too-large') return { kind: 'nonsense', reason: `${name} sent more than any translation is long.` }
  // It had the whole request, and may have worked on it, when it fell silent or hung up.
  const mayBePaid = failure === 'timeout' || failure === 'truncated'
  return { kind: 'away', reason: `${name} could not be asked: ${reason}`, ...(mayBePaid ? { mayBePaid } : {}) }
}

/** What the status says of the request, in every API. */
function explainStatus(name: string, { status, headers }: HttpResponse, now: number): Failed {
  const busy = (reason: string): Failed => ({
    kind: 'busy',
    reason,
    retryAfterMs: readRetryAfter(findHeader(headers, 'retry-after'), now),
  })
  switch (status) {
    case 401:
    case 403:
      return { kind: 'refused', reason: `${name} does not accept our key (${status}).` }
    case 402:
    case 456:
      return { kind: 'over-quota', reason: `${name} says that what may be translated is used up (${status}).` }
    case 404:
    case 405:
    case 410:
      return { kind: 'refused', reason: `${name} is not at the address that is set (${status}).` }
    case 413:
    case 414:
      return { kind: 'too-large', reason: `${name} finds the request too large (${status}).` }
    case 408:
    case 504:
      return { kind: 'away', reason: `${name} took too long (${status}).`, mayBePaid: true }
    case 425:
    case 429:
      return busy(`${name} asks for time (${status}).`)
    case 503:
    case 529:
      return busy(`${name} is overloaded (${status}).`)
  }
  if (status >= 500) return { kind: 'away', reason: `${name} is broken for now (${status}).` }
  if (status < 400)
    return { kind: 'refused', reason: `${name} sends us elsewhere (${status}). Give its address as it is.` }
  return { kind: 'unsupported', reason: `${name} cannot do what was asked (${status}): perhaps not these languages.` }
}

const LONGEST_PAUSE_MS = 7 * 24 * 3_600_000

/** Seconds or a date (RFC 9110), at most a week. */
function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null
  // V8 makes dates of bare numbers too.
  const date = /[a-z]/i.test(value) ? Date.parse(value) : Number.NaN
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : date - now
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_PAUSE_MS) : null
}

async function readJson(name: string, { headers, body }: HttpResponse): Promise<EngineJson> {
  const decoded = await decodeBody(body, findHeader(headers, 'content-encoding'), MOST_ANSWER_BYTES)
  if (decoded.kind !== 'decoded') return { kind: 'nonsense', reason: `${name} sent an answer that cannot be read.` }
  try {
    return { kind: 'json', value: JSON.parse(new TextDecoder().decode(decoded.body)) as unknown }
  } catch {
    return { kind: 'nonsense', reason: `${name} sent something else than JSON, or half of it.` }
  }
}

/** A translation may be this many times as long as its original, and so much longer at any rate. */
const MOST_TIMES = 8
const ALWAYS_ALLOWED = 300

/** The targets of an answer, held to what was asked: as many, all of them words, none a speech. */
export function checkTargets(
  name: string,
  asked: readonly string[],
  targets: readonly string[],
  detected: string | null,
): EngineAnswer {
  if (targets.length !== asked.length)
    return { kind: 'nonsense', reason: `${name} was asked for ${asked.length} sentences and sent ${targets.length}.` }
  if (targets.some((text, at) => text.length > ALWAYS_ALLOWED + MOST_TIMES * (asked[at]?.length ?? 0)))
    return { kind: 'nonsense', reason: `${name} sent something much longer than what was asked.` }
  return { kind: 'translated', targets: targets.map(cleanTarget), detected }
}

/** Without characters that no text has, and that databases refuse. */
function cleanTarget(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}--[\t\n\r]]/gv, '')
    .trim()
}

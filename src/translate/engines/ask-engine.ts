// In: a request to an engine over HTTP. Out: its JSON, or the ending by name.
// Through the one door: an engine on a private network must be allowed by name. What it says in an error is not shown.

import { decodeBody } from '../../lib/decode-body.ts'
import { findHeader, type Http, type HttpResponse } from '../../lib/http.ts'
import type { EngineAnswer } from './engine.ts'

export type EngineDoor = {
  readonly http: Pick<Http, 'fetch'>
  readonly now: () => number
  readonly timeoutMs: number
  /** Where local models are when the settings do not say. */
  readonly modelsFolder?: string | undefined
}
type Failed = Exclude<EngineAnswer, { kind: 'translated' }>
export type EngineJson = { readonly kind: 'json'; readonly value: unknown } | Failed

const MOST_ANSWER_BYTES = 8 * 1024 * 1024

export async function askEngine(
  door: EngineDoor,
  {
    name,
    url,
    headers = [],
    body,
    signal,
  }: { name: string; url: string; headers?: [string, string][]; body?: unknown; signal?: AbortSignal | undefined },
): Promise<EngineJson> {
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
    totalTimeoutMs: door.timeoutMs,
  })
  if (result.kind === 'failed') {
    if (result.failure === 'refused-address')
      return {
        kind: 'refused',
        reason: `${name} is at an address that must not be asked. Allow its host in “allowHosts”. ${result.reason}`,
      }
    return { kind: 'away', reason: `${name} could not be asked: ${result.reason}` }
  }
  const failed = explainStatus(name, result, door.now())
  return failed ?? readJson(name, result)
}

/** What the status says of the request; undefined = go on and read. */
function explainStatus(name: string, { status, headers }: HttpResponse, now: number): Failed | undefined {
  if (status >= 200 && status < 300) return undefined
  if (status === 401 || status === 403)
    return { kind: 'refused', reason: `${name} does not accept our key (${status}).` }
  if (status === 402 || status === 456)
    return { kind: 'over-quota', reason: `${name} says that what may be translated is used up (${status}).` }
  if (status === 429)
    return {
      kind: 'busy',
      reason: `${name} asks for time (429).`,
      retryAfterMs: readRetryAfter(findHeader(headers, 'retry-after'), now),
    }
  if (status === 503 || status === 529)
    return {
      kind: 'busy',
      reason: `${name} is overloaded (${status}).`,
      retryAfterMs: readRetryAfter(findHeader(headers, 'retry-after'), now),
    }
  if (status >= 500) return { kind: 'away', reason: `${name} is broken for now (${status}).` }
  if (status === 413) return { kind: 'nonsense', reason: `${name} finds the request too large (413).` }
  if (status >= 300 && status < 400)
    return { kind: 'refused', reason: `${name} sends us elsewhere (${status}). Give its address as it is.` }
  return { kind: 'unsupported', reason: `${name} cannot do what was asked (${status}): perhaps not these languages.` }
}

const LONGEST_PAUSE_MS = 7 * 24 * 3_600_000

/** Seconds or a date (RFC 9110), at most a week. */
function readRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null
  const ms = /^\d{1,9}$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now
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

/** The targets of an answer, held to what was asked: as many, all of them words. */
export function checkTargets(
  name: string,
  asked: readonly string[],
  targets: readonly string[],
  detected: string | null,
): EngineAnswer {
  if (targets.length !== asked.length)
    return { kind: 'nonsense', reason: `${name} was asked for ${asked.length} sentences and sent ${targets.length}.` }
  return { kind: 'translated', targets: targets.map((text) => text.replaceAll('\u0000', '').trim()), detected }
}

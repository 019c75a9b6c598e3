// In: an address. Out: the capture and its WARC records, or the reason why there is none.
// Walks the redirects one by one, because each step is evidence and each needs its own permission.
// Writes nothing: the caller appends `records` together and saves the capture with the place of its main record.

import type { Capture, Hop } from '../domain/capture.ts'
import type { FailureKind } from '../domain/feed.ts'
import { decodeBody } from '../lib/decode-body.ts'
import type { Http, HttpResponse } from '../lib/http.ts'
import { findHeader } from '../lib/http.ts'
import { findRedirectTarget } from '../lib/redirect-target.ts'
import type { WarcDraft } from '../lib/warc/warc-record.ts'
import { describeHop, describeCapture } from './describe-capture.ts'
import { digestOf } from './digest.ts'

export type Permission =
  /** `rule`: the line of robots.txt that allowed it, or null where none spoke of it. */
  | { readonly allowed: true; readonly rule: string | null }
  | { readonly allowed: false; readonly failure: FailureKind; readonly reason: string }

export type CapturePageTools = {
  /** Waits its turn at each host by itself. */
  readonly http: Pick<Http, 'fetch'>
  /** Asked before every request, for the first address and every one redirected to. */
  readonly mayFetch: (url: string) => Promise<Permission>
  /** Name and version, e.g. `dragoman 0.1.0`. */
  readonly tool: string
  /** Oddities of the way there that are known beforehand, such as a proxy; they go into the metadata record. */
  readonly notes?: readonly string[]
  /** A new UUID for each WARC record. */
  readonly newRecordId: () => string
}

export type CapturePageRequest = {
  readonly url: string
  readonly headers?: readonly (readonly [string, string])[]
  /** Limit of the content after decoding, in bytes. */
  readonly maxDecodedBytes: number
  readonly signal?: AbortSignal
}

/** A capture that has no id and no place yet. */
export type NewCapture = Omit<Capture, 'id' | 'itemId' | 'place'>

export type CaptureOutcome =
  | {
      readonly kind: 'captured'
      readonly capture: NewCapture
      /** To be appended together. */
      readonly records: readonly WarcDraft[]
      /** Index in `records` of the one whose place becomes the capture's. */
      readonly main: number
      /** The rule of robots.txt that allowed the final address; null where none spoke of it. */
      readonly robotsRule: string | null
      readonly notes: readonly string[]
      /** The content with its coding undone, for whoever reads it at once; null when it could not be undone. */
      readonly decoded: Uint8Array | null
    }
  | {
      readonly kind: 'failed'
      readonly failure: FailureKind
      /** A sentence for people. */
      readonly reason: string
      readonly redirects: readonly Hop[]
      /** Of the last response, when there was one. */
      readonly status: number | null
      readonly retryAfter: string | null
    }

/** A step that was taken, with all that is known of it. */
export type Step = { readonly url: string; readonly response: HttpResponse; readonly rule: string | null }

type Walk =
  | { readonly kind: 'arrived'; readonly steps: readonly Step[]; readonly last: Step }
  | { readonly kind: 'failed'; readonly failure: FailureKind; readonly reason: string; readonly steps: readonly Step[] }

const MAX_REDIRECTS = 10

/** Fetches a page with its redirects. Only responses with a 2xx status become captures. */
export async function capturePage(tools: CapturePageTools, request: CapturePageRequest): Promise<CaptureOutcome> {
  const walk = await walkRedirects(tools, request)
  if (walk.kind === 'failed') return failed(walk.steps, walk.failure, walk.reason)
  const { last, steps } = walk
  const { response } = last
  if (response.status < 200 || response.status > 299) {
    return failed(steps, 'http-status', `The server answered ${describeStatus(response)}.`)
  }
  const decoded = await decodeBody(response.body, contentEncodingOf(response), request.maxDecodedBytes)
  if (decoded.kind === 'too-large') {
    const reason = `The page unpacks to more than the ${request.maxDecodedBytes} bytes that are taken.`
    return failed(steps, 'too-large', reason)
  }
  const notes: string[] = [...(tools.notes ?? [])]
  if (decoded.kind === 'unreadable') notes.push(decoded.reason)
  else if (!decoded.whole) notes.push('The content coding of the page breaks off before its end.')
  return assemble(tools, request.url, steps, last, decoded.kind === 'decoded' ? decoded.body : null, notes)
}

async function walkRedirects(tools: CapturePageTools, request: CapturePageRequest): Promise<Walk> {
  const steps: Step[] = []
  const seen = new Set<string>()
  for (let url = request.url; ;) {
    if (seen.has(url))
      return { kind: 'failed', failure: 'redirect-loop', reason: `The redirects come back to ${url}.`, steps }
    if (steps.length > MAX_REDIRECTS) return { kind: 'failed', failure: 'redirect-loop', reason: TOO_MANY, steps }
    seen.add(url)
    const step = await takeStep(tools, request, url)
    if (step.kind === 'failed') return { ...step, steps }
    steps.push(step.step)
    const target = findRedirectTarget(step.step.url, step.step.response)
    if (target === null) return { kind: 'arrived', steps, last: step.step }
    url = target
  }
}

const TOO_MANY = `The page redirects more than ${MAX_REDIRECTS} times.`

type StepOutcome =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'failed'; readonly failure: FailureKind; readonly reason: string }

async function takeStep(tools: CapturePageTools, request: CapturePageRequest, url: string): Promise<StepOutcome> {
  const permission = await tools.mayFetch(url)
  if (!permission.allowed) return { kind: 'failed', failure: permission.failure, reason: permission.reason }
  const response = await tools.http.fetch({ url, headers: request.headers, signal: request.signal })
  if (response.kind === 'failed') return response
  return { kind: 'step', step: { url, response, rule: permission.rule } }
}

function assemble(
  tools: CapturePageTools,
  url: string,
  steps: readonly Step[],
  last: Step,
  decoded: Uint8Array | null,
  notes: readonly string[],
): CaptureOutcome {
  const { response } = last
  const capture: NewCapture = {
    url,
    finalUrl: last.url,
    redirects: steps.slice(0, -1).map(toHop),
    status: response.status,
    headers: response.headers,
    contentType: findHeader(response.headers, 'content-type'),
    requestedAt: response.requestedAt,
    digest: digestOf(response.body),
    size: response.body.length,
    decodedSize: decoded?.length ?? 0,
    remoteAddress: response.remoteAddress,
    tool: tools.tool,
  }
  const hops = steps.map((step) => describeHop(step, tools.newRecordId))
  const records = hops.flatMap(({ request, response: answer }) => [answer, request])
  const main = records.length - 2
  const about = describeCapture(capture, last.rule, notes, hops.at(-1)?.response.id ?? '', tools.newRecordId())
  return { kind: 'captured', capture, records: [...records, about], main, robotsRule: last.rule, notes, decoded }
}

function failed(steps: readonly Step[], failure: FailureKind, reason: string): CaptureOutcome {
  const response = steps.at(-1)?.response
  return {
    kind: 'failed',
    failure,
    reason,
    redirects: steps.map(toHop),
    status: response?.status ?? null,
    retryAfter: response ? findHeader(response.headers, 'retry-after') : null,
  }
}

function toHop({ url, response }: Step): Hop {
  return { url, status: response.status, location: findHeader(response.headers, 'location') }
}

function describeStatus(response: HttpResponse): string {
  // oxlint-disable-next-line no-control-regex -- the server chooses these letters, and people read them
  const text = response.statusText.replace(/[^\x20-\x7e]/g, '').slice(0, 60)
  return text ? `${response.status} (${text})` : String(response.status)
}

function contentEncodingOf(response: HttpResponse): string | null {
  return findHeader(response.headers, 'content-encoding')
}

// In: a prepared call. Out: one response read to its end within its limits, or the failure by name.
// Why by hand: each limit (connecting, silence, total time, size) ends the same exchange once,
// and every way a socket can die must come out as a value.

import type { ClientRequest, IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Socket } from 'node:net'
import { collectBytes } from './growing-bytes.ts'
import { explainError, fail, readCode } from './http-failure.ts'
import type { HeaderLine, HttpResponse, HttpResult } from './http-message.ts'

export type Call = {
  readonly hostname: string
  readonly headers: readonly HeaderLine[]
  readonly method: string
  readonly target: string
  readonly body: Uint8Array | undefined
  /** Whether the request may be sent a second time when a kept connection turns out to be closed. */
  readonly repeatable: boolean
  readonly signal: AbortSignal | undefined
  readonly maxBytes: number
  readonly connectTimeoutMs: number
  readonly idleTimeoutMs: number
  readonly totalTimeoutMs: number
  readonly now: () => number
  readonly open: () => ClientRequest
}

/** `stale`: a kept connection was found closed before any answer. */
export type ExchangeResult = HttpResult | { readonly kind: 'stale' }

type Finish = (result: ExchangeResult) => void

/** Sends the request and reads the answer. Rejects only when the call's signal aborts. */
export function exchange(call: Call): Promise<ExchangeResult> {
  const requestedAt = call.now()
  const outgoing = tryOpen(call)
  if (outgoing instanceof Error) return Promise.resolve(explainError(outgoing, call.hostname, false))

  return new Promise((resolve, reject) => {
    const clock = watchTime(call, (reason) => finish(fail('timeout', reason)))
    const close = (keep: boolean) => {
      clock.stop()
      call.signal?.removeEventListener('abort', abort)
      if (!keep) outgoing.destroy()
    }
    let ended = false
    const finish: Finish = (result) => {
      if (ended) return
      ended = true
      close(result.kind === 'response')
      resolve(result)
    }
    const abort = () => {
      ended = true
      close(false)
      reject(call.signal?.reason)
    }
    call.signal?.addEventListener('abort', abort)
    listen(outgoing, call, requestedAt, clock.tick, finish)
    outgoing.end(call.body)
  })
}

function listen(outgoing: ClientRequest, call: Call, requestedAt: number, tick: () => void, finish: Finish): void {
  let answering = false
  outgoing.on('socket', (socket) => onConnected(socket, tick))
  outgoing.on('response', (incoming) => {
    answering = true
    readResponse(incoming, call, requestedAt, tick, finish)
  })
  // Without a listener Node would hand the connection over to nobody.
  outgoing.on('upgrade', () => finish(fail('unreadable', `${call.hostname} wants to speak another protocol.`)))
  outgoing.on('error', (error) =>
    finish(isStale(error, outgoing, call, answering) ?? explainError(error, call.hostname, answering)),
  )
  outgoing.on('close', () => finish(explainError(null, call.hostname, answering)))
}

/** Node checks header characters when a request is made, and throws. */
function tryOpen(call: Call): ClientRequest | Error {
  try {
    return call.open()
  } catch (error) {
    return error instanceof Error ? error : new Error('request could not be made', { cause: error })
  }
}

function isStale(error: Error, outgoing: ClientRequest, call: Call, answering: boolean): { kind: 'stale' } | null {
  const closed = ['ECONNRESET', 'EPIPE'].includes(readCode(error))
  return closed && outgoing.reusedSocket && call.repeatable && !answering ? { kind: 'stale' } : null
}

function onConnected(socket: Socket | TLSSocket, tell: () => void): void {
  if (!socket.connecting && !('encrypted' in socket && !socket.getProtocol())) return tell()
  socket.once('encrypted' in socket ? 'secureConnect' : 'connect', tell)
}

type Clock = { readonly tick: () => void; readonly stop: () => void }

/** Of the shortest limit; so exactly are all of them kept. */
const STEPS = 10

/**
 * Calls `late` when connecting, silence or the whole takes too long. `tick` is a sign of life.
 * Time is counted in steps and not read from a clock: while this process is busy, or the machine asleep, nobody listens,
 * and what the host sent meanwhile still waits to be heard. Such a time is one step, however long.
 */
function watchTime(call: Call, late: (reason: string) => void): Clock {
  const { hostname, connectTimeoutMs, idleTimeoutMs, totalTimeoutMs } = call
  const stepMs = Math.min(connectTimeoutMs, idleTimeoutMs, totalTimeoutMs) / STEPS
  let passed = 0
  let silent = 0
  let isConnected = false
  const timer = setInterval(() => {
    passed += stepMs
    silent += stepMs
    if (passed >= totalTimeoutMs) late(`${hostname} had not sent the whole page after ${inSeconds(totalTimeoutMs)}.`)
    else if (isConnected && silent >= idleTimeoutMs) late(`${hostname} sent nothing for ${inSeconds(idleTimeoutMs)}.`)
    else if (!isConnected && passed >= connectTimeoutMs)
      late(`No connection to ${hostname} could be made within ${inSeconds(connectTimeoutMs)}.`)
  }, stepMs)
  return {
    tick() {
      isConnected = true
      silent = 0
    },
    stop: () => clearInterval(timer),
  }
}

const inSeconds = (ms: number): string => `${Number((ms / 1000).toPrecision(2))} seconds`

function readResponse(
  incoming: IncomingMessage,
  call: Call,
  requestedAt: number,
  tick: () => void,
  finish: Finish,
): void {
  const tooLarge = fail('too-large', `${call.hostname} sends more than the ${call.maxBytes} bytes we take.`)
  const promised = Number(incoming.headers['content-length'] ?? 0)
  const hasBody = incoming.statusCode !== 304 && incoming.statusCode !== 204 && call.method !== 'HEAD'
  if (hasBody && promised > call.maxBytes) return finish(tooLarge)
  const remoteAddress = incoming.socket.remoteAddress ?? null
  const body = collectBytes(hasBody ? promised : 0)

  tick()
  incoming.on('data', (chunk: Uint8Array) => {
    tick()
    if (body.size + chunk.length > call.maxBytes) finish(tooLarge)
    else body.add(chunk)
  })
  incoming.on('error', (error) => finish(explainError(error, call.hostname, true)))
  incoming.on('end', () => {
    if (incoming.complete) finish(writeResponse(incoming, call, requestedAt, remoteAddress, body.finish()))
    else finish(explainError(null, call.hostname, true))
  })
}

function writeResponse(
  incoming: IncomingMessage,
  call: Call,
  requestedAt: number,
  remoteAddress: string | null,
  body: Uint8Array,
): HttpResponse {
  return {
    kind: 'response',
    status: incoming.statusCode ?? 0,
    statusText: incoming.statusMessage ?? '',
    httpVersion: incoming.httpVersion,
    headers: pairUp(incoming.rawHeaders),
    body,
    remoteAddress,
    requestedAt,
    requestHeaders: call.headers,
    requestTarget: call.target,
  }
}

function pairUp(flat: readonly string[]): HeaderLine[] {
  const lines: HeaderLine[] = []
  for (let at = 0; at < flat.length; at += 2) lines.push([flat[at] ?? '', flat[at + 1] ?? ''])
  return lines
}

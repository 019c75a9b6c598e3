// In: how much a request body may hold. Out: middleware that answers before a longer one is looked at.
// A body must say how long it is; node:http holds it to its word.

import type { IncomingMessage } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import { answerProblem } from './problem.ts'

/** What is read and thrown away of a refused body, so that its sender hears the answer and not a broken connection. */
const THROWN_AWAY_BYTES = 64 * 1024 * 1024
const THROWN_AWAY_MS = 5_000

/** @param bytesFor the limit for a path */
export function limitBody(bytesFor: (path: string) => number): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined) {
      await throwAway(c)
      const words = 'The request does not say how long its body is. Send it whole, with a content-length.'
      return answerProblem('bad-input', words, { status: 411 })
    }
    const limit = bytesFor(c.req.path)
    if (Number(c.req.header('content-length') ?? 0) <= limit) return next()
    await throwAway(c)
    const words = `The request is too large: at most ${limit.toLocaleString('en')} bytes are taken here.`
    return answerProblem('bad-input', words, { status: 413 })
  }
}

/** Reads on to the end, or ends the connection when there is no end in sight. */
async function throwAway(c: Context): Promise<void> {
  const incoming: IncomingMessage = c.env.incoming
  let bytes = 0
  const timer = setTimeout(() => incoming.destroy(), THROWN_AWAY_MS)
  try {
    for await (const part of incoming as AsyncIterable<Uint8Array>) {
      bytes += part.length
      if (bytes > THROWN_AWAY_BYTES) break // leaving the loop destroys the request
    }
  } catch {
    // The sender gave up; nobody hears the answer.
  } finally {
    clearTimeout(timer)
  }
}

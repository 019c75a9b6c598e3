// In: a request that changes something and names itself (Idempotency-Key). Out: its answer; the second time, the first one again.
// Why: when an answer is lost on the way, the browser cannot know whether the deed was done, and asks once more.
// A deed and its kept answer are two writes: a process that is killed between them may do the deed again.

import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { findKeptAnswer, keepAnswer, type KeptAnswer } from '../store/kept-answers.ts'
import { answerProblem } from './problem.ts'
import type { ServerTools } from './tools.ts'

/** 1–200 printable ASCII characters: what the header may hold. */
const NAME = /^[\x21-\x7e]{1,200}$/
const isJson = (type: string | undefined) => /^application\/json\b/i.test(type ?? '')

export function answerOnce({ db, now }: Pick<ServerTools, 'db' | 'now'>): MiddlewareHandler {
  /** Requests that are being answered, by their name: the same one, come meanwhile, waits for them. */
  const running = new Map<string, Promise<void>>()

  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    const isFile = c.req.raw.body !== null && !isJson(c.req.header('content-type'))
    if (key === undefined || isFile || c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    if (!NAME.test(key))
      return answerProblem('bad-input', 'An Idempotency-Key has 1 to 200 printable ASCII characters.')
    const requestDigest = await digestOf(c)
    while (running.has(key)) await running.get(key)
    const { promise, resolve } = Promise.withResolvers<void>()
    running.set(key, promise)
    try {
      const known = await findKeptAnswer(db, key)
      if (known) return repeat(known, requestDigest)
      await next()
      return await keep(c, key, requestDigest)
    } finally {
      running.delete(key)
      resolve()
    }
  }

  /** What was refused changed nothing and may be asked again. */
  async function keep(c: Context, key: string, requestDigest: string): Promise<void> {
    const { status } = c.res
    const isWhole = status === 204 || isJson(c.res.headers.get('content-type') ?? '')
    if (!c.res.ok || !isWhole) return
    await keepAnswer(db, key, { requestDigest, status, body: await c.res.clone().text() }, now())
  }
}

async function digestOf(c: Context): Promise<string> {
  const { pathname, search } = new URL(c.req.url)
  return createHash('sha256')
    .update(JSON.stringify([c.req.method, pathname, search, await c.req.text()]))
    .digest('hex')
}

function repeat({ requestDigest, status, body }: KeptAnswer, askedNow: string): Response {
  if (requestDigest !== askedNow)
    return answerProblem(
      'bad-input',
      'This Idempotency-Key was used for another request. Give each deed one of its own.',
      {
        status: 422,
      },
    )
  const headers = { 'idempotency-replayed': 'true', 'cache-control': 'no-store' }
  if (status === 204) return new Response(null, { status, headers })
  return new Response(body, { status, headers: { ...headers, 'content-type': 'application/json' } })
}

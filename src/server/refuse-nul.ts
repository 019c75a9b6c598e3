// In: a request. Out: a refusal when its address or its JSON holds the character NUL, which is in no text that people write.
// Why here: no route has to think of it, and no database has to complain.

import type { MiddlewareHandler } from 'hono'
import { answerProblem } from './problem.ts'

/** `\u0000` in the source of a JSON text, but not `\\u0000`, which spells a backslash. */
const ESCAPED_NUL = /(?<!\\)(?:\\\\)*\\u0000/

export function refuseNul(): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.url.includes('%00')) return refuse('The address')
    const isJson = /^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')
    if (isJson && ESCAPED_NUL.test(await c.req.text())) return refuse('The body')
    return next()
  }
}

function refuse(what: string): Response {
  return answerProblem('bad-input', `${what} holds the character U+0000 (NUL), which no text may hold. Take it out.`)
}

// In: the routes of the API. Out: for an address that exists, asked in a way that it does not take, 405 and what it takes
// (RFC 9110, 15.5.6); for any other, that there is nothing.

import type { RouterRoute } from 'hono/types'
import { answerProblem } from './problem.ts'

type Way = { readonly methods: Set<string>; readonly pattern: RegExp }

export function createNotFound(routes: () => readonly RouterRoute[]): (path: string) => Response {
  let ways: readonly Way[] | undefined
  return (path) => {
    ways ??= gatherWays(routes())
    const methods = new Set(ways.filter(({ pattern }) => pattern.test(path)).flatMap((way) => [...way.methods]))
    if (methods.size === 0)
      return answerProblem(
        'not-found',
        'There is nothing at this address. The whole API is described at /api/openapi.json.',
      )
    const allow = [...(methods.has('GET') ? [...methods, 'HEAD'] : methods)].toSorted().join(', ')
    const answer = answerProblem('bad-usage', `This address takes ${allow}, and nothing else.`, { status: 405 })
    answer.headers.set('allow', allow)
    return answer
  }
}

/** Middleware stands among the routes under the method ALL. */
function gatherWays(routes: readonly RouterRoute[]): Way[] {
  const ways = new Map<string, Way>()
  for (const { method, path } of routes) {
    if (method === 'ALL') continue
    const known = ways.get(path)
    if (known) known.methods.add(method)
    else ways.set(path, { methods: new Set([method]), pattern: patternOf(path) })
  }
  return [...ways.values()]
}

function patternOf(path: string): RegExp {
  const source = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/:\w+(\\\{[^/]*\\\})?/g, '[^/]+')
  return new RegExp(`^${source}$`)
}

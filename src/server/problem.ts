// RFC 9457 problem details, made in one place.
// In: a permanent code and a sentence for people. Out: the body, and the headers that go with it.
// Nothing but DeskError messages reach people; what else was thrown is for the log alone.

import { errorCodes, type ErrorCode } from '../domain/errors.ts'
import type { Problem } from './shapes/problem.ts'

export const PROBLEM_TYPE = 'application/problem+json'

const titles: Record<ErrorCode, string> = {
  'bad-usage': 'Not understood',
  'bad-config': 'The configuration is wrong',
  'bad-input': 'The request cannot be used',
  'not-found': 'Not found',
  conflict: 'It has changed meanwhile',
  forbidden: 'Not allowed',
  'home-in-use': 'The home is in use',
  'home-too-new': 'The home is of a newer version',
  'home-broken': 'The home cannot be read',
  'disk-full': 'The disk is full',
  network: 'The other side could not be reached',
  'evidence-fails': 'The evidence does not hold',
  'partly-failed': 'Partly failed',
  interrupted: 'Interrupted',
  internal: 'A mistake of ours',
}

export type ProblemOptions = {
  /** Where HTTP has a more exact status than the code's own, e.g. 413. */
  readonly status?: number
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** For conflicts: the record as it is now, and what was sent. */
  readonly current?: unknown
  readonly yours?: unknown
}

/** The body of a problem answer. `type` is a reference that this server resolves. */
export function describeProblem(code: ErrorCode, detail: string, options: ProblemOptions = {}): Problem {
  return {
    type: `/api/problems/${code}`,
    title: titles[code],
    status: options.status ?? errorCodes[code].status,
    detail,
    code,
    ...(options.fields === undefined ? {} : { fields: options.fields.map((field) => ({ ...field })) }),
    ...(options.current === undefined ? {} : { current: options.current }),
    ...(options.yours === undefined ? {} : { yours: options.yours }),
  }
}

/** A problem as a whole answer. */
export function answerProblem(code: ErrorCode, detail: string, options: ProblemOptions = {}): Response {
  const body = describeProblem(code, detail, options)
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' },
  })
}

/** The code named in an address, with the title and status that go with it. */
export function findProblemKind(code: string): { code: ErrorCode; title: string; status: number } | undefined {
  if (!Object.hasOwn(errorCodes, code)) return undefined
  const known = code as ErrorCode
  return { code: known, title: titles[known], status: errorCodes[known].status }
}

// In: whatever a handler threw. Out: a problem that says what a person may know; the rest goes to the log.

import type { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { DeskError } from '../domain/errors.ts'
import { storeError } from '../store/store-error.ts'
import { answerProblem } from './problem.ts'
import { notFound } from './routes/route-parts.ts'

export function answerError(error: unknown, log: (error: unknown) => void): Response {
  if (error instanceof HTTPException) return answerHttpException(error)
  const known = error instanceof DeskError ? error : storeError(error)
  if (known instanceof DeskError) {
    if (known.code === 'internal') log(known)
    return answerProblem(known.code, known.message)
  }
  log(error)
  return answerProblem(
    'internal',
    'The desk could not answer because of a mistake of ours; the log says more. Nothing was lost.',
  )
}

/** What the framework refuses by itself: bodies that are not the JSON or the form they say they are. */
function answerHttpException(error: HTTPException): Response {
  if (error.res) return error.res
  const words =
    error.status === 415
      ? 'The body is of a kind that is not taken here. Send JSON with "content-type: application/json".'
      : 'The request could not be read. Check that its body is what its content-type says.'
  return answerProblem('bad-input', words, { status: error.status })
}

const nouns: Readonly<Record<string, string>> = {
  items: 'item',
  captures: 'capture',
  outlets: 'outlet',
  feeds: 'feed',
  jobs: 'job',
  triage: 'deed',
  statements: 'statement',
  relations: 'relation',
  searches: 'search',
  alerts: 'alert',
  deliveries: 'delivery',
  'outlet-moves': 'move',
}

/** An address whose id is none: whatever it was meant to name is not here. @param path of the request */
export function answerNoSuch(path: string): Response {
  const noun = nouns[path.split('/')[2] ?? ''] ?? 'thing'
  return answerProblem('not-found', notFound(noun).message)
}

/** A request that does not fit its schema, field by field. */
export function describeInvalid(error: z.ZodError): Response {
  const fields = error.issues
    .slice(0, 20)
    .map((issue) => ({ path: issue.path.join('.'), message: describeIssue(issue) }))
  const words = fields.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' ')
  return answerProblem('bad-input', words.slice(0, 1000), { fields })
}

function describeIssue(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message
  const names = issue.keys.map((key) => `“${key.slice(0, 60)}”`).join(', ')
  return `There is no field ${names} here. Take it out, or look at /api/openapi.json for how it is called.`
}

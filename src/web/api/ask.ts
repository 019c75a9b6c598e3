// In: a path of the API. Out: the JSON it answers, or a refusal in words.
// The shapes are the server's own types; nothing is checked twice.

import type { Problem } from '../../server/shapes/problem.ts'
import { t } from '../text/t.ts'

/** `away` = nothing answered; otherwise what the server said, as RFC 9457. */
export type Refusal = Error & { readonly problem: Problem | 'away' }

type Question = {
  method?: string
  body?: unknown
  form?: FormData
  /** Sent as it is. */
  file?: Blob
  signal?: AbortSignal
  headers?: Readonly<Record<string, string>>
}

/** A refusal in words for a person; `away` = nothing answered. */
export function refuse(problem: Problem | 'away'): Refusal {
  const words = problem === 'away' ? t('away.refusal') : problem.detail
  return Object.assign(new Error(words), { problem })
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'problem' in error
}

/** What to tell a person about a failed request. */
export function wordsOf(error: unknown): string {
  return isRefusal(error) ? error.message : t('error.ours')
}

async function send(
  path: string,
  { method = 'GET', body, form, file, signal, headers = {} }: Question,
): Promise<Response> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? (file ? 'application/octet-stream' : undefined) : 'application/json'
  const told = type === undefined ? headers : { ...headers, 'content-type': type }
  const aside = { ...(form ? { body: form } : file ? { body: file } : {}), ...(signal ? { signal } : {}) }
  try {
    return await fetch(path, { method, headers: told, ...json, ...aside })
  } catch (error) {
    if (signal?.aborted) throw error
    throw refuse('away')
  }
}

async function problemOf(response: Response): Promise<Problem | 'away'> {
  // A proxy in front of a server that is gone answers for it, without a problem document.
  if (!response.headers.get('content-type')?.includes('json')) return 'away'
  return (await response.json()) as Problem
}

/** Asks and gives the answer's JSON; throws a {@link Refusal}. */
export async function ask<Answer>(path: string, question: Question = {}): Promise<Answer> {
  const response = await send(path, question)
  if (!response.ok) throw refuse(await problemOf(response))
  return (response.status === 204 ? undefined : await response.json()) as Answer
}

type QueryValue = string | number | undefined | readonly string[]

/** `?a=1&b=2&b=3` of the values that are there. */
export function queryOf(values: Readonly<Record<string, QueryValue>>): string {
  const pairs = Object.entries(values).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((each: unknown) =>
      each === undefined || each === '' ? [] : [[key, String(each)]],
    ),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}

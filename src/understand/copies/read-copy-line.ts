// In: a line of JSON that somebody else wrote. Out: a document to compare, or what is wrong with the line.

import { z } from 'zod'
import { readInstant } from '../../lib/read-instant.ts'
import type { CopyDocument, PublicationTime } from './document.ts'

export type CopyLine =
  | { readonly kind: 'document'; readonly document: CopyDocument }
  | { readonly kind: 'bad'; readonly reason: string }

const text = z.string().nullish()
const line = z.object({
  id: z.union([z.string().min(1).max(2_000), z.number()]),
  title: text,
  text: z.string(),
  language: text,
  published: z.union([z.string(), z.number()]).nullish(),
  outlet: text,
  url: text,
  author: z.union([z.string(), z.array(z.string())]).nullish(),
})

/** Fields beyond those known are let be; `published` is ISO 8601, or milliseconds since 1970. */
export function readCopyLine(json: string): CopyLine {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { kind: 'bad', reason: 'it is no JSON' }
  }
  const parsed = line.safeParse(value)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0]
    const reason = field === undefined ? 'it is no JSON object' : `“${String(field)}” is missing or of a wrong kind`
    return { kind: 'bad', reason }
  }
  const { id, title, text: body, language, published, outlet, url, author } = parsed.data
  const document: CopyDocument = {
    id: String(id),
    title: title ?? null,
    text: body,
    language: language?.trim() ? language.trim() : null,
    published: readTime(published ?? null),
    outlet: outlet ?? null,
    url: url ?? null,
    author: Array.isArray(author) ? author.join(', ') : (author ?? null),
  }
  return { kind: 'document', document }
}

/** Days without an hour are days; what is not understood is not known. */
function readTime(published: string | number | null): PublicationTime | null {
  if (published === null) return null
  if (typeof published === 'number')
    return Number.isFinite(published) && Math.abs(published) < 8e15 ? { at: published, precision: 'minute' } : null
  const trimmed = published.trim()
  const at = readInstant(trimmed) ?? Date.parse(trimmed)
  if (!Number.isFinite(at)) return null
  return { at, precision: /\d[T ]\d{1,2}:\d{2}/.test(trimmed) ? 'minute' : 'day' }
}

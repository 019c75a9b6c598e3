// For tests: what a desk reads back of its own export.

import type { Excerpt } from '../../domain/excerpt.ts'
import { readAnnotations } from './import-annotations.ts'

/** The excerpts of a file; null when it is no file of annotations, or anything in it is not as a desk exports it. */
export function excerptsOf(json: unknown): readonly Excerpt[] | null {
  const file = readAnnotations(json)
  if (file.kind === 'unreadable') return null
  const excerpts = file.annotations.flatMap((one) => (one.kind === 'excerpt' ? [one.excerpt] : []))
  return excerpts.length === file.annotations.length ? excerpts : null
}

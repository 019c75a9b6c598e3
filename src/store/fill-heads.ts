// In: translations as homes before schema 7 wrote them. Out: the same with what heads need: the sentences themselves, whose
// the title is, the lead. Nothing is guessed: an origin is given only where the history, the memory or the ledger of engines
// holds these very words. Used by the migration, and by a restore of an older backup.

import { createHash } from 'node:crypto'
import { leadOf, type Segment, type SegmentOrigin } from '../domain/translation.ts'
import type { Db } from './db.ts'

const ROWS_AT_ONCE = 100
const WORDS_AT_ONCE = 500

type OldSegment = Omit<Segment, 'source'> & { readonly source?: string }
type OldTranslation = {
  readonly id: string
  readonly to: string
  readonly title: string | null
  readonly titleState: string
  readonly titleSource: string | null
  readonly segments: readonly (OldSegment & { readonly source: string })[]
}
/** What the home knows of words: whose the memory says they are, and which engine said them. */
type Known = {
  readonly memory: ReadonlyMap<string, string>
  readonly engines: ReadonlyMap<string, SegmentOrigin | null>
}

/** Safe to do twice. */
export async function fillHeads(db: Db): Promise<void> {
  for (let after = ''; ;) {
    const part = await readPart(db, after)
    const known = { memory: await readMemory(db, part), engines: await readEngines(db, part) }
    for (const old of part) await fillHead(db, old, known)
    const last = part.at(-1)
    if (!last) return
    after = last.id
  }
}

async function readPart(db: Db, after: string): Promise<OldTranslation[]> {
  const rows = await db
    .selectFrom('translations as t')
    .innerJoin('readings as r', 'r.id', 't.reading_id')
    .select(['t.id', 't.to_language as to', 't.title', 't.title_state as titleState', 't.segments', 't.text_digest'])
    .select(['r.text', 'r.title as titleRead'])
    .where('t.id', '>', after)
    .orderBy('t.id')
    .limit(ROWS_AT_ONCE)
    .execute()
  return rows.map(({ text, titleRead, text_digest, segments, ...row }) => {
    const isCurrent = text_digest === digestOf(text)
    const sourceOf = ({ source, start, end }: OldSegment) => source ?? (isCurrent ? text.slice(start, end) : '')
    const old = JSON.parse(segments) as OldSegment[]
    return {
      ...row,
      titleSource: isCurrent ? titleRead : null,
      segments: old.map((segment) => ({ ...segment, source: sourceOf(segment) })),
    }
  })
}

const wordsKey = (source: string, target: string | null): string => JSON.stringify([source, target])

async function readMemory(db: Db, part: readonly OldTranslation[]): Promise<Map<string, string>> {
  const sources = part.flatMap(({ titleState, titleSource, segments }) => [
    ...(titleState === 'human' && titleSource !== null ? [titleSource] : []),
    ...segments.flatMap(({ origin, source }) => (origin?.kind === 'memory' && source !== '' ? [source] : [])),
  ])
  const found = new Map<string, string>()
  for (const some of inParts(sources)) {
    const rows = await db
      .selectFrom('memory_segments')
      .select(['source', 'target', 'origin'])
      .where('source', 'in', some)
      .execute()
    for (const { source, target, origin } of rows) found.set(wordsKey(source, target), origin)
  }
  return found
}

async function readEngines(db: Db, part: readonly OldTranslation[]): Promise<Map<string, SegmentOrigin | null>> {
  const titles = part.flatMap(({ title, titleState }) => (title !== null && titleState !== 'human' ? [title] : []))
  const found = new Map<string, SegmentOrigin | null>()
  for (const some of inParts(titles)) {
    const rows = await db
      .selectFrom('engine_answers')
      .select(['engine', 'version', 'target'])
      .distinct()
      .where('target', 'in', some)
      .execute()
    // Two engines that said the same: nobody knows any more whose it is.
    for (const { target, ...by } of rows) found.set(target, found.has(target) ? null : { kind: 'engine', ...by })
  }
  return found
}

function inParts(words: readonly string[]): string[][] {
  const all = [...new Set(words)]
  return Array.from({ length: Math.ceil(all.length / WORDS_AT_ONCE) }, (_, at) =>
    all.slice(at * WORDS_AT_ONCE, (at + 1) * WORDS_AT_ONCE),
  )
}

async function fillHead(db: Db, old: OldTranslation, known: Known): Promise<void> {
  const segments = old.segments.map((segment): Segment => {
    const { origin, source, target } = segment
    if (origin?.kind !== 'memory') return segment
    return { ...segment, origin: { ...origin, of: origin.of ?? known.memory.get(wordsKey(source, target)) ?? null } }
  })
  const { lead, leadState } = leadOf(segments, old.to)
  await db
    .updateTable('translations')
    .set({
      segments: JSON.stringify(segments),
      lead,
      lead_state: leadState,
      title_source: old.titleSource,
      ...(old.title === null ? {} : await findTitleSigns(db, old, known)),
    })
    .where('id', '=', old.id)
    .execute()
}

/** Who made the title and who reviewed it, as columns. */
async function findTitleSigns(db: Db, { id, title, titleState, titleSource }: OldTranslation, known: Known) {
  const history = await readHistory(db, id)
  if (titleState === 'human') {
    const correction = history.find(({ deed, changes }) => deed === 'corrected' && changes.segment === null)
    if (correction) {
      const { by: name, at } = correction
      return { title_origin: toJson({ kind: 'person', name }), title_reviewed_by: name, title_reviewed_at: at }
    }
    const of = known.memory.get(wordsKey(titleSource ?? '', title))
    return of === undefined ? {} : { title_origin: toJson({ kind: 'memory', match: 1, of }) }
  }
  const reviews = history.filter(({ deed }) => deed === 'reviewed')
  const [review] = reviews
  const isSure = titleState === 'machine-reviewed' && review && reviews.every(({ by }) => by === review.by)
  return {
    title_origin: toJson(known.engines.get(title ?? '') ?? null),
    ...(isSure ? { title_reviewed_by: review.by, title_reviewed_at: review.at } : {}),
  }
}

const toJson = (origin: SegmentOrigin | null): string | null => origin && JSON.stringify(origin)

/** Newest first. */
async function readHistory(db: Db, id: string) {
  const rows = await db
    .selectFrom('translation_revisions')
    .select(['deed', 'signed_by as by', 'signed_at as at', 'changes'])
    .where('translation_id', '=', id)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as { segment?: number | null } }))
}

/** As homes of that time wrote it, whatever becomes of today’s. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

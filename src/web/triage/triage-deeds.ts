// What is decided about items: shown at once, sent in order, kept while the server is away, and taken back by undo.

import type { ItemRow } from '../../server/shapes/item.ts'
import type { ItemTriage, TriageConflict, TriageDone } from '../../server/shapes/triage.ts'
import { isRefusal, wordsOf } from '../api/ask.ts'
import { client } from '../api/client.ts'
import { onOpened, onTriaged } from '../api/live.ts'
import { askRowsAnew } from '../inbox/item-pages.ts'
import { takeTranslations } from '../inbox/take-translations.ts'
import type { Edit } from '../edits/edit.ts'
import { answerTo, cancelEdit, forgetRefused, makeEdit, onSentLate, sendEdit } from '../edits/edit-queue.ts'
import { isolate } from '../parts/outside.tsx'
import { plainTitle } from '../parts/shown-title.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { applyDeed, inverseDeeds, isSame, toggleDeed, type TriageDeed } from './apply-deed.ts'
import { changeItems } from './change-items.ts'

/** How an item stands that the server has not told of. */
const untouched: ItemTriage = { state: 'new', marks: [], version: 0 }
export const triageOf = (item: Partial<Pick<ItemRow, 'triage'>>): ItemTriage => item.triage ?? untouched

/** Deeds on their way, by item: while there is one, the versions known here are stale. */
const underWay = new Map<string, number>()
/** The latest version of each item that this page itself has made: what undo may build on. */
const lastVersions = new Map<string, number>()

function setTriage(standing: ReadonlyMap<string, ItemTriage>) {
  changeItems((item) => {
    const triage = standing.get(item.id)
    return triage ? { ...item, triage } : item
  })
}

let counting: ReturnType<typeof setTimeout> | null = null

/** Counts are asked for anew once the hand rests. */
function countAnew() {
  counting ??= setTimeout(() => {
    counting = null
    void client.invalidateQueries({ queryKey: ['item-counts'] })
  }, 400)
}

function takeStanding(changed: TriageDone['changed']) {
  const settled = changed.filter(({ id }) => (underWay.get(id) ?? 0) === 0)
  setTriage(new Map(settled.map(({ id, triage }) => [id, triage])))
  countAnew()
}

function takeAnswer({ changed }: TriageDone) {
  for (const { id, triage } of changed) lastVersions.set(id, triage.version)
  takeStanding(changed)
}

function takeConflict(current: unknown) {
  const { items = [] } = (current ?? {}) as Partial<TriageConflict>
  setTriage(new Map(items.map(({ id, triage }) => [id, triage])))
}

const idsOf = (edit: Edit): string[] =>
  (edit.body as { items?: { id: string }[] } | null)?.items?.map(({ id }) => id) ?? []

function count(ids: readonly string[], step: 1 | -1) {
  for (const id of ids) {
    const left = (underWay.get(id) ?? 0) + step
    if (left > 0) underWay.set(id, left)
    else underWay.delete(id)
  }
}

/** An edit sent late whose answer had been lost is a conflict with itself: what it wanted is so already. */
function wasDoneAlready(edit: Edit, current: unknown): boolean {
  const deed = (edit.body as { deed?: TriageDeed } | null)?.deed
  const { items } = (current ?? {}) as Partial<TriageConflict>
  return (
    deed !== undefined && items !== undefined && items.every(({ triage }) => isSame(applyDeed(triage, deed), triage))
  )
}

onSentLate((edit, outcome) => {
  if (!edit.path.startsWith('/api/triage')) return
  count(idsOf(edit), -1)
  if ('answer' in outcome) return takeAnswer(outcome.answer as TriageDone)
  const { problem } = outcome.refusal
  const current = problem === 'away' ? null : problem.current
  if (wasDoneAlready(edit, current)) forgetRefused(edit.id)
  takeConflict(current)
})

// What other tabs and other people decide shows here too, but not over a deed of one's own that is still on its way.
onTriaged(({ changed }) => {
  if (changed === null) void lookAgain()
  else takeStanding(changed)
})

// Between the first rows and the opening of the stream, or while the server was away, nobody told what was decided or
// translated.
onOpened(() => void lookAgain())

async function lookAgain(): Promise<void> {
  void client.invalidateQueries({ queryKey: ['item'] })
  const rows = await askRowsAnew(client).catch(() => []) // the server went away again: it will open again
  takeTranslations(rows)
  takeStanding(rows.map((row) => ({ id: row.id, triage: triageOf(row) })))
}

async function send(edit: Edit, before: ReadonlyMap<string, ItemTriage>): Promise<void> {
  const ids = [...before.keys()]
  count(ids, 1)
  try {
    const sent = await sendEdit<TriageDone>(edit)
    if (sent.kind === 'kept') return
    count(ids, -1)
    takeAnswer(sent.answer)
  } catch (error) {
    count(ids, -1)
    setTriage(before)
    if (isRefusal(error) && error.problem !== 'away') takeConflict(error.problem.current)
    sayWords(wordsOf(error))
  }
}

async function undo(edit: Edit, before: ReadonlyMap<string, ItemTriage>, sending: Promise<void>): Promise<void> {
  await sending
  setTriage(before)
  if (cancelEdit(edit)) return count([...before.keys()], -1)
  const done = answerTo(edit) as TriageDone | undefined
  if (!done?.deedId) return
  const path = `/api/triage/${done.deedId}/undo`
  const back = makeEdit({ method: 'POST', path, body: { onlyUnchanged: true }, words: edit.words })
  await send(back, before)
  const undone = new Set((answerTo(back) as TriageDone | undefined)?.changed.map(({ id }) => id))
  if (answerTo(back) !== undefined)
    for (const [id, triage] of before) if (!undone.has(id)) await leadBack(id, triage, edit)
}

/**
 * Later deeds on the same item, undone or not, keep the server from undoing an earlier one; then it is led back step by
 * step, on the version that this page knows, so that what another person did meanwhile is not overwritten.
 */
async function leadBack(id: string, before: ItemTriage, edit: Edit): Promise<void> {
  const { deed } = edit.body as { deed: TriageDeed }
  for (const step of inverseDeeds(before, deed)) {
    const version = lastVersions.get(id)
    const items = [version === undefined ? { id } : { id, version }]
    const words = edit.words
    await send(
      makeEdit({ method: 'POST', path: '/api/triage', body: { items, deed: step }, words }),
      new Map([[id, before]]),
    )
  }
}

const wordsFor = (deed: TriageDeed, items: readonly ItemRow[]): string => {
  const [only, ...more] = items
  const name = only && more.length === 0 ? plainTitle(only) : t('triage.items', { n: items.length })
  return t(`triage.did.${deed.kind}`, { name: isolate(name), ...('label' in deed ? { label: deed.label } : {}) })
}

/** Decides about items; the same deed on one that stands so already takes it back. Opening is noted without words. */
export function decide(items: readonly ItemRow[], wish: TriageDeed) {
  const [first] = items
  if (!first) return
  const deed = toggleDeed(triageOf(first), wish)
  const before = new Map(items.map((item) => [item.id, triageOf(item)]))
  const touched = items.filter((item) => !isSame(applyDeed(triageOf(item), deed), triageOf(item)))
  if (touched.length === 0) return
  const versions = touched.map(({ id, triage }) =>
    // Opening changes only what is new: it cannot overwrite anything.
    deed.kind === 'open' || underWay.has(id) ? { id } : { id, version: triage.version },
  )
  const words = wordsFor(deed, touched)
  const edit = makeEdit({ method: 'POST', path: '/api/triage', body: { items: versions, deed }, words })
  setTriage(new Map(touched.map((item) => [item.id, applyDeed(triageOf(item), deed)])))
  const sending = send(edit, before)
  if (deed.kind !== 'open') sayDeed(words, () => undo(edit, before, sending))
}

// Triage: deeds on items, taken back by further deeds.

import { createRoute, z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import { DeskError } from '../../domain/errors.ts'
import type { ItemId } from '../../domain/feed.ts'
import type { DeedId, TriageConflict } from '../../domain/triage.ts'
import { inTransaction } from '../../store/in-transaction.ts'
import { countTriage, listMarks, listTriageDeeds, triageItems, undoTriage, type TriageEnd } from '../../store/triage.ts'
import type { Api } from '../api.ts'
import { answerProblem } from '../problem.ts'
import { idShape } from '../shapes/plain.ts'
import {
  markListShape,
  triageDoneShape,
  triageHistoryShape,
  triageUndoWishShape,
  triageWishShape,
} from '../shapes/triage.ts'
import type { ServerTools } from '../tools.ts'
import { idParamsShape, jsonAnswer, jsonBody, notFound, problemAnswer, readId, signedBy } from './route-parts.ts'

const tags = ['triage']

const doRoute = createRoute({
  method: 'post',
  path: '/api/triage',
  operationId: 'triageItems',
  tags,
  summary: 'Do one deed to many items',
  description: 'All or nothing. An item sent with a version that it has no more is a conflict, and nothing is done.',
  request: { body: jsonBody(triageWishShape) },
  responses: { 200: jsonAnswer(triageDoneShape, 'What was changed'), ...problemAnswer },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/api/triage/{id}/undo',
  operationId: 'undoTriage',
  tags,
  summary: 'Take a deed back',
  description: 'Taking back is a deed too: it stands in the history, and can itself be taken back.',
  request: {
    params: idParamsShape,
    body: { required: false, content: { 'application/json': { schema: triageUndoWishShape } } },
  },
  responses: { 200: jsonAnswer(triageDoneShape, 'What was changed'), ...problemAnswer },
})

const historyRoute = createRoute({
  method: 'get',
  path: '/api/triage',
  operationId: 'listTriageDeeds',
  tags,
  summary: 'What was done, the latest first',
  request: {
    query: z.object({ item: idShape.optional(), limit: z.coerce.number().int().min(1).max(500).default(50) }),
  },
  responses: { 200: jsonAnswer(triageHistoryShape, 'The deeds'), ...problemAnswer },
})

const marksRoute = createRoute({
  method: 'get',
  path: '/api/marks',
  operationId: 'listMarks',
  tags,
  summary: 'Marks in use, by name',
  responses: { 200: jsonAnswer(markListShape, 'Each with the number of its items'), ...problemAnswer },
})

export function addTriageRoutes(api: Api, tools: ServerTools): void {
  const { db, now } = tools

  api.openapi(doRoute, async (c) => {
    const { items, deed, signedBy: given } = c.req.valid('json')
    const hand = { signedBy: await signedBy(tools, given), now: now() }
    const wish = 'label' in deed ? { ...deed, label: tidyLabel(deed.label) } : deed
    const wished = items.map(({ id, version }) => ({ id: readId<'item'>(id), version }))
    const end = await inTransaction(db, (tx) => triageItems(tx, wished, wish, hand))
    return c.json(await showEnd(tools, end), 200)
  })

  api.openapi(undoRoute, async (c) => {
    const id: DeedId = readId(c.req.valid('param').id)
    const { onlyUnchanged, signedBy: given } = c.req.valid('json')
    const hand = { signedBy: await signedBy(tools, given), now: now() }
    const end = await inTransaction(db, (tx) => undoTriage(tx, id, onlyUnchanged, hand))
    if (end.kind === 'no-such-deed') throw notFound('deed')
    if (end.kind === 'undone-already') throw new DeskError('conflict', 'This deed was taken back already.')
    return c.json(await showEnd(tools, end), 200)
  })

  api.openapi(historyRoute, async (c) => {
    const { item, limit } = c.req.valid('query')
    return c.json({ deeds: await listTriageDeeds(db, limit, item === undefined ? undefined : (item as ItemId)) }, 200)
  })

  api.openapi(marksRoute, async (c) => c.json({ marks: await listMarks(db) }, 200))
}

/** One spelling a mark: composed letters, single spaces. */
function tidyLabel(label: string): string {
  return label.normalize('NFC').replace(/\s+/gu, ' ')
}

async function showEnd({ db, events, now }: ServerTools, end: TriageEnd) {
  if (end.kind === 'conflict') throw conflict(end.conflicts)
  const { deedId, unchanged } = end
  const changed = end.changed.map(showTouched)
  const counts = await countTriage(db)
  // The other tabs hear of it.
  if (changed.length > 0) events.publish({ name: 'triage', data: { at: now(), changed, counts } })
  return { deedId, changed, unchanged, counts }
}

function showTouched<Item extends { readonly triage: { readonly marks: readonly string[] } }>(item: Item) {
  return { ...item, triage: { ...item.triage, marks: [...item.triage.marks] } }
}

function conflict(conflicts: readonly TriageConflict[]): HTTPException {
  const count = conflicts.length === 1 ? 'One of these items was' : `${conflicts.length} of these items were`
  const words = `${count} changed since you saw them, so nothing was done. Look again, then repeat it or leave them out.`
  return new HTTPException(409, { res: answerProblem('conflict', words, { current: { items: conflicts } }) })
}

// Keeps the lead image of a page as evidence, where the policy of its outlet says so. Safe to run twice: an image that is
// kept for the item is left alone. One that cannot be had is told, and not asked for again.

import type { CaptureOutcome } from './capture-page.ts'
import type { Jobs } from '../domain/job.ts'
import type { OutletId } from '../domain/outlet.ts'
import type { Db } from '../store/db.ts'
import { nothingToDo, type Deed } from '../store/deed.ts'
import { addItemImage, hasItemImage } from '../store/item-images.ts'
import { findItem } from '../store/items.ts'
import { laneOf } from '../store/queue/new-jobs.ts'
import { recordCustody } from './record-custody.ts'

export type PreserveImageTools = {
  readonly db: Db
  readonly visit: (url: string, outletId: OutletId) => Promise<CaptureOutcome>
  readonly now: () => number
  readonly nextTurn: (host: string) => number
  readonly actor: string
}

export async function preserveImage(tools: PreserveImageTools, { itemId, url }: Jobs['preserve.image']): Promise<Deed> {
  const item = await findItem(tools.db, itemId)
  if (!item || (await hasItemImage(tools.db, itemId, url))) return nothingToDo
  const outcome = await tools.visit(url, item.outletId)
  const freeAt = tools.nextTurn(laneOf(url))
  if (outcome.kind === 'failed') return { outcome: `${url}: ${outcome.reason}`, trouble: true, freeAt }
  const { capture, records, main } = outcome
  if (!/^image\//i.test(capture.contentType ?? ''))
    return { outcome: `${url}: this is no image (${capture.contentType ?? 'no type'})`, trouble: true, freeAt }
  return {
    outcome: `${url}: image kept, ${capture.size} bytes`,
    freeAt,
    records,
    async save(tx, { places }) {
      const place = places[main]
      if (!place) throw new Error('the archive gave no place for the image')
      await addItemImage(tx, { ...capture, itemId, url, place })
      const details = { item: itemId, url, payload: capture.digest, bytes: capture.size, ...place }
      await recordCustody(tx, [{ at: tools.now(), actor: tools.actor, deed: 'image', subject: itemId, details }])
    },
  }
}

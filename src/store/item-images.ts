// Images of pages that were kept beside them.

import type { ArchivePlace } from '../domain/capture.ts'
import type { ItemId } from '../domain/feed.ts'
import type { Db } from './db.ts'

export type ItemImage = {
  readonly itemId: ItemId
  readonly url: string
  readonly contentType: string | null
  /** SHA-256 of the bytes as received, hexadecimal. */
  readonly digest: string
  readonly size: number
  readonly requestedAt: number
  readonly place: ArchivePlace
}

export async function addItemImage(db: Db, image: ItemImage): Promise<void> {
  const { itemId, url, contentType, digest, size, requestedAt, place } = image
  await db
    .insertInto('item_images')
    .values({
      item_id: itemId,
      url,
      content_type: contentType,
      digest,
      size,
      requested_at: requestedAt,
      warc_file: place.file,
      warc_offset: place.offset,
      warc_length: place.length,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function hasItemImage(db: Db, itemId: ItemId, url: string): Promise<boolean> {
  const row = await db
    .selectFrom('item_images')
    .select('url')
    .where('item_id', '=', itemId)
    .where('url', '=', url)
    .executeTakeFirst()
  return row !== undefined
}

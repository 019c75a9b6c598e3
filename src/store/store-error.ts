// The database's own words, turned into ours in one place.

import { DeskError } from '../domain/errors.ts'

/** What the operating system says when there is no room: of the disk, of a quota, or under a limit on the size of files. */
export const noRoomCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

const FULL = /database or disk is full|disk I\/O error|ENOSPC|EDQUOT|EFBIG|No space left/i
const BROKEN = /database disk image is malformed|file is not a database|vtable constructor failed|fts5: corrupt/i

/** A full disk and a broken file get their own error; everything else passes unchanged. */
export function storeError(error: unknown): unknown {
  const text = error instanceof Error ? error.message : ''
  if (FULL.test(text)) {
    return new DeskError(
      'disk-full',
      'The disk holding the desk is full, so nothing new can be kept. Free some space; work goes on by itself.',
      {
        cause: error,
      },
    )
  }
  if (BROKEN.test(text)) {
    return new DeskError(
      'home-broken',
      'The records of this home cannot be read. Restore the latest backup into an empty home with: dragoman restore FILE',
      {
        cause: error,
      },
    )
  }
  return error
}

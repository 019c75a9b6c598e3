// In: an address or a file that a person brought. Out: an item in the queue, under the outlet it belongs to.
// An address nobody has seen yet makes an outlet named after its host, which shows as unreviewed until somebody describes it.

import { createHash } from 'node:crypto'
import { DeskError } from '../domain/errors.ts'
import { newFeed, type FeedId, type ItemId } from '../domain/feed.ts'
import { newId } from '../domain/id.ts'
import type { OutletId } from '../domain/outlet.ts'
import { findDestination, type HostAllowance } from '../lib/url-guard.ts'
import { hostOf, normaliseUrl } from '../lib/url.ts'
import type { Db, Tx } from '../store/db.ts'
import { addFeed, findFeedByUrl } from '../store/feeds.ts'
import { inTransaction } from '../store/in-transaction.ts'
import { addNewItems, findItemByUrl } from '../store/items.ts'
import { addOutlet, findOutlet, findOutletByDomain } from '../store/outlets.ts'
import { preserveJob } from '../store/queue/new-jobs.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { Spool } from '../store/spool.ts'

export type AddPageTools = { readonly db: Db; readonly queue: Queue; readonly now: () => number }

/** `known`: the address was there already, and is captured once more. */
export type Added = { readonly itemId: ItemId; readonly outletId: OutletId; readonly kind: 'new' | 'known' }

export type GuardTools = {
  readonly allowHosts: readonly HostAllowance[]
  /** False when a name surely leads nowhere. */
  readonly hostExists?: (hostname: string) => Promise<boolean>
}

/**
 * Queues a visit to one address.
 *
 * @throws DeskError `bad-input` for what is no web address, or one that is never asked: an outlet made for it would stay
 */
export async function addPage(
  { db, queue, now, allowHosts, hostExists }: AddPageTools & GuardTools,
  wish: { readonly url: string; readonly outletId: OutletId | null; readonly title?: string | null },
): Promise<Added> {
  const url = normaliseUrl(wish.url)
  const host = url === null ? null : hostOf(url)
  if (url === null || host === null)
    throw new DeskError('bad-input', `“${wish.url}” is not a web address. It should begin with http:// or https://.`)
  const destination = findDestination(url, allowHosts)
  if (destination.kind === 'refused') throw new DeskError('bad-input', destination.reason)
  // An outlet made for a slip of the pen would stay in the register.
  const isNew = destination.pinned === null && (await findOutletByDomain(db, host)) === undefined
  if (isNew && hostExists && !(await hostExists(destination.hostname)))
    throw new DeskError('bad-input', `There is no host ${host}: its name leads nowhere. Check the address.`)
  return inTransaction(db, async (tx) => {
    const known = await findItemByUrl(tx, url)
    if (known) {
      await queue.enqueue(tx, [preserveJob(known, now(), true)])
      return { itemId: known.id, outletId: known.outletId, kind: 'known' }
    }
    const outletId = wish.outletId ?? (await outletOfHost(tx, host, now()))
    const itemId = await addByHand(tx, outletId, { url, title: wish.title ?? null }, now())
    await queue.enqueue(tx, [preserveJob({ id: itemId, url }, now())])
    return { itemId, outletId, kind: 'new' }
  })
}

export type FileToAdd = {
  readonly name: string
  readonly contentType: string | null
  readonly bytes: Uint8Array
  /** Where it was published, when the person knows. */
  readonly url: string | null
  readonly outletId: OutletId | null
  /** What the bytes are, when they are no file of a person. */
  readonly source?: string
}

/** Takes a file into the spool and queues its preservation. The same bytes under the same name are one item. */
export async function addFile(
  {
    db,
    queue,
    now,
    spool,
    allowHosts,
  }: AddPageTools & {
    readonly spool: Spool
    readonly allowHosts: readonly HostAllowance[]
  },
  file: FileToAdd,
): Promise<Added> {
  if (file.bytes.length === 0)
    throw new DeskError('bad-input', `“${file.name}” is empty. Choose a file with something in it.`)
  const url = file.url === null ? fileAddress(file) : normaliseUrl(file.url)
  if (url === null)
    throw new DeskError('bad-input', `“${file.url ?? ''}” is not a web address. Leave it out if you do not know it.`)
  const destination = file.url === null ? null : findDestination(url, allowHosts)
  if (destination?.kind === 'refused') throw new DeskError('bad-input', destination.reason)
  const spooled = newId<'item'>(now())
  await spool.add(spooled, file.bytes)
  return inTransaction(db, async (tx) => {
    const known = await findItemByUrl(tx, url)
    const host = hostOf(url)
    const outletId = known?.outletId ?? file.outletId ?? (await outletOfHost(tx, host ?? BY_HAND, now()))
    const itemId = known?.id ?? (await addByHand(tx, outletId, { url, title: null }, now()))
    const { name, contentType, source } = file
    await queue.enqueue(tx, [
      {
        name: 'preserve.file',
        data: {
          itemId,
          spooled,
          name,
          contentType,
          url: file.url === null ? null : url,
          ...(source === undefined ? {} : { source }),
        },
        key: `file:${spooled}`,
        runAt: now(),
      },
    ])
    return { itemId, outletId, kind: known ? 'known' : 'new' }
  })
}

/** The outlet of files that nobody gave an address for. */
const BY_HAND = 'files.invalid'

function fileAddress(file: FileToAdd): string {
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const name = file.name.split(/[/\\]/).at(-1) || 'unnamed'
  return `file:///${digest.slice(0, 16)}/${encodeURIComponent(name.toWellFormed())}`
}

async function outletOfHost(tx: Tx, host: string, now: number): Promise<OutletId> {
  const known = await findOutletByDomain(tx, host)
  if (known) return known.id
  const id = newId<'outlet'>(now)
  const name = host === BY_HAND ? 'Files added by hand' : host.replace(/^www\./, '')
  const domain = host.replace(/^www\./, '')
  await addOutlet(tx, {
    id,
    name,
    nameAsPrinted: null,
    homepage: `https://${host}/`,
    domains: [domain],
    languages: [],
    country: null,
    createdAt: now,
  })
  return id
}

async function addByHand(
  tx: Tx,
  outletId: OutletId,
  page: { url: string; title: string | null },
  now: number,
): Promise<ItemId> {
  if (!(await findOutlet(tx, outletId)))
    throw new DeskError('not-found', 'There is no such outlet. It may have been removed meanwhile.')
  const feedId = await singleFeed(tx, outletId, now)
  const entry = { ...page, guid: null, summary: null, author: null, publishedAt: null, language: null }
  const [added] = await addNewItems(tx, { outletId, feedId }, [entry], now)
  if (!added)
    throw new DeskError('conflict', 'The address was added by somebody else at this moment. Look it up with search.')
  return added.id
}

/** Each outlet has one feed that stands for pages added by hand. */
async function singleFeed(tx: Tx, outletId: OutletId, now: number): Promise<FeedId> {
  const url = `urn:dragoman:by-hand:${outletId}`
  const known = await findFeedByUrl(tx, url)
  if (known) return known.id
  const feed = newFeed({
    id: newId<'feed'>(now),
    outletId,
    url,
    kind: 'single',
    title: null,
    selector: null,
    conditionalGet: false,
    intervalMinutes: 0,
    nextPollAt: null,
    createdAt: now,
  })
  await addFeed(tx, feed)
  return feed.id
}

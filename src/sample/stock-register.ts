// In: the sample press and a store. Out: its outlets in the register, with statements, and its feeds ready to be polled.

import { subscribeFeed } from '../collect/subscribe-feed.ts'
import { newId } from '../domain/id.ts'
import type { OutletId, StatementKind } from '../domain/outlet.ts'
import type { Tx } from '../store/db.ts'
import { addOutlet, findOutletByDomain } from '../store/outlets.ts'
import { addReview, addStatement } from '../store/statements.ts'
import type { Queue } from '../store/queue/queue.ts'
import type { SampleOutlet } from './sample-outlet.ts'

const SIGNED_BY = 'Dragoman sample'
const REVIEWED_BY = 'Dragoman sample, second reader'

/** Of these nobody has looked for evidence yet, and nobody has confirmed anything, so that the desk shows both: reviewed and unreviewed. */
const UNREVIEWED: ReadonlySet<string> = new Set(['newsmill.test', 'rahgozar.example', 'ventana-del-sur.example'])

/** Adds the outlets that are not there yet. Safe to run twice. @param now milliseconds UTC */
export async function stockRegister(
  tx: Tx,
  queue: Queue,
  outlets: readonly SampleOutlet[],
  now: number,
): Promise<void> {
  for (const outlet of outlets) {
    if (await findOutletByDomain(tx, outlet.host)) continue
    const outletId = newId<'outlet'>(now)
    await addOutlet(tx, {
      id: outletId,
      name: outlet.name,
      nameAsPrinted: outlet.nameAsPrinted === outlet.name ? null : outlet.nameAsPrinted,
      homepage: `http://${outlet.host}/`,
      domains: [outlet.host],
      languages: outlet.languages,
      country: outlet.country,
      createdAt: now,
    })
    await stateFacts(tx, outletId, outlet, now)
    for (const { path, kind, title, selector, behaviour } of outlet.feeds) {
      if (kind === 'single') continue
      const feed = {
        url: `http://${outlet.host}${path}`,
        kind,
        title,
        selector,
        conditionalGet: behaviour !== 'reuses-etag',
      }
      await subscribeFeed(tx, queue, { outletId, feed, now })
    }
  }
}

async function stateFacts(tx: Tx, outletId: OutletId, outlet: SampleOutlet, now: number): Promise<void> {
  const facts: [StatementKind, string][] = [
    ['descriptor', outlet.descriptor],
    ['alignment', outlet.alignment],
    ['owner', outlet.owner],
    ['medium', outlet.medium],
    ['self-description', outlet.selfDescription],
  ]
  const isReviewed = !UNREVIEWED.has(outlet.host)
  for (const [kind, value] of facts) {
    const id = newId<'statement'>(now)
    await addStatement(tx, {
      id,
      outletId,
      kind,
      value,
      validFrom: null,
      signedBy: SIGNED_BY,
      signedAt: now,
      evidence: isReviewed || kind === 'self-description' ? `http://${outlet.host}/` : null,
    })
    if (!isReviewed) continue
    const review = { verdict: 'confirmed', signedBy: REVIEWED_BY, signedAt: now, note: null } as const
    await addReview(tx, newId<'review'>(now), id, review)
  }
}

// Keeping an excerpt: a new one, or the next revision of one that is kept; and the way back.

import type { KeptExcerpt } from './draft.ts'
import type { ExcerptDetail } from '../../../server/shapes/excerpt-detail.ts'
import { ask } from '../../api/ask.ts'
import { client } from '../../api/client.ts'
import { useSend } from '../../edits/use-send.ts'
import { conflictOf } from '../../parts/conflict.tsx'
import { askExcerptsAnew } from '../../reader/excerpts-questions.ts'
import { sayDeed } from '../../shell/deeds.ts'
import { t } from '../../text/t.ts'
import { backTo, changeOf, wishOf } from './keep.ts'
import { labelsQuestion } from './questions.ts'
import { rememberBasket, type Work } from './work.ts'

/** Takes a new excerpt back, or brings the former revision again. */
async function takeBack(itemId: string, former: KeptExcerpt | null, now: KeptExcerpt) {
  const path = `/api/excerpts/${now.id}`
  if (former) await ask(path, { method: 'PATCH', body: backTo(former, now) })
  else await ask(`${path}?revision=${now.revision}`, { method: 'DELETE' })
  await askExcerptsAnew(itemId)
}

export function useKeep(itemId: string, onDone: (kept: KeptExcerpt | null) => void) {
  const form = useSend()
  /** @param over the revision that another person has made meanwhile, and that this one is to follow */
  const keep = async (work: Work, over: KeptExcerpt | null = null) => {
    const { kept, draft, fields } = work
    if (!draft) return
    rememberBasket(fields.basket)
    const words = t(kept ? 'excerpt.changed' : 'excerpt.made')
    const now = Date.now()
    const sent = await form.send<ExcerptDetail>(
      kept
        ? {
            method: 'PATCH',
            path: `/api/excerpts/${kept.id}`,
            body: changeOf(work, draft, kept, (over ?? kept).revision, now),
            words,
          }
        : { method: 'POST', path: '/api/excerpts', body: wishOf(work, draft, now), words },
    )
    if (sent === null) return
    if (sent.kind === 'done') {
      const { answer } = sent
      sayDeed(words, () => takeBack(itemId, over ?? kept, answer))
      void askExcerptsAnew(itemId)
      void client.invalidateQueries({ queryKey: labelsQuestion().queryKey })
    }
    onDone(sent.kind === 'done' ? sent.answer : null)
  }
  return { ...form, keep, current: conflictOf(form.problem) as KeptExcerpt | null }
}

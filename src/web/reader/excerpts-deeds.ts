// What a person does to a kept excerpt without opening it: withdraw, bring back, decide where it stands, take words over.

import type { ExcerptDetail } from '../../server/shapes/excerpt-detail.ts'
import type { AnchoringDecision, ExcerptChange } from '../../server/shapes/excerpt-wish.ts'
import { ask, wordsOf } from '../api/ask.ts'
import type { Page, KeptExcerpt } from '../excerpts/editor/draft.ts'
import { backTo, signed } from '../excerpts/editor/keep.ts'
import { wordsOf as partsOf } from '../excerpts/editor/strip-print.ts'
import type { Offer } from '../excerpts/editor/take-over.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { askExcerptsAnew } from './excerpts-questions.ts'

const pathOf = ({ id }: Pick<KeptExcerpt, 'id'>) => `/api/excerpts/${id}`

/** Does it, says it, and asks the page's excerpts anew; a refusal is told in words. */
async function perform<Answer>(
  itemId: string,
  words: string,
  deed: () => Promise<Answer>,
  back?: (answer: Answer) => Promise<unknown>,
) {
  try {
    const answer = await deed()
    sayDeed(
      words,
      back &&
        (async () => {
          await back(answer)
          await askExcerptsAnew(itemId)
        }),
    )
  } catch (error) {
    sayWords(wordsOf(error))
  }
  await askExcerptsAnew(itemId)
}

const bringBack = (excerpt: KeptExcerpt) =>
  ask<ExcerptDetail>(`${pathOf(excerpt)}/restorations`, {
    method: 'POST',
    body: { revision: excerpt.revision, ...signed() },
  })

export const withdraw = (excerpt: KeptExcerpt) =>
  perform(
    excerpt.itemId,
    t('excerpt.withdrawn'),
    () => ask<ExcerptDetail>(`${pathOf(excerpt)}?revision=${excerpt.revision}`, { method: 'DELETE' }),
    bringBack,
  )

export const decideAnchoring = (excerpt: KeptExcerpt, decision: AnchoringDecision['decision']) =>
  perform(excerpt.itemId, t('excerpt.decided'), () =>
    ask(`${pathOf(excerpt)}/anchorings`, {
      method: 'POST',
      body: { revision: excerpt.revision, decision, ...signed() },
    }),
  )

/** Puts the words or the standing that the reader has now into the excerpt. */
export function takeOver(excerpt: KeptExcerpt, page: Page, { draft, standing }: Offer) {
  const { retold } = draft
  if (!retold || !page.view) return Promise.resolve()
  const { state, by } = standing
  const translation = {
    language: page.view.to,
    parts: partsOf(retold.text, retold.strip),
    state,
    by: by.slice(0, 200) || null,
    at: Date.now(),
    edited: false,
  }
  const body: ExcerptChange = { revision: excerpt.revision, translation, ...signed() }
  return perform(
    excerpt.itemId,
    t('excerpt.takenOver'),
    () => ask<ExcerptDetail>(pathOf(excerpt), { method: 'PATCH', body }),
    (now) => ask(pathOf(excerpt), { method: 'PATCH', body: backTo(excerpt, now) }),
  )
}

// The translation has been reviewed or corrected since: the excerpt says so, and takes it over when a person says so.

import { useMemo } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import type { Page } from '../excerpts/editor/draft.ts'
import { findOffer } from '../excerpts/editor/take-over.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { takeOver } from './excerpts-deeds.ts'
import { StateMark } from './translation-state.tsx'

export function TakeOver({ excerpt, page }: { excerpt: Excerpt; page: Page }) {
  const offer = useMemo(() => findOffer(page, excerpt), [page, excerpt])
  if (!offer || !page.view) return null
  return (
    <div className="excerpt-offer small">
      <p className="st wait">
        <Icon name="again" />
        {t(offer.kind === 'words' ? 'excerpt.offer.words' : 'excerpt.offer.standing')}
      </p>
      {offer.kind === 'words' && (
        <blockquote>
          <Outside text={offer.printed} lang={page.view.to} dir={directionOf(page.view.to)} className="press" />
        </blockquote>
      )}
      <p>
        <StateMark state={offer.standing.state} by={offer.standing.by} />
      </p>
      <button type="button" className="btn" onClick={() => void takeOver(excerpt, page, offer)}>
        {t('excerpt.offer.take')}
      </button>
    </div>
  )
}

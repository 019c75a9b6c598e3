// The excerpts of a page: what each says, whether it still stands where it was cut, and what has become of it.

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { CitationForm } from '../../server/shapes/citation.ts'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import { wordsOf } from '../api/ask.ts'
import type { Page } from '../excerpts/editor/draft.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayWords } from '../shell/deeds.ts'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { Anchoring } from './excerpts-anchoring.tsx'
import { withdraw } from './excerpts-deeds.ts'
import { useChosenExcerpt } from './excerpts-desk.ts'
import { History } from './excerpts-history.tsx'
import { markExcerpt } from './excerpts-marked.ts'
import { TakeOver } from './excerpts-offer.tsx'
import { changeExcerpt, showExcerpt } from './excerpts-open.ts'
import { askCitation, excerptsQuestion } from './excerpts-questions.ts'
import { StateMark } from './translation-state.tsx'
import { usePage } from './use-page.ts'
import '../style/excerpts.css'

export function ExcerptsPanel({ item, reading }: { item: ItemDetail; reading: ReadingRecord }) {
  const { data, error, refetch } = useQuery(excerptsQuestion(item.id))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting rows={2} />
  if (data.excerpts.length === 0)
    return (
      <Empty>
        <p>{t('excerpt.none')}</p>
      </Empty>
    )
  const more = data.total - data.excerpts.length
  return (
    <>
      {data.excerpts.map((excerpt) => (
        <OneExcerpt key={excerpt.id} excerpt={excerpt} item={item} reading={reading} />
      ))}
      {more > 0 && <p className="small q">{t('excerpt.more', { n: more })}</p>}
    </>
  )
}

async function copyCitation(id: string, form: CitationForm) {
  try {
    const { text } = await askCitation(id, form)
    await navigator.clipboard.writeText(text)
    sayWords(t('copy.done', { text: text.slice(0, 80) }))
  } catch (error) {
    sayWords(error instanceof DOMException ? t('copy.failed') : wordsOf(error))
  }
}

const forms = ['digest', 'chicago', 'ics206'] as const

function Labels({ excerpt }: { excerpt: Excerpt }) {
  const labels = [excerpt.basket, ...excerpt.tags].filter((label) => label !== null)
  return (
    <>
      {labels.length > 0 && (
        <p className="small labels">
          {labels.map((label) => (
            <bdi key={label} className="tag">
              {label}
            </bdi>
          ))}
        </p>
      )}
      {excerpt.note !== null && (
        <p className="small">
          <bdi>{excerpt.note}</bdi>
        </p>
      )}
    </>
  )
}

/** The translation with whose words it is; never without. */
function Translation({ translation }: { translation: NonNullable<Excerpt['translation']> }) {
  return (
    <>
      <blockquote>
        <Outside
          text={translation.printed}
          lang={translation.language}
          dir={directionOf(translation.language)}
          className="press"
        />
      </blockquote>
      <p className="small">
        <StateMark state={translation.state} by={translation.by ?? ''} />
        {translation.edited && (
          <span className="st">
            <Icon name="pencil" />
            {t('excerpt.byHand')}
          </span>
        )}
      </p>
      {translation.doubts.length > 0 && (
        <p className="small st warn doubts">
          <Icon name="differs" />
          <span>
            {t('excerpt.unreviewed')} <bdi dir="ltr">{translation.doubts.join(' ')}</bdi>
          </span>
        </p>
      )}
      {translation.differs.length > 0 && (
        <p className="small st warn doubts">
          <Icon name="differs" />
          <span>
            {t('excerpt.differs')} <bdi dir="ltr">{translation.differs.join(' ')}</bdi>
          </span>
        </p>
      )}
    </>
  )
}

function Acts({ excerpt, page }: { excerpt: Excerpt; page: Page }) {
  const show = () => showExcerpt(page, markExcerpt(page, excerpt), document.querySelector('.desk'))
  return (
    <>
      <p className="small cites">
        <button type="button" className="link" onClick={() => changeExcerpt(page, excerpt)}>
          {t('excerpt.change')}
        </button>
        <button type="button" className="link" onClick={show}>
          {t('excerpt.show')}
        </button>
        <CopyButton text={excerpt.printed} label={t('excerpt.copy.original')} bare />
        <button type="button" className="link end" onClick={() => void withdraw(excerpt)}>
          {t('excerpt.withdraw')}
        </button>
      </p>
      <p className="small cites">
        <span className="q">{t('excerpt.cite')}</span>
        {forms.map((form) => (
          <button key={form} type="button" className="link" onClick={() => void copyCitation(excerpt.id, form)}>
            {t(`excerpt.cite.${form}`)}
          </button>
        ))}
      </p>
    </>
  )
}

type OneProps = { excerpt: Excerpt; item: ItemDetail; reading: ReadingRecord }

function OneExcerpt({ excerpt, item, reading }: OneProps) {
  const page = usePage(item, reading)
  const isChosen = useChosenExcerpt(item.id) === excerpt.id
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isChosen) section.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const looks = `sec excerpt${excerpt.anchoring === 'held' ? '' : ' astray'}${isChosen ? ' chosen' : ''}`
  return (
    <section ref={section} className={looks}>
      {excerpt.speaker !== null && (
        <h3>
          <Outside text={excerpt.speaker} />
        </h3>
      )}
      <blockquote>
        <Outside text={excerpt.printed} lang={excerpt.language} dir={excerpt.direction} className="press" />
      </blockquote>
      {excerpt.translation && <Translation translation={excerpt.translation} />}
      <TakeOver excerpt={excerpt} page={page} />
      <Anchoring excerpt={excerpt} item={item} page={page} />
      <Labels excerpt={excerpt} />
      <Acts excerpt={excerpt} page={page} />
      <History excerpt={excerpt} />
    </section>
  )
}

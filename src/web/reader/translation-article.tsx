// Original and translation side by side, block by block, so that they stay level and scroll as one.

import { useMemo, useState, type SyntheticEvent } from 'react'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Romanised } from '../parts/romanised.tsx'
import { useKeys } from '../shell/keys.ts'
import { directionOf } from '../text/languages.ts'
import { interfaceDirection, t } from '../text/t.ts'
import { PrintedDate } from './article.tsx'
import { SentenceEdit } from './translation-edit.tsx'
import { pairBlocks } from './translation-pairs.ts'
import { TranslationRow, type Sides } from './translation-row.tsx'
import { StateMark } from './translation-state.tsx'
import type { Lit } from './use-find.ts'
import { reviewSegments, type SentencePlace } from './use-translation.ts'
import '../style/translation.css'

type PairedProps = {
  item: ItemDetail
  reading: ReadingRecord
  view: TranslationView
  sides: Sides
  current: number
  found: Lit
}

const none = { ranges: [], here: null }

/** The sentence under the pointer or the focus. */
function sentenceOf(event: SyntheticEvent): number | null {
  if (!(event.target instanceof Element)) return null
  const at = event.target.closest<HTMLElement>('[data-sentence]')?.dataset['sentence']
  return at === undefined ? null : Number(at)
}

export function PairedArticle({ item, reading, view, sides, current, found }: PairedProps) {
  const [lit, setLit] = useState<number | null>(null)
  const [editing, setEditing] = useState<SentencePlace | null>(null)
  const pairs = useMemo(() => pairBlocks(reading, view.segments), [reading, view])
  const written = useMemo(
    () => ({ dir: reading.direction, ...(reading.language ? { lang: reading.language } : {}) }),
    [reading],
  )
  const edit = (place: SentencePlace | null) => {
    const left = editing
    setEditing(place)
    if (place === null && left !== null)
      requestAnimationFrame(() => document.querySelector<HTMLElement>(`.y [data-sentence="${left}"]`)?.focus())
  }
  const review = () => {
    if (lit !== null && view.segments[lit]?.state === 'machine') void reviewSegments(view, [lit])
  }
  useKeys([
    { key: 'r', name: 'translation.reviewKey', run: review },
    { key: 'F2', name: 'translation.editKey', quiet: true, run: () => lit !== null && setEditing(lit) },
  ])
  const follow = (event: SyntheticEvent) => setLit(sentenceOf(event))
  return (
    <article
      className={`article paired ${sides}`}
      dir={interfaceDirection()}
      data-item={item.id}
      onPointerOver={follow}
      onPointerLeave={() => setLit(null)}
      onFocus={follow}
    >
      <PairedHead
        item={item}
        reading={reading}
        view={view}
        sides={sides}
        isEdited={editing === 'title'}
        onEdit={edit}
      />
      <div className="text">
        {pairs.map((pair) => {
          const holds = (place: SentencePlace | null) =>
            typeof place === 'number' && pair.sentences.some(({ at }) => at === place)
          const ranges = found.byBlock.get(pair.number)
          return (
            <TranslationRow
              key={pair.number}
              pair={pair}
              view={view}
              sides={sides}
              on={pair.number === current}
              lit={holds(lit) ? lit : null}
              editing={holds(editing) ? editing : null}
              found={ranges ? { ranges, here: found.block === pair.number ? found.current : null } : none}
              onEdit={edit}
              written={written}
            />
          )
        })}
      </div>
    </article>
  )
}

type HeadProps = Pick<PairedProps, 'item' | 'reading' | 'view' | 'sides'> & {
  isEdited: boolean
  onEdit: (place: SentencePlace | null) => void
}

function PairedHead({ item, reading, view, sides, isEdited, onEdit }: HeadProps) {
  const original = item.title ?? reading.title ?? item.url
  return (
    <header className="pair-head">
      {sides !== 'translation' && (
        <div className="x" dir={reading.direction} {...(item.language ? { lang: item.language } : {})}>
          <h1>
            <Outside text={original} lang={item.language} dir={item.direction} />
          </h1>
          <div dir={interfaceDirection()}>
            <Romanised text={original} language={item.language} />
          </div>
          <p className="byline">
            {reading.byline.map((name) => (
              <span key={name}>
                <Outside text={name} lang={item.language} className="press" />
                <Romanised text={name} language={item.language} isName />
              </span>
            ))}
            {reading.published && <PrintedDate date={reading.published} />}
          </p>
        </div>
      )}
      <span className="g" />
      <div className="y" lang={view.to} dir={directionOf(view.to)}>
        {isEdited ? (
          <SentenceEdit view={view} place="title" onClose={() => onEdit(null)} />
        ) : (
          <TitleWords view={view} sides={sides} onEdit={onEdit} />
        )}
        <p dir={interfaceDirection()}>
          <StateMark state={view.titleState} />
        </p>
      </div>
    </header>
  )
}

function TitleWords({ view, sides, onEdit }: Pick<HeadProps, 'view' | 'sides' | 'onEdit'>) {
  const Level = sides === 'translation' ? 'h1' : 'h2'
  return (
    <div className="title-words">
      <Level className="title">
        {view.title === null ? (
          <span className="untold">— {t('translation.state.none')}</span>
        ) : (
          <Outside text={view.title} lang={view.to} />
        )}
      </Level>
      <button type="button" className="btn bare" aria-label={t('translation.edit')} onClick={() => onEdit('title')}>
        <Icon name="pencil" />
      </button>
    </div>
  )
}

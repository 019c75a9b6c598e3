// Both titles, level with each other, with who wrote the page and who translated its title.

import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Romanised } from '../parts/romanised.tsx'
import { directionOf } from '../text/languages.ts'
import { interfaceDirection, t } from '../text/t.ts'
import { Byline } from './byline.tsx'
import { saidAt, type SentencePlace } from './translation-deeds.ts'
import { SentenceEdit } from './translation-edit.tsx'
import type { Sides } from './translation-row.tsx'
import { Target } from './translation-sentence.tsx'
import { sayOrigin, StateMark } from './translation-state.tsx'
import type { Move } from './use-sentences.ts'

type HeadProps = {
  item: ItemDetail
  reading: ReadingRecord
  view: TranslationView
  sides: Sides
  isEdited: boolean
  isLit: boolean
  draft: string | undefined
  onEdit: (place: SentencePlace) => void
  onLeave: (move: Move) => void
}

export function PairedHead({ item, reading, view, sides, isEdited, isLit, draft, onEdit, onLeave }: HeadProps) {
  const said = saidAt(view, 'title')
  return (
    <header className="pair-head">
      {sides !== 'translation' && <OriginalHead item={item} reading={reading} isLit={isLit} />}
      <span className="g" />
      <div className="y" lang={view.to} dir={directionOf(view.to)}>
        {isEdited ? (
          <SentenceEdit key="title" view={view} place="title" onLeave={onLeave} />
        ) : (
          <TitleWords view={view} sides={sides} isLit={isLit} draft={draft} onEdit={onEdit} />
        )}
        {said && said.target !== null && (
          <p dir={interfaceDirection()} className="small">
            <StateMark state={said.state} by={sayOrigin(said)} />
          </p>
        )}
        {sides === 'translation' && <Byline reading={reading} />}
      </div>
    </header>
  )
}

function OriginalHead({ item, reading, isLit }: Pick<HeadProps, 'item' | 'reading' | 'isLit'>) {
  const original = item.title ?? reading.title ?? item.url
  return (
    <div className="x" dir={reading.direction} {...(item.language ? { lang: item.language } : {})}>
      <h1>
        <span data-sentence="title" className={isLit ? 'sentence lit' : 'sentence'}>
          <Outside text={original} lang={item.language} dir={item.direction} />
        </span>
      </h1>
      <div>
        <Romanised text={original} language={item.language} />
      </div>
      <Byline reading={reading} />
    </div>
  )
}

function TitleWords({
  view,
  sides,
  isLit,
  draft,
  onEdit,
}: Pick<HeadProps, 'view' | 'sides' | 'isLit' | 'draft' | 'onEdit'>) {
  const Level = sides === 'translation' ? 'h1' : 'h2'
  const said = saidAt(view, 'title')
  return (
    <div className="title-words">
      <Level className="title">
        {said && <Target place="title" said={said} to={view.to} isLit={isLit} draft={draft} onEdit={onEdit} />}
      </Level>
      <button type="button" className="btn bare" aria-label={t('translation.edit')} onClick={() => onEdit('title')}>
        <Icon name="pencil" />
      </button>
    </div>
  )
}

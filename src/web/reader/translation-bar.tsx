// The line above the text: what is shown, the state of the translation, and what can be done about it.

import type { ItemDetail } from '../../server/shapes/item.ts'
import type { TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { useKeys } from '../shell/keys.ts'
import { saveSetting, useSetting } from '../shell/settings.ts'
import { t } from '../text/t.ts'
import { sayOrigin, StateMark } from './translation-state.tsx'
import { reviewSegments, useTranslation, wishTranslation } from './use-translation.ts'
import '../style/translation.css'

const names = { original: 'translation.original', both: 'translation.both', translation: 'translation.alone' } as const
const order = ['original', 'both', 'translation'] as const
const keyOf = { original: '4', both: '5', translation: '6' } as const

function ChooseSides() {
  const chosen = useSetting('sides')
  useKeys(
    order.map((sides) => ({
      key: keyOf[sides],
      name: 'translation.key' as const,
      run: () => saveSetting('sides', sides),
    })),
  )
  return (
    <span className="seg" role="group" aria-label={t('translation.show')}>
      {order.map((sides) => (
        <button
          key={sides}
          type="button"
          className="btn"
          aria-pressed={chosen === sides}
          onClick={() => saveSetting('sides', sides)}
        >
          {t(names[sides])} <kbd>{keyOf[sides]}</kbd>
        </button>
      ))}
    </span>
  )
}

/** Makers of the sentences, each once. */
const makersOf = (view: TranslationView) =>
  [...new Set(view.segments.map((segment) => sayOrigin(segment)).filter((words) => words !== ''))]
    .slice(0, 3)
    .join(', ')

function Standing({ view, hasEngine }: { view: TranslationView; hasEngine: boolean }) {
  const waiting = view.segments.filter(({ state }) => state === 'none').length
  const machine = view.segments.filter(({ state }) => state === 'machine').length
  const flags = view.segments.reduce((sum, segment) => sum + segment.flags.length, 0)
  return (
    <>
      <LanguageMark language={view.to} />
      <StateMark state={view.state} by={makersOf(view)} />
      {waiting > 0 && <span className="q">{t('translation.waiting', { n: waiting })}</span>}
      {flags > 0 && (
        <span className="st warn">
          <Icon name="differs" />
          {t('translation.flags', { n: flags })}
        </span>
      )}
      {view.reason !== null && <bdi className="q reason">{view.reason}</bdi>}
      <span className="end">
        {waiting > 0 && hasEngine && (
          <button type="button" className="btn" onClick={() => void wishTranslation(view.itemId, 'engines')}>
            {t('translation.makeAnew')}
          </button>
        )}
        {machine > 0 && (
          <button type="button" className="btn" onClick={() => void reviewSegments(view, null)}>
            <Icon name="tick" />
            {t('translation.review')}
          </button>
        )}
      </span>
    </>
  )
}

function Untranslated({ item, hasEngine, hasOlder }: { item: ItemDetail; hasEngine: boolean; hasOlder: boolean }) {
  if (!item.reading || item.reading.text === '') return <span className="q">{t('translation.noText')}</span>
  const words = hasEngine ? 'translation.noneYet' : 'translation.noEngine'
  return (
    <>
      <span className="q">{t(hasOlder ? 'translation.older' : words)}</span>
      <span className="end">
        {hasEngine && (
          <button type="button" className="btn" onClick={() => void wishTranslation(item.id, 'engines')}>
            {t('translation.make')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => void wishTranslation(item.id, 'people')}>
          <Icon name="pencil" />
          {t('translation.byHand')}
        </button>
      </span>
    </>
  )
}

export function TranslationBar({ item }: { item: ItemDetail }) {
  const { shown, hasOlder, hasEngine, isAsked } = useTranslation(item)
  if (!isAsked) return null
  if (!shown) return <Untranslated item={item} hasEngine={hasEngine} hasOlder={hasOlder} />
  return (
    <>
      <ChooseSides />
      <Standing view={shown} hasEngine={hasEngine} />
    </>
  )
}

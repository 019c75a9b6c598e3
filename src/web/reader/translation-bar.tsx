// The line above the text: what is shown and in which language, the state of the translation, and what can be done about it.

import type { ItemDetail } from '../../server/shapes/item.ts'
import { Icon } from '../parts/icon.tsx'
import { useKeys } from '../shell/keys.ts'
import { saveSetting, useSetting } from '../shell/settings.ts'
import { languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { wishTranslation } from './translation-deeds.ts'
import { ChooseLanguage } from './translation-languages.tsx'
import { Standing } from './translation-standing.tsx'
import { useTranslation } from './use-translation.ts'
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

type UntranslatedProps = { item: ItemDetail; to: string; hasEngine: boolean; hasOlder: boolean; hasOthers: boolean }

function Untranslated({ item, to, hasEngine, hasOlder, hasOthers }: UntranslatedProps) {
  const none = hasEngine ? 'translation.noneYet' : 'translation.noEngine'
  const words = hasOthers ? t('translation.noneInto', { language: languageName(to) }) : t(none)
  return (
    <>
      <span className="q">{hasOlder ? t('translation.older') : words}</span>
      <span className="end">
        {hasOlder && (
          <button type="button" className="btn" onClick={() => void wishTranslation(item.id, 'people', to)}>
            <Icon name="down" />
            {t('translation.carryOver')}
          </button>
        )}
        {hasEngine && (
          <button type="button" className="btn" onClick={() => void wishTranslation(item.id, 'engines', to)}>
            {t('translation.make')}
          </button>
        )}
        {!hasOlder && (
          <button type="button" className="btn" onClick={() => void wishTranslation(item.id, 'people', to)}>
            <Icon name="pencil" />
            {t('translation.byHand')}
          </button>
        )}
      </span>
    </>
  )
}

export function TranslationBar({ item }: { item: ItemDetail }) {
  const { shown, current, target, hasOlder, hasEngine, isAsked } = useTranslation(item)
  if (!isAsked) return null
  if (!item.reading || item.reading.text === '') return <span className="q">{t('translation.noText')}</span>
  const hasOthers = current.length > 0
  if (item.reading.language === null && !hasOthers) return <span className="q">{t('translation.noLanguage')}</span>
  return (
    <>
      {shown && <ChooseSides />}
      <ChooseLanguage all={current} target={target} from={item.reading.language} />
      {shown ? (
        <Standing view={shown} hasEngine={hasEngine} />
      ) : (
        <Untranslated item={item} to={target} hasEngine={hasEngine} hasOlder={hasOlder} hasOthers={hasOthers} />
      )}
    </>
  )
}

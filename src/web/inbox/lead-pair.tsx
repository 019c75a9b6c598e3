// How a page begins, translated and as printed, side by side: what there is no room for in a row.

import type { ItemRow, ItemTranslation } from '../../server/shapes/item.ts'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { TranslationTag } from '../parts/translation-tag.tsx'
import { useSetting } from '../shell/settings.ts'
import { directionOf } from '../text/languages.ts'
import { interfaceDirection, t } from '../text/t.ts'

function Translated({ of, lead }: { of: ItemTranslation; lead: string }) {
  const dir = directionOf(of.language)
  return (
    <div dir={dir}>
      <TranslationTag language={of.language} state={of.leadState} />
      <p className="press" lang={of.language}>
        <Outside text={lead} dir={dir} />
      </p>
    </div>
  )
}

export function LeadPair({ item }: { item: ItemRow }) {
  const order = useSetting('titles')
  const { translation, lead } = item
  if (order === 'alone' || lead === null || !translation || translation.lead === null) return null
  const translated = <Translated key="translated" of={translation} lead={translation.lead} />
  const original = (
    <div key="original" dir={item.direction}>
      <LanguageMark language={item.language} />
      <p className="press" {...(item.language ? { lang: item.language } : {})}>
        <Outside text={lead} dir={item.direction} />
      </p>
    </div>
  )
  return (
    <section className="leads" aria-label={t('peek.leads')}>
      <div className="lead-pair" dir={interfaceDirection()}>
        {order === 'original' ? [original, translated] : [translated, original]}
      </div>
    </section>
  )
}

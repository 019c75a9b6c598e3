// A reading as it is read: title, who wrote it and when as printed, the text; or why there is none.

import type { ReactNode } from 'react'
import type { ItemDetail, ReadingRecord } from '../../server/shapes/item.ts'
import { missingTextWords } from '../inbox/item-state.tsx'
import { Icon } from '../parts/icon.tsx'
import { LanguageMark } from '../parts/language-mark.tsx'
import { OriginalTitle, TranslatedTitle } from '../parts/page-title.tsx'
import { shownTranslation } from '../parts/shown-title.ts'
import { TitleTag } from '../parts/translation-tag.tsx'
import { Romanised } from '../parts/romanised.tsx'
import { directionOf, languageName } from '../text/languages.ts'
import { interfaceDirection, t, type PhraseKey } from '../text/t.ts'
import { Blocks } from './blocks.tsx'
import { Byline } from './byline.tsx'
import type { Lit } from './use-find.ts'

function Doubt({ reading }: { reading: ReadingRecord }) {
  if (reading.state === 'whole') return null
  return (
    <p className="doubt" dir={interfaceDirection()}>
      <span className="st warn">
        <Icon name="differs" />
        {t(`reading.${reading.state}` as PhraseKey)}
      </span>
      {reading.reason && (
        <span>
          {' '}
          <bdi>{reading.reason}</bdi>
        </span>
      )}
    </p>
  )
}

/** The title in the desk's own language under the one as printed, with who said so. */
function TranslatedHead({ item }: { item: ItemDetail }) {
  const translation = shownTranslation(item, 'translated')
  if (translation === null) return null
  return (
    <div className="translated-head" dir={interfaceDirection()}>
      <h2 lang={translation.language} dir={directionOf(translation.language)}>
        <TranslatedTitle of={translation} />
      </h2>
      <p className="small q2">
        <TitleTag translation={translation} /> {t(`translation.state.${translation.titleState}`)}
        {translation.titleBy !== null && (
          <span>
            · <bdi>{translation.titleBy}</bdi>
          </span>
        )}
      </p>
    </div>
  )
}

function Head({ item, translated }: { item: ItemDetail; translated: boolean }) {
  const { reading } = item
  return (
    <div className="article-head">
      <div className="hd" dir={interfaceDirection()}>
        <LanguageMark language={item.language} />
        <span>
          {item.language ? t('reader.original', { language: languageName(item.language) }) : t('language.unknown')}
        </span>
      </div>
      <h1 {...(item.language ? { lang: item.language } : {})}>
        <OriginalTitle page={item} />
      </h1>
      {item.title !== null && (
        <div>
          <Romanised text={item.title} language={item.language} />
        </div>
      )}
      {translated && <TranslatedHead item={item} />}
      {reading && <Byline reading={reading} />}
    </div>
  )
}

type ArticleProps = {
  item: ItemDetail
  current?: number
  lit?: Lit
  /** Whether the translated title stands under the page's own. */
  translated?: boolean
  /** What stands between head and text. */
  opening?: ReactNode
}

export function Article({ item, current = 0, lit, translated = true, opening }: ArticleProps) {
  const { reading } = item
  const missing = missingTextWords(item)
  return (
    <article className="article" dir={item.direction} data-item={item.id}>
      <Head item={item} translated={translated} />
      {opening}
      {missing !== null && reading === null && (
        <p className="doubt" dir={interfaceDirection()}>
          <span className="st stop">
            <Icon name={item.state === 'failed' || item.state === 'refused' ? 'cross' : 'clock'} />
          </span>{' '}
          <bdi>{missing}</bdi>
        </p>
      )}
      {reading && <Doubt reading={reading} />}
      {reading && (
        <div className="text" dir={reading.direction} {...(reading.language ? { lang: reading.language } : {})}>
          <Blocks reading={reading} current={current} lit={lit} />
        </div>
      )}
    </article>
  )
}

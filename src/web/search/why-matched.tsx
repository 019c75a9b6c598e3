// Why a page is a hit, where its lit words alone do not say it: what is in a translation, and of whom; which other name.

import { Fragment } from 'react'
import type { Hit, MatchReason } from '../../server/shapes/search.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { weakestOf } from '../parts/weakest-state.ts'
import { languageName } from '../text/languages.ts'
import { Say } from '../text/say.tsx'
import { languageOfScript } from '../text/script-language.ts'
import { t } from '../text/t.ts'

type Source = 'glossary' | 'authority'

/** Words as they were typed, each in quotation marks of its own. */
function Typed({ words }: { words: readonly string[] }) {
  return words.map((one, at) => (
    <Fragment key={one}>
      {at > 0 && ' '}
      <b className="b">
        <Say k="why.words" parts={{ words: one }} />
      </b>
    </Fragment>
  ))
}

/** “Black Sea” → Чёрное море (glossary) */
function NameReason({ words, name, source }: { words: string; name: string; source: Source }) {
  return (
    <Say
      k="why.name"
      parts={{
        words: <Typed words={[words]} />,
        arrow: <Icon name="forward" label={t('why.as')} flip />,
        name: <Outside text={name} lang={languageOfScript(name)} className="press" />,
        source: t(`names.by.${source}`),
      }}
    />
  )
}

function TranslationReason({ hit, words }: { hit: Hit; words: readonly string[] }) {
  return hit.translations.map(({ language, title, titleState, lead, leadState }) => {
    const state = weakestOf([
      ...(title && title.ranges.length > 0 ? [titleState] : []),
      ...(lead && lead.ranges.length > 0 ? [leadState] : []),
    ])
    const parts = {
      words: <Typed words={words} />,
      language: languageName(language),
      state: t(`translation.state.${state}`),
    }
    return (
      <span key={language} className={state === 'machine' ? 'wait' : ''}>
        <Say k="why.translation" parts={parts} />
      </span>
    )
  })
}

/** Several words that are found in one way are one reason. */
const wordsBy = (matched: readonly MatchReason[], by: MatchReason['by']): string[] => [
  ...new Set(matched.flatMap((reason) => (reason.by === by ? reason.words : []))),
]

export function WhyMatched({ hit }: { hit: Hit }) {
  const { matched } = hit
  const inOriginal = wordsBy(matched, 'original')
  const inTranslation = wordsBy(matched, 'translation').filter((words) => !inOriginal.includes(words))
  const names = matched.flatMap(({ by, words, as }) =>
    (by === 'glossary' || by === 'authority') && as !== undefined ? [{ by, words, as }] : [],
  )
  if (inTranslation.length === 0 && names.length === 0) return null
  return (
    <p className="why small">
      <span className="q">{t('why.label')}</span>
      {inOriginal.length > 0 && (
        <span>
          <Say k="why.original" parts={{ words: <Typed words={inOriginal} /> }} />
        </span>
      )}
      {inTranslation.length > 0 && <TranslationReason hit={hit} words={inTranslation} />}
      {names.map(({ by, words, as }) => (
        <span key={`${by} ${as}`}>
          <NameReason words={words} name={as} source={by} />
        </span>
      ))}
    </p>
  )
}

// The other names under which words of the query are looked for: said once above the hits, so that nobody wonders.

import { useState } from 'react'
import type { SearchedName } from '../../server/shapes/search.ts'
import { Outside } from '../parts/outside.tsx'
import { Say } from '../text/say.tsx'
import { languageOfScript } from '../text/script-language.ts'
import { t } from '../text/t.ts'

/** Names of one word that are shown at once; the rest are a press away. */
const SHOWN = 6

function Names({ words, others, leftOut }: SearchedName) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? others : others.slice(0, SHOWN)
  return (
    <li>
      <span className="q">
        <Say k="names.words" parts={{ words: <Say k="why.words" parts={{ words }} /> }} />
      </span>{' '}
      {shown.map(({ name, by }, at) => (
        <span key={name}>
          {at > 0 && <span aria-hidden="true"> · </span>}
          <Outside text={name} lang={languageOfScript(name)} className="press" />
          {shown[at + 1]?.by !== by && <span className="q"> ({t(`names.by.${by}`)})</span>}
        </span>
      ))}{' '}
      {others.length > shown.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {t('names.more', { n: others.length - shown.length })}
        </button>
      )}
      {leftOut > 0 && <span className="q"> {t('names.leftOut', { n: leftOut })}</span>}
    </li>
  )
}

export function SearchedNames({ names }: { names: readonly SearchedName[] }) {
  const told = names.filter(({ others }) => others.length > 0)
  if (told.length === 0) return null
  return (
    <ul className="searched-names small" aria-label={t('names.label')}>
      {told.map((name) => (
        <Names key={name.words} {...name} />
      ))}
    </ul>
  )
}

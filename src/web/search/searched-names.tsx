// The other names under which words of the query are looked for: said once above the hits, so that nobody wonders.

import type { SearchedName } from '../../server/shapes/search.ts'
import { Outside } from '../parts/outside.tsx'
import { Say } from '../text/say.tsx'
import { languageOfScript } from '../text/script-language.ts'
import { t } from '../text/t.ts'

/** Names of one word that are shown; the rest are counted. */
const SHOWN = 6

export function SearchedNames({ names }: { names: readonly SearchedName[] }) {
  const told = names.filter(({ others }) => others.length > 0)
  if (told.length === 0) return null
  return (
    <ul className="searched-names small" aria-label={t('names.label')}>
      {told.map(({ words, others, leftOut }) => (
        <li key={words}>
          <span className="q">
            <Say k="names.words" parts={{ words: <Say k="why.words" parts={{ words }} /> }} />
          </span>{' '}
          {others.slice(0, SHOWN).map(({ name, by }, at, shown) => (
            <span key={name} className="searched-name">
              {at > 0 && <span aria-hidden="true"> · </span>}
              <Outside text={name} lang={languageOfScript(name)} className="press" />
              {shown[at + 1]?.by !== by && <span className="q"> ({t(`names.by.${by}`)})</span>}
            </span>
          ))}
          {others.length > SHOWN && <span className="q"> {t('names.more', { n: others.length - SHOWN })}</span>}
          {leftOut > 0 && <span className="q"> {t('names.leftOut', { n: leftOut })}</span>}
        </li>
      ))}
    </ul>
  )
}

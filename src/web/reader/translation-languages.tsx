// The choice of a language to read in: what is there, each with its state, and what could be made.

import type { TranslationView } from '../../server/shapes/translation.ts'
import { languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { chooseTarget } from './chosen-target.ts'

/** Offered where there is none yet; any other stands in the list as soon as somebody has it made. */
const common = 'ar de en es fa fr hi id it ja ko ps pt ru sw tr uk ur vi zh'.split(' ')

const isTold = ({ target }: TranslationView['segments'][number]): boolean => target !== null

type LanguagesProps = {
  all: readonly TranslationView[]
  target: string
  /** The language of the original: into itself nothing is translated. */
  from: string | null
}

export function ChooseLanguage({ all, target, from }: LanguagesProps) {
  const known = new Set(all.map(({ to }) => to))
  const others = [...new Set([...common, target])].filter((to) => !known.has(to) && to !== from?.split('-')[0])
  const named = others.map((to) => ({ to, name: languageName(to) })).toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <select
      className="choose-language"
      aria-label={t('translation.language')}
      value={target}
      onChange={(event) => chooseTarget(event.target.value)}
    >
      {all.length > 0 && (
        <optgroup label={t('translation.language.there')}>
          {all.map(({ to, state, segments }) => (
            <option key={to} value={to}>
              {languageName(to)} ·{' '}
              {t(`translation.state.${state === 'none' && segments.some(isTold) ? 'partly' : state}`)}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label={t('translation.language.new')}>
        {named.map(({ to, name }) => (
          <option key={to} value={to}>
            {name}
          </option>
        ))}
      </optgroup>
    </select>
  )
}

import type { TermNameView } from '../../server/shapes/glossary.ts'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { t } from '../text/t.ts'

/** The names of a term, each in its language, script and direction; what is not to be written says so in words. */
export function TermNames({ names }: { names: readonly TermNameView[] }) {
  return (
    <ul className="term-names">
      {names.map(({ language, text, status }) => (
        <li key={`${language} ${status} ${text}`}>
          <LanguageMark language={language} />{' '}
          {status === 'forbidden' ? (
            <del>
              <Outside text={text} lang={language} dir={directionOf(language)} className="press" />
            </del>
          ) : (
            <Outside text={text} lang={language} dir={directionOf(language)} className="press" />
          )}
          {status !== 'agreed' && <span className="small q"> {t(`glossary.status.${status}`)}</span>}
        </li>
      ))}
    </ul>
  )
}

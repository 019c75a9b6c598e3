import { Say } from '../text/say.tsx'
import { t } from '../text/t.ts'

const lines = [
  ['niger mali', 'help.words'],
  ['"alliance of sahel states"', 'help.phrase'],
  ['niger -football', 'help.not'],
  ['niger OR النيجر', 'help.or'],
  ['transit*', 'help.begin'],
  ['(mali OR niger) -lang:fr', 'help.group'],
  ['"sahel states" in:original', 'help.original'],
  ['lang:fa', 'help.lang'],
  ['outlet:"Al-Manara"', 'help.outlet'],
  ['site:al-manara.example', 'help.site'],
  ['after:2023-09-16 before:2023-10', 'help.days'],
] as const

/** What can be typed, each with an example that can be tried. */
export function QueryHelp({ onTry }: { onTry: (query: string) => void }) {
  return (
    <section className="query-help" id="query-help" aria-label={t('search.help')}>
      <dl>
        {lines.map(([example, words]) => (
          <div key={example}>
            <dt>
              <button type="button" className="mono link" dir="ltr" onClick={() => onTry(example)}>
                {example}
              </button>
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
      <p className="small q2">
        <Say k="help.names" />
      </p>
      <p className="small q2">
        <Say k="help.scripts" />
      </p>
    </section>
  )
}

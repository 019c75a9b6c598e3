// A name or a title in Latin letters, when somebody asks: with the system that wrote it, who agreed on a form, and what is open.

import { queryOptions, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Romanisation } from '../../server/shapes/romanisation.ts'
import { ask } from '../api/ask.ts'
import { interfaceDirection, t } from '../text/t.ts'
import { isolate, Outside, showIsolated } from './outside.tsx'
import { Failed } from './states.tsx'

type RomanisedProps = {
  text: string
  /** BCP 47; nothing is offered where it is not known. */
  language: string | null
  /** A name has capitals throughout, a title has not. */
  isName?: boolean
}

type Done = Extract<Romanisation, { kind: 'romanised' }>

const systems: Readonly<Record<Done['system'], string | null>> = {
  'bgnpcgn-1956-ara': 'BGN/PCGN 1956',
  'bgnpcgn-1958-fas': 'BGN/PCGN 1958',
  'bgnpcgn-1968-pus': 'BGN/PCGN 1968',
  'bgnpcgn-2007-prs': 'BGN/PCGN 2007',
  'bgnpcgn-1947-rus': 'BGN/PCGN 1947',
  'bgnpcgn-2019-ukr': 'BGN/PCGN 2019',
  'iso-7098-2015-zho': 'ISO 7098:2015',
  established: null,
}
const written = /^(?:ar|fa|prs|ps|ru|uk|zh)(?:-|$)/i
const LONGEST = 2_000

const question = (text: string, language: string, isName: boolean) =>
  queryOptions({
    queryKey: ['romanisation', language, isName, text],
    queryFn: ({ signal }) =>
      ask<Romanisation>(`/api/romanisation?${new URLSearchParams({ text, language, name: String(isName) })}`, {
        signal,
      }),
    staleTime: 60_000,
  })

export function Romanised({ text, language, isName = false }: RomanisedProps) {
  const [isShown, setShown] = useState(false)
  const place = useId()
  const canBe = language !== null && written.test(language) && /[^\p{Script=Latin}\P{L}]/u.test(text)
  if (!canBe || text.length > LONGEST) return null
  return (
    <span className="romanised">
      <button
        type="button"
        className="btn bare"
        aria-expanded={isShown}
        aria-controls={place}
        title={t(isShown ? 'romanised.hide' : 'romanised.show')}
        onClick={() => setShown(!isShown)}
      >
        <span aria-hidden="true" dir="ltr">
          Aa
        </span>
        <span className="unseen">{t(isShown ? 'romanised.hide' : 'romanised.show')}</span>
      </button>
      <span id={place}>{isShown && <Letters text={text} language={language} isName={isName} />}</span>
    </span>
  )
}

function Letters({ text, language, isName }: { text: string; language: string; isName: boolean }) {
  const { data, error } = useQuery(question(text, language, isName))
  if (error) return <Failed error={error} />
  if (!data) return <span className="small q2">…</span>
  if (data.kind === 'not-done') return <bdi className="small q2">{data.reason}</bdi>
  const system = systems[data.system]
  const by = system === null ? t('romanised.established') : t('romanised.system', { system })
  const agreed = data.established.map((form) => t(`romanised.from.${form.from}`, { original: isolate(form.original) }))
  return (
    <span className="romanised-words" dir={interfaceDirection()}>
      <span title={[by, ...agreed].join(' · ')}>
        <Outside text={data.text} lang={`${language.split('-')[0] ?? 'und'}-Latn`} dir="ltr" className="press" />
      </span>{' '}
      <span className="small q2">
        {by}
        {data.doubts.length > 0 && (
          <>
            {' · '}
            {t('romanised.doubts')}: {data.doubts.map((doubt) => t(`romanised.doubt.${doubt}`)).join('; ')}
          </>
        )}
        {agreed.length > 0 && <> · {showIsolated(agreed.join('; '))}</>}
      </span>
    </span>
  )
}

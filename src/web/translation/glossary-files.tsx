// The glossary as a file, out and in, and out of the authorities: first what would come of it, then the deed, which is undone
// as a whole.

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AuthorityTermsWish, GlossaryImported } from '../../server/shapes/glossary.ts'
import { ask } from '../api/ask.ts'
import { FileImport } from '../parts/file-import.tsx'
import { Failed } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { GlossaryPlan } from './glossary-plan.tsx'
import { useTermDeeds } from './use-term-deeds.ts'

const formatOf = (file: File) => (/\.(?:tbx|xml)$/i.test(file.name) ? 'tbx' : 'csv')

const send = async (file: File, dryRun: boolean): Promise<GlossaryImported> => {
  const path = `/api/glossary/file?format=${formatOf(file)}&dryRun=${dryRun}`
  return ask<GlossaryImported>(path, { method: 'POST', file })
}

const countOf = (result: GlossaryImported, kind: GlossaryImported['rows'][number]['kind']) =>
  result.rows.filter((row) => row.kind === kind).length
const wanted = (result: GlossaryImported) => countOf(result, 'new') + countOf(result, 'changed')
const didWords = (result: GlossaryImported) =>
  t('glossary.did.imported', { fresh: countOf(result, 'new'), changed: countOf(result, 'changed') })

function FromAuthorities() {
  const { sayUndoable, anew } = useTermDeeds()
  const [result, setResult] = useState<GlossaryImported | null>(null)
  const bring = useMutation({
    mutationFn: (dryRun: boolean) =>
      ask<GlossaryImported>('/api/glossary/authorities', {
        method: 'POST',
        body: { dryRun } satisfies AuthorityTermsWish,
      }),
    onSuccess: async (brought) => {
      setResult(brought.dryRun ? brought : null)
      if (brought.deedId !== null) sayUndoable(didWords(brought), brought.deedId)
      if (!brought.dryRun) await anew()
    },
  })
  return (
    <div>
      <p className="q2">{t('glossary.authorities.words')}</p>
      <p className="act-line">
        <button type="button" className="btn" disabled={bring.isPending} onClick={() => bring.mutate(true)}>
          {t('glossary.authorities.look')}
        </button>
      </p>
      {bring.error && <Failed error={bring.error} />}
      {result && (
        <>
          <GlossaryPlan result={result} />
          <p className="act-line sticky">
            <button
              type="button"
              className="btn main-act"
              disabled={bring.isPending || wanted(result) === 0}
              onClick={() => bring.mutate(false)}
            >
              {t('glossary.take', { n: wanted(result) })}
            </button>
          </p>
        </>
      )}
    </div>
  )
}

export function GlossaryFiles() {
  const { sayUndoable } = useTermDeeds()
  return (
    <section className="sec glossary-files">
      <h2>{t('glossary.inOut')}</h2>
      <p className="q2">
        {t('glossary.file.words')}{' '}
        <a href="/api/glossary/file?format=csv" download="glossary.csv">
          {t('glossary.out.csv')}
        </a>{' '}
        ·{' '}
        <a href="/api/glossary/file?format=tbx" download="glossary.tbx">
          {t('glossary.out.tbx')}
        </a>
      </p>
      <FileImport
        accept=".csv,.tbx,.xml,text/csv"
        label={t('glossary.file.choose')}
        send={send}
        plan={(result) => <GlossaryPlan result={result} />}
        wanted={wanted}
        words={{ take: (n) => t('glossary.take', { n }), did: didWords, done: t('glossary.file.done') }}
        onTaken={(result) => result.deedId !== null && sayUndoable(didWords(result), result.deedId)}
      />
      <FromAuthorities />
    </section>
  )
}

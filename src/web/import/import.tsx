// Bringing files in: first what would come of them, then the deed. Bringing the same in twice changes nothing.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportResult } from '../../server/shapes/import.ts'
import { ask } from '../api/ask.ts'
import { ArchiveBar } from '../archive/archive-bar.tsx'
import { askAnew, importsQuestion } from '../archive/archive-questions.ts'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { sayDeed } from '../shell/deeds.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { sayBytes, sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { FilesField } from './files-field.tsx'
import { ImportPlan } from './import-plan.tsx'
import { mergeResults } from './merge-results.ts'

type Step = { readonly dryRun: boolean; readonly done: number; readonly of: number }

/** File after file, so that it can be said how far it is and one bad file holds up none. */
async function sendAll(files: readonly File[], dryRun: boolean, onStep: (step: Step) => void): Promise<ImportResult> {
  const results: ImportResult[] = []
  for (const [done, file] of files.entries()) {
    onStep({ dryRun, done, of: files.length })
    const form = new FormData()
    form.set('file', file)
    results.push(await ask<ImportResult>(`/api/imports?dryRun=${dryRun}`, { method: 'POST', form }))
  }
  return mergeResults(results, dryRun)
}

function Progress({ step }: { step: Step }) {
  const words = t(step.dryRun ? 'import.looking' : 'import.taking', { n: step.done + 1, of: step.of })
  return (
    <p role="status" className="import-progress">
      <progress value={step.done} max={step.of} aria-label={words} /> {words}
    </p>
  )
}

function Earlier() {
  const { data, error, isPending, refetch } = useQuery(importsQuestion())
  return (
    <section className="earlier">
      <h2>{t('import.earlier')}</h2>
      {isPending && <Waiting rows={3} />}
      {error && !data && <Failed error={error} again={() => void refetch()} />}
      {data && data.imports.length === 0 && <p className="q2">{t('import.earlier.none')}</p>}
      {data && data.imports.length > 0 && (
        <table className="reg">
          <thead>
            <tr>
              <th>{t('article.file')}</th>
              <th className="num">{t('import.documents')}</th>
              <th className="num">{t('import.size')}</th>
              <th>{t('import.when')}</th>
            </tr>
          </thead>
          <tbody>
            {data.imports.map((file) => (
              <tr key={file.id}>
                <td className="ink wide-cell">
                  <Link to="/imports/$id" params={{ id: file.id }}>
                    <bdi>{showControls(file.name)}</bdi>
                  </Link>
                  {file.notes.map((note) => (
                    <span key={note} className="small warn block-line">
                      <bdi>{showControls(note)}</bdi>
                    </span>
                  ))}
                </td>
                <td className="num" data-label={t('import.documents')}>
                  {file.articles}
                </td>
                <td className="num nowrap">{sayBytes(file.size)}</td>
                <td className="q2">
                  {sayMoment(file.importedAt)}{' '}
                  <span className="q">
                    · <bdi>{file.importedBy}</bdi>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const countOf = (result: ImportResult) => result.files.reduce((sum, { added }) => sum + added.length, 0)

export function Import() {
  const client = useQueryClient()
  const [files, setFiles] = useState<readonly File[]>([])
  const [step, setStep] = useState<Step | null>(null)
  useTitle(t('import.title'))
  const look = useMutation({ mutationFn: (chosen: readonly File[]) => sendAll(chosen, true, setStep) })
  const take = useMutation({
    mutationFn: (chosen: readonly File[]) => sendAll(chosen, false, setStep),
    onSuccess: async (result) => {
      look.reset()
      sayDeed(t('import.did', { n: countOf(result) }))
      await askAnew(client)
    },
  })
  const choose = (chosen: readonly File[]) => {
    setFiles(chosen)
    take.reset()
    look.mutate(chosen)
  }
  const fresh = look.data ? countOf(look.data) : 0
  return (
    <div className="screen">
      <ArchiveBar title={t('import.title')} />
      <NoteLine />
      <div className="scroll panel-page">
        <div className="import-page">
          <p className="q2">{t('import.words')}</p>
          <FilesField label={t('import.choose')} onFiles={choose} />
          {(look.isPending || take.isPending) && step && <Progress step={step} />}
          {look.error && <Failed error={look.error} again={() => look.mutate(files)} />}
          {take.error && <Failed error={take.error} again={() => take.mutate(files)} />}
          {look.data && (
            <>
              <ImportPlan result={look.data} />
              <p className="act-line sticky">
                <button
                  type="button"
                  className="btn main-act"
                  disabled={take.isPending || fresh === 0}
                  onClick={() => take.mutate(files)}
                >
                  {t('import.take', { n: fresh })}
                </button>
                <button type="button" className="btn" disabled={take.isPending} onClick={() => look.reset()}>
                  {t('act.cancel')}
                </button>
              </p>
            </>
          )}
          {take.data && (
            <>
              <p className="st good" role="status">
                <Icon name="tick" />
                {t('import.done', { n: countOf(take.data) })}
              </p>
              <ImportPlan result={take.data} />
            </>
          )}
          {!look.data && !take.data && <Earlier />}
          {take.data && (
            <Empty>
              <Link className="btn" to="/archive">
                {t('import.toArchive')}
              </Link>
            </Empty>
          )}
        </div>
      </div>
      <KeyLine />
    </div>
  )
}

// A list of feeds from elsewhere. It is shown first; nothing is subscribed to until the person says so.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OpmlImport } from '../../server/shapes/opml.ts'
import { ask } from '../api/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { FileField } from './file-field.tsx'

const send = (file: File, dryRun: boolean) => {
  const form = new FormData()
  form.set('file', file)
  return ask<OpmlImport>(`/api/opml?dryRun=${dryRun}`, { method: 'POST', form })
}

function OutletFeeds({ outlet }: { outlet: OpmlImport['outlets'][number] }) {
  return (
    <li>
      <b className="b">
        <bdi>{outlet.name}</bdi>
      </b>{' '}
      <span className="small q">{t(outlet.kind === 'new' ? 'opml.new' : 'opml.known')}</span>
      <ul>
        {outlet.feeds.map((feed) => (
          <li key={feed.url} className="small">
            <span className={feed.kind === 'new' ? '' : 'q'}>
              {feed.title && <bdi>{feed.title} </bdi>}
              <bdi dir="ltr" className="mono wrap">
                {feed.url}
              </bdi>
            </span>
            {feed.kind === 'known' && <span className="q"> · {t('opml.known')}</span>}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Plan({ plan }: { plan: OpmlImport }) {
  return (
    <>
      <p>{t('opml.sum', { outlets: plan.newOutlets, feeds: plan.newFeeds, known: plan.knownFeeds })}</p>
      {plan.notes.map((note) => (
        <p key={note} className="small warn">
          <bdi>{note}</bdi>
        </p>
      ))}
      <ul className="opml-list">
        {plan.outlets.map((outlet, index) => (
          <OutletFeeds key={index} outlet={outlet} />
        ))}
      </ul>
    </>
  )
}

export function ImportOpml() {
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const look = useMutation({ mutationFn: (chosen: File) => send(chosen, true) })
  const take = useMutation({
    mutationFn: (chosen: File) => send(chosen, false),
    onSuccess: async (done) => {
      sayDeed(t('opml.did', { outlets: done.newOutlets, feeds: done.newFeeds }))
      look.reset()
      await client.invalidateQueries()
    },
  })
  const choose = (chosen: File) => {
    setFile(chosen)
    take.reset()
    look.mutate(chosen)
  }
  return (
    <div className="form">
      <p className="q2">
        {t('opml.words')}{' '}
        <a href="/api/opml" download="dragoman.opml">
          {t('opml.out')}
        </a>
      </p>
      <FileField accept=".opml,.xml,text/x-opml" label={t('opml.choose')} onFile={choose} />
      {look.isPending && <p role="status">{t('opml.looking')}</p>}
      {look.isError && <Failed error={look.error} />}
      {take.isError && <Failed error={take.error} />}
      {look.data && file && (
        <>
          <Plan plan={look.data} />
          <p className="act-line sticky">
            <button
              type="button"
              className="btn main-act"
              disabled={take.isPending || look.data.newFeeds === 0}
              onClick={() => take.mutate(file)}
            >
              {t('opml.take', { n: look.data.newFeeds })}
            </button>
          </p>
        </>
      )}
      {take.isSuccess && (
        <p className="good" role="status">
          <span className="st">
            <Icon name="tick" />
            {t('opml.done')}
          </span>
        </p>
      )}
    </div>
  )
}

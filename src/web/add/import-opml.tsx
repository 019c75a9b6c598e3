// A list of feeds from elsewhere. It is shown first; nothing is subscribed to until the person says so.

import type { OpmlImport } from '../../server/shapes/opml.ts'
import { ask } from '../api/ask.ts'
import { FileImport } from '../parts/file-import.tsx'
import { t } from '../text/t.ts'

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
  return (
    <div className="form">
      <p className="q2">
        {t('opml.words')}{' '}
        <a href="/api/opml" download="dragoman.opml">
          {t('opml.out')}
        </a>
      </p>
      <FileImport
        accept=".opml,.xml,text/x-opml"
        label={t('opml.choose')}
        send={send}
        plan={(plan) => <Plan plan={plan} />}
        wanted={(plan) => plan.newFeeds}
        words={{
          take: (n) => t('opml.take', { n }),
          did: (done) => t('opml.did', { outlets: done.newOutlets, feeds: done.newFeeds }),
          done: t('opml.done'),
        }}
      />
    </div>
  )
}

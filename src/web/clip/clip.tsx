// The page that is being read elsewhere, brought here by the bookmark. It is shown first; nothing is kept until the
// person says so. What stands behind `#` never reaches the server by itself and is taken out of the address at once.

import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Added } from '../../server/shapes/addition.ts'
import type { Clip as ClipRecord } from '../../server/shapes/clip.ts'
import { AddedLine } from '../add/added.tsx'
import { ask } from '../api/ask.ts'
import { showControls } from '../parts/outside.tsx'
import { Empty, Failed } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { t } from '../text/t.ts'
import { readClip } from './read-clip.ts'

const brought = typeof location === 'undefined' ? null : readClip(location.hash)

function Brought({ clip }: { clip: ClipRecord }) {
  const keep = useMutation({ mutationFn: () => ask<Added>('/api/clips', { method: 'POST', body: clip }) })
  return (
    <div className="form">
      <p className="q2">{t('clip.words')}</p>
      <dl className="kv">
        <dt>{t('outlets.name')}</dt>
        <dd className="press">
          <bdi>{clip.title ? showControls(clip.title) : <span className="q">{t('unknown')}</span>}</bdi>
        </dd>
        <dt>{t('add.page.address')}</dt>
        <dd>
          <bdi dir="ltr" className="mono wrap">
            {clip.url}
          </bdi>
        </dd>
      </dl>
      {keep.isError && <Failed error={keep.error} />}
      {keep.data ? (
        <AddedLine added={keep.data} />
      ) : (
        <p className="act-line">
          <button type="button" className="btn main-act" disabled={keep.isPending} onClick={() => keep.mutate()}>
            {t('clip.keep')}
          </button>
          <Link className="btn" to="/">
            {t('act.cancel')}
          </Link>
        </p>
      )}
    </div>
  )
}

export function Clip() {
  const [clip] = useState(() => readClip(location.hash) ?? brought)
  useTitle(t('clip.title'))
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname)
  }, [])
  return (
    <div className="screen">
      <header className="bar">
        <h1>{t('clip.title')}</h1>
      </header>
      <NoteLine />
      <div className="scroll panel-page">
        {clip ? (
          <Brought clip={clip} />
        ) : (
          <Empty>
            <p>{t('clip.none')}</p>
            <Link className="btn" to="/add" search={{ way: 'clip' }}>
              {t('clip.how')}
            </Link>
          </Empty>
        )}
      </div>
      <KeyLine />
    </div>
  )
}

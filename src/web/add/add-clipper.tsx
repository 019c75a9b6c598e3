// The bookmark that brings the page being read elsewhere, and the key for an extension that does the same.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ClipperKey } from '../../server/shapes/clip.ts'
import { ask } from '../api/ask.ts'
import { clipperQuestion } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** React refuses `javascript:` addresses, and rightly: this one is set by hand, comes from our own server, and is
 * dragged, never followed; the page's policy would not run it here anyway. */
function Bookmark({ address }: { address: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => link.current?.setAttribute('href', address), [address])
  return (
    <a ref={link} className="btn bookmark" draggable onClick={(event) => event.preventDefault()}>
      <Icon name="bookmark" />
      {t('clip.bookmark')}
    </a>
  )
}

export function AddClipper() {
  const client = useQueryClient()
  const { data, error, isPending } = useQuery(clipperQuestion())
  const anew = () => client.invalidateQueries({ queryKey: ['clipper'] })
  const make = useMutation({
    mutationFn: () => ask<ClipperKey>('/api/clipper/keys', { method: 'POST', body: {} }),
    onSuccess: anew,
  })
  const drop = useMutation({
    mutationFn: () => ask('/api/clipper/keys', { method: 'DELETE' }),
    onSuccess: () => {
      make.reset()
      return anew()
    },
  })
  if (isPending) return <Waiting rows={2} />
  if (!data) return <Failed error={error} />
  return (
    <div className="form">
      <p>{t('clip.bookmark.words')}</p>
      <p>
        <Bookmark address={data.bookmarklet} />
      </p>
      <p className="q2 small">{t('clip.bookmark.keyboard')}</p>
      <pre className="mono rules" dir="ltr" tabIndex={0} aria-label={t('clip.bookmark.code')}>
        {data.bookmarklet}
      </pre>
      <h2>{t('clip.key')}</h2>
      <p className="q2">{t('clip.key.words')}</p>
      {make.data && (
        <div className="preview" role="status">
          <p>{t('clip.key.once')}</p>
          <p className="mono wrap">
            <bdi dir="ltr">{make.data.key}</bdi>
          </p>
        </div>
      )}
      <p className="act-line">
        <button type="button" className="btn" disabled={make.isPending} onClick={() => make.mutate()}>
          {t(data.keyMadeAt === null ? 'clip.key.make' : 'clip.key.renew')}
        </button>
        {data.keyMadeAt !== null && (
          <>
            <button type="button" className="btn" disabled={drop.isPending} onClick={() => drop.mutate()}>
              {t('clip.key.drop')}
            </button>
            <span className="small q">{t('clip.key.madeAt', { at: sayMoment(data.keyMadeAt) })}</span>
          </>
        )}
      </p>
      {make.isError && <Failed error={make.error} />}
    </div>
  )
}

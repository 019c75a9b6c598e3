import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ItemDetail, Version } from '../../server/shapes/item.ts'
import { ask } from '../api/ask.ts'
import { itemQuestion } from '../api/questions.ts'
import { Failed } from '../parts/states.tsx'
import { sayMoment } from '../text/moment.ts'
import { t } from '../text/t.ts'

type VersionsProps = {
  item: ItemDetail
  chosen: string
  onChoose: (captureId: string) => void
  onCompare: (from: string, to: string) => void
}

function VersionLine({
  version,
  before,
  props,
}: {
  version: Version
  before: Version | undefined
  props: VersionsProps
}) {
  const reading = version.id === props.chosen
  return (
    <li className={reading ? 'last' : ''}>
      <button
        type="button"
        className="link"
        aria-current={reading ? 'true' : undefined}
        onClick={() => props.onChoose(version.id)}
      >
        {sayMoment(version.requestedAt)}
      </button>{' '}
      <span className={version.change === 'reworded' ? 'warn b' : 'q'}>{t(`version.${version.change}`)}</span>
      {version.status >= 400 && <span className="stop"> {version.status}</span>}
      {before && version.change !== 'same-bytes' && (
        <>
          {' '}
          ·{' '}
          <button type="button" className="link" onClick={() => props.onCompare(before.id, version.id)}>
            {t('version.compare')}
          </button>
        </>
      )}
    </li>
  )
}

/** All kept visits, newest first, each with what changed since the one before. */
export function Versions(props: VersionsProps) {
  const { item } = props
  const [asked, setAsked] = useState<number | null>(null)
  const waiting = asked !== null && item.captures.length <= asked && item.failure === null
  useQuery({ ...itemQuestion(item.id), refetchInterval: waiting ? 1500 : false })
  const again = useMutation({
    mutationFn: () => ask(`/api/items/${item.id}/captures`, { method: 'POST' }),
    onSuccess: () => setAsked(item.captures.length),
  })
  return (
    <section className="sec">
      <h2>
        {t('versions.title')}
        <span className="end">{t('versions.count', { n: item.captures.length })}</span>
      </h2>
      <ol className="chain">
        {item.captures.map((version, index) => (
          <VersionLine key={version.id} version={version} before={item.captures[index + 1]} props={props} />
        ))}
      </ol>
      <p className="act-line">
        <button type="button" className="btn" disabled={again.isPending || waiting} onClick={() => again.mutate()}>
          {t('versions.again')}
        </button>
        {asked !== null && item.failure !== null && (
          <span className="small stop" role="alert">
            <bdi>{item.reason}</bdi>
          </span>
        )}
        {asked !== null && item.failure === null && (
          <span className="small good" role="status">
            {t(waiting ? 'versions.queued' : 'versions.came')}
          </span>
        )}
      </p>
      {again.isError && <Failed error={again.error} />}
    </section>
  )
}

// What stands behind the text: the way to the page, its time, its digest, its place in the archive.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CaptureDetail, Verification } from '../../server/shapes/capture.ts'
import { ask } from '../api/ask.ts'
import { captureQuestion } from '../api/questions.ts'
import { Digest } from '../parts/digest.tsx'
import { Icon } from '../parts/icon.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { sayBytes, sayClock, sayInstant } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { Custody } from './custody.tsx'

function Chain({ capture }: { capture: CaptureDetail }) {
  const hops = capture.redirects.map((hop) => ({ url: hop.url, status: hop.status }))
  const way = [...hops, { url: capture.finalUrl, status: capture.status }]
  return (
    <ol className="chain" aria-label={t('evidence.chain')}>
      {way.map((step, index) => (
        <li key={index} className={index === way.length - 1 ? 'last' : ''}>
          <bdi dir="ltr" className="mono wrap">
            {step.url.replace(/^https?:\/\//, '')}
          </bdi>{' '}
          {step.status > 0 && <span className="mono q">{step.status}</span>}
        </li>
      ))}
    </ol>
  )
}

function Verdict({ result, error }: { result: Verification | undefined; error: unknown }) {
  if (error) return <Failed error={error} />
  if (!result) return null
  if (result.kind === 'holds')
    return (
      <p className="small good" role="status">
        {t('evidence.holds.words', { time: sayClock(result.checkedAt) })}
      </p>
    )
  return (
    <div className="small" role="alert">
      <p className="stop">
        {t('evidence.fails.words')} <bdi>{result.reason}</bdi>
      </p>
      <p className="q">{t('evidence.expected')}</p>
      <Digest hex={result.expected} />
      <p className="q">{t('evidence.found')}</p>
      {result.found ? <Digest hex={result.found} /> : <p>{t('evidence.nothing')}</p>}
    </div>
  )
}

function Title({ result }: { result: Verification | undefined }) {
  if (!result)
    return (
      <span className="st">
        <Icon name="seal" />
        {t('evidence.title')}
      </span>
    )
  if (result.kind === 'holds')
    return (
      <span className="st good">
        <Icon name="seal" />
        {t('evidence.holds')}
      </span>
    )
  return (
    <span className="st stop">
      <Icon name="cross" />
      {t('evidence.fails')}
    </span>
  )
}

/** Who answered and whether robots.txt allowed it; a file brought by a person was not fetched from anybody. */
function Visit({ capture }: { capture: CaptureDetail }) {
  if (capture.status === 0)
    return (
      <>
        <dt>{t('evidence.answeredBy')}</dt>
        <dd>{t('evidence.byHand')}</dd>
      </>
    )
  return (
    <>
      <dt>{t('evidence.answeredBy')}</dt>
      <dd className="mono">{capture.remoteAddress ?? t('unknown')}</dd>
      <dt>robots.txt</dt>
      <dd>{capture.robotsRule ? <bdi className="mono">{capture.robotsRule}</bdi> : t('evidence.noRule')}</dd>
    </>
  )
}

function Facts({ capture }: { capture: CaptureDetail }) {
  return (
    <dl className="kv">
      <dt>{t('evidence.captured')}</dt>
      <dd>{sayInstant(capture.requestedAt)}</dd>
      <dt className="whole">{t('evidence.digest')}</dt>
      <dd className="whole">
        <Digest hex={capture.digest} />
      </dd>
      <dt>WARC</dt>
      <dd className="mono">
        {capture.place.file}
        <br />
        {t('evidence.place', { offset: count(capture.place.offset), length: count(capture.place.length) })}
      </dd>
      <dt>{t('evidence.size')}</dt>
      <dd>
        {sayBytes(capture.size)}
        {capture.decodedSize !== capture.size && (
          <> · {t('evidence.decoded', { size: sayBytes(capture.decodedSize) })}</>
        )}
      </dd>
      <dt>{t('evidence.type')}</dt>
      <dd className="mono">{capture.contentType ?? t('unknown')}</dd>
      <Visit capture={capture} />
      <dt>{t('evidence.tool')}</dt>
      <dd>{capture.tool}</dd>
    </dl>
  )
}

function Headers({ capture }: { capture: CaptureDetail }) {
  return (
    <details className="fold">
      <summary>{t('evidence.headers', { n: capture.headers.length })}</summary>
      <dl className="headers" dir="ltr">
        {capture.headers.map(([name, value], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

export function Evidence({ captureId }: { captureId: string }) {
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useQuery(captureQuestion(captureId))
  const verify = useMutation({
    mutationFn: () => ask<Verification>(`/api/captures/${captureId}/verification`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['capture', captureId] }),
  })
  if (isPending) return <Waiting rows={4} />
  if (!data) return <Failed error={error} again={() => void refetch()} />
  return (
    <section className="sec evidence">
      <h2>
        <Title result={verify.data} />
        <button type="button" className="btn end" disabled={verify.isPending} onClick={() => verify.mutate()}>
          {verify.isPending ? t('evidence.verifying') : t('evidence.verify')}
        </button>
      </h2>
      <Verdict result={verify.data} error={verify.error} />
      <Chain capture={data} />
      <Facts capture={data} />
      {data.headers.length > 0 && <Headers capture={data} />}
      <Custody entries={data.custody} />
      <p>
        <a className="btn" href={`/api/captures/${captureId}/record`} download>
          <Icon name="file" />
          {t('evidence.record')}
        </a>
      </p>
    </section>
  )
}

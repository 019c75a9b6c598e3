import { useQuery } from '@tanstack/react-query'
import { captureQuestion } from '../api/questions.ts'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { sayInstant } from '../text/moment.ts'
import { t } from '../text/t.ts'

/** The page as it was kept. The empty sandbox takes every right away; the server's policy does so once more. */
export function PreservedPage({ captureId }: { captureId: string }) {
  const { data, error, refetch } = useQuery(captureQuestion(captureId))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Waiting rows={4} />
  return (
    <div className="preserved">
      <p className="small q2">{t('page.words', { at: sayInstant(data.requestedAt) })}</p>
      {data.view === 'download' ? (
        <Empty>
          <p>{t('page.download', { type: data.contentType ?? t('unknown') })}</p>
          <a className="btn" href={`/api/captures/${captureId}/page`} download>
            {t('page.save')}
          </a>
        </Empty>
      ) : (
        <iframe
          sandbox=""
          referrerPolicy="no-referrer"
          src={`/api/captures/${captureId}/page`}
          title={t('page.title', { address: data.finalUrl })}
        />
      )}
    </div>
  )
}

// What alerts have found for the desk, newest first.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Notice } from '../../server/shapes/saved-search.ts'
import { ask } from '../api/ask.ts'
import { noticesQuestion } from '../api/questions.ts'
import { OutletName } from '../inbox/item-row.tsx'
import { Descriptor } from '../parts/descriptor.tsx'
import { PageTitle } from '../parts/page-title.tsx'
import { useNow } from '../shell/now.ts'
import { sayDistance } from '../text/moment.ts'
import { t } from '../text/t.ts'

function NoticeLine({ notice }: { notice: Notice }) {
  const now = useNow()
  const { item } = notice
  return (
    <li className={notice.seen ? 'notice' : 'notice fresh'}>
      <span className="notice-title">
        <PageTitle page={item} />
        <span className="small q2">
          <bdi>{notice.searchName}</bdi> · {sayDistance(notice.foundAt, now)}
        </span>
      </span>
      <span>
        <OutletName outlet={item.outlet} /> <Descriptor statement={item.outlet.descriptor} />
      </span>
    </li>
  )
}

export function Notices({ searchId }: { searchId?: string | undefined }) {
  const client = useQueryClient()
  const { data } = useQuery(noticesQuestion(searchId))
  const newest = data?.notices[0]?.foundAt ?? 0
  const seen = useMutation({
    mutationFn: () =>
      ask('/api/notices/seen', { method: 'POST', body: { until: newest, ...(searchId ? { searchId } : {}) } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['notices'] }),
  })
  if (!data || data.notices.length === 0) return null
  return (
    <section className="sec">
      <h2>
        {t('notice.title')}
        {data.unseen > 0 && (
          <button type="button" className="btn end" disabled={seen.isPending} onClick={() => seen.mutate()}>
            {t('notice.seen', { n: data.unseen })}
          </button>
        )}
      </h2>
      <ol className="notices">
        {data.notices.map((notice) => (
          <NoticeLine key={`${notice.alertId} ${notice.item.id}`} notice={notice} />
        ))}
      </ol>
    </section>
  )
}

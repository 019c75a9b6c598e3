import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { statusQuestion } from '../api/questions.ts'
import { Empty } from '../parts/states.tsx'
import { t } from '../text/t.ts'

/** Why the list is empty, and the one thing to do about it. */
export function InboxEmpty({ filtered }: { filtered: boolean }) {
  const { data } = useQuery(statusQuestion())
  if (filtered) {
    return (
      <Empty>
        <p>{t('inbox.empty.filter')}</p>
        <Link className="btn" to="/">
          {t('inbox.empty.dropFilter')}
        </Link>
      </Empty>
    )
  }
  if (data && data.counts.outlets > 0) {
    return (
      <Empty>
        <p>{t('inbox.empty.soon', { n: data.counts.feeds })}</p>
        <Link className="btn" to="/status">
          {t('inbox.empty.progress')}
        </Link>
      </Empty>
    )
  }
  return (
    <Empty>
      <p>{t('inbox.empty.first')}</p>
      <Link className="btn main-act" to="/add">
        {t('outlets.add')}
      </Link>
    </Empty>
  )
}

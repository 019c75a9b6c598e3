import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue } from 'react'
import { itemQuestion } from '../api/questions.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import { t } from '../text/t.ts'
import { LeadPair } from './lead-pair.tsx'

const Article = lazy(() => import('../reader/article.tsx').then((file) => ({ default: file.Article })))

/** The item beside the list, without leaving it. */
export function Peek({ id }: { id: string }) {
  const steady = useDeferredValue(id)
  const { data, error, isError, refetch } = useQuery(itemQuestion(steady))
  return (
    <aside className="peek scroll" aria-label={t('peek.label')}>
      {isError && <Failed error={error} again={() => void refetch()} />}
      {data && (
        <Suspense fallback={<Waiting rows={3} />}>
          <Article item={data} opening={<LeadPair item={data} />} />
        </Suspense>
      )}
    </aside>
  )
}

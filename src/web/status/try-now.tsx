import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, wordsOf } from '../api/ask.ts'
import { Icon } from '../parts/icon.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

type TryNowProps = {
  /** What to POST to, so that it is tried before its time. */
  path: string
  /** What is then said to have been done. */
  deed: string
  /** The noun of the question that is asked anew. */
  anew: 'failures' | 'item'
}

/** For what has failed: asks the desk to try it before its time. */
export function TryNow({ path, deed, anew }: TryNowProps) {
  const client = useQueryClient()
  const again = useMutation({
    mutationFn: () => ask(path, { method: 'POST' }),
    onSuccess: () => {
      sayDeed(deed)
      return client.invalidateQueries({ queryKey: [anew] })
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  return (
    <button type="button" className="btn" disabled={again.isPending} onClick={() => again.mutate()}>
      <Icon name="again" />
      {t('failure.retry')}
    </button>
  )
}

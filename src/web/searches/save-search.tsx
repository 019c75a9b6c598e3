// Keeping the query that is shown, and asking to be told when it finds something new.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { SavedSearch } from '../../server/shapes/saved-search.ts'
import { ask } from '../api/ask.ts'
import { searchesQuestion, type SearchOrder } from '../api/questions.ts'
import { useSend } from '../edits/use-send.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

/** The saved search of this very query, if there is one. */
export function useSaved(query: string): SavedSearch | null {
  const { data } = useQuery(searchesQuestion())
  return data?.searches.find((search) => search.query === query.trim()) ?? null
}

function SaveForm({ query, order, onDone }: { query: string; order: SearchOrder; onDone: () => void }) {
  const client = useQueryClient()
  const { send, busy, problem } = useSend()
  const anew = () => client.invalidateQueries({ queryKey: ['searches'] })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
    const words = t('saved.did', { name })
    const sent = await send<SavedSearch>({
      method: 'POST',
      path: '/api/searches',
      body: { name, query: query.trim(), order },
      words,
    })
    if (sent === null) return
    if (sent.kind === 'kept') sayDeed(words)
    else {
      const { id, version } = sent.answer
      sayDeed(words, () => ask(`/api/searches/${id}?version=${version}`, { method: 'DELETE' }).then(anew))
    }
    await anew()
    onDone()
  }
  return (
    <form
      className="save-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <label>
        {t('saved.name')}{' '}
        <input name="name" dir="auto" required autoFocus maxLength={200} defaultValue={query.slice(0, 60)} />
      </label>
      <button type="submit" className="btn main-act" disabled={busy}>
        {t('act.save')}
      </button>
      <button type="button" className="btn" onClick={onDone}>
        {t('act.cancel')}
      </button>
      {problem !== null && <Failed error={problem} />}
    </form>
  )
}

export function SaveSearch({ query, order }: { query: string; order: SearchOrder }) {
  const saved = useSaved(query)
  const [naming, setNaming] = useState(false)
  if (query.trim() === '') return null
  if (saved)
    return (
      <Link className="btn" to="/searches" search={{ id: saved.id }}>
        <Icon name={saved.alerts.length > 0 ? 'bell' : 'bookmark'} />
        <span className="wide">{t('saved.alerts', { n: saved.alerts.length })}</span>
        <span className="unseen narrow">{t('saved.alerts', { n: saved.alerts.length })}</span>
      </Link>
    )
  if (naming) return <SaveForm query={query} order={order} onDone={() => setNaming(false)} />
  return (
    <button type="button" className="btn" onClick={() => setNaming(true)}>
      <Icon name="bookmark" />
      <span className="wide">{t('saved.save')}</span>
      <span className="unseen narrow">{t('saved.save')}</span>
    </button>
  )
}

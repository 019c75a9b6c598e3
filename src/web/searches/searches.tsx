// Saved searches, the alerts that watch them, and what the alerts have found.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { SavedSearch } from '../../server/shapes/saved-search.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { searchesQuestion } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { searchesRoute } from '../shell/route-ids.ts'
import { t } from '../text/t.ts'
import { AlertForm } from './alert-form.tsx'
import { AlertLine } from './alert-line.tsx'
import { Notices } from './notices.tsx'

function Secret({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className="preview" role="status">
      <p>{t('alert.secret')}</p>
      <p className="mono wrap">
        <bdi dir="ltr">{secret}</bdi>
      </p>
      <p>
        <button type="button" className="btn" onClick={onClose}>
          {t('alert.secret.kept')}
        </button>
      </p>
    </div>
  )
}

function OneSearch({ search, mailProblem, open }: { search: SavedSearch; mailProblem: string | null; open: boolean }) {
  const client = useQueryClient()
  const [adding, setAdding] = useState(open && search.alerts.length === 0)
  const [secret, setSecret] = useState<string | null>(null)
  const anew = () => client.invalidateQueries({ queryKey: ['searches'] })
  const remove = useMutation({
    mutationFn: () => ask(`/api/searches/${search.id}?version=${search.version}`, { method: 'DELETE' }),
    onSuccess: () => {
      const { name, query, order } = search
      sayDeed(t('saved.did.removed', { name }), () =>
        ask('/api/searches', { method: 'POST', body: { name, query, order } }).then(anew),
      )
      return anew()
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  return (
    <section className="sec saved" aria-label={search.name}>
      <h2>
        <Link to="/search" search={{ q: search.query, ...(search.order === 'newest' ? {} : { order: search.order }) }}>
          <bdi>{showControls(search.name)}</bdi>
        </Link>
        <bdi className="mono q2 clip">{search.query}</bdi>
        <span className="end act-line">
          <button type="button" className="btn" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <Icon name="bell" />
            {t('alert.new')}
          </button>
          <button
            type="button"
            className="btn"
            aria-label={t('saved.remove', { name: search.name })}
            onClick={() => remove.mutate()}
          >
            <Icon name="trash" />
          </button>
        </span>
      </h2>
      {secret !== null && <Secret secret={secret} onClose={() => setSecret(null)} />}
      {adding && <AlertForm search={search} mailProblem={mailProblem} onSecret={setSecret} />}
      <ul className="lines">
        {search.alerts.map((alert) => (
          <AlertLine key={alert.id} alert={alert} />
        ))}
      </ul>
      {search.alerts.length === 0 && !adding && <p className="q small">{t('alert.none')}</p>}
    </section>
  )
}

export function Searches() {
  const { id } = searchesRoute.useSearch()
  const { data, error, isPending, refetch } = useQuery(searchesQuestion())
  useTitle(t('place.searches'))
  const searches = data?.searches ?? []
  const shown = id === undefined ? searches : searches.filter((search) => search.id === id)
  return (
    <div className="screen">
      <header className="bar">
        <h1>{t('place.searches')}</h1>
        {id !== undefined && (
          <Link className="btn" to="/searches">
            {t('filter.all')}
          </Link>
        )}
      </header>
      <NoteLine />
      <div className="scroll sheet-ground">
        {isPending && <Waiting />}
        {error && !data && <Failed error={error} again={() => void refetch()} />}
        {data && shown.length === 0 && (
          <Empty>
            <p>{t('saved.none')}</p>
            <Link className="btn" to="/search">
              {t('place.search')}
            </Link>
          </Empty>
        )}
        {shown.map((search) => (
          <OneSearch key={search.id} search={search} mailProblem={data?.mailProblem ?? null} open={search.id === id} />
        ))}
        <Notices searchId={id} />
      </div>
      <KeyLine />
    </div>
  )
}

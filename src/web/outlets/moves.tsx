// What was merged into this outlet or split from it, each with its way back.

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OutletMove } from '../../server/shapes/outlet-move.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { outletMovesQuestion } from '../api/questions.ts'
import { Outside, showControls } from '../parts/outside.tsx'
import { sayWords } from '../shell/deeds.ts'
import { sayDay } from '../text/moment.ts'
import { Say } from '../text/say.tsx'
import { t } from '../text/t.ts'

function MoveLine({ move }: { move: OutletMove }) {
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => ask(`/api/outlet-moves/${move.id}/undo`, { method: 'POST', body: {} }),
    onSuccess: () => {
      sayWords(t('deed.undone', { deed: t(`move.did.${move.kind}`, { from: move.from.name, to: move.to.name }) }))
      return Promise.all(['outlet', 'outlets'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
    },
    onError: (error) => sayWords(wordsOf(error)),
  })
  const parts = {
    from: (
      <Link to="/outlets/$id" params={{ id: move.from.id }}>
        <Outside text={move.from.name} />
      </Link>
    ),
    to: (
      <Link to="/outlets/$id" params={{ id: move.to.id }}>
        <Outside text={move.to.name} />
      </Link>
    ),
  }
  return (
    <li className="small">
      <Say k={`move.did.${move.kind}`} parts={parts} />{' '}
      <span className="q">
        <bdi>{showControls(move.signedBy)}</bdi>, {sayDay(move.at)}
      </span>{' '}
      {move.undone ? (
        <span className="q">· {t('move.undone', { day: sayDay(move.undone.at) })}</span>
      ) : (
        <button type="button" className="link" disabled={undo.isPending} onClick={() => undo.mutate()}>
          {t('act.undo')}
        </button>
      )}
    </li>
  )
}

export function Moves({ outletId }: { outletId: string }) {
  const { data } = useQuery(outletMovesQuestion(outletId))
  if (!data || data.moves.length === 0) return null
  return (
    <section className="sec">
      <h2>{t('move.title')}</h2>
      <ul className="lines">
        {data.moves.map((move) => (
          <MoveLine key={move.id} move={move} />
        ))}
      </ul>
    </section>
  )
}

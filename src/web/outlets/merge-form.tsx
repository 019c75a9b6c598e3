// Taking another outlet into this one: first what would move and what would then be printed, then the deed, with undo.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutletDetail } from '../../server/shapes/outlet.ts'
import type { MergeWish, OutletMoveResult } from '../../server/shapes/outlet-move.ts'
import { ask } from '../api/ask.ts'
import { outletsQuestion } from '../api/questions.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'
import { MovePreview } from './move-preview.tsx'
import { useMove } from './use-move.ts'

export function MergeForm({ outlet, onDone }: { outlet: OutletDetail; onDone: () => void }) {
  const client = useQueryClient()
  const others = (useQuery(outletsQuestion()).data?.outlets ?? []).filter(({ id }) => id !== outlet.id)
  const [fromId, setFromId] = useState('')
  const from = others.find(({ id }) => id === fromId)
  const signedBy = readSignature()
  const wish = (dryRun: boolean): MergeWish => ({
    from: fromId,
    version: outlet.version,
    fromVersion: from?.version ?? 0,
    dryRun,
    ...(signedBy ? { signedBy } : {}),
  })
  const merge = (dryRun: boolean) =>
    ask<OutletMoveResult>(`/api/outlets/${outlet.id}/merges`, { method: 'POST', body: wish(dryRun) })
  const move = useMove(t('move.did.merge', { from: from?.name ?? '', to: outlet.name }), () => {
    void client.invalidateQueries({ queryKey: ['items'] })
    onDone()
  })
  return (
    <form
      className="form statement-form"
      onSubmit={(event) => {
        event.preventDefault()
        void move.look(merge)
      }}
    >
      <p className="q2 small">{t('move.merge.words', { name: outlet.name })}</p>
      <Field label={t('move.from')}>
        {(id) => (
          <select
            id={id}
            required
            autoFocus
            value={fromId}
            onChange={(event) => {
              setFromId(event.target.value)
              move.forget()
            }}
          >
            <option value="">{t('move.choose')}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {other.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {move.problem !== null && <Failed error={move.problem} />}
      {move.plan && <MovePreview plan={move.plan} />}
      <p className="act-line">
        {move.plan ? (
          <button type="button" className="btn main-act" disabled={move.busy} onClick={() => void move.make(merge)}>
            {t('move.merge')}
          </button>
        ) : (
          <button type="submit" className="btn main-act" disabled={move.busy || fromId === ''}>
            {t('move.look')}
          </button>
        )}
        <button type="button" className="btn" onClick={onDone}>
          {t('act.cancel')}
        </button>
      </p>
    </form>
  )
}

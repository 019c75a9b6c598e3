// How an outlet stands to others: sister, successor, republisher. Dated, signed, never overwritten.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { OutletDetail, Relation, RelationToAdd } from '../../server/shapes/outlet.ts'
import { ask } from '../api/ask.ts'
import { outletsQuestion } from '../api/questions.ts'
import { useSend } from '../edits/use-send.ts'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { keepSignature } from '../shell/signature.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { EvidenceFields, evidenceOf } from './evidence-fields.tsx'
import { ReviewActs, ReviewMark } from './review.tsx'
import { EvidenceOf, Validity } from './statements.tsx'

const kinds = ['sister', 'successor', 'republishes'] as const

function RelationLine({ relation, outletId }: { relation: Relation; outletId: string }) {
  const isFrom = relation.from.id === outletId
  const other = isFrom ? relation.to : relation.from
  const name = t(`relation.${isFrom ? 'from' : 'to'}.${relation.kind}`)
  const withdrawn = relation.review?.verdict === 'withdrawn'
  return (
    <tr className={withdrawn ? 'old withdrawn' : ''}>
      <td>{name}</td>
      <td>
        <Link to="/outlets/$id" params={{ id: other.id }}>
          <Outside text={other.name} />
        </Link>
      </td>
      <td>
        <Validity stated={relation} />
      </td>
      <td>
        <bdi>{showControls(relation.signedBy)}</bdi>, {sayDay(relation.signedAt)}
      </td>
      <td>
        <EvidenceOf stated={relation} />
      </td>
      <td>
        <ReviewMark review={relation.review} />{' '}
        {!withdrawn && (
          <ReviewActs path={`/api/relations/${relation.id}`} name={`${name} ${other.name}`} outletId={outletId} />
        )}
      </td>
    </tr>
  )
}

function RelationForm({ outletId, onDone }: { outletId: string; onDone: () => void }) {
  const client = useQueryClient()
  const outlets = useQuery(outletsQuestion()).data?.outlets ?? []
  const { send, busy, problem } = useSend()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const kind = kinds.find((each) => each === form.get('kind')) ?? 'sister'
    const to = String(form.get('to') ?? '')
    const body: RelationToAdd = { kind, to, ...evidenceOf(form) }
    if (body.signedBy) keepSignature(body.signedBy)
    const name = outlets.find(({ id }) => id === to)?.name ?? ''
    const words = t('relation.did', { kind: t(`relation.from.${kind}`), name })
    const sent = await send<Relation>({ method: 'POST', path: `/api/outlets/${outletId}/relations`, body, words })
    if (sent === null) return
    const anew = () => client.invalidateQueries({ queryKey: ['outlet'] })
    if (sent.kind === 'kept') sayDeed(words)
    else {
      const path = `/api/relations/${sent.answer.id}/reviews`
      sayDeed(words, () =>
        ask(path, { method: 'POST', body: { verdict: 'withdrawn', note: t('statement.undone') } }).then(anew),
      )
    }
    await anew()
    onDone()
  }
  return (
    <form className="form statement-form" onSubmit={(event) => void submit(event)}>
      <div className="form-cols">
        <Field label={t('relation.title')}>
          {(id) => (
            <select id={id} name="kind" autoFocus>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`relation.from.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('filter.outlet')}>
          {(id) => (
            <select id={id} name="to" required>
              {outlets
                .filter((outlet) => outlet.id !== outletId)
                .map((outlet) => (
                  <option key={outlet.id} value={outlet.id}>
                    {outlet.name}
                  </option>
                ))}
            </select>
          )}
        </Field>
        <EvidenceFields />
      </div>
      {problem !== null && <Failed error={problem} />}
      <FormActs act={t('relation.sign')} busy={busy} onCancel={onDone} />
    </form>
  )
}

export function Relations({ outlet }: { outlet: OutletDetail }) {
  const [adding, setAdding] = useState(false)
  const { relations } = outlet
  return (
    <section aria-label={t('relation.plural')}>
      <h3 className="part-head">
        {t('relation.plural')}
        <button type="button" className="btn bare end" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          <Icon name="add" />
          {t('relation.add')}
        </button>
      </h3>
      {adding && <RelationForm outletId={outlet.id} onDone={() => setAdding(false)} />}
      {relations.length === 0 && !adding && <p className="part-none q">{t('relation.none')}</p>}
      {relations.length > 0 && (
        <table className="reg statements">
          <thead className="unseen">
            <tr>
              <th>{t('relation.title')}</th>
              <th>{t('filter.outlet')}</th>
              <th>{t('statement.valid')}</th>
              <th>{t('statement.signature')}</th>
              <th>{t('statement.evidence')}</th>
              <th>{t('review.title')}</th>
            </tr>
          </thead>
          <tbody>
            {relations.map((relation) => (
              <RelationLine key={relation.id} relation={relation} outletId={outlet.id} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

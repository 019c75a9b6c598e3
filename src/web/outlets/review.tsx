// What another person says of a statement or a relation. It is added; the statement itself stays.

import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Review as ReviewRecord, ReviewToAdd } from '../../server/shapes/outlet.ts'
import { useSend } from '../edits/use-send.ts'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

const verdicts = ['confirmed', 'disputed', 'withdrawn'] as const
const looks: Readonly<Record<ReviewRecord['verdict'], { icon: IconName; hue: string }>> = {
  confirmed: { icon: 'tick', hue: 'good' },
  disputed: { icon: 'differs', hue: 'warn' },
  withdrawn: { icon: 'cross', hue: 'q' },
}

export function ReviewMark({ review }: { review: ReviewRecord | null }) {
  if (review === null) return <span className="chip un">{t('statement.unreviewed')}</span>
  const { icon, hue } = looks[review.verdict]
  return (
    <span>
      <span className={`st ${hue}`}>
        <Icon name={icon} />
        {t(`review.${review.verdict}`)}
      </span>{' '}
      <span className="small q">
        <bdi>{showControls(review.signedBy)}</bdi>, {sayDay(review.signedAt)}
      </span>
      {review.note && (
        <span className="small q2 block-line">
          <bdi>{showControls(review.note)}</bdi>
        </span>
      )}
    </span>
  )
}

type ReviewProps = {
  /** Of the statement or relation, without `/reviews`. */
  path: string
  /** What is reviewed, in words. */
  name: string
  outletId: string
}

/** The acts of reviewing, behind one button a line. */
export function ReviewActs({ path, name, outletId }: ReviewProps) {
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const { send, busy, problem } = useSend()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const verdict = verdicts.find((each) => each === form.get('verdict')) ?? 'confirmed'
    const note = String(form.get('note') ?? '').trim()
    const signedBy = readSignature()
    const body: ReviewToAdd = { verdict, note: note || null, ...(signedBy ? { signedBy } : {}) }
    const words = t('review.did', { name, verdict: t(`review.${verdict}`) })
    const sent = await send({ method: 'POST', path: `${path}/reviews`, body, words })
    if (sent === null) return
    setOpen(false)
    sayDeed(words)
    await client.invalidateQueries({ queryKey: ['outlet', outletId] })
  }
  if (!open)
    return (
      <button type="button" className="link small" onClick={() => setOpen(true)} aria-label={t('review.of', { name })}>
        {t('review.act')}
      </button>
    )
  return (
    <form className="review-form" onSubmit={(event) => void submit(event)}>
      <Field label={t('review.verdict')}>
        {(id) => (
          <select id={id} name="verdict" autoFocus>
            {verdicts.map((verdict) => (
              <option key={verdict} value={verdict}>
                {t(`review.${verdict}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('review.note')}>{(id) => <input id={id} name="note" dir="auto" maxLength={2000} />}</Field>
      {problem !== null && <Failed error={problem} />}
      <FormActs act={t('review.sign')} busy={busy} onCancel={() => setOpen(false)} />
    </form>
  )
}

// How the outlet is collected: our side of the bargain, changed under its version, with its history.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { Policy, PolicyRecord, PolicyWish } from '../../server/shapes/policy.ts'
import { ask } from '../api/ask.ts'
import { policyQuestion } from '../api/questions.ts'
import { useSend } from '../edits/use-send.ts'
import { Conflict, conflictOf } from '../parts/conflict.tsx'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { showControls } from '../parts/outside.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'

function hoursWords(hours: Policy['hours']): string {
  return hours === null
    ? t('policy.hours.any')
    : t('policy.hours.words', { from: `${hours.from}`, until: `${hours.until}`, zone: hours.timeZone })
}

/** A policy as words, one for each of its fields. */
function wordsOf(policy: Policy): Record<keyof Policy, string> {
  return {
    paceSeconds:
      policy.paceSeconds === null ? t('policy.pace.desk') : t('policy.pace.words', { n: String(policy.paceSeconds) }),
    hours: hoursWords(policy.hours),
    textFrom: t(`policy.text.${policy.textFrom}`),
    images: t(`policy.images.${policy.images}`),
    translate: t(`policy.translate.${policy.translate}`),
    conditionalGet: t(policy.conditionalGet ? 'policy.conditional.on' : 'policy.conditional.off'),
    userAgent: policy.userAgent ?? t('policy.agent.desk'),
    proxy: policy.proxy ?? t('policy.proxy.none'),
  }
}

const fields = [
  'paceSeconds',
  'hours',
  'textFrom',
  'images',
  'translate',
  'conditionalGet',
  'userAgent',
  'proxy',
] as const
const translateWays = ['desk', 'always', 'never'] as const
const fieldNames = () => Object.fromEntries(fields.map((field) => [field, t(`policy.field.${field}`)]))

function readForm(form: FormData): Policy {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const [from, until] = [text('from'), text('until')]
  return {
    paceSeconds: text('pace') === '' ? null : Number(text('pace')),
    hours:
      from === '' || until === ''
        ? null
        : { from: Number(from), until: Number(until), timeZone: text('timeZone') || 'UTC' },
    userAgent: text('userAgent') || null,
    proxy: text('proxy') || null,
    conditionalGet: form.get('conditional') === 'on',
    textFrom: text('textFrom') === 'feed' ? 'feed' : 'page',
    images: text('images') === 'lead' ? 'lead' : 'none',
    translate: translateWays.find((way) => way === text('translate')) ?? 'desk',
  }
}

function Fields({ policy }: { policy: Policy }) {
  return (
    <div className="form-cols">
      <Field label={t('policy.pace')} hint={t('policy.pace.hint')}>
        {(id) => (
          <input
            id={id}
            name="pace"
            type="number"
            min="0.1"
            max="3600"
            step="0.1"
            defaultValue={policy.paceSeconds ?? ''}
          />
        )}
      </Field>
      <Field label={t('policy.text')} hint={t('policy.text.hint')}>
        {(id) => (
          <select id={id} name="textFrom" defaultValue={policy.textFrom}>
            <option value="page">{t('policy.text.page')}</option>
            <option value="feed">{t('policy.text.feed')}</option>
          </select>
        )}
      </Field>
      <Field label={t('policy.images')}>
        {(id) => (
          <select id={id} name="images" defaultValue={policy.images}>
            <option value="none">{t('policy.images.none')}</option>
            <option value="lead">{t('policy.images.lead')}</option>
          </select>
        )}
      </Field>
      <Field label={t('policy.translate')} hint={t('policy.translate.hint')}>
        {(id) => (
          <select id={id} name="translate" defaultValue={policy.translate}>
            {translateWays.map((way) => (
              <option key={way} value={way}>
                {t(`policy.translate.${way}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('policy.hours.from')} hint={t('policy.hours.hint')}>
        {(id) => <input id={id} name="from" type="number" min="0" max="23" defaultValue={policy.hours?.from ?? ''} />}
      </Field>
      <Field label={t('policy.hours.until')}>
        {(id) => <input id={id} name="until" type="number" min="0" max="24" defaultValue={policy.hours?.until ?? ''} />}
      </Field>
      <Field label={t('policy.hours.zone')}>
        {(id) => (
          <input id={id} name="timeZone" dir="ltr" placeholder="UTC" defaultValue={policy.hours?.timeZone ?? ''} />
        )}
      </Field>
      <Field label={t('policy.agent')} hint={t('policy.agent.hint')}>
        {(id) => (
          <input
            id={id}
            name="userAgent"
            dir="ltr"
            className="mono"
            maxLength={300}
            defaultValue={policy.userAgent ?? ''}
          />
        )}
      </Field>
      <Field label={t('policy.proxy')} hint={t('policy.proxy.hint')}>
        {(id) => (
          <input id={id} name="proxy" type="url" dir="ltr" defaultValue={policy.proxy ?? ''} placeholder="http://" />
        )}
      </Field>
      <label className="check">
        <input type="checkbox" name="conditional" defaultChecked={policy.conditionalGet} />
        {t('policy.conditional')}
      </label>
    </div>
  )
}

function PolicyForm({ record, onDone }: { record: PolicyRecord; onDone: () => void }) {
  const client = useQueryClient()
  const { send, busy, problem, forget } = useSend()
  const [begin, setBegin] = useState({ policy: record.policy, version: record.version })
  const [yours, setYours] = useState<Policy | null>(null)
  const path = `/api/outlets/${record.outletId}/policy`
  const anew = () => client.invalidateQueries({ queryKey: ['outlet', record.outletId, 'policy'] })
  const signedBy = readSignature()
  const wish = (policy: Policy, version: number): PolicyWish => ({ version, policy, ...(signedBy ? { signedBy } : {}) })
  const save = async (policy: Policy, version: number) => {
    const words = t('policy.did')
    const sent = await send<PolicyRecord>({ method: 'PUT', path, body: wish(policy, version), words })
    if (sent === null) return setYours(policy)
    if (sent.kind === 'kept') sayDeed(words)
    else {
      const back = wish(record.policy, sent.answer.version)
      sayDeed(words, () => ask(path, { method: 'PUT', body: back }).then(anew))
    }
    await anew()
    onDone()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(readForm(new FormData(event.currentTarget)), begin.version)
  }
  const now = conflictOf(problem) as PolicyRecord | null
  return (
    <form key={begin.version} className="form policy-form" onSubmit={submit}>
      <Fields policy={begin.policy} />
      {now && yours && (
        <Conflict
          now={wordsOf(now.policy)}
          yours={wordsOf(yours)}
          names={fieldNames()}
          onTheirs={() => {
            setBegin({ policy: now.policy, version: now.version })
            forget()
          }}
          onMine={() => void save(yours, now.version)}
        />
      )}
      {problem !== null && !now && <Failed error={problem} />}
      <FormActs act={t('act.save')} busy={busy} onCancel={onDone} />
    </form>
  )
}

function History({ record }: { record: PolicyRecord }) {
  if (record.history.length === 0) return null
  return (
    <details className="fold">
      <summary>{t('policy.history', { n: record.history.length })}</summary>
      <ul className="lines small">
        {record.history.map((each) => (
          <li key={each.version}>
            {sayDay(each.signedAt)}, <bdi>{showControls(each.signedBy)}</bdi>:{' '}
            <span className="q2">{Object.values(wordsOf(each.policy)).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function CollectionPolicy({ outletId }: { outletId: string }) {
  const { data } = useQuery(policyQuestion(outletId))
  const [changing, setChanging] = useState(false)
  if (!data) return null
  const words = wordsOf(data.policy)
  return (
    <section className="sec policy">
      <h2>
        {t('policy.title')}
        <button
          type="button"
          className="link end small"
          aria-expanded={changing}
          onClick={() => setChanging(!changing)}
        >
          {t('policy.change')}
        </button>
      </h2>
      {changing ? (
        <PolicyForm record={data} onDone={() => setChanging(false)} />
      ) : (
        <dl className="kv">
          {fields.map((field) => (
            <div key={field} className="pair">
              <dt>{t(`policy.field.${field}`)}</dt>
              <dd>
                <bdi>{showControls(words[field])}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {data.signedBy !== null && data.signedAt !== null && (
        <p className="small q">{t('statement.signed', { who: data.signedBy, day: sayDay(data.signedAt) })}</p>
      )}
      <History record={data} />
    </section>
  )
}

// A new alert: where it speaks and how often.

import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { AlertMade, AlertToAdd, SavedSearch } from '../../server/shapes/saved-search.ts'
import { ask } from '../api/ask.ts'
import { useSend } from '../edits/use-send.ts'
import { Field } from '../parts/field.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

const channels = ['desk', 'email', 'webhook'] as const
const digests = ['at-once', 'hourly', 'daily'] as const
type ChannelKind = (typeof channels)[number]
type DigestKind = (typeof digests)[number]

const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

function readForm(form: FormData, channel: ChannelKind, digest: DigestKind): AlertToAdd {
  const to = String(form.get('to') ?? '').trim()
  return {
    channel:
      channel === 'email'
        ? { kind: 'email', to }
        : channel === 'webhook'
          ? { kind: 'webhook', url: to }
          : { kind: 'desk' },
    digest:
      digest === 'daily' ? { kind: 'daily', hour: Number(form.get('hour') ?? 7), timeZone: zone() } : { kind: digest },
  }
}

type AlertFormProps = {
  search: SavedSearch
  mailProblem: string | null
  /** A webhook's signing secret, shown this once. */
  onSecret: (secret: string) => void
}

export function AlertForm({ search, mailProblem, onSecret }: AlertFormProps) {
  const client = useQueryClient()
  const [channel, setChannel] = useState<ChannelKind>('desk')
  const [digest, setDigest] = useState<DigestKind>('at-once')
  const { send, busy, problem } = useSend()
  const anew = () => client.invalidateQueries({ queryKey: ['searches'] })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = readForm(new FormData(event.currentTarget), channel, digest)
    const words = t('alert.did', { name: search.name })
    const sent = await send<AlertMade>({ method: 'POST', path: `/api/searches/${search.id}/alerts`, body, words })
    if (sent === null) return
    if (sent.kind === 'kept') sayDeed(words)
    else {
      const { id, version, secret } = sent.answer
      if (secret !== null) onSecret(secret)
      sayDeed(words, () => ask(`/api/alerts/${id}?version=${version}`, { method: 'DELETE' }).then(anew))
    }
    await anew()
  }
  return (
    <form className="alert-form" onSubmit={(event) => void submit(event)}>
      <Field label={t('alert.channel')}>
        {(id) => (
          <select
            id={id}
            value={channel}
            onChange={(event) => setChannel(channels.find((each) => each === event.target.value) ?? 'desk')}
          >
            {channels.map((each) => (
              <option key={each} value={each} disabled={each === 'email' && mailProblem !== null}>
                {t(`alert.channel.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {channel !== 'desk' && (
        <Field label={t(`alert.to.${channel}`)}>
          {(id) => <input id={id} name="to" dir="ltr" type={channel === 'email' ? 'email' : 'url'} required />}
        </Field>
      )}
      <Field label={t('alert.digest')}>
        {(id) => (
          <select
            id={id}
            value={digest}
            onChange={(event) => setDigest(digests.find((each) => each === event.target.value) ?? 'at-once')}
          >
            {digests.map((each) => (
              <option key={each} value={each}>
                {t(`alert.digest.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {digest === 'daily' && (
        <Field label={t('alert.hour', { zone: zone() })}>
          {(id) => <input id={id} name="hour" type="number" min="0" max="23" defaultValue="7" required />}
        </Field>
      )}
      <button type="submit" className="btn main-act" disabled={busy}>
        {t('alert.add')}
      </button>
      {mailProblem !== null && (
        <p className="small q whole-line">
          {t('alert.noMail')} <bdi>{mailProblem}</bdi>
        </p>
      )}
      {problem !== null && <Failed error={problem} />}
    </form>
  )
}

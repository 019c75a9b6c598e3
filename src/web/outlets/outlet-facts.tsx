// The plain facts of an outlet, changed under its version: nobody's change is overwritten unseen.

import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { OutletChange, OutletDetail, OutletRecord } from '../../server/shapes/outlet.ts'
import { ask } from '../api/ask.ts'
import { useSend } from '../edits/use-send.ts'
import { Conflict, conflictOf } from '../parts/conflict.tsx'
import { Field } from '../parts/field.tsx'
import { FormActs } from '../parts/form-acts.tsx'
import { Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

type Facts = Omit<OutletChange, 'version'>

const listOf = (text: string) =>
  text
    .split(/[\s,;،]+/u)
    .map((each) => each.trim())
    .filter(Boolean)

function readForm(form: FormData): Facts {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    name: text('name'),
    nameAsPrinted: text('nameAsPrinted') || null,
    homepage: text('homepage'),
    domains: listOf(text('domains')),
    languages: listOf(text('languages')),
    country: text('country').toUpperCase() || null,
  }
}

const factsOf = (outlet: OutletRecord): Facts => ({
  name: outlet.name,
  nameAsPrinted: outlet.nameAsPrinted,
  homepage: outlet.homepage,
  domains: outlet.domains,
  languages: outlet.languages,
  country: outlet.country,
})

export function OutletFacts({ outlet, onDone }: { outlet: OutletDetail; onDone: () => void }) {
  const client = useQueryClient()
  const { send, busy, problem, forget } = useSend()
  const [begin, setBegin] = useState<OutletRecord>(outlet)
  const [yours, setYours] = useState<Facts | null>(null)
  const names = {
    name: t('outlets.name'),
    nameAsPrinted: t('outlet.asPrinted'),
    homepage: t('outlet.homepage'),
    domains: t('outlet.domains'),
    languages: t('outlets.languages'),
    country: t('filter.country'),
  }
  const anew = () => Promise.all(['outlet', 'outlets'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  const path = `/api/outlets/${outlet.id}`

  const save = async (facts: Facts, version: number) => {
    const words = t('outlet.did.changed', { name: facts.name ?? outlet.name })
    const sent = await send<OutletRecord>({ method: 'PATCH', path, body: { version, ...facts }, words })
    if (sent === null) return setYours(facts)
    if (sent.kind === 'kept') sayDeed(words)
    else {
      const back = { version: sent.answer.version, ...factsOf(outlet) }
      sayDeed(words, () => ask(path, { method: 'PATCH', body: back }).then(anew))
    }
    await anew()
    onDone()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void save(readForm(new FormData(event.currentTarget)), begin.version)
  }
  const now = conflictOf(problem)

  return (
    <form key={begin.version} className="form statement-form" onSubmit={submit}>
      <div className="form-cols">
        <Field label={names.name}>
          {(id) => (
            <input id={id} name="name" dir="auto" required autoFocus defaultValue={begin.name} maxLength={300} />
          )}
        </Field>
        <Field label={names.nameAsPrinted} hint={t('outlet.asPrinted.hint')}>
          {(id) => (
            <input id={id} name="nameAsPrinted" dir="auto" defaultValue={begin.nameAsPrinted ?? ''} maxLength={300} />
          )}
        </Field>
        <Field label={names.homepage}>
          {(id) => <input id={id} name="homepage" type="url" dir="ltr" required defaultValue={begin.homepage} />}
        </Field>
        <Field label={names.domains} hint={t('outlet.domains.hint')}>
          {(id) => <input id={id} name="domains" dir="ltr" required defaultValue={begin.domains.join(', ')} />}
        </Field>
        <Field label={names.languages} hint={t('outlet.languages.hint')}>
          {(id) => <input id={id} name="languages" dir="ltr" defaultValue={begin.languages.join(', ')} />}
        </Field>
        <Field label={names.country} hint={t('outlet.country.hint')}>
          {(id) => (
            <input
              id={id}
              name="country"
              dir="ltr"
              maxLength={2}
              pattern="[A-Za-z]{2}"
              defaultValue={begin.country ?? ''}
            />
          )}
        </Field>
      </div>
      {now && yours && (
        <Conflict
          now={now}
          yours={yours}
          names={names}
          onTheirs={() => {
            setBegin({ ...outlet, ...(now as Partial<OutletRecord>) })
            forget()
          }}
          onMine={() => void save(yours, Number(now['version']))}
        />
      )}
      {problem !== null && !now && <Failed error={problem} />}
      <FormActs act={t('act.save')} busy={busy} onCancel={onDone} />
    </form>
  )
}

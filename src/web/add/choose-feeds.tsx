import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { Discovery, FoundFeed } from '../../server/shapes/discovery.ts'
import type { OutletRow, OutletToAdd } from '../../server/shapes/outlet.ts'
import { ask } from '../api/ask.ts'
import { Field } from '../parts/field.tsx'
import { Empty, Failed } from '../parts/states.tsx'
import { sayDeed } from '../shell/deeds.ts'
import { languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { FoundFeedLine } from './found-feed.tsx'

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address)

function toOutlet(form: FormData, found: Discovery, chosen: readonly FoundFeed[]): OutletToAdd {
  const printed = String(form.get('nameAsPrinted') ?? '').trim()
  return {
    name: String(form.get('name') ?? '').trim(),
    nameAsPrinted: printed || null,
    homepage: found.outlet.homepage,
    languages: found.outlet.languages,
    country: found.outlet.country,
    feeds: chosen.map(({ url, kind, title, selector }) => ({ url, kind, title, selector })),
  }
}

function useAddOutlet() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (body: OutletToAdd) => ask<OutletRow>('/api/outlets', { method: 'POST', body }),
    onSuccess: async (outlet, body) => {
      sayDeed(t('outlet.did.added', { name: outlet.name, n: body.feeds?.length ?? 0 }))
      await client.invalidateQueries({ queryKey: ['outlets'] })
      await navigate({ to: '/outlets/$id', params: { id: outlet.id } })
    },
  })
}

export function ChooseFeeds({ found }: { found: Discovery }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(found.feeds.filter((feed) => feed.recommended && !feed.subscribed).map((feed) => feed.url)),
  )
  const add = useAddOutlet()
  const choose = (url: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, url] : [...chosen].filter((each) => each !== url)))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    add.mutate(
      toOutlet(
        new FormData(event.currentTarget),
        found,
        found.feeds.filter((feed) => chosen.has(feed.url)),
      ),
    )
  }
  return (
    <form className="form found-outlet" onSubmit={submit}>
      <h2>{t('found.title', { address: hostOf(found.address) })}</h2>
      {found.notes.map((note) => (
        <p key={note} className="small warn">
          <bdi>{note}</bdi>
        </p>
      ))}
      <div className="two">
        <Field label={t('outlets.name')} hint={t('found.name.hint')}>
          {(id) => (
            <input id={id} name="name" dir="auto" required defaultValue={found.outlet.name ?? hostOf(found.address)} />
          )}
        </Field>
        <Field label={t('outlet.asPrinted')} hint={t('outlet.asPrinted.hint')}>
          {(id) => <input id={id} name="nameAsPrinted" dir="auto" defaultValue={found.outlet.nameAsPrinted ?? ''} />}
        </Field>
      </div>
      <p className="small q2">
        {found.outlet.languages.length > 0
          ? t('found.languages', { languages: found.outlet.languages.map(languageName).join(', ') })
          : t('outlet.noLanguages')}
      </p>
      {found.feeds.length === 0 ? (
        <Empty>
          <p>{t('found.none')}</p>
        </Empty>
      ) : (
        <fieldset>
          <legend className="b">{t('found.feeds', { n: found.feeds.length })}</legend>
          <ul>
            {found.feeds.map((feed) => (
              <FoundFeedLine
                key={feed.url}
                feed={feed}
                chosen={chosen.has(feed.url)}
                onChoose={(on) => choose(feed.url, on)}
              />
            ))}
          </ul>
        </fieldset>
      )}
      {add.isError && <Failed error={add.error} />}
      <p className="act-line sticky">
        <button type="submit" className="btn main-act" disabled={add.isPending}>
          {t('found.subscribe', { n: chosen.size })}
        </button>
      </p>
    </form>
  )
}

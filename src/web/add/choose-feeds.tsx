// The result of the dry run, with what a person takes from it.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { Discovery } from '../../server/shapes/discovery.ts'
import type { OutletRow } from '../../server/shapes/outlet.ts'
import { outletsQuestion } from '../api/questions.ts'
import { Field } from '../parts/field.tsx'
import { Empty, Failed } from '../parts/states.tsx'
import { languageName } from '../text/languages.ts'
import { Say } from '../text/say.tsx'
import { t } from '../text/t.ts'
import { hostOf, proposeNames, toOutlet, useAddFeeds, useAddOutlet } from './add-found.ts'
import { FoundFeedLine } from './found-feed.tsx'

function Names({ found }: { found: Discovery }) {
  const { name, printed } = proposeNames(found)
  const languages = found.outlet.languages.map(languageName).join(', ')
  return (
    <>
      <div className="two">
        <Field label={t('outlets.name')} hint={t('found.name.hint')}>
          {(id) => <input id={id} name="name" dir="auto" required defaultValue={name} />}
        </Field>
        <Field label={t('outlet.asPrinted')} hint={t('outlet.asPrinted.hint')}>
          {(id) => <input id={id} name="nameAsPrinted" dir="auto" defaultValue={printed} />}
        </Field>
      </div>
      <p className="small q2">{languages ? t('found.languages', { languages }) : t('outlet.noLanguages')}</p>
    </>
  )
}

function KnownOutlet({ outlet }: { outlet: OutletRow }) {
  const link = (
    <Link to="/outlets/$id" params={{ id: outlet.id }}>
      {outlet.name}
    </Link>
  )
  return (
    <p>
      <Say k="found.known" parts={{ name: link }} />
    </p>
  )
}

/** The outlet that has the host already, if one has. */
function useKnown(found: Discovery): OutletRow | undefined {
  const { data } = useQuery(outletsQuestion())
  const host = URL.canParse(found.address) ? new URL(found.address).hostname : ''
  return data?.outlets.find((outlet) => outlet.domains.includes(host))
}

export function ChooseFeeds({ found }: { found: Discovery }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(found.feeds.filter((feed) => feed.recommended && !feed.subscribed).map((feed) => feed.url)),
  )
  const known = useKnown(found)
  const addOutlet = useAddOutlet()
  const addFeeds = useAddFeeds(known)
  const choose = (url: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, url] : [...chosen].filter((each) => each !== url)))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const feeds = found.feeds.filter((feed) => chosen.has(feed.url))
    if (known) addFeeds.mutate(feeds)
    else addOutlet.mutate(toOutlet(new FormData(event.currentTarget), found, feeds))
  }
  const error = addOutlet.error ?? addFeeds.error
  return (
    <form className="form found-outlet" onSubmit={submit}>
      <h2>{t('found.title', { address: hostOf(found.address) })}</h2>
      {found.notes.map((note) => (
        <p key={note} className="small warn">
          <bdi>{note}</bdi>
        </p>
      ))}
      {known ? <KnownOutlet outlet={known} /> : <Names found={found} />}
      {found.feeds.length === 0 && (
        <Empty>
          <p>{t('found.none')}</p>
        </Empty>
      )}
      {found.feeds.length > 0 && (
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
      {error && <Failed error={error} />}
      <p className="act-line sticky">
        <button
          type="submit"
          className="btn main-act"
          disabled={addOutlet.isPending || addFeeds.isPending || (known !== undefined && chosen.size === 0)}
        >
          {t(known ? 'found.addFeeds' : 'found.subscribe', { n: chosen.size })}
        </button>
      </p>
    </form>
  )
}

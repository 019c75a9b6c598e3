// What the excerpts can be narrowed to, each value with how many it would leave.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExcerptFacets } from '../../server/shapes/excerpt.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { languageName } from '../text/languages.ts'
import { count, hasPhrase, t } from '../text/t.ts'
import { NONE, type CollectionFilter } from './collection-filter.ts'
import { collectionFacetsQuestion } from './collection-questions.ts'

type Line = { readonly value: string; readonly name: string; readonly excerpts: number }
type SetFilter = (change: CollectionFilter) => void
type FacetName = Exclude<keyof CollectionFilter, 'q'>

const FEW = 8

const named = (counts: ExcerptFacets['of']['tags'], name: (value: string) => string, none: string): Line[] =>
  counts.map(({ value, excerpts }) =>
    value === null ? { value: NONE, name: none, excerpts } : { value, name: name(value), excerpts },
  )
const asIs = (value: string) => value
const phrase = (prefix: string) => (value: string) => {
  const key = `${prefix}.${value}`
  return hasPhrase(key) ? t(key) : value
}

const linesOf: Readonly<Record<Exclude<FacetName, 'withdrawn'>, (of: ExcerptFacets['of']) => Line[]>> = {
  basket: ({ baskets }) => named(baskets, asIs, t('collection.none.basket')),
  tag: ({ tags }) => named(tags, asIs, ''),
  outlet: ({ outlets }) => outlets.map(({ id, name, excerpts }) => ({ value: id, name, excerpts })),
  language: ({ languages }) => named(languages, languageName, t('language.unknown')),
  translation: ({ translations }) => named(translations, phrase('translation.state'), ''),
  anchoring: ({ anchorings }) => named(anchorings, phrase('excerpt.anchoring'), ''),
  speaker: ({ speakers }) => named(speakers, asIs, t('collection.none.speaker')),
  used: ({ used, unused }) =>
    [
      { value: 'true', name: t('collection.used.true'), excerpts: used },
      { value: 'false', name: t('collection.used.false'), excerpts: unused },
    ].filter(({ excerpts }) => excerpts > 0),
}

/** What a value of a filter is called. */
export function nameOfValue(name: FacetName, value: string, facets: ExcerptFacets | undefined): string {
  if (name === 'withdrawn') return t('collection.withdrawn')
  const line = facets && linesOf[name](facets.of).find((each) => each.value === value)
  if (line) return line.name
  return value === NONE ? t('unknown') : value
}

type FacetProps = { name: FacetName; lines: readonly Line[]; filter: CollectionFilter; onFilter: SetFilter }

function Facet({ name, lines, filter, onFilter }: FacetProps) {
  const [all, setAll] = useState(false)
  const chosen = filter[name]
  if (lines.length === 0 || (lines.length === 1 && chosen === undefined && name !== 'basket' && name !== 'tag'))
    return null
  const first = all ? lines : lines.filter((line, index) => index < FEW || line.value === chosen)
  return (
    <fieldset>
      <legend>{t(`collection.by.${name}`)}</legend>
      {first.map((line) => {
        const on = chosen === line.value
        return (
          <button
            key={line.value}
            type="button"
            role="checkbox"
            aria-checked={on}
            className="fc"
            onClick={() => onFilter({ [name]: on ? undefined : line.value })}
          >
            <span className="box">{on && <Icon name="tick" />}</span>
            <bdi className="clip" title={line.name}>
              {line.name}
            </bdi>
            <span className="c">{count(line.excerpts)}</span>
          </button>
        )
      })}
      {first.length < lines.length && (
        <button type="button" className="link small all-of" onClick={() => setAll(true)}>
          {t('archive.allOf', { n: lines.length })}
        </button>
      )}
    </fieldset>
  )
}

const order = ['basket', 'tag', 'translation', 'anchoring', 'used', 'outlet', 'language', 'speaker'] as const

export function CollectionFacets({ filter, onFilter }: { filter: CollectionFilter; onFilter: SetFilter }) {
  const { data, error, refetch } = useQuery(collectionFacetsQuestion(filter))
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <p className="small q">{t('facet.counting')}</p>
  const withdrawn = filter.withdrawn !== undefined
  return (
    <>
      {order.map((name) => (
        <Facet key={name} name={name} lines={linesOf[name](data.of)} filter={filter} onFilter={onFilter} />
      ))}
      <fieldset>
        <legend>{t('collection.by.withdrawn')}</legend>
        <button
          type="button"
          role="checkbox"
          aria-checked={withdrawn}
          className="fc"
          onClick={() => onFilter({ withdrawn: withdrawn ? undefined : 'only' })}
        >
          <span className="box">{withdrawn && <Icon name="tick" />}</span>
          <span>{t('collection.withdrawn')}</span>
        </button>
      </fieldset>
    </>
  )
}

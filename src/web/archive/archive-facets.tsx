// What the archive can be browsed by, each value with how many articles have it.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleFacets } from '../../server/shapes/article.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { countryName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'
import type { ArchiveFilter } from './archive-filter.ts'
import { facetsQuestion } from './archive-questions.ts'

type Line = { readonly value: string; readonly name: string; readonly count: number }
type SetFilter = (change: ArchiveFilter) => void
type FacetProps = {
  name: keyof ArchiveFilter
  title: PhraseKey
  lines: readonly Line[]
  filter: ArchiveFilter
  onFilter: SetFilter
}

const FEW = 8

function Facet({ name, title, lines, filter, onFilter }: FacetProps) {
  const [all, setAll] = useState(false)
  if (lines.length === 0) return null
  const chosen = filter[name]
  const first = all ? lines : lines.filter((line, index) => index < FEW || line.value === chosen)
  return (
    <fieldset>
      <legend>{t(title)}</legend>
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
            <span className="c">{count(line.count)}</span>
          </button>
        )
      })}
      {first.length < lines.length && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {t('archive.allOf', { n: lines.length })}
        </button>
      )}
    </fieldset>
  )
}

const facetNames = ['kind', 'year', 'issue', 'country', 'author', 'outletKey'] as const
type FacetName = (typeof facetNames)[number]

const linesOf: Readonly<Record<FacetName, (facets: ArticleFacets) => Line[]>> = {
  kind: ({ kinds }) => kinds.map(({ kind, count: n }) => ({ value: kind, name: t(`article.kind.${kind}`), count: n })),
  year: ({ years }) => years.map(({ year, count: n }) => ({ value: String(year), name: String(year), count: n })),
  issue: ({ issues }) => issues.map(({ issue, count: n }) => ({ value: issue, name: sayEdtf(issue), count: n })),
  country: ({ countries }) =>
    countries.map(({ country, count: n }) => ({ value: country, name: countryName(country), count: n })),
  author: ({ authors }) => authors.map(({ author, count: n }) => ({ value: author, name: author, count: n })),
  outletKey: ({ outlets }) => outlets.map(({ key, name, count: n }) => ({ value: key, name, count: n })),
}

/** Counted without its own filter, so that another value can be chosen in its place. */
function CountedFacet({ name, filter, onFilter }: { name: FacetName; filter: ArchiveFilter; onFilter: SetFilter }) {
  const { [name]: _, ...others } = filter
  const { data, error, refetch } = useQuery(facetsQuestion(others))
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <p className="small q">{t('facet.counting')}</p>
  return (
    <Facet name={name} title={`archive.by.${name}`} lines={linesOf[name](data)} filter={filter} onFilter={onFilter} />
  )
}

export function ArchiveFacets({ filter, onFilter }: { filter: ArchiveFilter; onFilter: SetFilter }) {
  return facetNames.map((name) => <CountedFacet key={name} name={name} filter={filter} onFilter={onFilter} />)
}

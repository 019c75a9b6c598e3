// What the archive can be browsed by, each value with how many articles have it.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ArticleFacets } from '../../server/shapes/article.ts'
import { Icon } from '../parts/icon.tsx'
import { Failed } from '../parts/states.tsx'
import { countryName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'
import { citedOutletsQuestion, facetsQuestion, type ArchiveFilter } from './archive-questions.ts'

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

function listLines(facets: ArticleFacets) {
  return {
    kind: facets.kinds.map((each) => ({
      value: each.kind,
      name: t(`article.kind.${each.kind}`),
      count: each.count,
    })),
    year: facets.years.map((each) => ({ value: String(each.year), name: String(each.year), count: each.count })),
    issue: facets.issues.map((each) => ({ value: each.issue, name: sayEdtf(each.issue), count: each.count })),
    country: facets.countries.map((each) => ({
      value: each.country,
      name: countryName(each.country),
      count: each.count,
    })),
    author: facets.authors.map((each) => ({ value: each.author, name: each.author, count: each.count })),
  }
}

export function ArchiveFacets({ filter, onFilter }: { filter: ArchiveFilter; onFilter: SetFilter }) {
  const { data, error, refetch } = useQuery(facetsQuestion())
  const outlets = useQuery(citedOutletsQuestion()).data?.outlets ?? []
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <p className="small q">{t('facet.counting')}</p>
  const lines = listLines(data)
  const cited = outlets.map(({ key, names, sources }) => ({ value: key, name: names[0]?.name ?? key, count: sources }))
  return (
    <>
      {(['kind', 'year', 'issue', 'country', 'author'] as const).map((name) => (
        <Facet
          key={name}
          name={name}
          title={`archive.by.${name}`}
          lines={lines[name]}
          filter={filter}
          onFilter={onFilter}
        />
      ))}
      <Facet name="outletKey" title="archive.by.outletKey" lines={cited} filter={filter} onFilter={onFilter} />
    </>
  )
}

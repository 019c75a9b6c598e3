// What the archive can be browsed by, each value with how many articles have it.

import { useQuery } from '@tanstack/react-query'
import type { ArticleFacets } from '../../server/shapes/article.ts'
import { FacetLines, type FacetLine } from '../parts/facet-lines.tsx'
import { Failed } from '../parts/states.tsx'
import { countryName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'
import type { ArchiveFilter } from './archive-filter.ts'
import { facetsQuestion } from './archive-questions.ts'

type SetFilter = (change: ArchiveFilter) => void

const facetNames = ['kind', 'year', 'issue', 'country', 'author', 'outletKey'] as const
type FacetName = (typeof facetNames)[number]

const linesOf: Readonly<Record<FacetName, (facets: ArticleFacets) => FacetLine[]>> = {
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
  const lines = linesOf[name](data)
  if (lines.length === 0) return null
  return (
    <FacetLines
      title={t(`archive.by.${name}`)}
      lines={lines}
      chosen={filter[name]}
      onChoose={(value) => onFilter({ [name]: value })}
    />
  )
}

export function ArchiveFacets({ filter, onFilter }: { filter: ArchiveFilter; onFilter: SetFilter }) {
  return facetNames.map((name) => <CountedFacet key={name} name={name} filter={filter} onFilter={onFilter} />)
}

// Counts by language and outlet. They come after the hits and never hold them up.

import { useQuery } from '@tanstack/react-query'
import type { SearchCounts } from '../../server/shapes/search.ts'
import { countsQuestion } from '../api/questions.ts'
import { FacetBox, type FacetLine } from '../parts/facet-lines.tsx'
import { languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'
import { hasFilter, takeFilter, toggleFilter, type FilterName } from './query-words.ts'

type FacetProps = {
  title: string
  filter: FilterName
  lines: readonly FacetLine[]
  query: string
  onQuery: (query: string) => void
}

const MOST = 20

function Facet({ title, filter, lines, query, onQuery }: FacetProps) {
  if (lines.length === 0) return null
  return (
    <fieldset>
      <legend>{title}</legend>
      {lines.slice(0, MOST).map((line) => (
        <FacetBox
          key={line.value}
          name={line.name}
          n={line.count}
          isOn={hasFilter(query, filter, line.value)}
          onChange={() => onQuery(toggleFilter(query, filter, line.value))}
        />
      ))}
      {lines.length > MOST && <p className="small q">{t('facet.more', { n: lines.length - MOST })}</p>}
    </fieldset>
  )
}

type FacetsProps = { query: string; ready: boolean; onQuery: (query: string) => void }

/** Each facet counts what would be found without its own filter, so that a second value can be chosen beside the first. */
function useCounts(query: string, filter: FilterName, ready: boolean): SearchCounts | undefined {
  return useQuery({ ...countsQuestion(takeFilter(query, filter).rest), enabled: ready }).data
}

export function Facets({ query, ready, onQuery }: FacetsProps) {
  const byLanguage = useCounts(query, 'lang', ready)
  const byOutlet = useCounts(query, 'outlet', ready)
  if (!byLanguage || !byOutlet) return <p className="small q facets-wait">{t('facet.counting')}</p>
  const languages = byLanguage.languages.map((line) => ({
    value: line.language,
    name: languageName(line.language),
    count: line.count,
  }))
  const outlets = byOutlet.outlets.map((line) => ({ value: line.name, name: line.name, count: line.count }))
  return (
    <>
      <Facet title={t('filter.language')} filter="lang" lines={languages} query={query} onQuery={onQuery} />
      <Facet title={t('filter.outlet')} filter="outlet" lines={outlets} query={query} onQuery={onQuery} />
    </>
  )
}

// What the excerpts can be narrowed to, each value with how many it would leave.

import { useQuery } from '@tanstack/react-query'
import type { ExcerptFacets } from '../../server/shapes/excerpt-filter.ts'
import { FacetBox, FacetLines, type FacetLine } from '../parts/facet-lines.tsx'
import { Failed } from '../parts/states.tsx'
import { languageName } from '../text/languages.ts'
import { hasPhrase, t } from '../text/t.ts'
import { NONE, type CollectionFilter } from './collection-filter.ts'
import { collectionFacetsQuestion } from './collection-questions.ts'

type SetFilter = (change: CollectionFilter) => void
type FacetName = Exclude<keyof CollectionFilter, 'q'>

const named = (counts: ExcerptFacets['of']['tags'], name: (value: string) => string, none: string): FacetLine[] =>
  counts.map(({ value, excerpts }) =>
    value === null ? { value: NONE, name: none, count: excerpts } : { value, name: name(value), count: excerpts },
  )
const asIs = (value: string) => value
const phrase = (prefix: string) => (value: string) => {
  const key = `${prefix}.${value}`
  return hasPhrase(key) ? t(key) : value
}

const linesOf: Readonly<Record<Exclude<FacetName, 'withdrawn'>, (of: ExcerptFacets['of']) => FacetLine[]>> = {
  basket: ({ baskets }) => named(baskets, asIs, t('collection.none.basket')),
  tag: ({ tags }) => named(tags, asIs, ''),
  outlet: ({ outlets }) => outlets.map(({ id, name, excerpts }) => ({ value: id, name, count: excerpts })),
  language: ({ languages }) => named(languages, languageName, t('language.unknown')),
  translation: ({ translations }) => named(translations, phrase('translation.state'), ''),
  anchoring: ({ anchorings }) => named(anchorings, phrase('excerpt.anchoring'), ''),
  speaker: ({ speakers }) => named(speakers, asIs, t('collection.none.speaker')),
  used: ({ used, unused }) =>
    [
      { value: 'true', name: t('collection.used.true'), count: used },
      { value: 'false', name: t('collection.used.false'), count: unused },
    ].filter(({ count }) => count > 0),
}

/** What a value of a filter is called. */
export function nameOfValue(name: FacetName, value: string, facets: ExcerptFacets | undefined): string {
  if (name === 'withdrawn') return t('collection.withdrawn')
  const line = facets && linesOf[name](facets.of).find((each) => each.value === value)
  if (line) return line.name
  return value === NONE ? t('unknown') : value
}

/** A single value says nothing, unless it is chosen, or is a label that people gave. */
function isTold(name: FacetName, lines: readonly FacetLine[], chosen: string | undefined): boolean {
  if (lines.length === 1) return chosen !== undefined || name === 'basket' || name === 'tag'
  return lines.length > 0
}

const order = ['basket', 'tag', 'translation', 'anchoring', 'used', 'outlet', 'language', 'speaker'] as const

export function CollectionFacets({ filter, onFilter }: { filter: CollectionFilter; onFilter: SetFilter }) {
  const { data, error, refetch } = useQuery(collectionFacetsQuestion(filter))
  if (error && !data) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <p className="small q">{t('facet.counting')}</p>
  return (
    <>
      {order.map((name) => {
        const lines = linesOf[name](data.of)
        if (!isTold(name, lines, filter[name])) return null
        return (
          <FacetLines
            key={name}
            title={t(`collection.by.${name}`)}
            lines={lines}
            chosen={filter[name]}
            onChoose={(value) => onFilter({ [name]: value })}
          />
        )
      })}
      <fieldset>
        <legend>{t('collection.by.withdrawn')}</legend>
        <FacetBox
          name={t('collection.withdrawn')}
          isOn={filter.withdrawn !== undefined}
          onChange={(isOn) => onFilter({ withdrawn: isOn ? 'only' : undefined })}
        />
      </fieldset>
    </>
  )
}

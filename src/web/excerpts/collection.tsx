// All excerpts of the desk, or those of a basket: found, ordered, tagged, cited, handed out and brought in.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Icon } from '../parts/icon.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useTypedWords } from '../parts/use-typed-words.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { collectionRoute } from '../shell/route-ids.ts'
import { t } from '../text/t.ts'
import { AnnotationImport } from './annotation-import.tsx'
import { citationForms, keepForm, useForm } from './citation-form.ts'
import { CollectionFacets } from './collection-facets.tsx'
import { collectionFilterNames, NONE, type CollectionFilter, type Filtering } from './collection-filter.ts'
import { collectionQuestion } from './collection-questions.ts'
import { ExportSheet } from './export-sheet.tsx'
import { FoundExcerpts } from './found-excerpts.tsx'
import '../style/collection.css'

function QueryField({ filter, onFilter }: Filtering) {
  const [words, setWords] = useTypedWords(filter.q ?? '', (q) => onFilter({ q: q || undefined }))
  const field = useRef<HTMLInputElement>(null)
  useKeys([{ key: '/', name: 'collection.key.find', run: () => field.current?.focus() }])
  return (
    <input
      ref={field}
      type="search"
      dir="auto"
      className="find-words"
      aria-label={t('collection.find')}
      placeholder={t('collection.find')}
      maxLength={500}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
    />
  )
}

function FormChoice() {
  const form = useForm()
  return (
    <label className="form-choice">
      <span className="small q2">{t('collection.form')}</span>{' '}
      <select
        value={form}
        onChange={(event) => {
          const chosen = citationForms.find((each) => each === event.target.value)
          if (chosen) keepForm(chosen)
        }}
      >
        {citationForms.map((each) => (
          <option key={each} value={each}>
            {t(`excerpt.cite.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

type Open = { readonly kind: 'import' } | { readonly kind: 'export'; readonly ids: readonly string[] }

type BarProps = Filtering & { facets: boolean; onFacets: () => void; onOpen: (open: Open) => void }

function CollectionBar({ filter, onFilter, facets, onFacets, onOpen }: BarProps) {
  return (
    <header className="bar collection-bar">
      <h1>{t('place.excerpts')}</h1>
      <QueryField filter={filter} onFilter={onFilter} />
      <button
        type="button"
        className="btn facets-act"
        aria-expanded={facets}
        aria-controls="collection-facets"
        onClick={onFacets}
      >
        <Icon name="facets" />
        {t('filter.label')}
      </button>
      <FormChoice />
      <button type="button" className="btn" onClick={() => onOpen({ kind: 'export', ids: [] })}>
        <Icon name="out" />
        {t('collection.export')}
      </button>
      <button type="button" className="btn" onClick={() => onOpen({ kind: 'import' })}>
        <Icon name="add" />
        {t('collection.import')}
      </button>
    </header>
  )
}

type OpenSheetProps = { open: Open; filter: CollectionFilter; total: number; onClose: () => void }

function OpenSheet({ open, filter, total, onClose }: OpenSheetProps) {
  if (open.kind === 'import') return <AnnotationImport onClose={onClose} />
  return <ExportSheet filter={filter} total={total} chosen={open.ids} onClose={onClose} />
}

export function Collection() {
  const filter = collectionRoute.useSearch()
  const navigate = useNavigate()
  const [facets, setFacets] = useState(false)
  const [open, setOpen] = useState<Open | null>(null)
  const { data } = useInfiniteQuery(collectionQuestion(filter))
  // With nothing to narrow there is nothing to narrow it by.
  const isBare = data?.pages[0]?.total === 0 && collectionFilterNames.every((name) => filter[name] === undefined)
  useTitle(filter.basket === undefined || filter.basket === NONE ? t('place.excerpts') : filter.basket)
  useKeys([{ key: 'f', name: 'key.filters', quiet: true, run: () => setFacets((was) => !was) }])
  const change = (more: CollectionFilter) => {
    const next = Object.entries({ ...filter, ...more }).filter(([, value]) => value !== undefined)
    void navigate({ to: '/excerpts', search: Object.fromEntries(next) })
  }
  return (
    <div className="screen">
      <CollectionBar
        filter={filter}
        onFilter={change}
        facets={facets}
        onFacets={() => setFacets(!facets)}
        onOpen={setOpen}
      />
      <NoteLine />
      <div className={`collection-cols${facets ? ' open' : ''}${isBare ? ' bare' : ''}`}>
        {!isBare && (
          <section className="facets scroll" id="collection-facets" aria-label={t('filter.label')} tabIndex={0}>
            <CollectionFacets filter={filter} onFilter={change} />
          </section>
        )}
        <FoundExcerpts filter={filter} onFilter={change} onExport={(ids) => setOpen({ kind: 'export', ids })} />
      </div>
      <KeyLine />
      {open && (
        <OpenSheet open={open} filter={filter} total={data?.pages[0]?.total ?? 0} onClose={() => setOpen(null)} />
      )}
    </div>
  )
}

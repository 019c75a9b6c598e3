// All excerpts of the desk, or those of a basket: found, ordered, tagged, cited, handed out and brought in.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import { Icon } from '../parts/icon.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { useTypedWords } from '../parts/use-typed-words.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { useKeys } from '../shell/keys.ts'
import { NoteLine } from '../shell/note-line.tsx'
import { collectionRoute } from '../shell/route-ids.ts'
import { t } from '../text/t.ts'
import { AnnotationImport } from './annotation-import.tsx'
import { citationForms, keepForm, useForm } from './citation-form.ts'
import { ActBar, actKeys, useActs } from './collection-acts.tsx'
import { renameLabel } from './collection-deeds.ts'
import { CollectionFacets, nameOfValue } from './collection-facets.tsx'
import { collectionFilterNames, hasOrder, NONE, type CollectionFilter } from './collection-filter.ts'
import { CollectionList } from './collection-list.tsx'
import { collectionFacetsQuestion, collectionQuestion, PAGE } from './collection-questions.ts'
import { ExportSheet } from './export-sheet.tsx'
import { LabelSheet } from './label-sheet.tsx'
import '../style/collection.css'

type Filtering = { filter: CollectionFilter; onFilter: (change: CollectionFilter) => void }

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

function Chips({ filter, onFilter }: Filtering) {
  const { data } = useQuery(collectionFacetsQuestion(filter))
  const [renaming, setRenaming] = useState<'basket' | 'tag' | null>(null)
  const chosen = collectionFilterNames.flatMap((name) => {
    const value = filter[name]
    return value === undefined || name === 'q' ? [] : [{ name, value }]
  })
  if (chosen.length === 0) return null
  const label = renaming === null ? undefined : filter[renaming]
  return (
    <p className="kinds chips-of">
      {chosen.map(({ name, value }) => {
        const words = nameOfValue(name, value, data)
        return (
          <span key={name} className="kinds">
            <button type="button" className="filt" onClick={() => onFilter({ [name]: undefined })}>
              <b>{t(`collection.by.${name}`)}</b> <bdi className="clip">{words}</bdi>{' '}
              <Icon name="cross" label={t('collection.dropFilter')} />
            </button>
            {(name === 'basket' || name === 'tag') && value !== NONE && (
              <button type="button" className="btn bare" onClick={() => setRenaming(name)}>
                <Icon name="pencil" />
                {t('collection.rename')}
              </button>
            )}
          </span>
        )
      })}
      {renaming !== null && label !== undefined && (
        <LabelSheet
          title={t(`collection.rename.${renaming}`)}
          field={t('collection.rename.to')}
          start={label}
          offered={(renaming === 'basket' ? data?.baskets : data?.tags) ?? []}
          most={renaming === 'basket' ? 200 : 80}
          act={t('collection.rename')}
          taken={(other) => t('collection.rename.merges', { other })}
          onNone={{
            name: t(renaming === 'basket' ? 'collection.rename.empty' : 'collection.rename.off'),
            run: () =>
              void renameLabel({ kind: renaming, from: label, to: null }).then(() =>
                onFilter({ [renaming]: undefined }),
              ),
          }}
          onTake={(to) =>
            void renameLabel({ kind: renaming, from: label, to }).then((done) => done && onFilter({ [renaming]: to }))
          }
          onClose={() => setRenaming(null)}
        />
      )}
    </p>
  )
}

const nobody: ReadonlySet<string> = new Set()
/** As many as one deed takes. */
const MOST_CHOSEN = 2_000

/** Those chosen of a list, in the order in which they are shown. Another list begins with none. */
function useChosen(list: string, excerpts: readonly Excerpt[]) {
  const [kept, setKept] = useState({ list, ids: nobody })
  const ids = kept.list === list ? kept.ids : nobody
  const keep = (next: ReadonlySet<string>) => setKept({ list, ids: next })
  const toggle = ({ id }: Excerpt) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    keep(next)
  }
  return {
    chosen: excerpts.filter(({ id }) => ids.has(id)),
    ids,
    toggle,
    all: (of: readonly Excerpt[] = excerpts) => keep(new Set(of.slice(0, MOST_CHOSEN).map(({ id }) => id))),
    clear: () => keep(nobody),
  }
}

function Nothing({ filtered, onAll, onWithdrawn }: { filtered: boolean; onAll: () => void; onWithdrawn: () => void }) {
  return (
    <Empty>
      <p>{t(filtered ? 'collection.noneSuch' : 'collection.empty')}</p>
      <button type="button" className={filtered ? 'btn main-act' : 'link'} onClick={filtered ? onAll : onWithdrawn}>
        {t(filtered ? 'collection.showAll' : 'collection.showWithdrawn')}
      </button>
    </Empty>
  )
}

function Found({ filter, onFilter, onExport }: Filtering & { onExport: (ids: readonly string[]) => void }) {
  const query = useInfiniteQuery(collectionQuestion(filter))
  const excerpts = query.data?.pages.flatMap((page) => page.excerpts) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const { chosen, ids, toggle, all, clear } = useChosen(JSON.stringify(filter), excerpts)
  const { acts, sheet } = useActs(filter)
  useKeys([
    { key: 'a', name: 'collection.key.all', quiet: true, run: () => all() },
    ...(chosen.length > 0 ? [{ key: 'Escape', name: 'collection.key.clear', run: clear } as const] : []),
  ])
  const more = () => {
    if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
  }
  const allFound = async () => {
    let { data, hasNextPage } = query
    while (hasNextPage && (data?.pages.length ?? 0) * PAGE < MOST_CHOSEN)
      ({ data, hasNextPage } = await query.fetchNextPage())
    all(data?.pages.flatMap((page) => page.excerpts) ?? [])
  }
  const isAllHere = chosen.length === excerpts.length && chosen.length < MOST_CHOSEN
  const filtered = collectionFilterNames.some((name) => filter[name] !== undefined)
  const noFilter = Object.fromEntries(collectionFilterNames.map((name) => [name, undefined]))
  return (
    <div className="collection-found">
      {(excerpts.length > 0 || filtered) && (
        <div className="found-head">
          <Chips filter={filter} onFilter={onFilter} />
          {excerpts.length > 0 && (
            <p className="small q2" role="status">
              {t('collection.count', { n: total })}
              {hasOrder(filter) && ` · ${t('collection.ordered')}`}
            </p>
          )}
        </div>
      )}
      {chosen.length > 0 && (
        <ActBar
          chosen={chosen}
          acts={acts(chosen)}
          onExport={() => onExport(chosen.map(({ id }) => id))}
          onClear={clear}
          further={isAllHere ? Math.min(total, MOST_CHOSEN) - excerpts.length : 0}
          onFurther={() => void allFound()}
        />
      )}
      {query.isPending && <Waiting />}
      {query.error && !query.data && <Failed error={query.error} again={() => void query.refetch()} />}
      {query.data && excerpts.length === 0 && (
        <Nothing
          filtered={filtered}
          onAll={() => onFilter(noFilter)}
          onWithdrawn={() => onFilter({ withdrawn: 'only' })}
        />
      )}
      {excerpts.length > 0 && (
        <CollectionList
          key={JSON.stringify(filter)}
          list={`collection ${JSON.stringify(filter)}`}
          excerpts={excerpts}
          total={total}
          ordered={hasOrder(filter)}
          chosen={ids}
          onChoose={toggle}
          onNearEnd={more}
          keysFor={(here) => actKeys(acts(chosen.length > 0 ? chosen : here ? [here] : []))}
        />
      )}
      {sheet}
    </div>
  )
}

type Open = { readonly kind: 'import' } | { readonly kind: 'export'; readonly ids: readonly string[] }

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
      <header className="bar collection-bar">
        <h1>{t('place.excerpts')}</h1>
        <QueryField filter={filter} onFilter={change} />
        <button
          type="button"
          className="btn facets-act"
          aria-expanded={facets}
          aria-controls="collection-facets"
          onClick={() => setFacets(!facets)}
        >
          <Icon name="facets" />
          {t('filter.label')}
        </button>
        <FormChoice />
        <button type="button" className="btn" onClick={() => setOpen({ kind: 'export', ids: [] })}>
          <Icon name="out" />
          {t('collection.export')}
        </button>
        <button type="button" className="btn" onClick={() => setOpen({ kind: 'import' })}>
          <Icon name="add" />
          {t('collection.import')}
        </button>
      </header>
      <NoteLine />
      <div className={`collection-cols${facets ? ' open' : ''}${isBare ? ' bare' : ''}`}>
        {!isBare && (
          <section className="facets scroll" id="collection-facets" aria-label={t('filter.label')} tabIndex={0}>
            <CollectionFacets filter={filter} onFilter={change} />
          </section>
        )}
        <Found filter={filter} onFilter={change} onExport={(ids) => setOpen({ kind: 'export', ids })} />
      </div>
      <KeyLine />
      {open?.kind === 'import' && <AnnotationImport onClose={() => setOpen(null)} />}
      {open?.kind === 'export' && (
        <ExportSheet
          filter={filter}
          total={data?.pages[0]?.total ?? 0}
          chosen={open.ids}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}

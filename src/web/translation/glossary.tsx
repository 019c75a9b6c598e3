// The agreed names and terms: found, written, taken out and back, by keys or pointer. The server pages and searches, so that
// ten thousand are no more to draw than a hundred.

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { SignedTermView } from '../../server/shapes/glossary.ts'
import { Icon } from '../parts/icon.tsx'
import { MoreButton } from '../parts/more-button.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { useTypedWords } from '../parts/use-typed-words.ts'
import { useKeys } from '../shell/keys.ts'
import { languageName } from '../text/languages.ts'
import { count, t } from '../text/t.ts'
import { GlossaryFiles } from './glossary-files.tsx'
import { glossaryCountsQuestion, glossaryQuestion, termKinds, type GlossaryFilter } from './questions.ts'
import { TermForm } from './term-form.tsx'
import { TermRow } from './term-row.tsx'
import { useTermDeeds } from './use-term-deeds.ts'

function useFilter(filter: GlossaryFilter) {
  const navigate = useNavigate()
  return (change: GlossaryFilter) => {
    const next = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '')
    void navigate({ to: '/translation', search: { part: 'glossary', ...Object.fromEntries(next) }, replace: true })
  }
}

function Find({ filter, onFilter }: { filter: GlossaryFilter; onFilter: (change: GlossaryFilter) => void }) {
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useTypedWords(filter.q ?? '', (q) => onFilter({ q }))
  useKeys([{ key: '/', name: 'key.find', run: () => field.current?.focus() }])
  return (
    <input
      ref={field}
      type="search"
      dir="auto"
      value={words}
      maxLength={300}
      aria-label={t('glossary.find')}
      placeholder={t('glossary.find')}
      onChange={({ target }) => setWords(target.value)}
    />
  )
}

function Filters({ filter, onFilter }: { filter: GlossaryFilter; onFilter: (change: GlossaryFilter) => void }) {
  const { data } = useQuery(glossaryCountsQuestion())
  return (
    <>
      <Find filter={filter} onFilter={onFilter} />
      <select
        aria-label={t('glossary.language')}
        value={filter.language ?? ''}
        onChange={({ target }) => onFilter({ language: target.value || undefined })}
      >
        <option value="">{t('glossary.language.all')}</option>
        {data?.languages.map(({ language, count: n }) => (
          <option key={language} value={language}>
            {languageName(language)} ({count(n)})
          </option>
        ))}
      </select>
      <select
        aria-label={t('glossary.kind')}
        value={filter.kind ?? ''}
        onChange={({ target }) => onFilter({ kind: termKinds.find((kind) => kind === target.value) })}
      >
        <option value="">{t('glossary.kind.all')}</option>
        {termKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`glossary.kind.${kind}`)} ({count(data?.kinds.find((one) => one.kind === kind)?.count ?? 0)})
          </option>
        ))}
      </select>
    </>
  )
}

/** Which row the keys act on. */
function useRowKeys(terms: readonly SignedTermView[], onEdit: (term: SignedTermView) => void) {
  const [at, setAt] = useState(-1)
  const { remove } = useTermDeeds()
  const here = terms[Math.min(at, terms.length - 1)]
  const move = (by: number) => {
    const next = Math.max(0, Math.min(terms.length - 1, at + by))
    setAt(next)
    document.querySelectorAll<HTMLElement>('.term-row')[next]?.scrollIntoView({ block: 'nearest' })
  }
  useKeys([
    { key: 'j', name: 'key.move', run: () => move(1) },
    { key: 'k', name: 'key.move', run: () => move(-1) },
    { key: 'c', name: 'glossary.key.edit', run: () => here && onEdit(here) },
    { key: 'Delete', name: 'glossary.key.remove', quiet: true, run: () => here && void remove(here) },
  ])
  return { at, setAt }
}

type RowsProps = {
  terms: readonly SignedTermView[]
  editing: string | null
  onEdit: (key: string | null) => void
}

function Rows({ terms, editing, onEdit }: RowsProps) {
  const { at, setAt } = useRowKeys(terms, ({ key }) => onEdit(key))
  return (
    <table className="reg term-table">
      <thead>
        <tr>
          <th>{t('glossary.names')}</th>
          <th>{t('glossary.kind')}</th>
          <th>{t('glossary.changed')}</th>
          <th>
            <span className="unseen">{t('glossary.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term, index) => (
          <TermRow
            key={term.key}
            term={term}
            isHere={index === at}
            isEditing={editing === term.key}
            onEdit={(open) => {
              setAt(index)
              onEdit(open ? term.key : null)
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

function FoundTerms({ filter }: { filter: GlossaryFilter }) {
  const query = useInfiniteQuery(glossaryQuestion(filter))
  const [editing, setEditing] = useState<string | null>(null)
  const terms = query.data?.pages.flatMap((page) => page.terms) ?? []
  const total = query.data?.pages[0]?.total ?? 0
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      {query.isPending && <Waiting />}
      {query.error && !query.data && <Failed error={query.error} again={() => void query.refetch()} />}
      {query.data && (
        <p className="sec small q2" role="status">
          {t('glossary.count', { n: total })}
        </p>
      )}
      {query.data && terms.length === 0 && (
        <Empty>
          <p>{t(isFiltered ? 'glossary.noneSuch' : 'glossary.empty')}</p>
        </Empty>
      )}
      {terms.length > 0 && <Rows terms={terms} editing={editing} onEdit={setEditing} />}
      <MoreButton query={query} />
    </>
  )
}

function NewTerm({ onDone }: { onDone: () => void }) {
  return (
    <section className="sec">
      <h2>{t('glossary.add')}</h2>
      <TermForm begin={null} onDone={onDone} />
    </section>
  )
}

export function Glossary({ filter: { q, language, kind } }: { filter: GlossaryFilter }) {
  const filter: GlossaryFilter = { q, language, kind }
  const setFilter = useFilter(filter)
  const [adding, setAdding] = useState(false)
  const [files, setFiles] = useState(false)
  useKeys([{ key: 'n', name: 'glossary.key.add', run: () => setAdding(true) }])
  return (
    <>
      <div className="sec authority-filters">
        <Filters filter={filter} onFilter={setFilter} />
        <button type="button" className="btn main-act" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          <Icon name="add" />
          {t('glossary.add')} <kbd>n</kbd>
        </button>
        <button type="button" className="btn" aria-expanded={files} onClick={() => setFiles(!files)}>
          {t('glossary.inOut')}
        </button>
      </div>
      {adding && <NewTerm onDone={() => setAdding(false)} />}
      {files && <GlossaryFiles />}
      <FoundTerms filter={filter} />
    </>
  )
}

// What narrows the list. It lives in the address, so that a view can be kept and sent on.

import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { itemCountsQuestion, marksQuestion, outletQuestion, type ItemFilter } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { useCalm } from '../shell/calm.ts'
import { countryName, isUnknown, languageName } from '../text/languages.ts'
import { sayDay } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'

type Option = { readonly value: string; readonly name: string; readonly count?: number | undefined }
type FilterName = keyof ItemFilter

const states = ['read', 'captured', 'promised', 'failed', 'refused'] as const
const triages = ['new', 'opened', 'picked', 'parked', 'skipped'] as const
/** With more than this many, the rest is found by search or from the outlet's own page. */
const MOST = 300

type PickProps = {
  name: FilterName
  filter: ItemFilter
  options: readonly Option[]
  onPick: (change: ItemFilter) => void
}

function Pick({ name, filter, options, onPick }: PickProps) {
  const value = filter[name] ?? ''
  const known = value === '' || options.some((option) => option.value === value)
  return (
    <label className={value ? 'filt chosen' : 'filt'}>
      <span className="unseen">{t(`filter.${name}` as PhraseKey)}</span>
      <select value={value} onChange={(event) => onPick({ [name]: event.target.value || undefined })}>
        <option value="">{t(`filter.${name}.any` as PhraseKey)}</option>
        {!known && <option value={value}>{nameOfValue(name, value)}</option>}
        {options.slice(0, MOST).map((option) => (
          <option key={option.value} value={option.value}>
            {option.count === undefined ? option.name : `${option.name} · ${count(option.count)}`}
          </option>
        ))}
      </select>
    </label>
  )
}

/** One value of a filter in words. */
function nameOfValue(name: FilterName, value: string): string {
  const each = (one: string): string => {
    if (one === 'none') return t('unknown')
    if (name === 'language') return isUnknown(one) ? t('unknown') : languageName(one)
    if (name === 'country') return countryName(one)
    if (name === 'triage') return t(`triage.${one}` as PhraseKey)
    if (name === 'state') return t(`item.${one}` as PhraseKey)
    if (name === 'day' || name === 'from' || name === 'to')
      return Number.isNaN(Date.parse(one)) ? one : sayDay(Date.parse(one))
    return one
  }
  const several = name !== 'alignment' && name !== 'mark' && name !== 'outlet'
  return several ? value.split(',').map(each).join(', ') : value
}

function OutletChip({ id }: { id: string }) {
  const { data } = useQuery(outletQuestion(id.split(',')[0] ?? id))
  return <bdi className="clip">{data?.name ?? '…'}</bdi>
}

/** The filters in force, each with its way out. */
export function FilterChips({ filter }: { filter: ItemFilter }) {
  const chosen = Object.entries(filter).flatMap(([name, value]) =>
    value && name !== 'by' ? [{ name: name as FilterName, value }] : [],
  )
  return chosen.map(({ name, value }) => (
    <Link key={name} className="filt" to="/" search={{ ...filter, [name]: undefined }}>
      <b>{t(`filter.${name}` as PhraseKey)}</b>
      {name === 'outlet' ? <OutletChip id={value} /> : <bdi className="clip">{nameOfValue(name, value)}</bdi>}
      <Icon name="cross" label={t('filter.drop', { name: t(`filter.${name}` as PhraseKey) })} />
    </Link>
  ))
}

const orNone = (value: string | null) => value ?? 'none'

/** All that can be chosen, with how many items each would give. */
export function FilterRow({ filter }: { filter: ItemFilter }) {
  const navigate = useNavigate()
  const dayId = useId()
  const calm = useCalm()
  const { data } = useQuery({ ...itemCountsQuestion(filter), enabled: calm })
  const marks = useQuery({ ...marksQuestion(), enabled: calm }).data?.marks ?? []
  const set = (change: ItemFilter) => void navigate({ to: '/', search: { ...filter, ...change } })
  const options: Readonly<Partial<Record<FilterName, readonly Option[]>>> = {
    triage: triages.map((value) => ({ value, name: t(`triage.${value}`), count: data?.triage[value] })),
    language: (data?.languages ?? []).map(({ language, count: n }) => ({
      value: orNone(language),
      name: nameOfValue('language', orNone(language)),
      count: n,
    })),
    outlet: (data?.outlets ?? []).map(({ id, name, count: n }) => ({ value: id, name, count: n })),
    country: (data?.countries ?? []).map(({ country, count: n }) => ({
      value: orNone(country),
      name: nameOfValue('country', orNone(country)),
      count: n,
    })),
    alignment: (data?.alignments ?? []).map(({ alignment, count: n }) => ({
      value: orNone(alignment),
      name: alignment ?? t('filter.alignment.none'),
      count: n,
    })),
    state: states.map((value) => ({
      value,
      name: t(`item.${value}` as PhraseKey),
      count: data?.states.find((each) => each.state === value)?.count,
    })),
    mark: marks.map(({ label, items }) => ({ value: label, name: label, count: items })),
  }
  return (
    <div className="filters" role="group" aria-label={t('filter.label')}>
      {Object.entries(options).map(([name, each]) => (
        <Pick key={name} name={name as FilterName} filter={filter} options={each} onPick={set} />
      ))}
      <label className={filter.day ? 'filt chosen' : 'filt'} htmlFor={dayId}>
        <b>{t('filter.day')}</b>
        <input
          id={dayId}
          type="date"
          value={filter.day ?? ''}
          onChange={(event) => set({ day: event.target.value || undefined })}
        />
      </label>
    </div>
  )
}

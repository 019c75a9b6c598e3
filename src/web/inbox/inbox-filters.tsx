import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { countsQuestion, outletQuestion, type ItemFilter } from '../api/questions.ts'
import { Icon } from '../parts/icon.tsx'
import { languageName } from '../text/languages.ts'
import { t, type PhraseKey } from '../text/t.ts'

const states = ['read', 'captured', 'promised', 'failed', 'refused'] as const

function Pick({
  label,
  any,
  value,
  options,
  onPick,
}: {
  label: string
  any: string
  value: string
  options: readonly (readonly [string, string])[]
  onPick: (value: string) => void
}) {
  return (
    <label className={value ? 'filt chosen' : 'filt'}>
      <span className="unseen">{label}</span>
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{any}</option>
        {options.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

function OutletFilter({ id, filter }: { id: string; filter: ItemFilter }) {
  const { data } = useQuery(outletQuestion(id))
  return (
    <Link className="filt" to="/" search={{ ...filter, outlet: undefined }}>
      <b>{t('filter.outlet')}</b>
      <bdi className="clip">{data?.name ?? '…'}</bdi>
      <Icon name="cross" label={t('filter.drop', { name: data?.name ?? '' })} />
    </Link>
  )
}

export function InboxFilters({ filter }: { filter: ItemFilter }) {
  const navigate = useNavigate()
  const { data } = useQuery(countsQuestion(''))
  const set = (change: ItemFilter) => void navigate({ to: '/', search: { ...filter, ...change } })
  const languages = (data?.languages ?? []).map(({ language }) => [language, languageName(language)] as const)
  return (
    <>
      <Pick
        label={t('filter.language')}
        any={t('filter.language.any')}
        value={filter.language ?? ''}
        options={languages}
        onPick={(language) => set({ language: language || undefined })}
      />
      <Pick
        label={t('filter.state')}
        any={t('filter.state.any')}
        value={filter.state ?? ''}
        options={states.map((state) => [state, t(`item.${state}` as PhraseKey)])}
        onPick={(state) => set({ state: state || undefined })}
      />
      {filter.outlet && <OutletFilter id={filter.outlet} filter={filter} />}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { useLive } from '../api/live.ts'
import { countsQuestion, noticesQuestion, searchesQuestion, statusQuestion } from '../api/questions.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { useCalm } from './calm.ts'
import { languageName, languageTag } from '../text/languages.ts'
import { sayClock } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'

type Place = {
  to: string
  icon: IconName
  name: PhraseKey
  number?: number | undefined
  wide?: boolean
  /** Beginnings of other addresses that belong to it. */
  also?: readonly string[]
}

const ofArchive = ['/articles/', '/authorities', '/indexes', '/worklist', '/import']

function PlaceLink({ place }: { place: Place }) {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const isHere = place.also?.some((beginning) => path.startsWith(beginning)) ?? false
  return (
    <li {...(place.wide ? { className: 'wide' } : {})}>
      <Link
        className="nav"
        to={place.to}
        title={t(place.name)}
        {...(isHere ? { 'aria-current': 'page' as const } : {})}
        activeOptions={{ includeSearch: true, exact: place.to === '/' }}
      >
        <Icon name={place.icon} />
        <span className="clip">{t(place.name)}</span>
        {place.number !== undefined && <span className="c">{count(place.number)}</span>}
      </Link>
    </li>
  )
}

function ByLanguage() {
  const { data } = useQuery({ ...countsQuestion(''), refetchInterval: 30_000, enabled: useCalm() })
  if (!data || data.languages.length === 0) return null
  return (
    <div className="by-language">
      <h2 id="by-language">{t('rail.byLanguage')}</h2>
      <ul aria-labelledby="by-language">
        {data.languages.slice(0, 14).map(({ language, count: n }) => (
          <li key={language}>
            <Link className="nav" to="/" search={{ language }}>
              <span className="tag" aria-hidden="true">
                {languageTag(language)}
              </span>
              <span className="clip">{languageName(language)}</span>
              <span className="c">{count(n)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function SavedSearches() {
  const calm = useCalm()
  const { data } = useQuery({ ...searchesQuestion(), enabled: calm })
  const { data: notices } = useQuery({ ...noticesQuestion(), refetchInterval: 60_000, enabled: calm })
  if (!data || data.searches.length === 0) return null
  const unseen = (id: string) => notices?.notices.filter((notice) => notice.searchId === id && !notice.seen).length ?? 0
  return (
    <div className="by-language">
      <h2 id="saved-searches">
        <Link to="/searches">{t('place.searches')}</Link>
      </h2>
      <ul aria-labelledby="saved-searches">
        {data.searches.slice(0, 12).map((search) => (
          <li key={search.id}>
            <Link className="nav" to="/search" search={{ q: search.query }}>
              <Icon name={search.alerts.length > 0 ? 'bell' : 'search'} />
              <bdi className="clip">{search.name}</bdi>
              {unseen(search.id) > 0 && <b className="c act">{count(unseen(search.id))}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Foot() {
  const { data } = useQuery({ ...statusQuestion(), enabled: useCalm() })
  const { progress } = useLive()
  const underWay = Object.values(progress?.queue ?? data?.queue ?? {}).reduce(
    (sum, job) => sum + job.queued + job.running,
    0,
  )
  if (!data) return null
  return (
    <div className="foot">
      {data.failingFeeds > 0 && (
        <Link to="/outlets" search={{ health: 'failing' }} className="st stop">
          <Icon name="cross" />
          {t('rail.failing', { n: data.failingFeeds })}
        </Link>
      )}
      {data.quietFeeds > 0 && (
        <Link to="/outlets" search={{ health: 'quiet' }} className="st warn">
          <Icon name="gap" />
          {t('rail.quiet', { n: data.quietFeeds })}
        </Link>
      )}
      <Link to="/status">
        {underWay > 0
          ? t('rail.underWay', { n: underWay })
          : t('rail.rest', { time: sayClock(progress?.at ?? data.now) })}
      </Link>
    </div>
  )
}

export function Rail() {
  const { data } = useQuery({ ...statusQuestion(), enabled: useCalm() })
  const { progress } = useLive()
  const counts = progress?.counts ?? data?.counts
  const places: Place[] = [
    { to: '/', icon: 'inbox', name: 'place.inbox', number: counts?.items },
    { to: '/search', icon: 'search', name: 'place.search' },
    { to: '/excerpts', icon: 'bookmark', name: 'place.excerpts' },
    { to: '/outlets', icon: 'outlets', name: 'place.outlets', number: counts?.outlets },
    { to: '/coverage', icon: 'gap', name: 'place.coverage', wide: true },
    { to: '/archive', icon: 'archive', name: 'place.archive', also: ofArchive },
    { to: '/translation', icon: 'languages', name: 'place.translation', wide: true },
    { to: '/add', icon: 'add', name: 'place.add' },
    { to: '/status', icon: 'status', name: 'place.status' },
    { to: '/settings', icon: 'gear', name: 'place.settings' },
  ]
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <Link className="brand" to="/" aria-label="Dragoman">
        <Icon name="mark" />
        <span>Dragoman</span>
      </Link>
      <ul className="places">
        {places.map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      </ul>
      <SavedSearches />
      <ByLanguage />
      <Foot />
    </nav>
  )
}

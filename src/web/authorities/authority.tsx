// One name of the archive: what it is called, where it is named, what was said of it, by whom, and whether that changed.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { AuthorityDetail } from '../../server/shapes/authority.ts'
import { authorityQuestion } from '../archive/archive-questions.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { authorityRoute } from '../shell/route-ids.ts'
import '../style/archive.css'
import { t } from '../text/t.ts'
import { AuthoritySide } from './authority-side.tsx'
import { Judgments } from './judgments.tsx'
import { Mentions } from './mentions.tsx'
import { Years } from './years.tsx'

export const authorityViews = ['mentions', 'said'] as const
export type AuthorityView = (typeof authorityViews)[number]

function Head({ authority }: { authority: AuthorityDetail }) {
  return (
    <header className="ohead">
      <h1 className="name">
        <Outside text={authority.name} />
      </h1>
      <p className="facts">
        <span>{t(`authority.kind.${authority.kind}`)}</span>
        <span>{t('authority.inArticles', { n: authority.articles })}</span>
        <span>{t('authority.named', { n: authority.mentions })}</span>
        {authority.quoted > 0 && <span>{t('authority.quoted', { n: authority.quoted })}</span>}
        <Link to="/archive" search={{ authority: authority.id }}>
          {t('authority.articles')}
        </Link>
        <Link to="/search" search={{ q: authority.query }}>
          {t('authority.search')}
        </Link>
      </p>
      {authority.joinedInto !== null && (
        <p className="st warn">
          <Icon name="merge" />
          <Link to="/authorities/$id" params={{ id: authority.joinedInto }}>
            {t('authority.joinedInto')}
          </Link>
        </p>
      )}
    </header>
  )
}

function Found({ authority, view }: { authority: AuthorityDetail; view: AuthorityView }) {
  return (
    <div className="scroll outlet-page">
      <Head authority={authority} />
      <div className="ocols">
        <section>
          <Years years={authority.years} />
          <nav className="seg sec-seg" aria-label={t('key.views')}>
            {authorityViews.map((each) => (
              <Link
                key={each}
                className="btn"
                to="/authorities/$id"
                params={{ id: authority.id }}
                search={each === 'mentions' ? {} : { view: each }}
                activeOptions={{ exact: true, includeSearch: true }}
                replace
              >
                {t(`authority.view.${each}`)}
              </Link>
            ))}
          </nav>
          {view === 'said' ? <Judgments id={authority.id} /> : <Mentions id={authority.id} />}
        </section>
        <AuthoritySide authority={authority} />
      </div>
    </div>
  )
}

export function Authority() {
  const { id } = authorityRoute.useParams()
  const { view = 'mentions' } = authorityRoute.useSearch()
  const { data, error, isPending, refetch } = useQuery(authorityQuestion(id))
  useTitle(data?.name ?? null)
  return (
    <div className="screen">
      <header className="bar archive-bar">
        <span className="crumbs">
          <Link to="/authorities">{t('archive.authorities')}</Link>
          <Icon name="forward" flip />
          <b className="b clip">{data && <Outside text={data.name} />}</b>
        </span>
      </header>
      <NoteLine />
      {!data && (
        <div className="scroll sheet-ground">
          {isPending && <Waiting />}
          {error && <Failed error={error} again={() => void refetch()} />}
        </div>
      )}
      {data && <Found key={id} authority={data} view={view} />}
      <KeyLine />
    </div>
  )
}

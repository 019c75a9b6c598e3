// What the article is joined to: pieces it cites and that cite it, index rows, countries, names.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { Outside } from '../parts/outside.tsx'
import { countryName } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { count, t, type PhraseKey } from '../text/t.ts'
import { ArticleLink } from './article-line.tsx'
import { ReferenceLine } from './reference-line.tsx'

function Part({ title, none, children }: { title: PhraseKey; none: PhraseKey | null; children: ReactNode }) {
  return (
    <section className="sec">
      <h2>{t(title)}</h2>
      {none === null ? children : <p className="small q">{t(none)}</p>}
    </section>
  )
}

export function ArticleJoined({ article }: { article: ArticleDetail }) {
  const { references, citedBy, indexRows, countries, authorities } = article
  return (
    <>
      <Part title="joined.cites" none={references.length === 0 ? 'joined.cites.none' : null}>
        <ul className="lines">
          {references.map((reference) => (
            <li key={reference.id} className="reference-line">
              <span className="note-label q">[{reference.note}]</span>
              <ReferenceLine reference={reference} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title="joined.citedBy" none={citedBy.length === 0 ? 'joined.citedBy.none' : null}>
        <ul className="lines">
          {citedBy.map((reference) => (
            <li key={reference.id}>
              <ArticleLink id={reference.articleId} title={reference.articleTitle} />{' '}
              <span className="small q nowrap">[{reference.note}]</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="joined.rows" none={indexRows.length === 0 ? 'joined.rows.none' : null}>
        <ul className="lines">
          {indexRows.map((row) => (
            <li key={`${row.indexId} ${row.line}`}>
              <Link to="/indexes/$id" params={{ id: row.indexId }}>
                <Outside text={row.indexTitle ?? t('article.untitled')} />
              </Link>{' '}
              <span className="small q">
                {sayEdtf(row.date)} {row.meaning !== null && t(`index.meaning.${row.meaning}` as PhraseKey)}
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="joined.countries" none={countries.length === 0 ? 'joined.countries.none' : null}>
        <p className="kinds">
          {countries.map(({ country, mentions, about }) => (
            <Link
              key={country}
              className={about ? 'chip' : 'chip un'}
              to="/archive"
              search={{ country }}
              title={t(about ? 'joined.about' : 'joined.named')}
            >
              {countryName(country)} {count(mentions)}
            </Link>
          ))}
        </p>
      </Part>
      <Part title="joined.names" none={authorities.length === 0 ? 'joined.names.none' : null}>
        <ul className="lines">
          {authorities.map(({ id, kind, name, mentions }) => (
            <li key={id} className="name-line">
              <Link to="/authorities/$id" params={{ id }}>
                <Outside text={name} />
              </Link>
              <span className="small q">{t(`authority.kind.${kind}` as PhraseKey)}</span>
              <span className="small q end">{count(mentions)}</span>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

// The sources of an article: each citation as printed, what was read from it, and its excerpt.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ArticlePrint, ArticleSource } from '../../domain/article.ts'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import type { CitedOutlets } from '../../server/shapes/cited-outlet.ts'
import { LanguageMark } from '../parts/language-mark.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { directionOf } from '../text/languages.ts'
import { sayEdtf } from '../text/moment.ts'
import { t, type PhraseKey } from '../text/t.ts'
import { citedOutletQuestion } from './archive-questions.ts'
import { MarkedText, type PageMarks } from './marked-text.tsx'
import { OutsideLink } from './outside-link.tsx'

type Kept = ArticleDetail['sources'][number]
type Cited = CitedOutlets['outlets'][number]

function Fact({ name, children }: { name: PhraseKey; children: ReactNode }) {
  return (
    <>
      <dt>{t(name)}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The outlet, by the register where it knows it. */
function OutletName({ source, kept }: { source: ArticleSource; kept: Kept | undefined }) {
  const name = <Outside text={source.outlet ?? ''} />
  return (
    <>
      {kept?.outletId ? (
        <Link to="/outlets/$id" params={{ id: kept.outletId }}>
          {name}
        </Link>
      ) : kept?.outletKey ? (
        <Link to="/archive" search={{ outletKey: kept.outletKey }}>
          {name}
        </Link>
      ) : (
        name
      )}
      {source.outletEnglish !== null && (
        <>
          {' '}
          <span className="q2">
            <bdi>({showControls(source.outletEnglish)})</bdi>
          </span>
        </>
      )}
      {!kept?.outletId && <span className="small q block-line">{t('source.notInRegister')}</span>}
    </>
  )
}

/** What the same outlet is called elsewhere in the archive. */
function Drift({ outletKey, here }: { outletKey: string; here: string | null }) {
  const cited: Cited | undefined = useQuery(citedOutletQuestion(outletKey)).data?.outlets[0]
  const others = cited?.descriptors.filter(({ descriptor }) => descriptor !== here) ?? []
  if (others.length === 0) return null
  return (
    <details className="fold">
      <summary>{t('source.drift', { n: others.length })}</summary>
      <ul className="lines small">
        {others.map(({ descriptor, count, from, to }) => (
          <li key={descriptor}>
            <span className="chip">
              <bdi>{showControls(descriptor)}</bdi>
            </span>{' '}
            <span className="q">
              {t('source.drift.times', { n: count })}
              {from !== null &&
                ` · ${from === to || to === null ? sayEdtf(from) : `${sayEdtf(from)} – ${sayEdtf(to)}`}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function SourceFacts({ source, kept }: { source: ArticleSource; kept: Kept | undefined }) {
  const { titleOriginal, titleEnglish, language } = source
  return (
    <dl className="kv source-facts">
      <Fact name="source.outlet">
        {source.outlet === null ? (
          <span className="warn">{t('source.noOutlet')}</span>
        ) : (
          <OutletName source={source} kept={kept} />
        )}
      </Fact>
      <Fact name="source.descriptor">
        {source.descriptor === null ? (
          <span className="q">{t('source.noDescriptor')}</span>
        ) : (
          <span className="chip">
            <bdi>{showControls(source.descriptor)}</bdi>
          </span>
        )}
        {kept?.outletKey && <Drift outletKey={kept.outletKey} here={source.descriptor} />}
      </Fact>
      {titleOriginal !== null && (
        <Fact name="source.titleOriginal">
          <LanguageMark language={language} />{' '}
          <Outside text={titleOriginal} lang={language} dir={directionOf(language)} className="press" />
        </Fact>
      )}
      {titleEnglish !== null && (
        <Fact name="source.titleEnglish">
          <Outside text={titleEnglish} lang="en" className="press" />
        </Fact>
      )}
      {source.authors.length > 0 && (
        <Fact name="source.author">
          <Outside text={source.authors.join('; ')} />
        </Fact>
      )}
      <Fact name="source.date">
        {source.date === null ? <span className="q">{t('source.noDate')}</span> : sayEdtf(source.date)}
        {source.dateInUrl !== null && source.dateInUrl !== source.date && (
          <span className="small warn block-line">{t('source.dateInUrl', { date: sayEdtf(source.dateInUrl) })}</span>
        )}
      </Fact>
      <Fact name="source.url">
        {source.url === null ? <span className="warn">{t('source.noUrl')}</span> : <OutsideLink url={source.url} />}
        {source.urlAsPrinted !== null && (
          <span className="small q block-line">
            {t('source.urlAsPrinted')}{' '}
            <bdi dir="ltr" className="mono wrap">
              {source.urlAsPrinted}
            </bdi>
          </span>
        )}
      </Fact>
    </dl>
  )
}

export function ArticleSources({
  article,
  print,
  marks,
}: {
  article: ArticleDetail
  print: ArticlePrint
  marks: PageMarks
}) {
  return (
    <section className="printed-part" aria-labelledby="article-sources">
      <h2 id="article-sources">{t('article.sources')}</h2>
      {print.sources.map((source) => {
        const kept = article.sources.find(({ ordinal }) => ordinal === source.ordinal)
        return (
          <article key={source.ordinal} className="source" aria-label={t('source.n', { n: source.ordinal })}>
            {source.citation.map((line) => (
              <p key={line.start} className="press citation">
                <MarkedText printed={line} marks={marks} />
              </p>
            ))}
            <SourceFacts source={source} kept={kept} />
            <blockquote className="excerpt">
              {source.excerpt.map((paragraph) => (
                <p key={paragraph.start} className="press" lang="en">
                  <MarkedText printed={paragraph} marks={marks} />
                </p>
              ))}
              {source.excerpt.length === 0 && <p className="q">{t('source.noExcerpt')}</p>}
            </blockquote>
          </article>
        )
      })}
    </section>
  )
}

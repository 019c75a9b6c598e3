// The article as it is printed, part by part, with what was worked out from elsewhere marked as such.

import { Link } from '@tanstack/react-router'
import type { ArticlePrint, Printed } from '../../domain/article.ts'
import type { ArticleDetail } from '../../server/shapes/article.ts'
import { showControls } from '../parts/outside.tsx'
import { sayEdtf } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { ArticleNotes } from './article-notes.tsx'
import { ArticleSources } from './article-sources.tsx'
import { MarkedText, type PageMarks } from './marked-text.tsx'
import { OutsideLink } from './outside-link.tsx'
import { RepostFacts } from './repost-facts.tsx'

type Page = { readonly article: ArticleDetail; readonly print: ArticlePrint; readonly marks: PageMarks }

/** Author, issue, day: never printed on the page. Dashed, with the reason. */
function DerivedFacts({ article }: { article: ArticleDetail }) {
  if (article.derived.length === 0) return <p className="small q derived-none">{t('derived.none')}</p>
  return (
    <ul className="derived" aria-label={t('derived.label')}>
      {article.derived.map(({ field, value, why, from }) => (
        <li key={`${field} ${value}`}>
          <span className="chip un">
            {t(`derived.${field}`)}{' '}
            <b className="b">{field === 'author' ? <bdi>{showControls(value)}</bdi> : sayEdtf(value)}</b>
          </span>{' '}
          <span className="small q2">
            {t('derived.mark')} <bdi>{showControls(why)}</bdi>
            {!why.includes(from) && (
              <>
                {' '}
                <bdi className="q">({showControls(from)})</bdi>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Piece({ printed, marks, className }: { printed: Printed; marks: PageMarks; className: string }) {
  return (
    <p className={`press ${className}`} lang="en">
      <MarkedText printed={printed} marks={marks} withNotes />
    </p>
  )
}

function Head({ article, print, marks }: Page) {
  return (
    <header className="printed-head">
      <h1 className="press" lang="en">
        {print.title ? (
          <MarkedText printed={print.title} marks={marks} />
        ) : (
          <span className="q">{t('article.untitled')}</span>
        )}
      </h1>
      <DerivedFacts article={article} />
      {print.caption && <Piece printed={print.caption} marks={marks} className="caption" />}
      {print.captionRepeats.map((repeat) => (
        <Piece key={repeat.start} printed={repeat} marks={marks} className="caption repeat" />
      ))}
      {print.pullQuote && <Piece printed={print.pullQuote} marks={marks} className="pull-quote" />}
    </header>
  )
}

function ImageCredit({ print, marks }: Pick<Page, 'print' | 'marks'>) {
  const { image } = print
  if (!image) return null
  return (
    <section className="printed-part" aria-labelledby="article-image">
      <h2 id="article-image">{t('article.image')}</h2>
      {image.lines.map((line) => (
        <p key={line.start} className="press image-line">
          <MarkedText printed={line} marks={marks} />
        </p>
      ))}
      <dl className="kv source-facts">
        <dt>{t('image.credit')}</dt>
        <dd>
          {image.credit === null ? <span className="q">{t('unknown')}</span> : <bdi>{showControls(image.credit)}</bdi>}
        </dd>
        <dt>{t('image.licence')}</dt>
        <dd>
          {image.attribution === null ? (
            <span className="q">{t('unknown')}</span>
          ) : (
            <bdi>{showControls(image.attribution)}</bdi>
          )}
        </dd>
        <dt>{t('image.source')}</dt>
        <dd>
          {image.sourceUrl === null ? <span className="q">{t('unknown')}</span> : <OutsideLink url={image.sourceUrl} />}
        </dd>
      </dl>
    </section>
  )
}

function Analysis({ print, marks }: Pick<Page, 'print' | 'marks'>) {
  return (
    <section className="printed-part" aria-labelledby="article-analysis">
      <h2 id="article-analysis" className={print.kind === 'article' ? '' : 'unseen'}>
        {t('article.analysis')}
      </h2>
      {print.body.map((paragraph) => (
        <Piece key={paragraph.start} printed={paragraph} marks={marks} className="body" />
      ))}
      {print.body.length === 0 && <p className="q">{t('article.noBody')}</p>}
    </section>
  )
}

export function PrintedPage({ article, print, marks }: Page) {
  return (
    <article className="printed-page">
      <Head article={article} print={print} marks={marks} />
      {print.summary && (
        <section className="printed-part" aria-labelledby="article-summary">
          <h2 id="article-summary">{t('article.summary')}</h2>
          <Piece printed={print.summary} marks={marks} className="body" />
        </section>
      )}
      {print.kind === 'index' ? (
        <p className="printed-part">
          <Link className="btn" to="/indexes/$id" params={{ id: article.id }}>
            {t('article.seeIndex', { n: print.entries.length })}
          </Link>
        </p>
      ) : (
        <Analysis print={print} marks={marks} />
      )}
      {print.sources.length > 0 && <ArticleSources article={article} print={print} marks={marks} />}
      {print.notes.length > 0 && <ArticleNotes print={print} references={article.references} marks={marks} />}
      <ImageCredit print={print} marks={marks} />
      <RepostFacts print={print} marks={marks} />
    </article>
  )
}

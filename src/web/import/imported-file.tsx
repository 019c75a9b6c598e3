// A file that was brought in: its articles, and the lines that belong to none.

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArticleLink } from '../archive/article-line.tsx'
import { importQuestion } from '../archive/archive-questions.ts'
import { Digest } from '../parts/digest.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTitle } from '../parts/use-title.ts'
import { KeyLine } from '../shell/key-line.tsx'
import { NoteLine } from '../shell/note-line.tsx'
import { importRoute } from '../shell/route-ids.ts'
import '../style/archive.css'
import { sayBytes, sayInstant } from '../text/moment.ts'
import { t } from '../text/t.ts'

export function ImportedFile() {
  const { id } = importRoute.useParams()
  const { data, error, isPending, refetch } = useQuery(importQuestion(id))
  useTitle(data?.name ?? null)
  return (
    <div className="screen">
      <header className="bar archive-bar">
        <span className="crumbs">
          <Link to="/import">{t('import.title')}</Link>
          <Icon name="forward" flip />
          <h1 className="clip">{data && <bdi>{showControls(data.name)}</bdi>}</h1>
        </span>
        <div className="end">
          <Link className="btn" to="/archive" search={{ file: id }}>
            {t('import.inArchive')}
          </Link>
          <a className="btn" href={`/api/imports/${id}/text`} download>
            <Icon name="file" />
            {t('import.text')}
          </a>
        </div>
      </header>
      <NoteLine />
      <div className="scroll sheet-ground">
        {isPending && <Waiting />}
        {error && !data && <Failed error={error} again={() => void refetch()} />}
        {data && (
          <>
            <section className="sec">
              <dl className="kv file-facts">
                <dt>{t('import.size')}</dt>
                <dd>{sayBytes(data.size)}</dd>
                <dt>{t('import.charset')}</dt>
                <dd>{data.charset ?? <span className="q">{t('unknown')}</span>}</dd>
                <dt>{t('import.when')}</dt>
                <dd>
                  {sayInstant(data.importedAt)} · <bdi>{showControls(data.importedBy)}</bdi>
                </dd>
                <dt>SHA-256</dt>
                <dd>
                  <Digest hex={data.digest} />
                </dd>
              </dl>
              {data.notes.map((note) => (
                <p key={note} className="small warn">
                  <bdi>{showControls(note)}</bdi>
                </p>
              ))}
            </section>
            <section className="sec">
              <h2>{t('import.n.documents', { n: data.contents.length })}</h2>
              <ol className="lines">
                {data.contents.map((article) => (
                  <li key={article.articleId}>
                    <ArticleLink id={article.articleId} title={article.title} />{' '}
                    {article.kind !== 'article' && <span className="chip">{t(`article.kind.${article.kind}`)}</span>}
                  </li>
                ))}
              </ol>
            </section>
            <section className="sec">
              <h2>
                {data.leftOver.length === 0
                  ? t('import.nothingLeft')
                  : t('import.leftOver', { n: data.leftOver.length })}
              </h2>
              <ol className="left-lines">
                {data.leftOver.map((line) => (
                  <li key={line.start}>
                    <span className="mono q">{line.line}</span> <Outside text={line.text} className="press" />
                  </li>
                ))}
              </ol>
            </section>
          </>
        )}
      </div>
      <KeyLine />
    </div>
  )
}

// What comes in, file by file: documents with their sources and notes, lines that belong to none, and what went wrong.

import type { ImportResult } from '../../server/shapes/import.ts'
import { ArticleLink } from '../archive/article-line.tsx'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { count, t } from '../text/t.ts'

type FilePlan = ImportResult['files'][number]
type Document = FilePlan['added'][number]

function DocumentLine({ document, isKnown, isPlan }: { document: Document; isKnown: boolean; isPlan: boolean }) {
  const [from = 0, to = 0] = document.lines
  return (
    <tr className={isKnown ? 'old' : ''}>
      <td className="wide-cell ink">
        {isPlan && !isKnown ? (
          <span className="press">
            {document.title === null ? (
              <span className="q">{t('article.untitled')}</span>
            ) : (
              <Outside text={document.title} lang="en" />
            )}
          </span>
        ) : (
          <ArticleLink id={document.articleId} title={document.title} />
        )}{' '}
        {document.kind !== 'article' && <span className="chip">{t(`article.kind.${document.kind}`)}</span>}
        {isKnown && <span className="small q"> {t('import.isKnown')}</span>}
      </td>
      <td className="nowrap q2">{t('article.lines', { from, to })}</td>
      <td className="num" data-label={t('import.sources')}>
        {count(document.sources)}
      </td>
      <td className="num" data-label={t('import.notes')}>
        {count(document.notes)}
      </td>
    </tr>
  )
}

function LeftOver({ file }: { file: FilePlan }) {
  if (file.leftOver === 0)
    return (
      <p className="st good small">
        <Icon name="tick" />
        {t('import.nothingLeft')}
      </p>
    )
  return (
    <details className="fold">
      <summary>{t('import.leftOver', { n: file.leftOver })}</summary>
      <ol className="left-lines">
        {file.leftOverLines.map(({ line, text }, index) => (
          <li key={index}>
            <span className="mono q">{line}</span> <Outside text={text} className="press" />
          </li>
        ))}
      </ol>
      {file.leftOver > file.leftOverLines.length && (
        <p className="small q">{t('import.leftOver.more', { n: file.leftOver - file.leftOverLines.length })}</p>
      )}
    </details>
  )
}

const sumOf = (documents: readonly Document[], what: 'sources' | 'notes') =>
  documents.reduce((sum, document) => sum + document[what], 0)

function FileSection({ file, isPlan }: { file: FilePlan; isPlan: boolean }) {
  return (
    <section className="import-file">
      <h2>
        <bdi>{showControls(file.file)}</bdi>
      </h2>
      {file.kind === 'known' ? (
        <p className="st q2">
          <Icon name="dash" />
          {t('import.known')}
        </p>
      ) : (
        <p className="q2">
          {t('import.counts', {
            documents: t('import.n.documents', { n: file.added.length }),
            sources: t('import.n.sources', { n: sumOf(file.added, 'sources') }),
            notes: t('import.n.notes', { n: sumOf(file.added, 'notes') }),
          })}
        </p>
      )}
      {file.notes.map((note) => (
        <p key={note} className="small warn">
          <bdi>{showControls(note)}</bdi>
        </p>
      ))}
      {file.added.length + file.known.length > 0 && (
        <table className="reg">
          <thead>
            <tr>
              <th>{t('article.title')}</th>
              <th>{t('import.lines')}</th>
              <th className="num">{t('import.sources')}</th>
              <th className="num">{t('import.notes')}</th>
            </tr>
          </thead>
          <tbody>
            {file.added.map((document, index) => (
              <DocumentLine key={`a${index}`} document={document} isKnown={false} isPlan={isPlan} />
            ))}
            {file.known.map((document, index) => (
              <DocumentLine key={`k${index}`} document={document} isKnown isPlan={isPlan} />
            ))}
          </tbody>
        </table>
      )}
      <LeftOver file={file} />
    </section>
  )
}

export function ImportPlan({ result }: { result: ImportResult }) {
  return (
    <div className="import-plan" role="region" aria-label={t(result.dryRun ? 'import.plan' : 'import.result')}>
      {result.problems.map(({ file, reason }, index) => (
        <p key={index} role="alert">
          <span className="st stop">
            <Icon name="cross" label={t('error.label')} />
            <bdi className="b">{showControls(file)}</bdi>
          </span>{' '}
          <bdi>{showControls(reason)}</bdi>
        </p>
      ))}
      {result.files.map((file, index) => (
        <FileSection key={index} file={file} isPlan={result.dryRun} />
      ))}
    </div>
  )
}

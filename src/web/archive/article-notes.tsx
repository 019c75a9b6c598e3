import type { ArticlePrint } from '../../domain/article.ts'
import type { ArticleReference } from '../../server/shapes/article.ts'
import { t } from '../text/t.ts'
import { jumpTo, MarkedText, type PageMarks } from './marked-text.tsx'
import { ReferenceLine } from './reference-line.tsx'

type ArticleNotesProps = { print: ArticlePrint; references: readonly ArticleReference[]; marks: PageMarks }

/** The notes, each with the earlier pieces that it refers to. */
export function ArticleNotes({ print, references, marks }: ArticleNotesProps) {
  const markers = new Set(print.markers)
  return (
    <section className="printed-part" aria-labelledby="article-notes">
      <h2 id="article-notes">{t('article.notes')}</h2>
      <ol className="article-notes">
        {print.notes.map((note, index) => (
          <li key={index} id={`note-${note.label}`} tabIndex={-1}>
            {markers.has(note.label) ? (
              <a
                href={`#marker-${note.label}`}
                className="note-label"
                aria-label={t('article.toMarker', { label: note.label })}
                onClick={(event) => jumpTo(event, `marker-${note.label}`)}
              >
                [{note.label}]
              </a>
            ) : (
              <span className="note-label q">[{note.label}]</span>
            )}
            <div>
              {note.paragraphs.map((paragraph) => (
                <p key={paragraph.start} className="press">
                  <MarkedText printed={paragraph} marks={marks} />
                </p>
              ))}
              <ul className="lines small">
                {references
                  .filter((reference) => reference.note === note.label)
                  .map((reference) => (
                    <li key={reference.id}>
                      <ReferenceLine reference={reference} />
                    </li>
                  ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

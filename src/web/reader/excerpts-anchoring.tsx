// Whether the words of an excerpt still stand where they were cut; when not, what was found where, and what a person decides.

import { useQuery } from '@tanstack/react-query'
import type { Excerpt } from '../../server/shapes/excerpt.ts'
import type { ExcerptCheck } from '../../server/shapes/excerpt-detail.ts'
import type { ItemDetail } from '../../server/shapes/item.ts'
import type { Page } from '../excerpts/editor/draft.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside } from '../parts/outside.tsx'
import { sayDay } from '../text/moment.ts'
import { t } from '../text/t.ts'
import { decideAnchoring } from './excerpts-deeds.ts'
import { selectAnew } from './excerpts-open.ts'
import { excerptQuestion } from './excerpts-questions.ts'

type AnchoringProps = { excerpt: Excerpt; item: ItemDetail; page: Page }

export function Anchoring(props: AnchoringProps) {
  const { anchoring, readingId } = props.excerpt
  if (anchoring === 'held' && readingId === props.page.reading.id)
    return (
      <p className="small st good">
        <Icon name="seal" />
        {t('excerpt.anchoring.held')}
      </p>
    )
  if (anchoring === 'held') return <p className="small q">{t('excerpt.elsewhere')}</p>
  return <Astray {...props} />
}

/** The last look that nobody has decided on. */
const openCheck = (checks: readonly ExcerptCheck[]) =>
  checks.findLast(({ decision, anchoring }) => decision === null && anchoring !== 'held')

function Astray({ excerpt, item, page }: AnchoringProps) {
  const { data } = useQuery(excerptQuestion(excerpt))
  const check = openCheck(data?.checks ?? [])
  const capture = item.captures.find(({ id }) => id === check?.captureId)
  const day = capture ? sayDay(capture.requestedAt) : null
  const isMoved = excerpt.anchoring === 'moved'
  return (
    <div className="small excerpt-report">
      <p className="st warn">
        <Icon name="differs" />
        {isMoved || day === null
          ? t(`excerpt.anchoring.${excerpt.anchoring}`)
          : t('excerpt.anchoring.lost.day', { day })}
      </p>
      {check && (
        <ul>
          {check.report.map((line, index) => (
            <ReportLine key={index} line={line} page={page} language={excerpt.language} />
          ))}
        </ul>
      )}
      <p className="act-line">
        {isMoved && (
          <button type="button" className="btn" onClick={() => void decideAnchoring(excerpt, 'take')}>
            {t('excerpt.take')}
          </button>
        )}
        <button type="button" className="btn" onClick={() => void decideAnchoring(excerpt, 'keep')}>
          {t('excerpt.keep')}
        </button>
        <button type="button" className="btn" onClick={() => selectAnew(page, excerpt)}>
          {t('excerpt.anew')}
        </button>
      </p>
    </div>
  )
}

type LineProps = { line: ExcerptCheck['report'][number]; page: Page; language: string | null }

/** One quotation: its old words, and what stands there now. */
function ReportLine({ line, page, language }: LineProps) {
  const { exact, found } = line
  const block = found.kind === 'moved' ? page.reading.blocks.findIndex(({ end }) => end > found.anchor.start) + 1 : 0
  return (
    <li>
      <span className={found.kind === 'held' ? '' : 'old-words'}>
        <Outside text={exact} lang={language} className="press" />
      </span>
      {found.kind === 'held' && <span className="q"> {t('excerpt.found.held')}</span>}
      {found.kind === 'lost' && (
        <span className="q">
          {' '}
          {t('excerpt.found.lost')} <bdi>{found.reason}</bdi>
        </span>
      )}
      {found.kind === 'moved' && (
        <p className="q">
          {found.how === 'same-words'
            ? t('excerpt.found.same', { block })
            : t('excerpt.found.alike', { block, n: found.distance })}
          {found.places > 1 && <> {t('excerpt.found.places', { n: found.places })}</>}
        </p>
      )}
      {found.kind === 'moved' && found.how === 'alike' && (
        <Outside text={found.anchor.exact} lang={language} className="press" />
      )}
    </li>
  )
}

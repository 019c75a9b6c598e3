// Who changed what when, and what was said before; with the way back to any wording.

import { useQuery } from '@tanstack/react-query'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { TranslationHistory, TranslationView } from '../../server/shapes/translation.ts'
import { Icon } from '../parts/icon.tsx'
import { Outside, showControls } from '../parts/outside.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import { sayMoment } from '../text/moment.ts'
import { count, t } from '../text/t.ts'
import { restoreWording, saidAt, type SentencePlace } from './translation-deeds.ts'
import { historyQuestion } from './translation-questions.ts'
import { FlagWords } from './translation-state.tsx'

type Revision = TranslationHistory['revisions'][number]
type Change = Revision['changes']['sentences'][number]

type SheetProps = {
  view: TranslationView
  /** null = of the whole translation. */
  place: SentencePlace | null
  onClose: () => void
}

export function HistorySheet({ view, place, onClose }: SheetProps) {
  const { data, error } = useQuery(historyQuestion(view))
  const shown = (data?.revisions ?? []).flatMap((revision) => {
    const changes = revision.changes.sentences.filter((change) => place === null || isOf(view, change, place))
    const isFilled = revision.changes.filled.includes(place === 'title' ? null : (place ?? -1))
    return place === null || changes.length > 0 || isFilled ? [{ revision, changes }] : []
  })
  const name = place === 'title' ? t('translation.title') : t('translation.sentence', { n: Number(place) + 1 })
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="sheet broad">
        <Dialog>
          <header>
            <Heading slot="title">{t('translation.history')}</Heading>
            {place !== null && <span className="q">{name}</span>}
            <button type="button" className="btn" onClick={onClose}>
              {t('act.close')} <kbd>Esc</kbd>
            </button>
          </header>
          {!data && (error ? <Failed error={error} /> : <Waiting rows={3} />)}
          {data && shown.length === 0 && <p className="q">{t('translation.history.none')}</p>}
          <ol className="history translation-history">
            {shown.map(({ revision, changes }) => (
              <RevisionLine
                key={revision.revision}
                {...{ view, revision, changes, isWhole: place === null, onClose }}
              />
            ))}
          </ol>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Numbers change when the page is read anew; the sentence itself says which it is. */
function isOf(view: TranslationView, { segment, source }: Change, place: SentencePlace): boolean {
  if (place === 'title' || segment === null) return place === 'title' && segment === null
  return source === '' ? segment === place : source === saidAt(view, place)?.source
}

type LineProps = {
  view: TranslationView
  revision: Revision
  changes: readonly Change[]
  isWhole: boolean
  onClose: () => void
}

const MOST_CHANGES = 12

function RevisionLine({ view, revision, changes, isWhole, onClose }: LineProps) {
  const { deed, signedBy, signedAt } = revision
  const { layout, sentences } = revision.changes
  const canUndo = isWhole && (sentences.length > 0 || layout !== null)
  const undo = async () => {
    if (await restoreWording(view, { of: revision.revision, words: 'before' })) onClose()
  }
  return (
    <li>
      <b className="b">{t(`translation.deed.${deed}`)}</b> <Counts revision={revision} />
      <span className="small q block-line">
        <bdi>{showControls(signedBy)}</bdi>, {sayMoment(signedAt)} UTC
      </span>
      {revision.changes.reasons.map((reason) => (
        <bdi key={reason} className="small q block-line">
          {reason}
        </bdi>
      ))}
      {changes.slice(0, MOST_CHANGES).map((change) => (
        <ChangeLine key={`${change.segment}`} {...{ view, change, of: revision.revision, onClose }} />
      ))}
      {isWhole && layout && <LayoutLine view={view} layout={layout} />}
      {changes.length > MOST_CHANGES && (
        <span className="small q">{t('translation.history.more', { n: changes.length - MOST_CHANGES })}</span>
      )}
      {canUndo && (
        <p className="act-line">
          <button type="button" className="btn" onClick={() => void undo()}>
            <Icon name="again" />
            {t('translation.history.undo')}
          </button>
        </p>
      )}
    </li>
  )
}

function Counts({ revision: { changes } }: { revision: Revision }) {
  const { filled, carried, leftOver } = changes
  return (
    <span className="q">
      {filled.length > 0 && t('translation.sentences', { n: filled.length })}
      {carried > 0 && t('translation.history.carried', { n: carried })}
      {leftOver > 0 && <> · {t('translation.leftOver', { n: leftOver })}</>}
      {changes.of !== null && t('translation.history.of', { n: count(changes.of) })}
    </span>
  )
}

type ChangeProps = { view: TranslationView; change: Change; of: number; onClose: () => void }

/** What was said, and what is said since; either can be gone back to, unless it is what stands. */
function ChangeLine({ view, change, of, onClose }: ChangeProps) {
  const place = change.segment ?? 'title'
  const stands = saidAt(view, place)
  const { before, after } = change
  if (before.target === undefined && after.target === undefined)
    return after.flags ? <DoubtLine change={change} /> : null
  const isHere = stands !== null && (change.source === '' || stands.source === change.source)
  const goBack = async (words: 'before' | 'after') => {
    if (await restoreWording(view, { of, words, place })) onClose()
  }
  return (
    <div className="wording">
      <Outside text={change.source} lang={view.from} className="press small q" />
      {(['before', 'after'] as const).map((side) => {
        const target = change[side].target ?? null
        const canReturn = isHere && target !== stands.target
        return (
          <p key={side} className={side}>
            <span className="small q">{t(`translation.history.${side}`)}</span>{' '}
            {target === null ? (
              <span className="untold">— {t('translation.state.none')}</span>
            ) : (
              <Outside text={target} lang={view.to} className="press" />
            )}{' '}
            {canReturn && (
              <button type="button" className="link" onClick={() => void goBack(side)}>
                {t('translation.history.return')}
              </button>
            )}
          </p>
        )
      })}
    </div>
  )
}

function LayoutLine({ view, layout }: { view: TranslationView; layout: NonNullable<Revision['changes']['layout']> }) {
  return (
    <div className="wording">
      {(['before', 'after'] as const).map((side) => (
        <div key={side} className={side}>
          <span className="small q">{t(`translation.history.${side}`)}</span>
          {layout[side].map(({ source }) => (
            <span key={source} className="block-line">
              <Outside text={source} lang={view.from} className="press" />
            </span>
          ))}
        </div>
      ))}
    </div>
  )
}

function DoubtLine({ change: { source, before, after } }: { change: Change }) {
  const was = new Set((before.flags ?? []).filter(({ dismissed }) => dismissed).map(({ words }) => words))
  const is = new Set((after.flags ?? []).filter(({ dismissed }) => dismissed).map(({ words }) => words))
  const changed = (after.flags ?? []).filter(({ words }) => was.has(words) !== is.has(words))
  return (
    <div className="wording">
      <Outside text={source} className="press small q" />
      {changed.map(({ words }) => (
        <span key={words} className="block-line">
          <FlagWords words={words} />
        </span>
      ))}
    </div>
  )
}

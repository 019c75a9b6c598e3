// What the memory and the glossary have for a sentence, each with the key that puts it in.

import type { SentenceAids, TranslationView } from '../../server/shapes/translation.ts'
import { Outside } from '../parts/outside.tsx'
import { t } from '../text/t.ts'

export type Aid = {
  readonly words: string
  /** A translation of the whole sentence; else a term in it. */
  readonly isWhole: boolean
  /** What it is a translation of. */
  readonly of: string
  /** 0–1; null = an agreed term. */
  readonly match: number | null
  readonly origin: string
}

/** As many as there are digits. */
const MOST = 9

export function listAids(aids: SentenceAids | undefined): Aid[] {
  const matches = (aids?.matches ?? []).map(({ source, target, match, origin }): Aid => ({
    words: target,
    isWhole: true,
    of: source,
    match,
    origin,
  }))
  const terms = (aids?.terms ?? []).flatMap(({ printed, targets }): Aid[] =>
    targets[0] === undefined ? [] : [{ words: targets[0], isWhole: false, of: printed, match: null, origin: '' }],
  )
  return [...matches.slice(0, 4), ...terms].slice(0, MOST)
}

type ListProps = { aids: readonly Aid[]; view: TranslationView; onInsert: (aid: Aid) => void }

export function SentenceAidsList({ aids, view, onInsert }: ListProps) {
  if (aids.length === 0) return null
  return (
    <ul className="sentence-aids" aria-label={t('translation.aids')}>
      {aids.map((aid, at) => (
        <li key={`${aid.of} ${aid.words}`}>
          <button type="button" className="aid" onClick={() => onInsert(aid)}>
            <kbd>Alt+{at + 1}</kbd> <Outside text={aid.words} lang={view.to} className="press" />
            <span className="small q">
              {aid.match === null ? (
                t('translation.aid.term')
              ) : (
                <>
                  {t('translation.match', { match: Math.round(aid.match * 100) })} · <bdi>{aid.origin}</bdi>
                </>
              )}{' '}
              {aid.match !== 1 && <Outside text={aid.of} lang={view.from} className="press" />}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

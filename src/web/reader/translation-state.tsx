// What a reader is told of a translation: who made it, when, and whether a person has read it.

import type { TranslationSegment, TranslationStateName } from '../../server/shapes/translation.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { isolate, showIsolated } from '../parts/outside.tsx'
import { sayMoment } from '../text/moment.ts'
import { count, t } from '../text/t.ts'

const looks: Readonly<Record<TranslationStateName, { icon: IconName; hue: string }>> = {
  none: { icon: 'dash', hue: 'q' },
  machine: { icon: 'gear', hue: 'wait' },
  'machine-reviewed': { icon: 'tick', hue: 'good' },
  human: { icon: 'person', hue: 'good' },
}

export type Told = Pick<TranslationSegment, 'state' | 'origin' | 'reviewedBy' | 'reviewedAt'>
type Flag = TranslationSegment['flags'][number]

export const openFlags = (flags: readonly Flag[]): Flag[] => flags.filter(({ dismissed }) => dismissed === undefined)

/** Who or what the words are of: an engine with its version, a person, or whom the memory has them from; empty when nobody. */
export function sayMaker(origin: TranslationSegment['origin']): string {
  if (origin === null) return ''
  if (origin.kind === 'engine') return sayEngine(origin)
  if (origin.kind === 'person') return isolate(origin.name)
  return origin.of === null ? t('translation.by.memory') : isolate(origin.of)
}

/** Many versions begin with the name already, as in “DeepL API v2”. */
function sayEngine({ engine, version }: { engine: string; version: string }): string {
  if (version.toLowerCase().startsWith(engine)) return isolate(version)
  return t('translation.by.engine', { engine: isolate(engine), version: isolate(version) }).trim()
}

/** Everything on record about some words: maker, how it came here, reviewer, time. */
export function sayOrigin({ state, origin, reviewedBy, reviewedAt }: Told): string {
  const isReviewed = state === 'machine-reviewed' && reviewedBy !== null
  const at = (isReviewed ? reviewedAt : (origin?.at ?? reviewedAt)) ?? null
  const match = origin?.kind === 'memory' ? sayMatch(origin) : ''
  return [
    sayMaker(origin),
    match,
    isReviewed ? t('translation.reviewedBy', { name: isolate(reviewedBy) }) : '',
    at === null ? '' : sayMoment(at),
  ]
    .filter((words) => words !== '')
    .join(' · ')
}

/** How the memory came to say so; that it does is said already where it is told as the maker. */
function sayMatch({ match, of }: { match: number; of: string | null }): string {
  if (match < 1) return t('translation.match', { match: Math.floor(match * 100) })
  return of === null ? '' : t('translation.by.memory')
}

type StateMarkProps = {
  state: TranslationStateName
  by?: string
  /** Of a whole that is not translated: some of it is. */
  isPartly?: boolean
}

export function StateMark({ state, by = '', isPartly = false }: StateMarkProps) {
  const { icon, hue } = looks[state]
  return (
    <span className={`st ${hue} translation-state`}>
      <Icon name={icon} />
      {t(isPartly ? 'translation.state.partly' : `translation.state.${state}`)}
      {by !== '' && <span className="q"> · {showIsolated(by)}</span>}
    </span>
  )
}

/** The state as a sign alone, for the spine; its name is told to who cannot see it. */
export function StateSign({ state }: { state: TranslationStateName }) {
  const { icon, hue } = looks[state]
  return (
    <span className={`st ${hue}`}>
      <Icon name={icon} label={t(`translation.state.${state}`)} />
    </span>
  )
}

/** Looks like a machine’s, and nobody says so: a question, never a verdict. */
export function MachineQuestion({ words }: { words: string }) {
  return (
    <span className="unsure small" title={words}>
      {t('translation.flag.machine-marks')}
    </span>
  )
}

/** What a comparison found, in the words that go on record: always English. */
export const FlagWords = ({ words }: { words: string }) => (
  <bdi lang="en" dir="ltr">
    {words}
  </bdi>
)

/** Doubts after a sentence, a word for each kind; the whole is told where the sentence stands under the text. */
export function Flags({ flags, id }: { flags: readonly Flag[]; id: string }) {
  const byKind = Map.groupBy(openFlags(flags), ({ kind }) => kind)
  if (byKind.size === 0) return null
  return (
    <span id={id} className="translation-flags">
      {[...byKind].map(([kind, same]) => {
        const words = same.map((flag) => flag.words).join(' ')
        if (kind === 'machine-marks') return <MachineQuestion key={kind} words={words} />
        return (
          <span key={kind} className="st warn small" title={words}>
            <Icon name="differs" />
            {t(`translation.flag.${kind}`)}
            {same.length > 1 && ` ${count(same.length)}`}
            <span className="unseen">
              : <FlagWords words={words} />
            </span>
          </span>
        )
      })}
    </span>
  )
}

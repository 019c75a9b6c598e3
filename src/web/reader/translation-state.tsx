// What a reader is told of a translation: who made it, and whether a person has read it.

import type { TranslationSegment, TranslationStateName } from '../../server/shapes/translation.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { isolate, showIsolated } from '../parts/outside.tsx'
import { t } from '../text/t.ts'

const looks: Readonly<Record<TranslationStateName, { icon: IconName; hue: string }>> = {
  none: { icon: 'dash', hue: 'q' },
  machine: { icon: 'gear', hue: 'wait' },
  'machine-reviewed': { icon: 'tick', hue: 'good' },
  human: { icon: 'person', hue: 'good' },
}

type Told = Pick<TranslationSegment, 'state' | 'origin' | 'reviewedBy'>

/** Who or what the words are of, in words; empty when nobody. */
export function sayOrigin({ origin, reviewedBy }: Told): string {
  const by = (() => {
    if (origin === null) return ''
    if (origin.kind === 'engine')
      return t('translation.by.engine', { engine: isolate(origin.engine), version: isolate(origin.version) })
    if (origin.kind === 'memory')
      return t('translation.by.memory', { match: Math.round(origin.match <= 1 ? origin.match * 100 : origin.match) })
    return t('translation.by.person', { name: isolate(origin.name) })
  })()
  const reviewed = reviewedBy === null ? '' : t('translation.reviewedBy', { name: isolate(reviewedBy) })
  return [by, reviewed].filter((words) => words !== '').join(' · ')
}

export function StateMark({ state, by = '' }: { state: TranslationStateName; by?: string }) {
  const { icon, hue } = looks[state]
  return (
    <span className={`st ${hue} translation-state`}>
      <Icon name={icon} />
      {t(`translation.state.${state}`)}
      {by !== '' && <span className="q"> · {showIsolated(by)}</span>}
    </span>
  )
}

export function Flags({ flags }: { flags: TranslationSegment['flags'] }) {
  return flags.map((flag, index) => (
    <span key={index} className="st warn small translation-flag">
      <Icon name="differs" />
      {t(`translation.flag.${flag.kind}`)}: <bdi>{flag.words}</bdi>
    </span>
  ))
}

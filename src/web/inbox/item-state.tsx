import type { ItemRow } from '../../server/shapes/item.ts'
import type { TriageState } from '../../server/shapes/triage.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { hasPhrase, t, type PhraseKey } from '../text/t.ts'
import { triageOf } from '../triage/triage-deeds.ts'

type Look = { icon: IconName; hue: string; name: PhraseKey }

/** What a person has decided stands before how the page fared. */
const decided: Readonly<Partial<Record<TriageState, Look>>> = {
  picked: { icon: 'picked', hue: 'good', name: 'triage.picked' },
  parked: { icon: 'clock', hue: 'wait', name: 'triage.parked' },
  skipped: { icon: 'dash', hue: 'q', name: 'triage.skipped' },
}

const fared: Readonly<Record<Exclude<ItemRow['state'], 'read'>, Look>> = {
  failed: { icon: 'cross', hue: 'stop', name: 'item.failed' },
  refused: { icon: 'cross', hue: 'stop', name: 'item.refused' },
  promised: { icon: 'gap', hue: 'wait', name: 'item.promised' },
  captured: { icon: 'gap', hue: 'wait', name: 'item.captured' },
}

function lookOf(item: ItemRow): Look {
  const { state } = triageOf(item)
  const decision = decided[state]
  if (decision) return decision
  if (item.state !== 'read') return fared[item.state]
  return state === 'new'
    ? { icon: 'dot', hue: 'act', name: 'item.new' }
    : { icon: 'ring', hue: 'q', name: 'triage.opened' }
}

/** Nobody has looked at it, and there is something to look at. */
export const isUnread = (item: ItemRow) => item.state === 'read' && triageOf(item).state === 'new'

/** Where an item stands, as a glyph with a name; its marks as a flag. */
export function ItemMark({ item }: { item: ItemRow }) {
  const { icon, hue, name } = lookOf(item)
  const { marks } = triageOf(item)
  return (
    <span className="marks">
      <span className={`st ${hue}`} title={t(name)}>
        <Icon name={icon} label={t(name)} />
      </span>
      {marks.length > 0 && (
        <span className="st warn" title={marks.join(', ')}>
          <Icon name="flag" label={t('triage.marked', { labels: marks.join(', ') })} />
        </span>
      )}
    </span>
  )
}

/** A kind of failure in words. */
export function failureName(failure: string | null): string {
  const key = `failure.${failure ?? 'internal'}`
  return hasPhrase(key) ? t(key) : (failure ?? '')
}

/** Why there is no text, in a sentence; null when there is one. */
export function missingTextWords(item: Pick<ItemRow, 'state' | 'failure' | 'reason'>): string | null {
  if (item.state === 'promised') return t('item.promised.words')
  if (item.state === 'captured') return t('item.captured.words')
  if (item.state === 'read') return null
  return item.reason ?? failureName(item.failure)
}

import type { ItemRow } from '../../server/shapes/item.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { hasPhrase, t, type PhraseKey } from '../text/t.ts'

type Look = { icon: IconName; hue: string; name: PhraseKey }

function lookOf(item: ItemRow, seen: boolean): Look {
  if (item.state === 'failed') return { icon: 'cross', hue: 'stop', name: 'item.failed' }
  if (item.state === 'refused') return { icon: 'cross', hue: 'stop', name: 'item.refused' }
  if (item.state === 'promised') return { icon: 'clock', hue: 'wait', name: 'item.promised' }
  if (item.state === 'captured') return { icon: 'clock', hue: 'wait', name: 'item.captured' }
  return seen ? { icon: 'ring', hue: 'q', name: 'item.seen' } : { icon: 'dot', hue: 'act', name: 'item.new' }
}

/** Where an item stands, as a glyph with a name. */
export function ItemMark({ item, seen }: { item: ItemRow; seen: boolean }) {
  const { icon, hue, name } = lookOf(item, seen)
  return (
    <span className={`st ${hue}`} title={t(name)}>
      <Icon name={icon} label={t(name)} />
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

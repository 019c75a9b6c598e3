import type { ItemRow } from '../../server/shapes/item.ts'
import type { KeyBinding } from '../shell/keys.ts'
import type { TriageDeed } from './apply-deed.ts'
import { currentMark } from './current-mark.ts'
import { decide } from './triage-deeds.ts'

/**
 * The keys that decide about one item, the same on every screen.
 * @param after what follows a decision that is done with the item; marking is not
 * @param onChooseMark asked for another mark than the current one
 */
export function triageKeys(
  item: ItemRow | undefined,
  after: (deed: TriageDeed) => void,
  onChooseMark: () => void,
): KeyBinding[] {
  const deed = (wish: TriageDeed) => () => {
    if (!item) return
    decide([item], wish)
    after(wish)
  }
  return [
    { key: 'p', name: 'key.pick', run: deed({ kind: 'pick' }) },
    { key: 'x', name: 'key.pick', quiet: true, run: deed({ kind: 'pick' }) },
    { key: 'l', name: 'key.park', run: deed({ kind: 'park' }) },
    { key: 's', name: 'key.skip', run: deed({ kind: 'skip' }) },
    { key: 'm', name: 'key.mark', run: deed({ kind: 'mark', label: currentMark() }) },
    { key: 'M', name: 'key.chooseMark', quiet: true, run: onChooseMark },
  ]
}

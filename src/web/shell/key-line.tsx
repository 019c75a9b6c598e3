import type { ReactNode } from 'react'
import { t } from '../text/t.ts'
import { useActiveKeys, type KeyBinding } from './keys.ts'
import { useSetting } from './settings.ts'

const names: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space', ArrowUp: 'Up', ArrowDown: 'Down' }
export const keyLabel = (key: string) => names[key] ?? key

/** Neighbouring keys with one meaning stand together, as in `j k move`. */
export function groupKeys(bindings: readonly KeyBinding[]) {
  const groups: { name: KeyBinding['name']; keys: string[] }[] = []
  for (const { key, name } of bindings) {
    const group = groups.find((candidate) => candidate.name === name)
    if (group) group.keys.push(key)
    else groups.push({ name, keys: [key] })
  }
  return groups
}

/** The bottom line: the keys that work here, now. */
export function KeyLine({ children }: { children?: ReactNode }) {
  const active = useActiveKeys().filter((binding) => !binding.quiet)
  const off = useSetting('singleKeys') === 'off'
  return (
    <footer className="keys">
      <span className="hints">
        {groupKeys(active)
          .filter((group) => !off || group.keys.every((key) => key.length > 1))
          .map(({ name, keys }) => (
            <span key={name}>
              {keys.map((key) => (
                <kbd key={key}>{keyLabel(key)}</kbd>
              ))}
              {t(name)}
            </span>
          ))}
      </span>
      {children && <span className="end">{children}</span>}
    </footer>
  )
}

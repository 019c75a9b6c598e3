import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EngineView } from '../../server/shapes/engine.ts'
import type { TranslationSettings } from '../../server/shapes/setting.ts'
import { wordsOf } from '../api/ask.ts'
import { recordSettings } from '../settings/follow-settings.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'

type Wish =
  | { readonly kind: 'move'; readonly name: string; readonly by: number; readonly title: string }
  | { readonly kind: 'on'; readonly name: string; readonly title: string }
  | { readonly kind: 'off'; readonly name: string; readonly title: string }

/** What is in force, as settings. */
const settingsOf = (all: readonly EngineView[]): Pick<TranslationSettings, 'order' | 'off'> => ({
  order: all.map(({ name }) => name),
  off: all.filter(({ isOff }) => isOff).map(({ name }) => name),
})

function arranged(all: readonly EngineView[], wish: Wish): Pick<TranslationSettings, 'order' | 'off'> {
  const { order, off } = settingsOf(all)
  if (wish.kind === 'on') return { order, off: off.filter((name) => name !== wish.name) }
  if (wish.kind === 'off') return { order, off: [...off, wish.name] }
  const at = order.indexOf(wish.name)
  const rest = order.filter((name) => name !== wish.name)
  return { order: rest.toSpliced(Math.max(0, at + wish.by), 0, wish.name), off }
}

/** Moves engines, leaves them out, takes them in again: a setting of the desk, never of the configuration. */
export function useArrange(all: readonly EngineView[]) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const anew = () => client.invalidateQueries({ queryKey: ['engines'] })
  const arrange = async (wish: Wish): Promise<void> => {
    setBusy(true)
    const before = settingsOf(all)
    try {
      await recordSettings({ translation: arranged(all, wish) })
      sayDeed(t(`engine.did.${wish.kind}`, { name: wish.title }), () =>
        recordSettings({ translation: before }).then(anew),
      )
      await anew()
    } catch (error) {
      sayWords(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { arrange, busy }
}

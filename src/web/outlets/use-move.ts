import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutletMoveResult } from '../../server/shapes/outlet-move.ts'
import { ask } from '../api/ask.ts'
import { sayDeed } from '../shell/deeds.ts'

type Run = (dryRun: boolean) => Promise<OutletMoveResult>

/** A merge or split: looked at first, then made, then taken back when undo is asked for. */
export function useMove(words: string, onMade: () => void) {
  const client = useQueryClient()
  const [plan, setPlan] = useState<OutletMoveResult | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const anew = () => Promise.all(['outlet', 'outlets'].map((noun) => client.invalidateQueries({ queryKey: [noun] })))
  const doing = async (deed: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    await deed().catch(setProblem)
    setBusy(false)
  }
  return {
    plan,
    problem,
    busy,
    forget: () => {
      setPlan(null)
      setProblem(null)
    },
    look: (run: Run) => doing(async () => setPlan(await run(true))),
    make: (run: Run) =>
      doing(async () => {
        const { move } = await run(false)
        if (move)
          sayDeed(words, () => ask(`/api/outlet-moves/${move.id}/undo`, { method: 'POST', body: {} }).then(anew))
        await anew()
        onMade()
      }),
  }
}

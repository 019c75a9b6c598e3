import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { JoinDecisionRecord, JoinToAdd } from '../../server/shapes/authority.ts'
import { ask } from '../api/ask.ts'
import { askAnew } from '../archive/archive-questions.ts'
import { sayDeed } from '../shell/deeds.ts'
import { readSignature } from '../shell/signature.ts'
import { t } from '../text/t.ts'

export type Pair = { readonly left: Named; readonly right: Named }
type Named = { readonly id: string; readonly name: string }
type Wish = Pair & { readonly decision: JoinToAdd['decision'] }

const signature = () => {
  const signedBy = readSignature()
  return signedBy ? { signedBy } : {}
}

const takeBack = (id: string) =>
  ask<JoinDecisionRecord>(`/api/joins/${id}/undo`, { method: 'POST', body: { ...signature() } })

/** Says that two names are one, or are not; undo takes it back. */
export function useJoin() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ left, right, decision }: Wish) =>
      ask<JoinDecisionRecord>('/api/joins', {
        method: 'POST',
        body: { left: left.id, right: right.id, decision, ...signature() } satisfies JoinToAdd,
      }),
    onSuccess: async ({ id }, { left, right, decision }) => {
      const names = { left: left.name, right: right.name }
      sayDeed(t(`join.did.${decision}`, names), async () => {
        await takeBack(id)
        await askAnew(client)
      })
      await askAnew(client)
    },
  })
}

/** Takes a decision back that was made earlier. */
export function useTakeBack() {
  const client = useQueryClient()
  return useMutation({ mutationFn: takeBack, onSuccess: () => askAnew(client) })
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AuthorityDetail, AuthorityStatementToAdd } from '../../server/shapes/authority.ts'
import { ask } from '../api/ask.ts'
import { askAnew } from '../archive/archive-questions.ts'
import { readSignature } from '../shell/signature.ts'

/** States something of an authority, or takes a statement back. */
export function useStatement(id: string, onDone?: () => void) {
  const client = useQueryClient()
  const signedBy = readSignature()
  return useMutation({
    mutationFn: (statement: AuthorityStatementToAdd) =>
      ask<AuthorityDetail>(`/api/authorities/${id}/statements`, {
        method: 'POST',
        body: { ...statement, ...(signedBy ? { signedBy } : {}) },
      }),
    onSuccess: async () => {
      await askAnew(client)
      onDone?.()
    },
  })
}

import { useState } from 'react'
import type { Edit } from './edit.ts'
import { makeEdit, sendEdit, type Sent } from './edit-queue.ts'

/** Sends edits of one form. `problem` = why the last one was refused; one that is kept for later is no problem. */
export function useSend() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const send = async <Answer>(edit: Omit<Edit, 'id' | 'madeAt'>): Promise<Sent<Answer> | null> => {
    setBusy(true)
    setProblem(null)
    try {
      return await sendEdit<Answer>(makeEdit(edit))
    } catch (error) {
      setProblem(error)
      return null
    } finally {
      setBusy(false)
    }
  }
  return { send, busy, problem, forget: () => setProblem(null) }
}

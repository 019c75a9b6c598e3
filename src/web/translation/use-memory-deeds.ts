import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MemoryCorrection, MemoryLesson, MemorySegment } from '../../server/shapes/memory.ts'
import { ask, wordsOf } from '../api/ask.ts'
import { isolate } from '../parts/outside.tsx'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { t } from '../text/t.ts'
import { askMemoryAnew } from './questions.ts'

const LONG = 60
const short = (text: string): string => isolate(text.length > LONG ? `${text.slice(0, LONG)}…` : text)

/** The sentence as it was: whose words they were, and in what state, is put back too. */
function lessonOf({ from, to, source, target, state, origin }: MemorySegment): MemoryLesson {
  return { from, to, source, target, state: state === 'machine-reviewed' ? state : 'human', origin }
}

/** What people do to the memory; each deed can be taken back. */
export function useMemoryDeeds() {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const putBack = (segment: MemorySegment) => async () => {
    await ask('/api/memory/segments', { method: 'PUT', body: lessonOf(segment) })
    await askMemoryAnew(client)
  }

  const correct = async (segment: MemorySegment, target: string): Promise<boolean> => {
    setBusy(true)
    setProblem(null)
    try {
      const body: MemoryCorrection = { target, changedAt: segment.changedAt }
      await ask(`/api/memory/segments/${segment.no}`, { method: 'PATCH', body })
      sayDeed(t('memory.did.corrected', { sentence: short(segment.source) }), putBack(segment))
      await askMemoryAnew(client)
      return true
    } catch (error) {
      setProblem(error)
      return false
    } finally {
      setBusy(false)
    }
  }

  const forget = async (segment: MemorySegment): Promise<void> => {
    setBusy(true)
    try {
      const was = await ask<MemorySegment>(`/api/memory/segments/${segment.no}`, { method: 'DELETE' })
      sayDeed(t('memory.did.forgotten', { sentence: short(segment.source) }), putBack(was))
      await askMemoryAnew(client)
    } catch (error) {
      sayWords(wordsOf(error))
    } finally {
      setBusy(false)
    }
  }

  return { correct, forget, busy, problem }
}

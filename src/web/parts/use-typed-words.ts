import { useEffect, useRef, useState } from 'react'

/** Words typed are looked for once the hand rests. */
const REST_MS = 200

/**
 * The words of a field whose latest are held elsewhere, as in the address: told when the hand rests, and the field follows
 * when they change by another way than by typing.
 *
 * @param held the words as they are told
 */
export function useTypedWords(held: string, onWords: (words: string) => void) {
  const [words, setWords] = useState(held)
  const [sent, setSent] = useState(held)
  const [seen, setSeen] = useState(held)
  if (seen !== held) {
    setSeen(held)
    if (sent !== held) {
      setSent(held)
      setWords(held)
    }
  }
  const latest = useRef(onWords)
  useEffect(() => {
    latest.current = onWords
  })
  const next = words.trim()
  useEffect(() => {
    if (next === held) return
    const timer = setTimeout(() => {
      setSent(next)
      latest.current(next)
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [next, held])
  return [words, setWords] as const
}

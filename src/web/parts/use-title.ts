import { useEffect } from 'react'

/** What the tab says: the screen, then the desk; so that ten tabs can be told apart. @param words null = not known yet */
export function useTitle(words: string | null) {
  useEffect(() => {
    document.title = words ? `${words.slice(0, 120)} · Dragoman` : 'Dragoman'
  }, [words])
}

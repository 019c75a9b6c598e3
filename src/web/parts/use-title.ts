import { useEffect } from 'react'

/**
 * What the tab says: the screen, then the desk; so that ten tabs can be told apart.
 * A title from outside cannot turn the tab's words around. @param words null = not known yet
 */
export function useTitle(words: string | null) {
  useEffect(() => {
    const plain = words?.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ').slice(0, 120)
    document.title = plain ? `${plain} · Dragoman` : 'Dragoman'
  }, [words])
}

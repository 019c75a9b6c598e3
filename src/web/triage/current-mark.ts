// The label that `m` puts on items: the last one chosen in this browser.

const KEY = 'dragoman.mark'
const FIRST = 'marked'

export function currentMark(): string {
  try {
    return localStorage.getItem(KEY) ?? FIRST
  } catch {
    return FIRST
  }
}

export function keepMark(label: string) {
  try {
    localStorage.setItem(KEY, label)
  } catch {
    // Without storage the mark is chosen each time.
  }
}

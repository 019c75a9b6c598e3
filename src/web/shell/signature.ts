// Who is at this browser, as they sign. Kept to save typing; it proves nothing.

const KEY = 'dragoman.signature'

export function readSignature(): string {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function keepSignature(name: string) {
  try {
    localStorage.setItem(KEY, name)
  } catch {
    // Without storage the name is asked for each time.
  }
}

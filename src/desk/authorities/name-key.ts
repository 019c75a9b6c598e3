/** The key under which prints of one name meet in an article and in the records: case and marks aside, accents kept. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'ʼ`.]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '' && word !== 'the')
    .join(' ')
}

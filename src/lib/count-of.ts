/** A number with its English noun: “1 article”, “3 articles”. */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

// Words of two letters with a capital, in the middle of an English sentence, that are no word and no name: what a machine left over.

/** Words of two letters that are names, titles, parts of names, units or words with a capital. */
const shortWords = new Set(
  'Dr Mr Ms Mt St Sr Jr Lt Co No Al El Le La De Di Da Du Ad Ar Az As An At Et Ed Om Ur Abu Bo Jo Wu Xi Li Yi Yu Hu Ma Lu Qi Bu If In Is It We He Me My So To Up Us On Or Of Oh Ok Am Be By Do Go Re Vs Pm Km Kg Bn Mn Ya Ra Ba Ha Ka Pa Ja Za Na Gd Pt Os Io Po'.split(
    ' ',
  ),
)
/** Languages whose names are as short. */
const shortNames = /^(?:zh|ko|ja|vi|my|th|km|lo|ka|hy)(?:-|$)/u

/** Each with its UTF-16 offset. @param from BCP 47 of the original */
export function findScraps(text: string, from: string): { word: string; start: number }[] {
  if (shortNames.test(from)) return []
  return Array.from(
    // Between small letters: beside another capital it is part of a name.
    text.matchAll(/(?<=\p{Ll}[,;]?\s)\p{Lu}\p{Ll}(?=[,;.]?(?:\s\p{Ll}|\s*$))/gu),
    ({ index, 0: word }) => ({ word, start: index }),
  ).filter(({ word }) => !shortWords.has(word))
}

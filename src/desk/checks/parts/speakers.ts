// In: prose with quotations. Out: who is said to have spoken them. Shallow on purpose: a name or an office beside a verb of speech.

export type Speaker = {
  readonly index: number
  readonly offices: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** As printed: "Prime Minister Jane Roe". */
  readonly said: string
}

const verbs =
  'said|says|told|stated|noted|added|announced|declared|explained|affirmed|warned|continued|claimed|reiterated|stressed|revealed|remarked|asserted|suggested'
const title =
  '(?:[Dd]eputy |[Ff]oreign |[Pp]rime |[Dd]efense |[Dd]efence |[Ii]nterior )?(?:[Pp]rime [Mm]inister|[Pp]resident|[Mm]inister|[Ss]pokes(?:man|woman|person)|[Aa]mbassador|[Gg]eneral|[Cc]ommander|[Ss]ecretary|[Gg]overnor|[Cc]hief|[Pp]remier|[Cc]hancellor|[Kk]ing)'
const name = "\\p{Lu}[\\p{L}’'-]+(?:\\s(?:al-|bin\\s|ag\\s|de\\s)?\\p{Lu}[\\p{L}’'-]+){0,3}"
const person = `(?:(?<office>${title})\\s?)?(?<name>${name})?`
const after = new RegExp(`(?:(?:the|its|${name}’s)\\s)?${person}(?:\\shas|\\shad)?\\s(?:${verbs})\\b`, 'gu')
const by = new RegExp(`(?:(?:${verbs})\\sby|[Aa]ccording to)\\s(?:the\\s|${name}’s\\s)?${person}`, 'gu')
const pronoun = new RegExp(`\\b(?:[Hh]e|[Ss]he)\\s(?:also\\s)?(?:${verbs})\\b`, 'gu')

/** Everybody who is said to speak, in order; "he said" is the last one who spoke. */
export function speakersIn(text: string): Speaker[] {
  const named = [...text.matchAll(after), ...text.matchAll(by)].flatMap(({ index, groups, 0: found }) => {
    const office = groups?.['office']
    const who = groups?.['name']
    if (office === undefined && (who === undefined || /^(?:He|She|It|They|We|The|This|That|But|In|As)\b/u.test(who)))
      return []
    const said = [office, who].filter(Boolean).join(' ')
    return [{ index: index + found.length, offices: officesOf(office, found), names: namesOf(who), said }]
  })
  const all = [
    ...named,
    ...[...text.matchAll(pronoun)].map(({ index }) => ({
      index,
      offices: new Set<string>(),
      names: new Set<string>(),
      said: '',
    })),
  ]
  let last: Speaker | null = null
  return all
    .sort((a, b) => a.index - b.index)
    .flatMap((speaker) => {
      const isPronoun = speaker.offices.size === 0 && speaker.names.size === 0
      if (isPronoun && last === null) return []
      const known: Speaker = isPronoun && last !== null ? { ...last, index: speaker.index } : merge(speaker, last)
      last = known
      return [known]
    })
}

/** "The prime minister" after "Prime Minister Jane Roe" is she. */
function merge(speaker: Speaker, last: Speaker | null): Speaker {
  if (last === null || speaker.names.size > 0) return speaker
  const same = [...speaker.offices].some((office) => last.offices.has(office))
  return same ? { ...speaker, names: last.names } : speaker
}

function officesOf(office: string | undefined, found: string): Set<string> {
  const said = (office ?? '').toLowerCase()
  if (said === '') return new Set()
  return new Set([/prime minister|premier/iu.test(found) ? 'prime minister' : (said.trim().split(' ').at(-1) ?? said)])
}

function namesOf(who: string | undefined): Set<string> {
  const words = (who ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s’']+/u)
  return new Set(words.filter((word) => word.length > 3).map((word) => word.slice(0, 5)))
}

/** A general may be chief of staff and commander too; a president is no prime minister. */
function isHeldAlone(office: string): boolean {
  return ['president', 'prime minister', 'minister', 'ambassador', 'governor', 'king', 'chancellor'].includes(office)
}

/** True only where both are known and nothing about them agrees. */
export function areOthers(a: Speaker, b: Speaker): boolean {
  if ([...a.names].some((part) => b.names.has(part))) return false
  const [one, two] = [[...a.offices].filter(isHeldAlone), [...b.offices].filter(isHeldAlone)]
  return one.length > 0 && two.length > 0 && !one.some((office) => two.includes(office))
}

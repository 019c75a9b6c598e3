// TermBase eXchange (ISO 30042), in as version 2 and 3, out as TBX-Basic version 3 in the style of categories as attributes.
//
//   <conceptEntry id="KEY"><descrip type="subjectField">person</descrip>
//     <langSec xml:lang="en"><termSec><term>…</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>…

import { escapeXml, findNodes, readElements, textOf, type XmlNode } from '../exchange/read-elements.ts'
import type { GlossaryFile } from './glossary-csv.ts'
import { termKinds, type GlossaryTerm, type TermName } from './glossary-term.ts'
import { makeTerm } from './make-term.ts'

const statusWords = {
  agreed: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
} as const

export function writeTbx(terms: readonly GlossaryTerm[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>Dragoman glossary</p></sourceDesc></fileDesc></tbxHeader><text><body>',
    ...terms.map(writeEntry),
    '</body></text></tbx>',
    '',
  ].join('\n')
}

function writeEntry({ key, kind, names, note }: GlossaryTerm): string {
  const languages = Map.groupBy(names, ({ language }) => language)
  const sections = [...languages].map(
    ([language, list]) => `<langSec xml:lang="${escapeXml(language)}">${list.map(writeName).join('')}</langSec>`,
  )
  const said = note === null ? '' : `<note>${escapeXml(note)}</note>`
  return `<conceptEntry id="${escapeXml(key)}"><descrip type="subjectField">${kind}</descrip>${said}${sections.join('')}</conceptEntry>`
}

const writeName = ({ text, status }: TermName): string =>
  `<termSec><term>${escapeXml(text)}</term><termNote type="administrativeStatus">${statusWords[status]}</termNote></termSec>`

/** Hostile or broken XML is read as far as it goes; see `readElements`. */
export async function readTbx(chunks: Iterable<Uint8Array>): Promise<GlossaryFile> {
  const terms: GlossaryTerm[] = []
  const lines: number[] = []
  const problems: { line: number; reason: string }[] = []
  let count = 0
  for await (const entry of readElements(chunks, new Set(['conceptentry', 'termentry']))) {
    count += 1
    const term = readEntry(entry)
    if (typeof term === 'string') problems.push({ line: count, reason: term })
    else {
      terms.push(term)
      lines.push(count)
    }
  }
  if (count === 0) return { kind: 'not-a-glossary', reason: 'The file has no term entries of TBX in it.' }
  return { kind: 'glossary', terms, lines, problems }
}

function readEntry(entry: XmlNode): GlossaryTerm | string {
  const subject = findNodes(entry, 'descrip').find((one) => one.attributes['type'] === 'subjectField')
  const kind = termKinds.find((one) => subject && textOf(subject).trim() === one) ?? 'other'
  const [note] = findNodes(entry, 'note')
  const names = [...findNodes(entry, 'langsec'), ...findNodes(entry, 'langset')].flatMap((section) => {
    const language = section.attributes['xml:lang'] ?? ''
    const list = ['termsec', 'tig', 'ntig'].flatMap((name) => findNodes(section, name))
    return list.flatMap((one) => readName(one, language))
  })
  return makeTerm({ key: entry.attributes['id'] ?? '', kind, note: note ? textOf(note).trim() : '', names })
}

function readName(section: XmlNode, language: string): TermName[] {
  const [term] = findNodes(section, 'term')
  const text = term ? textOf(term).replace(/\s+/g, ' ').trim() : ''
  if (text === '' || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language)) return []
  const written = findNodes(section, 'termnote').find((one) => one.attributes['type'] === 'administrativeStatus')
  const word = written ? textOf(written).trim() : ''
  if (/^(?:deprecated|superseded)/.test(word)) return [{ language, text, status: 'forbidden' }]
  return [{ language, text, status: word.startsWith('admitted') ? 'admitted' : 'agreed' }]
}

// Excerpts on the command line: list them, cite them, hand them out as Web Annotations.

import { exportCollection } from '../desk/excerpts/export-annotations.ts'
import { citationForms, printCitation, type CitationForm } from '../desk/excerpts/print-citation.ts'
import { DeskError } from '../domain/errors.ts'
import { newId } from '../domain/id.ts'
import { printParts } from '../domain/excerpt.ts'
import { loadCitation } from '../server/present/citations.ts'
import { loadAnnotatedPage } from '../server/present/excerpts.ts'
import type { Db } from '../store/db.ts'
import { listExcerpts, type StoredExcerpt } from '../store/excerpts.ts'
import { now, tool } from '../tools.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { configOf } from './options.ts'
import type { Output } from './output.ts'
import { withRecords } from './with-records.ts'

const MOST = 5_000

export const excerpts: Command = {
  name: 'excerpts',
  usage: 'excerpts [WORDS…] [--basket NAME] [--tag TAG] [--cite FORM] [--annotations]',
  about: 'List excerpts with their translations and how they stand, the latest first.',
  details: `FORM is ${citationForms.join(', ')}. --annotations prints W3C Web Annotations (JSON-LD) instead.`,
  examples: [
    'dragoman excerpts',
    'dragoman excerpts --basket "River states" --cite chicago',
    'dragoman excerpts harbour --annotations > excerpts.jsonld',
  ],
  options: {
    basket: { type: 'string', value: 'NAME', about: 'Only those kept for this planned article' },
    tag: { type: 'string', value: 'TAG', about: 'Only those with this tag' },
    cite: { type: 'string', value: 'FORM', about: 'Print the citation below each' },
    annotations: { type: 'boolean', about: 'Print a collection of Web Annotations' },
  },
  run(input, out) {
    const form = readForm(textOption(input, 'cite'))
    return withRecords(configOf(input), async ({ db }) => {
      const filter = {
        basket: textOption(input, 'basket'),
        tag: textOption(input, 'tag'),
        words: input.words.join(' '),
      }
      const found = await listExcerpts(db, filter, MOST)
      if (input.options['annotations'] === true) return printAnnotations(db, found, out)
      return printList(db, found, form, input, out)
    })
  },
}

function readForm(word: string | undefined): CitationForm | undefined {
  const form = citationForms.find((known) => known === word)
  if (word !== undefined && form === undefined) {
    throw new DeskError('bad-usage', `“${word}” is no form of citation. There are: ${citationForms.join(', ')}.`)
  }
  return form
}

async function printAnnotations(db: Db, found: readonly StoredExcerpt[], out: Output): Promise<number> {
  const items = []
  for (const excerpt of found) items.push({ excerpt, page: await loadAnnotatedPage(db, excerpt) })
  const at = now()
  out.json(exportCollection(items, { id: newId(at), label: 'Excerpts', generator: tool, at }))
  return 0
}

async function printList(
  db: Db,
  found: readonly StoredExcerpt[],
  form: CitationForm | undefined,
  input: CommandInput,
  out: Output,
): Promise<number> {
  const cited = []
  for (const excerpt of found) {
    const citation = form && printCitation(await loadCitation(db, excerpt), form, excerpt.translation)
    cited.push({ ...excerpt, printed: printParts(excerpt.parts), ...(citation !== undefined && { citation }) })
  }
  if (input.options['json'] === true) {
    out.json(cited)
    return 0
  }
  if (cited.length === 0) out.line('No excerpts. They are cut in the desk, from a page that is open.')
  for (const { id, printed, translation, anchoring, basket, citation } of cited) {
    out.line(`${printed}`)
    if (translation) out.line(`  ${printParts(translation.parts)} [${translation.language}, ${translation.state}]`)
    if (citation !== undefined) out.line(`  ${citation}`)
    out.line(`  ${[id, basket, anchoring === 'held' ? null : anchoring].filter((part) => part !== null).join(' · ')}`)
  }
  return 0
}

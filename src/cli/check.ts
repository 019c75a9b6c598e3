// Looks at printed digests or imported articles with the desk's checks, and points at places. It changes nothing.

import type { Severity } from '../domain/article.ts'
import { DeskError, errorCodes } from '../domain/errors.ts'
import { allChecks, findCheck } from '../desk/checks/all-checks.ts'
import type { Check, DocumentFinding } from '../desk/checks/check.ts'
import { runChecks } from '../desk/checks/run-checks.ts'
import { textOption, type Command, type CommandInput } from './command.ts'
import { gatherDocuments } from './check-documents.ts'
import type { Output } from './output.ts'

const severities: readonly Severity[] = ['error', 'warning', 'information']

export const checkDigests: Command = {
  name: 'check',
  usage: 'check FILE|ID… [--check ID,…] [--severity LEVEL] [--strict]',
  about: 'Check digests: citations, quotations, figures and dates, names, addresses, pictures.',
  details: [
    'A word is a file or a folder to read as import does, or the id of an article of this home. Several are one run: what',
    'one says is compared with what another says. docs/checks.md lists every check with an example.',
    'With --json: [{check, severity, document, file, line, phrase, why, fix?}]. `document` is the title of the article and',
    '`file` the file it stands in; `line` counts from 1 in that file; `phrase` stands there word for word, and `fix` is what',
    'may be put in its place.',
    `Findings are no failure: the exit code is 0. With --strict it is ${errorCodes['bad-input'].exit} when there is an error among them. A file that cannot be`,
    `read is named, the rest is checked, and the exit code is ${errorCodes['partly-failed'].exit}.`,
  ].join('\n'),
  examples: [
    'dragoman check digest-2019.txt',
    'dragoman check pages/ --severity error --json',
    'dragoman check draft.txt --check pullquote-altered,date-vs-url',
  ],
  options: {
    check: { type: 'string', value: 'ID,…', about: 'Only these checks' },
    severity: {
      type: 'string',
      value: 'LEVEL',
      about: 'Only findings of this weight or more: error, warning, information',
    },
    strict: { type: 'boolean', about: 'End with a failure when there are errors' },
  },
  async run(input, out) {
    if (input.words.length === 0) throw new DeskError('bad-usage', 'Say what to check: dragoman check FILE|ID…')
    const checks = chosenChecks(input)
    const shown = severities.slice(0, chosenSeverity(input) + 1)
    const { documents, others, outlets, problems } = await gatherDocuments(input, out)
    for (const problem of problems) out.note(`${problem.file}: ${problem.reason}`)
    if (input.stop.aborted) return errorCodes.interrupted.exit
    if (documents.length === 0) throw new DeskError('bad-input', 'There is nothing to check. The reasons stand above.')
    const found = runChecks(documents, { checks, others, outlets }).filter(({ severity }) => shown.includes(severity))
    if (input.options['json'] === true) out.json(found.map(toJson))
    else printFindings(found, documents.length, out)
    if (problems.length > 0) return errorCodes['partly-failed'].exit
    const hasErrors = found.some(({ severity }) => severity === 'error')
    return input.options['strict'] === true && hasErrors ? errorCodes['bad-input'].exit : 0
  },
}

function chosenChecks(input: CommandInput): readonly Check[] {
  const ids = textOption(input, 'check')
    ?.split(/[\s,]+/)
    .filter(Boolean)
  return ids === undefined
    ? allChecks
    : ids.map((id) => {
        const check = findCheck(id)
        if (check) return check
        throw new DeskError('bad-usage', `There is no check “${id}”. docs/checks.md lists them.`)
      })
}

function chosenSeverity(input: CommandInput): number {
  const level = textOption(input, 'severity') ?? 'information'
  const index = severities.findIndex((severity) => severity === level)
  if (index >= 0) return index
  throw new DeskError('bad-usage', `--severity takes error, warning or information, not “${level}”.`)
}

function toJson({ check, severity, document, file, line, phrase, why, fix }: DocumentFinding) {
  return { check, severity, document, file, line, phrase, why, ...(fix === undefined ? {} : { fix }) }
}

function printFindings(found: readonly DocumentFinding[], documents: number, out: Output): void {
  const byDocument = Map.groupBy(found, ({ file, document }) => `${document}\n${file}`)
  for (const findings of byDocument.values()) {
    const [first] = findings
    out.line(`${first?.document} (${first?.file})`)
    for (const finding of findings) printFinding(finding, out)
    out.line()
  }
  const counts = severities.map((severity) =>
    count(found.filter((finding) => finding.severity === severity).length, severity),
  )
  out.line(`${count(documents, 'document')} checked: ${counts.join(', ')}.`)
}

function printFinding({ check, severity, line, phrase, why, fix }: DocumentFinding, out: Output): void {
  const short = phrase.length > 100 ? `${phrase.slice(0, 97)}…` : phrase
  out.line(`  line ${line ?? '–'}  ${severity}  ${check}`)
  out.line(`    “${short}”`)
  out.line(`    ${why} ${findCheck(check)?.mend ?? ''}`)
  if (fix !== undefined) out.line(`    Put: “${fix}”`)
}

function count(number: number, noun: string): string {
  return noun === 'information' ? `${number} for information` : `${number} ${noun}${number === 1 ? '' : 's'}`
}

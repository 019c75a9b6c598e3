// In: the words of the command line. Out: an exit code. The only place that turns errors into words for a terminal.

import { parseArgs } from 'node:util'
import { DeskError, errorCodes } from '../domain/errors.ts'
import type { Environment } from '../config.ts'
import { parseOptionsOf, type Command } from './command.ts'
import { commandNames, loadCommand } from './commands.ts'
import { commandHelp, overview } from './help.ts'
import type { Output } from './output.ts'

export type RunContext = { readonly environment: Environment; readonly stop: AbortSignal; readonly out: Output }

/** Runs one command line. Never throws: what goes wrong is said on standard error and in the exit code. */
export async function runCommand(argv: readonly string[], context: RunContext): Promise<number> {
  const [name = 'help', ...rest] = argv
  try {
    if (name === 'help' || name === '--help' || name === '-h') return await showHelp(rest[0], context.out)
    if (name === '--version' || name === 'version') {
      const { version } = await import('../version.ts')
      context.out.line(version)
      return 0
    }
    return await runNamed(await findCommand(name), rest, context)
  } catch (error) {
    return explainFailure(error, context.out)
  }
}

async function runNamed(
  command: Command,
  argv: readonly string[],
  { environment, stop, out }: RunContext,
): Promise<number> {
  const { values, positionals } = parseWords(command, argv)
  if (values['help'] === true) {
    out.line(commandHelp(command))
    return 0
  }
  refuseSurplus(command, positionals)
  return command.run({ words: positionals, options: values, environment, stop }, out)
}

function parseWords(command: Command, argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: command.takesDashWords ? argv.map(veilDash) : [...argv],
      options: parseOptionsOf(command),
      allowPositionals: true,
    })
    return { values: values as Record<string, string | boolean | undefined>, positionals: positionals.map(unveilDash) }
  } catch (cause) {
    const words = cause instanceof Error ? cause.message.split('. To specify')[0] : ''
    throw new DeskError('bad-usage', `${words}. See: dragoman ${command.name} --help`, { cause })
  }
}

/** A word too many is a slip (a blank in a file name, an option without its dashes): doing something else would be worse. */
function refuseSurplus(command: Command, words: readonly string[]): void {
  const surplus = words[command.maxWords ?? Infinity]
  if (surplus === undefined) return
  throw new DeskError(
    'bad-usage',
    `“${surplus}” is one word too many. Usage: dragoman ${command.usage}. See: dragoman ${command.name} --help`,
  )
}

/** Stands before a word that begins with one dash, so that it is not read as an option; no argument can hold a NUL. */
const VEIL = '\0'

function veilDash(word: string): string {
  return /^-[^-]/.test(word) ? VEIL + word : word
}

function unveilDash(word: string): string {
  return word.startsWith(VEIL) ? word.slice(1) : word
}

async function findCommand(name: string): Promise<Command> {
  const command = await loadCommand(name)
  if (command) return command
  throw new DeskError('bad-usage', `There is no command “${name}”. There are: ${commandNames.join(', ')}.`)
}

async function showHelp(name: string | undefined, out: Output): Promise<number> {
  if (name && name !== 'help') out.line(commandHelp(await findCommand(name)))
  else out.line(await overview())
  return 0
}

function explainFailure(error: unknown, out: Output): number {
  if (error instanceof DeskError) {
    out.note(error.message)
    return errorCodes[error.code].exit
  }
  out.note(
    `This is a mistake in Dragoman, not of yours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
  return errorCodes.internal.exit
}

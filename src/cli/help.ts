// Help for newcomers: what there is, and for each command what it does, takes and looks like.

import { commonOptions, type Command, type OptionShape } from './command.ts'
import { loadAllCommands } from './commands.ts'

/** All commands, a line each. */
export async function overview(): Promise<string> {
  const commands = await loadAllCommands()
  const width = Math.max(...commands.map((command) => command.name.length)) + 2
  return [
    'Dragoman watches the world’s press in its own languages and keeps what it said as evidence.',
    '',
    'Usage: dragoman COMMAND [WORDS] [OPTIONS]',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}${command.about}`),
    '',
    'Help for one command: dragoman COMMAND --help      The version: dragoman --version',
    'New here? dragoman demo   fills a throw-away desk from an invented press, without the network.',
  ].join('\n')
}

export function commandHelp(command: Command): string {
  return [
    command.about,
    '',
    `Usage: dragoman ${command.usage}`,
    ...(command.details ? ['', command.details] : []),
    '',
    'Options:',
    ...optionLines({ ...command.options, ...commonOptions }),
    '',
    command.examples.length > 1 ? 'Examples:' : 'Example:',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n')
}

function optionLines(options: Readonly<Record<string, OptionShape>>): string[] {
  const heads = Object.entries(options).map(([name, { value }]) => `--${name}${value ? ` ${value}` : ''}`)
  const width = Math.max(...heads.map((head) => head.length)) + 2
  return Object.values(options).map(({ about }, i) => `  ${(heads[i] ?? '').padEnd(width)}${about}`)
}

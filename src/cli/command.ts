// The shape of a command: a function of its words and an Output, so that it is tested without a process.

import type { ParseArgsConfig } from 'node:util'
import type { Environment } from '../config.ts'
import type { Output } from './output.ts'

export type CommandInput = {
  /** Words after the command's name, options taken out. */
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly environment: Environment
  /** Fires when the person asks to stop (Ctrl-C); long work then ends at the next safe place. */
  readonly stop: AbortSignal
}

export type Command = {
  readonly name: string
  /** Words and options, as in `collect [FEED…]`. */
  readonly usage: string
  /** One sentence. */
  readonly about: string
  /** Further lines of the help, if one sentence does not do. */
  readonly details?: string
  readonly examples: readonly string[]
  readonly options: Readonly<Record<string, OptionShape>>
  /** How many words it takes at most; absent = any number. */
  readonly maxWords?: number
  /** True: `-word` is a word like others, not an option. */
  readonly takesDashWords?: boolean
  /** Returns the exit code: 0, or one of `errorCodes`. Expected failures throw DeskError. */
  readonly run: (input: CommandInput, out: Output) => Promise<number>
}

export type OptionShape = {
  readonly type: 'boolean' | 'string'
  /** What stands for the value in the help: `--limit N`. */
  readonly value?: string
  readonly about: string
}

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, OptionShape>> = {
  home: {
    type: 'string',
    value: 'DIR',
    about: 'The folder that holds the desk (default: DRAGOMAN_HOME, or the platform’s data folder)',
  },
  json: { type: 'boolean', about: 'Print the result as JSON on standard output' },
  help: { type: 'boolean', about: 'Show this help' },
}

export function parseOptionsOf(command: Command): NonNullable<ParseArgsConfig['options']> {
  const shapes = { ...commonOptions, ...command.options }
  return Object.fromEntries(Object.entries(shapes).map(([name, { type }]) => [name, { type }]))
}

/** The value of an option that takes one. */
export function textOption(input: CommandInput, name: string): string | undefined {
  const value = input.options[name]
  return typeof value === 'string' ? value : undefined
}

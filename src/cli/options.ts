// Options that several commands share.

import { readConfig, type Config } from '../config.ts'
import { DeskError } from '../domain/errors.ts'
import { textOption, type CommandInput, type OptionShape } from './command.ts'

export const portOption: Readonly<Record<string, OptionShape>> = {
  port: { type: 'string', value: 'N', about: 'Port of the desk (default 4670; 0 = any free one)' },
}

export function readPort(input: CommandInput): { port?: number } {
  const port = readNumber(input, 'port')
  return port === undefined ? {} : { port }
}

/** A whole number of zero or more; undefined when the option is not given. */
export function readNumber(input: CommandInput, name: string): number | undefined {
  const text = textOption(input, name)
  if (text === undefined) return undefined
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new DeskError('bad-usage', `--${name} takes a whole number, not “${text}”.`)
}

/** The configuration, with the home that --home names. */
export function configOf(input: CommandInput): Config {
  const home = textOption(input, 'home')
  return readConfig(input.environment, home === undefined ? {} : { home })
}

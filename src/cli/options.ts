// Options that several commands share.

import { readConfig, type Config } from '../config.ts'
import { DeskError } from '../domain/errors.ts'
import { textOption, type CommandInput, type OptionShape } from './command.ts'

export const portOption: Readonly<Record<string, OptionShape>> = {
  port: { type: 'string', value: 'N', about: 'Port of the desk (default 4670; 0 = any free one)' },
}

export function readPort(input: CommandInput): { port?: number } {
  const port = readNumber(input, 'port', { most: 65_535 })
  return port === undefined ? {} : { port }
}

export type NumberBounds = { readonly least?: number; readonly most?: number }

/** A whole number within bounds (by default zero or more); undefined when the option is not given. */
export function readNumber(
  input: CommandInput,
  name: string,
  { least = 0, most = 999_999_999 }: NumberBounds = {},
): number | undefined {
  const text = textOption(input, name)
  if (text === undefined) return undefined
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw new DeskError('bad-usage', `--${name} takes a whole number from ${least} to ${most}, not “${text}”.`)
}

/** The configuration, with the home that --home names. */
export function configOf(input: CommandInput): Config {
  const home = textOption(input, 'home')
  return readConfig(input.environment, home === undefined ? {} : { home })
}

// In: the environment and DRAGOMAN_HOME/config.json. Out: one frozen Config, or every problem at once.
// The only file that reads process.env.

import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { DeskError } from './domain/errors.ts'
import { version } from './version.ts'

const hostAllowance = z.strictObject({
  host: z
    .string()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u,
      'must be a host name alone, as in press.internal, without scheme, port or path',
    ),
  address: z.string().refine((text) => isIP(text) > 0, 'must be an IP address, as in 10.0.0.7 or fd00::7'),
  port: z.number().int().min(1).max(65_535),
})

const engineChoice = z.strictObject({
  engine: z.enum(['libretranslate', 'deepl', 'openai', 'apertium', 'local', 'human']),
  endpoint: z.url({ protocol: /^https?$/, error: 'must be a web address, as in http://localhost:5000' }).optional(),
  key: z.string().min(1).optional(),
  /** A file that holds the key. */
  keyFile: z.string().min(1).optional(),
  model: z.string().min(1).max(200).optional(),
  folder: z.string().min(1).optional(),
  pairs: z.array(z.string().regex(/^(\*|[a-z]{2,3})>(\*|[a-z]{2,3})$/, 'must be like ar>en or *>en')).optional(),
  pricePerMillion: z.number().nonnegative().optional(),
  monthlyCharacters: z.number().int().nonnegative().optional(),
  monthlyMoney: z.number().nonnegative().optional(),
})

/** As the driver takes it: blanks are let through, and no host stands for the local socket. */
function isPostgresUrl(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text.replaceAll(' ', '%20').replace('@/', '@local/'))
}

const settings = z.strictObject({
  port: z
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(4670)
    .describe('Port of the desk on 127.0.0.1; 0 takes any free one'),
  postgres: z
    .string()
    .min(1)
    .refine(isPostgresUrl, 'must be a connection string like postgres://user@host:5432/database')
    .optional()
    .describe('PostgreSQL connection string; without it the records are one SQLite file'),
  userAgent: z
    .string()
    .min(1)
    .default(`Dragoman/${version} (press monitoring; +mailto:desk@localhost)`)
    .describe('How we name ourselves to hosts; say who you are and where to complain'),
  paceSeconds: z.number().min(0).max(3600).default(4).describe('Least time between two requests to one host'),
  fetchers: z.number().int().min(1).max(512).default(24).describe('How many hosts are asked at the same time'),
  readers: z
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('Threads that read pages; default: one less than the cores'),
  maxPageMegabytes: z.number().min(0.1).max(1024).default(25).describe('A page or feed larger than this is not kept'),
  fetchSeconds: z
    .number()
    .min(1)
    .max(3600)
    .default(90)
    .describe('Time a page may take to arrive, from the first knock to the last byte'),
  pageBudgetSeconds: z.number().min(0.1).max(600).default(10).describe('Time a page may take to be read'),
  analyst: z.string().min(1).default('desk').describe('The name under which you sign statements'),
  smtp: z
    .string()
    .min(1)
    .refine(
      (text) => /^smtps?:\/\//.test(text) && URL.canParse(text),
      'must be an address like smtp://name:password@host:587',
    )
    .optional()
    .describe('Mail server that alerts are sent through; without it alerts by e-mail wait'),
  mailFrom: z
    .string()
    .min(3)
    .max(320)
    .refine((text) => /^[^\r\n]+@[^\r\n]+$/.test(text), 'must be an address like desk@press.example')
    .optional()
    .describe('The address that alerts are sent from'),
  engines: z
    .array(engineChoice)
    .max(20)
    .default([])
    .describe('Engines that translate, in the order in which they are asked'),
  translateTo: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, as in en')
    .default('en')
    .describe('The language that pages are translated into'),
  autoTranslate: z.boolean().default(false).describe('Translate every page as soon as it is read'),
  allowHosts: z.array(hostAllowance).default([]).describe('Hosts on private networks that may be asked, each by name'),
})

export type Config = Readonly<z.infer<typeof settings>> & { readonly home: string; readonly readers: number }

/** Settings that must not be shown. */
const secrets: readonly (keyof Config)[] = ['postgres', 'smtp', 'engines']

/** Setting → environment variable. */
const variables: { [Key in keyof z.infer<typeof settings>]-?: string } = {
  port: 'DRAGOMAN_PORT',
  postgres: 'DRAGOMAN_POSTGRES',
  userAgent: 'DRAGOMAN_USER_AGENT',
  paceSeconds: 'DRAGOMAN_PACE_SECONDS',
  fetchers: 'DRAGOMAN_FETCHERS',
  readers: 'DRAGOMAN_READERS',
  maxPageMegabytes: 'DRAGOMAN_MAX_PAGE_MEGABYTES',
  fetchSeconds: 'DRAGOMAN_FETCH_SECONDS',
  pageBudgetSeconds: 'DRAGOMAN_PAGE_BUDGET_SECONDS',
  analyst: 'DRAGOMAN_ANALYST',
  smtp: 'DRAGOMAN_SMTP',
  mailFrom: 'DRAGOMAN_MAIL_FROM',
  engines: 'DRAGOMAN_ENGINES',
  translateTo: 'DRAGOMAN_TRANSLATE_TO',
  autoTranslate: 'DRAGOMAN_AUTO_TRANSLATE',
  allowHosts: 'DRAGOMAN_ALLOW_HOSTS',
}

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the configuration: the environment wins over the file, the file over the defaults.
 *
 * @param overrides from the command line; they win over all
 * @throws DeskError `bad-config` that names every problem, with the place it came from
 */
export function readConfig(environment: Environment = process.env, overrides: Partial<Config> = {}): Config {
  // An empty name is none: the desk must not be spread over whatever folder one stands in.
  const home = overrides.home || environment.DRAGOMAN_HOME || defaultHome(environment)
  const problems: string[] = []
  const given = { ...readFile(join(home, 'config.json'), problems), ...readEnvironment(environment, problems) }
  problems.push(...unknownVariables(environment))
  const { home: _, ...fromCommand } = overrides
  const parsed = settings.safeParse({ ...given, ...fromCommand })
  for (const issue of parsed.error?.issues ?? []) problems.push(explain(issue))
  const engines = (parsed.data?.engines ?? []).map((engine) => withKey(engine, problems))
  if (problems.length > 0 || !parsed.success) {
    throw new DeskError(
      'bad-config',
      `The configuration cannot be used:\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    )
  }
  return Object.freeze({ ...parsed.data, engines, home, readers: parsed.data.readers ?? defaultReaders() })
}

/** What a person may see of the configuration: secrets are only said to be set. */
export function showConfig(config: Config): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [
      key,
      secrets.includes(key as keyof Config) && value ? '(set)' : value,
    ]),
  )
}

/** Each setting with its variable and what it means, for help texts and docs. */
export function describeSettings(): { name: string; variable: string; about: string }[] {
  return Object.entries(settings.shape).map(([name, schema]) => ({
    name,
    variable: variables[name as keyof typeof variables],
    about: schema.description ?? '',
  }))
}

function defaultHome(environment: Environment): string {
  const user = environment.HOME || homedir()
  if (platform() === 'darwin') return join(user, 'Library', 'Application Support', 'Dragoman')
  if (platform() === 'win32') return join(environment.LOCALAPPDATA ?? join(user, 'AppData', 'Local'), 'Dragoman')
  return join(environment.XDG_DATA_HOME || join(user, '.local', 'share'), 'dragoman')
}

function defaultReaders(): number {
  return Math.max(1, navigator.hardwareConcurrency - 1)
}

function readFile(path: string, problems: string[]): Record<string, unknown> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const problem = explainUnread(path, error instanceof Error && 'code' in error ? error.code : undefined)
    if (problem !== undefined) problems.push(problem)
    return {}
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, '')) // some editors begin a file with a mark
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
    problems.push(`${path} must hold one JSON object of settings.`)
  } catch {
    problems.push(`${path} is not valid JSON.`)
  }
  return {}
}

/** Why a file of settings cannot be read; undefined when there simply is none. */
function explainUnread(path: string, code: unknown): string | undefined {
  if (code === 'ENOENT') return undefined
  if (code === 'ENOTDIR')
    return `${dirname(path)} is a file, and a home must be a folder. Name another with DRAGOMAN_HOME.`
  if (code === 'EISDIR') return `${path} is a folder, and must be a file with one JSON object of settings.`
  return `${path} cannot be read. Check its permissions.`
}

/** Variables that are ours by name and mean nothing: most likely a slip that would silently leave a default in force. */
function unknownVariables(environment: Environment): string[] {
  const known = new Set(['DRAGOMAN_HOME', ...Object.values(variables).flatMap((name) => [name, `${name}_FILE`])])
  return Object.keys(environment)
    .filter((name) => name.startsWith('DRAGOMAN_') && !name.startsWith('DRAGOMAN_TEST_') && !known.has(name))
    .map((name) => `${name} is no variable that Dragoman knows. Known: ${Object.values(variables).join(', ')}.`)
}

function readEnvironment(environment: Environment, problems: string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, variable] of Object.entries(variables)) {
    const text = environment[variable] ?? readSecretFile(environment, variable, problems)
    if (text === undefined || text === '') continue
    values[key] = parseVariable(key, text)
  }
  return values
}

/** `NAME_FILE` names a file that holds the value, so that secrets need not stand in the environment. */
function readSecretFile(environment: Environment, variable: string, problems: string[]): string | undefined {
  const path = environment[`${variable}_FILE`]
  if (!path) return undefined
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    problems.push(`${variable}_FILE names ${path}, which cannot be read.`)
    return undefined
  }
}

/** The key of an engine may lie in a file, so that it need not stand in the configuration. */
function withKey<E extends { engine: string; key?: string | undefined; keyFile?: string | undefined }>(
  engine: E,
  problems: string[],
): E {
  if (engine.keyFile === undefined || engine.key !== undefined) return engine
  try {
    return { ...engine, key: readFileSync(engine.keyFile, 'utf8').trim() }
  } catch {
    problems.push(`engines: the keyFile of ${engine.engine} cannot be read.`)
    return engine
  }
}

const textSettings = new Set<string>(['postgres', 'userAgent', 'analyst', 'smtp', 'mailFrom', 'translateTo'])

function parseVariable(key: string, text: string): unknown {
  if (textSettings.has(key)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text // the schema then says what was expected
  }
}

function explain(issue: z.core.$ZodIssue): string {
  const [name] = issue.path
  if (issue.code === 'unrecognized_keys')
    return `Unknown setting: ${issue.keys.join(', ')}. Known: ${Object.keys(variables).join(', ')}.`
  const variable = typeof name === 'string' ? variables[name as keyof typeof variables] : undefined
  return `${issue.path.join('.')}${variable ? ` (${variable})` : ''}: ${issue.message}`
}

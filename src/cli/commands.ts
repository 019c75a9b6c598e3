// Every command, one line each. They are loaded when called for: a help text must not wait for the database.

import type { Command } from './command.ts'

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  demo: async () => (await import('./demo.ts')).demo,
  outlets: async () => (await import('./outlets.ts')).outlets,
  feeds: async () => (await import('./feeds.ts')).feeds,
  collect: async () => (await import('./collect.ts')).collect,
  read: async () => (await import('./read.ts')).read,
  search: async () => (await import('./search.ts')).search,
  language: async () => (await import('./language.ts')).language,
  copies: async () => (await import('./copies.ts')).copies,
  import: async () => (await import('./import.ts')).importDigests,
  articles: async () => (await import('./articles.ts')).articles,
  index: async () => (await import('./print-index.ts')).printIndex,
  check: async () => (await import('./check.ts')).checkDigests,
  excerpts: async () => (await import('./excerpts.ts')).excerpts,
  translate: async () => (await import('./translate.ts')).translate,
  models: async () => (await import('./models.ts')).models,
  romanise: async () => (await import('./romanise.ts')).romanise,
  engines: async () => (await import('./engines.ts')).engines,
  memory: async () => (await import('./memory.ts')).memory,
  glossary: async () => (await import('./glossary.ts')).glossary,
  status: async () => (await import('./status.ts')).status,
  rebuild: async () => (await import('./rebuild.ts')).rebuild,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
  'verify-archive': async () => (await import('./verify-archive.ts')).verifyArchive,
}

export const commandNames: readonly string[] = Object.keys(commands)

export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(commands, name) ? commands[name]?.() : undefined
}

export async function loadAllCommands(): Promise<Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()))
}

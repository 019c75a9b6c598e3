// What the person at the desk has chosen, as versions: the latest is in force, the others are its history.

import type { Db } from './db.ts'

export type InterfaceLanguage = 'en' | 'fr' | 'ar' | 'ru'

export type Settings = {
  /** null = as the browser asks. */
  readonly language: InterfaceLanguage | null
  /** The name under which deeds and statements are signed; null = that of the configuration. */
  readonly signature: string | null
  readonly translation: TranslationSettings
  /** Where others can reach the desk's archive, as an address or a pattern of one; null = nowhere. */
  readonly archive: string | null
}

export type TranslationSettings = {
  /** BCP 47 of the language that pages are translated into; null = that of the configuration. */
  readonly to: string | null
  /** Whether pages are translated as they are read; null = as the configuration says. */
  readonly automatic: boolean | null
  /** Engines of the configuration by name: those named here are asked first, in this order. Keys are never in a record. */
  readonly order: readonly string[]
  /** Engines that are not asked. */
  readonly off: readonly string[]
}

export const usualTranslation: TranslationSettings = { to: null, automatic: null, order: [], off: [] }

/** Older records lack what came later. */
type Kept = Partial<Omit<Settings, 'translation'>> & { readonly translation?: Partial<TranslationSettings> }

/** `version` 0 = nobody has chosen anything yet. */
export type StoredSettings = Settings & { readonly version: number; readonly changedAt: number | null }

export async function readSettings(db: Db): Promise<StoredSettings> {
  const row = await db.selectFrom('settings').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
  const {
    language = null,
    signature = null,
    translation = {},
    archive = null,
  } = JSON.parse(row?.settings ?? '{}') as Kept
  const chosen = { language, signature, translation: { ...usualTranslation, ...translation }, archive }
  return { ...chosen, version: row?.version ?? 0, changedAt: row?.changed_at ?? null }
}

/** The language that the desk translates into: that of its settings, else of the configuration. */
export async function findTargetLanguage(db: Db, configured: string | undefined): Promise<string> {
  return (await readSettings(db)).translation.to ?? configured ?? 'en'
}

/** @returns false, and saves nothing, when somebody has saved a further version than `version` meanwhile */
export async function saveSettings(db: Db, settings: Settings, version: number, now: number): Promise<boolean> {
  if ((await readSettings(db)).version !== version) return false
  const added = await db
    .insertInto('settings')
    .values({ version: version + 1, settings: JSON.stringify(settings), changed_at: now })
    .onConflict((c) => c.doNothing())
    .returning('version')
    .executeTakeFirst()
  return added !== undefined
}

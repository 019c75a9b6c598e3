// What the person at the desk has chosen, as versions: the latest is in force, the others are its history.

import type { Db } from './db.ts'

export type InterfaceLanguage = 'en' | 'fr' | 'ar' | 'ru'

export type Settings = {
  /** null = as the browser asks. */
  readonly language: InterfaceLanguage | null
  /** The name under which deeds and statements are signed; null = that of the configuration. */
  readonly signature: string | null
}

/** `version` 0 = nobody has chosen anything yet. */
export type StoredSettings = Settings & { readonly version: number; readonly changedAt: number | null }

export async function readSettings(db: Db): Promise<StoredSettings> {
  const row = await db.selectFrom('settings').selectAll().orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (!row) return { language: null, signature: null, version: 0, changedAt: null }
  const { language = null, signature = null } = JSON.parse(row.settings) as Partial<Settings>
  return { language, signature, version: row.version, changedAt: row.changed_at }
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

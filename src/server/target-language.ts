import type { Db } from '../store/db.ts'
import { findTargetLanguage } from '../store/settings.ts'

/** Where the language of translation stands: in the records, else in the configuration. */
export type TargetTools = { readonly db: Db; readonly translation?: { readonly to: string } }

/** The language that the desk translates into when none is named: that of the settings, else of the configuration. */
export function targetLanguage({ db, translation }: TargetTools): Promise<string> {
  return findTargetLanguage(db, translation?.to)
}

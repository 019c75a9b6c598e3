import { readSettings } from '../store/settings.ts'
import type { ServerTools } from './tools.ts'

/** The language that the desk translates into when none is named: that of the settings, else of the configuration. */
export async function targetLanguage({ db, translation }: Pick<ServerTools, 'db' | 'translation'>): Promise<string> {
  return (await readSettings(db)).translation.to ?? translation?.to ?? 'en'
}

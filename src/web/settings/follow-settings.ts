// The desk's own record of language and signature. It is the truth; this browser keeps a copy, so that the first paint
// need not wait for it.

import type { SettingsChange, Settings } from '../../server/shapes/setting.ts'
import { client } from '../api/client.ts'
import { settingsQuestion } from '../api/questions.ts'
import { makeEdit, sendEdit } from '../edits/edit-queue.ts'
import { saveSetting, readSetting } from '../shell/settings.ts'
import { keepSignature } from '../shell/signature.ts'
import { t, type InterfaceLanguage } from '../text/t.ts'

/** Asks once what the desk has recorded, and follows it. */
export async function followSettings(): Promise<void> {
  const settings = await client.fetchQuery(settingsQuestion()).catch(() => null)
  if (settings === null) return
  const language = settings.language ?? 'browser'
  if (readSetting('language') !== language) saveSetting('language', language)
  if (settings.signature) keepSignature(settings.signature)
}

/** Records a choice. When somebody changed the record in between, the choice is made on what it is now. */
export async function recordSettings(change: Omit<SettingsChange, 'version'>): Promise<void> {
  const before = await client.fetchQuery({ ...settingsQuestion(), staleTime: 0 }).catch(() => null)
  const body: SettingsChange = { version: before?.version ?? 0, ...change }
  const edit = makeEdit({ method: 'PATCH', path: '/api/settings', body, words: t('settings.did') })
  const sent = await sendEdit<Settings>(edit)
  if (sent.kind === 'done') client.setQueryData(settingsQuestion().queryKey, sent.answer)
}

export const recordLanguage = (language: InterfaceLanguage | 'browser') =>
  recordSettings({ language: language === 'browser' ? null : language })

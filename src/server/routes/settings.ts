// What the person at the desk has chosen.

import { createRoute } from '@hono/zod-openapi'
import { inTransaction } from '../../store/in-transaction.ts'
import { readSettings, saveSettings, type StoredSettings } from '../../store/settings.ts'
import type { Api } from '../api.ts'
import { settingsChangeShape, settingsShape, type Settings } from '../shapes/setting.ts'
import type { ServerTools } from '../tools.ts'
import { definedOnly, jsonAnswer, jsonBody, problemAnswer, stale } from './route-parts.ts'

const tags = ['settings']

const readRoute = createRoute({
  method: 'get',
  path: '/api/settings',
  operationId: 'readSettings',
  tags,
  summary: 'Language of the interface, the name that signs, and how pages are translated',
  responses: { 200: jsonAnswer(settingsShape, 'The settings in force'), ...problemAnswer },
})

const changeRoute = createRoute({
  method: 'patch',
  path: '/api/settings',
  operationId: 'changeSettings',
  tags,
  summary: 'Change the settings given',
  request: { body: jsonBody(settingsChangeShape) },
  responses: { 200: jsonAnswer(settingsShape, 'The settings as they are now'), ...problemAnswer },
})

export function addSettingRoutes(api: Api, { db, now }: ServerTools): void {
  api.openapi(readRoute, async (c) => c.json(present(await readSettings(db)), 200))

  api.openapi(changeRoute, async (c) => {
    const { version, ...wish } = c.req.valid('json')
    const before = await readSettings(db)
    const { language, signature, archive } = { ...before, ...definedOnly({ ...wish, translation: undefined }) }
    const translation = { ...before.translation, ...definedOnly(wish.translation ?? {}) }
    const saved = await inTransaction(db, (tx) =>
      saveSettings(tx, { language, signature, translation, archive }, version, now()),
    )
    const current = present(await readSettings(db))
    if (!saved) throw stale('setting', current, wish)
    return c.json(current, 200)
  })
}

function present({ translation, ...settings }: StoredSettings): Settings {
  return { ...settings, translation: { ...translation, order: [...translation.order], off: [...translation.off] } }
}

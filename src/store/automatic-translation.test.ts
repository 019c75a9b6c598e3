import assert from 'node:assert/strict'
import type { Policy } from '../domain/policy.ts'
import { findAutomaticTarget } from './automatic-translation.ts'
import { testOnEachDatabase } from './each-database.ts'
import { readSettings, saveSettings, usualTranslation } from './settings.ts'

const configured = { to: 'en', isAutomatic: false, hasEngines: true }

testOnEachDatabase(
  'a page is translated unasked as the policy of its outlet says, then the settings, then the configuration',
  async (db) => {
    const targets = async (isAutomatic: boolean): Promise<(string | null)[]> =>
      Promise.all(
        (['desk', 'always', 'never'] as const).map((translate: Policy['translate']) =>
          findAutomaticTarget(db, { translate }, { ...configured, isAutomatic }),
        ),
      )
    assert.deepEqual(await targets(false), [null, 'en', null])
    assert.deepEqual(await targets(true), ['en', 'en', null])
    const { version } = await readSettings(db)
    const translation = { ...usualTranslation, to: 'fr', automatic: true }
    assert.ok(await saveSettings(db, { language: null, signature: null, archive: null, translation }, version, 1))
    assert.deepEqual(await targets(false), ['fr', 'fr', null])
    const off = { ...translation, automatic: false }
    assert.ok(
      await saveSettings(db, { language: null, signature: null, archive: null, translation: off }, version + 1, 2),
    )
    assert.deepEqual(await targets(true), [null, 'fr', null])
  },
)

testOnEachDatabase('without an engine nothing is translated unasked, whatever the policy', async (db) => {
  assert.equal(await findAutomaticTarget(db, { translate: 'always' }, { ...configured, hasEngines: false }), null)
  assert.equal(await findAutomaticTarget(db, { translate: 'always' }, undefined), null)
})

// Into which language the desk translates, and whether it does so unasked. Versioned settings of the desk.

import { useQueryClient } from '@tanstack/react-query'
import type { EngineList } from '../../server/shapes/engine.ts'
import type { TranslationSettings } from '../../server/shapes/setting.ts'
import { wordsOf } from '../api/ask.ts'
import { forgetFirstPages } from '../inbox/item-pages.ts'
import { Field } from '../parts/field.tsx'
import { recordSettings } from '../settings/follow-settings.ts'
import { sayDeed, sayWords } from '../shell/deeds.ts'
import { languageName } from '../text/languages.ts'
import { t } from '../text/t.ts'

/** Those that engines translate into most. */
const usual = ['en', 'fr', 'ar', 'ru', 'es', 'de', 'pt', 'zh', 'fa', 'tr', 'uk']

export function EngineSettings({ list }: { list: EngineList }) {
  const client = useQueryClient()
  const { to, isAutomatic, configured } = list
  const record = async (change: Partial<TranslationSettings>, before: Partial<TranslationSettings>): Promise<void> => {
    const anew = () => {
      // Lists that are not on the screen have their titles in the language of before. They are forgotten and not only marked
      // as old: an event that changes a row of one would take the mark away.
      forgetFirstPages()
      client.removeQueries({ queryKey: ['items'], type: 'inactive' })
      return client.invalidateQueries()
    }
    try {
      await recordSettings({ translation: change })
      sayDeed(t('settings.did'), () => recordSettings({ translation: before }).then(anew))
      await anew()
    } catch (error) {
      sayWords(wordsOf(error))
    }
  }
  const languages = [...new Set([to, configured.to, ...usual])]
  return (
    <section className="sec">
      <h2>{t('desk.settings')}</h2>
      <div className="form side-form">
        <Field label={t('desk.to')} hint={t('desk.to.hint')}>
          {(id) => (
            <select
              id={id}
              value={to}
              onChange={({ target }) =>
                void record({ to: target.value === configured.to ? null : target.value }, { to })
              }
            >
              {languages.map((language) => (
                <option key={language} value={language}>
                  {languageName(language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('desk.automatic')} hint={t('desk.automatic.hint')}>
          {(id) => (
            <select
              id={id}
              value={isAutomatic ? 'yes' : 'no'}
              onChange={({ target }) => void record({ automatic: target.value === 'yes' }, { automatic: isAutomatic })}
            >
              <option value="yes">{t('desk.automatic.yes')}</option>
              <option value="no">{t('desk.automatic.no')}</option>
            </select>
          )}
        </Field>
      </div>
    </section>
  )
}

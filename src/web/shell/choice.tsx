import { t, type PhraseKey } from '../text/t.ts'
import { saveSetting, settings, useSetting, type SettingName } from './settings.ts'

/** One setting as a row of buttons. A language is named in its own letters. */
export function Choice({ name }: { name: SettingName }) {
  const chosen = useSetting(name)
  return (
    <fieldset className="choice">
      <legend>{t(`setting.${name}` as PhraseKey)}</legend>
      <span className="seg">
        {settings[name].map((value) => (
          <button
            key={value}
            type="button"
            className="btn"
            aria-pressed={chosen === value}
            {...(name === 'language' && value !== 'browser' ? { lang: value } : {})}
            onClick={() => saveSetting(name, value as never)}
          >
            {t(`setting.${name}.${value}` as PhraseKey)}
          </button>
        ))}
      </span>
    </fieldset>
  )
}

import { isUnknown, languageName, languageTag } from '../text/languages.ts'
import { t } from '../text/t.ts'

/** The tag that says what language a line is in. */
export function LanguageMark({ language }: { language: string | null }) {
  if (language === null || isUnknown(language))
    return (
      <span className="tag none" title={t('language.unknown')}>
        —<span className="unseen">{t('language.unknown')}</span>
      </span>
    )
  return (
    <span className="tag" title={languageName(language)}>
      <span aria-hidden="true">{languageTag(language)}</span>
      <span className="unseen">{languageName(language)}</span>
    </span>
  )
}

import type { Check } from './check.ts'
import { inSources, placeOf } from './parts/citation-places.ts'

/** A romanised title finds nothing in the outlet's own archive. */
export const titleTransliterated: Check = {
  id: 'title-transliterated',
  group: 'citation',
  severity: 'information',
  looksAt: 'Original titles of citations',
  why: 'The original title is romanised, by no named standard: nobody can search for it.',
  mend: 'Print the title in its own script.',
  example: {
    bad: {
      citation:
        '“Khat-e dovvom-e kashti dar bandar-e ma baz shod (The second ferry line opened in our harbor),” Lindholm News Agency (news agency from Lindholm), 4 March 2024. https://lindholm.example/fa/news/1402',
    },
    good: {
      citation:
        '“خط دوم کشتی در بندر ما باز شد (The second ferry line opened in our harbor),” Lindholm News Agency (news agency from Lindholm), 4 March 2024. https://lindholm.example/fa/news/1402',
    },
  },
  find: (context) =>
    inSources(context, (source) =>
      source.titleOriginal !== null && isRomanised(source.titleOriginal, source.language)
        ? { at: placeOf(context, source, source.titleOriginal) }
        : null,
    ),
}

/** The importer may know; if not, the small words of Persian, Arabic and Russian give a romanised title away. */
function isRomanised(title: string, language: string | null): boolean {
  if (language?.includes('-Latn')) return true
  if (/\p{L}/u.test(title.replace(/\p{Script=Latin}/gu, ''))) return false
  const small = title.match(
    /\b(?:beh|baraye|dar|az|ba|ra|va|shod|konad|mi|ha-ye|barayeh|fi|min|ala|wa|inna|na|vo|iz|dlya|ob)\b|-(?:e|ye|i)\b/giu,
  )
  return (small?.length ?? 0) >= 3 && (language === null || /^(?:fa|ps|ar|ur|ru|uk)/.test(language))
}

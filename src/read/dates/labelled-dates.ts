// In: a short text. Out: its dates, each with what the words before it say it is: of publication or of a change.
// A label speaks for the next date only: "Updated: 5 March — Published 3 March" holds one of each.

import { findPrintedDates, type DateContext, type FoundDate } from './printed-dates.ts'

export type DateRole = 'published' | 'updated'

export type LabelledDate = FoundDate & {
  readonly role: DateRole
  /** Whether a word says that it is the date of publication. */ readonly isCalledPublished: boolean
}

const updateWords =
  /updated?\b|modified|last-?mod|aktualisier|geändert|actualiza|mis à jour|maj\b|modifi[eé]|aggiornat|atualizad|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|aktualizov|zaktualizowan|frissít|обновлен|оновлен|güncelle|تحديث|آخرین به|به‌روز|روزرسانی|更新|最終更新|수정|cập nhật|diperbarui/gi
const publishWords =
  /publish|posted|publi[ceé]|pubbli|gepubliceerd|veröffentlich|erschienen|publicer|publiser|julkaistu|opublikow|zveřejn|objavlj|közzét|megjelen|опубликов|опубліков|yayın|نشر|منتشر|انتشار|פורסם|प्रकाशित|公開|发布|發布|發佈|게시|등록|입력|đăng|diterbitkan/gi

/** How far before a date its label may begin, in letters. */
const labelReach = 40

/** Whether a text speaks of a change. */
export function isUpdateWord(text: string): boolean {
  return lastOf(text, updateWords) >= 0
}

/** What the words before a date say; the last label counts. `null` where there is none. */
export function roleBefore(text: string): DateRole | null {
  const updated = lastOf(text, updateWords)
  const published = lastOf(text, publishWords)
  if (updated < 0 && published < 0) return null
  return updated > published ? 'updated' : 'published'
}

function lastOf(text: string, words: RegExp): number {
  let last = -1
  for (const match of text.matchAll(words)) last = match.index
  return last
}

/** The dates printed in a text, in their order, with their roles. */
export function findLabelledDates(text: string, context: DateContext): LabelledDate[] {
  let end = 0
  return findPrintedDates(text, context).map((found) => {
    const label = roleBefore(text.slice(Math.max(end, found.at - labelReach), found.at))
    end = Math.max(end, found.at + found.literal.length)
    return { ...found, role: label ?? 'published', isCalledPublished: label === 'published' }
  })
}

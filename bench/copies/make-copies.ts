// In: texts. Out: copies of them of every kind, made the way newsrooms and scrapers make them, by dice with a seed.

import type { CopyKind } from '../../src/domain/copy.ts'
import type { CopyDocument } from '../../src/understand/copies/document.ts'

export type MadeCopy = { readonly document: CopyDocument; readonly of: string; readonly kinds: readonly CopyKind[] }

const HOUR = 3_600_000

const menus = [
  ['Home', 'World', 'Business', 'Sport', 'Newsletter'],
  ['Startseite', 'Politik', 'Wirtschaft', 'Abonnieren'],
  ['الرئيسية', 'أخبار', 'اقتصاد', 'رياضة', 'اشترك الآن'],
  ['Главная', 'Политика', 'Экономика', 'Подписаться'],
  ['首页', '国际', '财经', '登录', '订阅'],
]
const feet = [
  ['Share on Facebook', 'Related stories', 'Support us: IBAN GB29NWBK60161331926819'],
  ['Поделиться', 'Читайте также', 'Все права защищены'],
  ['مشاركة', 'مواضيع ذات صلة', 'جميع الحقوق محفوظة'],
  ['分享', '相关阅读', '版权所有'],
]

/** One copy of each kind but translations; texts that are too short for a kind give none of it. */
export function makeCopies(original: CopyDocument, others: readonly CopyDocument[], random: () => number): MadeCopy[] {
  const lines = original.text.split('\n')
  const copies: MadeCopy[] = []
  const add = (name: string, text: string, kinds: readonly CopyKind[]) =>
    copies.push({
      of: original.id,
      kinds,
      document: {
        ...original,
        id: `${original.id}#${name}`,
        text,
        title: null,
        outlet: `${name}.example`,
        url: null,
        author: null,
        published: later(original, random),
      },
    })
  add('same', `\u00a0${lines.join('\n\n')}  `.replaceAll('“', '"').replaceAll('”', '"'), ['same-text'])
  add('edited', editWords(lines, random, 0.06).join('\n'), ['light-edits', 'wire-copy'])
  add('chrome', [...pick(menus, random), ...lines, ...pick(feet, random)].join('\n'), ['in-chrome'])
  if (lines.length < 3) return copies
  const half = Math.ceil(lines.length / 2)
  const from = Math.floor(random() * (lines.length - half + 1))
  add('part', lines.slice(from, from + half).join('\n'), ['excerpt', 'wire-copy'])
  const kept = lines.slice(0, -1)
  const own = pickOther(original, others, random)?.text.split('\n')[0] ?? ''
  // What is added must stay the lesser part, or the copy would be one of the other text as much as of this one.
  if (own.length * 3 > kept.join('').length) return copies
  add('wire', [...editWords(kept, random, 0.03), own, '(AFP)'].join('\n'), ['wire-copy'])
  return copies
}

/** Words dropped, doubled or exchanged for others of the text, one in so many. */
function editWords(lines: readonly string[], random: () => number, rate: number): string[] {
  const isUnspaced = /[\p{Script=Han}\p{Script=Thai}\p{Script=Hiragana}]/u.test(lines[0] ?? '')
  const gap = isUnspaced ? '' : ' '
  return lines.map((line) => {
    const words = isUnspaced ? [...line] : line.split(' ')
    return words
      .flatMap((word) => {
        if (random() > rate) return [word]
        const other = words[Math.floor(random() * words.length)] ?? ''
        return random() < 0.4 ? [] : [other]
      })
      .join(gap)
  })
}

function pick<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

/** Another text of the language that was out already: nobody takes a paragraph from next week's paper. */
function pickOther(original: CopyDocument, others: readonly CopyDocument[], random: () => number): CopyDocument | null {
  const out = others.filter(
    ({ id, language, published }) =>
      id !== original.id && language === original.language && (published?.at ?? 0) < (original.published?.at ?? 0),
  )
  return out.length === 0 ? null : pick(out, random)
}

function later(original: CopyDocument, random: () => number): CopyDocument['published'] {
  const { published } = original
  return published && { ...published, at: published.at + HOUR * (1 + Math.floor(random() * 30)) }
}

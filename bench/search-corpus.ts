// In: a seed. Out: any number of invented documents in seven languages whose words are as unequal as real ones
// (Zipf: the word of rank r is r times rarer than the first), all but the English with a title and lead in English. Nobody
// wrote them and nobody could read them.

import type { SearchDocument } from '../src/store/search/search-index.ts'

const WORDS_A_LANGUAGE = 40_000
const OUTLETS = 300
const SECONDS_APART = 300
/** Words of a translated title, and of a lead of about 200 characters. */
const [TITLE_WORDS, LEAD_WORDS] = [8, 32]
const FIRST_TIME = Date.parse('2014-01-01T00:00:00Z')

/** Letters from which words are made; shares are of documents. */
const languages = [
  { tag: 'en', share: 0.34, syllables: 'ba ce di fo gu ha ke li mo nu pa re si to vu wa the an er on', gap: ' ' },
  { tag: 'ar', share: 0.16, syllables: 'سا مي رو دا تي نو ها شر قد عم حل جي صن طر غي ذك', gap: ' ' },
  { tag: 'ru', share: 0.15, syllables: 'ба ве ги до жу за кре ли мо ну по ра си ту фе ча ше', gap: ' ' },
  { tag: 'fr', share: 0.12, syllables: 'bé ça dé fou gué hi jou lè mon nou pé rai sé tion veu', gap: ' ' },
  { tag: 'fa', share: 0.08, syllables: 'ما شی پا گر چه ده رو نی تا سر خو ژر زا مه', gap: ' ' },
  { tag: 'es', share: 0.08, syllables: 'ba ce di ño gu ja ke lli mo nu pa rre si to va', gap: ' ' },
  {
    tag: 'zh',
    share: 0.07,
    syllables: '国家 政府 部长 总统 经济 军队 联盟 会议 合作 发展 非洲 安全 代表 组织 地区 人民 关系 问题',
    gap: '',
  },
] as const

export type Corpus = {
  /** The document number `at`, the same for the same seed; later ones are newer. */
  readonly document: (at: number) => SearchDocument
  /** The word of a rank (0 = commonest) of a language. */
  readonly word: (language: string, rank: number) => string
}

export function createCorpus(seed: number, wordsADocument: number): Corpus {
  const vocabularies = new Map(
    languages.map((language, at) => [language.tag as string, makeWords(language.syllables.split(' '), seed + at)]),
  )

  function document(at: number): SearchDocument {
    const random = createRandom(seed * 7_919 + at)
    const language = pickLanguage(random())
    const words = vocabularies.get(language.tag) ?? []
    const outlet = zipf(random(), OUTLETS)
    const take = (count: number, from = words, gap: string = language.gap) =>
      Array.from({ length: count }, () => from[zipf(random(), from.length)]).join(gap)
    const english = vocabularies.get('en') ?? []
    const translate = () => ({
      language: 'en',
      title: take(TITLE_WORDS, english, ' '),
      lead: take(LEAD_WORDS, english, ' '),
    })
    return {
      id: `00000000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`,
      time: FIRST_TIME + at * SECONDS_APART * 1000,
      language: language.tag,
      outletId: `outlet-${outlet}`,
      host: `www.outlet-${outlet}.example`,
      title: take(TITLE_WORDS),
      text: take(wordsADocument),
      translations: language.tag === 'en' ? [] : [translate()],
    }
  }

  return { document, word: (tag, rank) => vocabularies.get(tag)?.[rank] ?? '' }
}

/** Rank by Zipf's law with exponent 1. */
function zipf(chance: number, size: number): number {
  return Math.min(Math.floor((size + 1) ** chance) - 1, size - 1)
}

function pickLanguage(chance: number): (typeof languages)[number] {
  let sum = 0
  return languages.find(({ share }) => (sum += share) > chance) ?? languages[0]
}

/** Common words are short, as everywhere. */
function makeWords(syllables: readonly string[], seed: number): string[] {
  const random = createRandom(seed)
  const words = new Set<string>()
  while (words.size < WORDS_A_LANGUAGE) {
    const length = 1 + Math.floor(Math.log10(words.size + 1)) + (random() < 0.3 ? 1 : 0)
    words.add(Array.from({ length }, () => syllables[Math.floor(random() * syllables.length)]).join(''))
  }
  return [...words]
}

/** Mulberry32: small, fast, the same on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

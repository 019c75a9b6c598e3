// In: a text in Chinese characters without kana. Out: Chinese in which script, Cantonese, or Japanese that happens to need no kana.
// Which characters belong to whom is read off the national character sets that every engine carries: the common characters of
// GB 2312 (mainland) that Big5 (Taiwan, Hong Kong) lacks are simplified, and the other way round traditional; those of
// JIS X 0208 that both lack are Japanese.

export type HanGuess = { readonly language: 'zh-Hans' | 'zh-Hant' | 'zh' | 'yue' | 'ja'; readonly confidence: number }

type Ranges = readonly (readonly [firstRow: number, lastRow: number, firstCell: number, lastCell: number])[]

const gbCommon: Ranges = [[0xb0, 0xd7, 0xa1, 0xfe]]
const gbAll: Ranges = [[0xb0, 0xf7, 0xa1, 0xfe]]
const bigCommon: Ranges = [
  [0xa4, 0xc6, 0x40, 0x7e],
  [0xa4, 0xc6, 0xa1, 0xfe],
]
const bigAll: Ranges = [
  [0xa4, 0xf9, 0x40, 0x7e],
  [0xa4, 0xf9, 0xa1, 0xfe],
]
const jisCommon: Ranges = [[0xb0, 0xcf, 0xa1, 0xfe]]

/** Characters of spoken Cantonese that written Chinese has no use for. */
const cantonese = new Set('嘅咗喺哋唔佢嚟冇啲咁嗰乜嘢噉攞瞓')

type Sets = {
  readonly simplified: ReadonlySet<string>
  readonly traditional: ReadonlySet<string>
  readonly japanese: ReadonlySet<string>
}
let sets: Sets | undefined

export function tellHan(text: string): HanGuess | undefined {
  sets ??= readSets()
  const counts = { all: 0, simplified: 0, traditional: 0, japanese: 0, cantonese: 0 }
  for (const letter of text) {
    if (!/\p{Script=Han}/u.test(letter)) continue
    counts.all++
    if (sets.simplified.has(letter)) counts.simplified++
    else if (sets.traditional.has(letter)) counts.traditional++
    else if (sets.japanese.has(letter)) counts.japanese++
    if (cantonese.has(letter)) counts.cantonese++
  }
  return counts.all === 0 ? undefined : decide(counts)
}

type Counts = {
  readonly all: number
  readonly simplified: number
  readonly traditional: number
  readonly japanese: number
  readonly cantonese: number
}

function decide({ all, simplified, traditional, japanese, cantonese: spoken }: Counts): HanGuess {
  const sureness = 1 - 0.5 / all
  if (spoken * 25 > all && spoken * 2 > simplified)
    return { language: 'yue', confidence: Math.min(sureness, 0.6 + spoken / 20) }
  if (japanese * 30 > all && japanese * 2 >= Math.min(simplified, traditional))
    return { language: 'ja', confidence: Math.min(sureness, 0.6 + japanese / 20) }
  const telling = simplified + traditional
  if (telling === 0) return { language: 'zh', confidence: sureness * 0.7 }
  const language = simplified >= traditional ? 'zh-Hans' : 'zh-Hant'
  return { language, confidence: (sureness * Math.max(simplified, traditional) ** 1) / telling }
}

function readSets(): Sets {
  const [mainland, mainlandAll] = [readSet('gb18030', gbCommon), readSet('gb18030', gbAll)]
  const [island, islandAll] = [readSet('big5', bigCommon), readSet('big5', bigAll)]
  return {
    simplified: mainland.difference(islandAll),
    traditional: island.difference(mainlandAll),
    japanese: readSet('euc-jp', jisCommon).difference(mainlandAll).difference(islandAll),
  }
}

function readSet(charset: string, ranges: Ranges): Set<string> {
  const bytes = ranges.flatMap(([firstRow, lastRow, firstCell, lastCell]) =>
    range(firstRow, lastRow).flatMap((row) => range(firstCell, lastCell).flatMap((cell) => [row, cell])),
  )
  const letters = new TextDecoder(charset).decode(Uint8Array.from(bytes))
  return new Set(Array.from(letters).filter((letter) => /\p{Script=Han}/u.test(letter)))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

// In: the prose of an analysis and of its excerpts. Out: figures of the first that the second contradicts.

import type { Span } from '../../../domain/article.ts'
import { figuresIn, stem, type Figure } from './figures.ts'

export type FigureClash = Span & { readonly why: string }

type Sentence = { readonly start: number; readonly text: string; readonly figures: readonly Figure[] }

/** A sentence with more figures is a table. */
const MOST_FIGURES = 16
/** An article has no more sentences. */
const MOST_SENTENCES = 600

const money = new Intl.NumberFormat('en')

function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  for (const match of [...text.matchAll(/[.?!…][”’"]?\s+(?=[\p{Lu}“‘"])|\n+/gu), undefined]) {
    const to = match === undefined ? text.length : match.index + match[0].length
    const sentence = text.slice(from, to)
    const figures = figuresIn(sentence).slice(0, MOST_FIGURES)
    if (figures.length > 0) sentences.push({ start: from, text: sentence, figures })
    from = to
  }
  return sentences.slice(0, MOST_SENTENCES)
}

/** Two sentences share a figure, and give different ones for the same thing beside it. */
export function contradictingFigures(analysis: string, excerpt: string): FigureClash[] {
  const given = sentencesOf(excerpt)
  return sentencesOf(analysis).flatMap((said) =>
    said.figures.flatMap((figure) => {
      if (isBorneOut(figure, given)) return []
      const clash = given.flatMap((other) => clashIn(said, figure, other))[0]
      return clash === undefined ? [] : [placeOf(said, figure, clash)]
    }),
  )
}

function clashIn(said: Sentence, figure: Figure, other: Sentence): Figure[] {
  const tie = said.figures.some((one) => one !== figure && other.figures.some((two) => isTie(one, two)))
  return tie ? other.figures.filter((two) => countsSame(figure, two) && differs(figure, two)) : []
}

/** The same amount of money or share, or the same number of the same thing: two sentences speak of one matter. */
function isTie(one: Figure, two: Figure): boolean {
  return (
    one.value === two.value &&
    one.value >= 3 &&
    (one.isMoney || one.units[0] === '%' || countsSame(one, two)) &&
    one.isMoney === two.isMoney
  )
}

function countsSame(one: Figure, two: Figure): boolean {
  if (one.isMoney || two.isMoney || one.units.includes('%') || two.units.includes('%')) return false
  return one.units.some((unit) => two.units.includes(unit))
}

function differs(one: Figure, two: Figure): boolean {
  if (one.value !== two.value) return !(one.bound === 'about' && Math.abs(one.value - two.value) <= two.value / 10)
  return one.bound !== two.bound && one.bound !== 'about' && two.bound !== 'about'
}

function isBorneOut(figure: Figure, given: readonly Sentence[]): boolean {
  return given.some(({ figures }) =>
    figures.some((other) => other.value === figure.value && other.bound === figure.bound && countsSame(figure, other)),
  )
}

function placeOf(said: Sentence, figure: Figure, other: Figure): FigureClash {
  const tie = said.figures.find((one) => one.isMoney && one.start < figure.start)
  const from = tie?.start ?? figure.start
  const tail = /^(?:\s[\p{L}-]+){0,2}/u.exec(said.text.slice(figure.end))?.[0].length ?? 0
  return {
    start: said.start + from,
    end: said.start + figure.end + tail,
    why: `The excerpt has ${boundWords[other.bound]}${money.format(other.value)} for the same.`,
  }
}

const boundWords = { exact: '', more: 'more than ', less: 'less than ', about: 'about ' }

const times =
  /\b(?:almost|nearly|about|around|roughly|some|over|more than|up to)?\s?(?<n>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|a hundred)\s(?:times|fold)\s(?:more|higher|greater|larger|as much|as many|what|the)\b[^.;,]{0,24}/giu

/** "Ten times more": the two amounts are in the excerpt, and divide otherwise. */
export function timesMore(analysis: string, excerpt: string): FigureClash[] {
  const amounts = [
    ...new Set(
      figuresIn(excerpt)
        .filter(({ isMoney }) => isMoney)
        .map(({ value }) => value),
    ),
  ].filter((value) => value > 0)
  if (amounts.length !== 2) return []
  const [less = 1, more = 1] = amounts.sort((a, b) => a - b)
  const ratio = more / less
  return [...analysis.matchAll(times)].flatMap((match) => {
    const said = figuresIn(`${match.groups?.['n'] ?? ''} times`)[0]?.value ?? 0
    if (said === 0 || Math.abs(ratio / said - 1) <= 0.35) return []
    const span = { start: match.index, end: match.index + match[0].length }
    return [
      {
        ...span,
        why: `${money.format(more)} is ${(Math.round(ratio * 10) / 10).toString()} times ${money.format(less)}.`,
      },
    ]
  })
}

const dozens =
  /\b(?<size>[Dd]ozens|[Hh]undreds|[Tt]housands|[Tt]ens of thousands|[Hh]undreds of thousands)\sof\s(?<what>(?:[\p{L}-]+\s?){1,4})/gu
const span: Readonly<Record<string, readonly [number, number]>> = {
  dozens: [24, 199],
  hundreds: [200, 999],
  thousands: [1000, 9999],
  'tens of thousands': [20_000, 99_999],
  'hundreds of thousands': [200_000, 999_999],
}

/** "Hundreds of Syrians" against "a thousand Syrian fighters". */
export function sizeWords(analysis: string, excerpt: string): FigureClash[] {
  const figures = figuresIn(excerpt).filter(({ isMoney, value }) => !isMoney && value >= 20)
  return [...analysis.matchAll(dozens)].flatMap((match) => {
    const size = match.groups?.['size']?.toLowerCase() ?? ''
    const [least = 0, most = 0] = span[size] ?? []
    const what = nounsOf(match.groups?.['what'] ?? '')
    const same = figures.filter(({ units }) => units.some((unit) => what.has(unit.replace(/i$/u, ''))))
    if (same.length === 0 || excerpt.toLowerCase().includes(size)) return []
    if (same.some(({ value }) => value >= least && value <= most)) return []
    const end = match.index + match[0].trimEnd().length
    return [{ start: match.index, end, why: `The excerpt has ${money.format(same[0]?.value ?? 0)}.` }]
  })
}

/** Only names and nouns of people say what is counted. */
function nounsOf(phrase: string): Set<string> {
  const words = phrase
    .split(/[\s-]+/u)
    .filter((word) => word.length > 3 && !/^(?:pro|anti|other|more|new|young|armed)$/iu.test(word))
  return new Set(words.map((word) => stem(word.toLowerCase()).replace(/i$/u, '')))
}

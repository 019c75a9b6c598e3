import type { Check, CheckContext, Place } from './check.ts'
import { matchQuotation } from './parts/match-quotation.ts'
import { analysisQuotations, excerptTexts, type AnalysisQuotation } from './parts/quotation-texts.ts'
import { areOthers, speakersIn, type Speaker } from './parts/speakers.ts'
import { wordsOf } from './parts/words.ts'

/** Compared only where both texts name the speaker by office: pronouns and bare names are too easily misread. */
export const attributionContradiction: Check = {
  id: 'attribution-contradiction',
  group: 'facts',
  severity: 'error',
  looksAt: 'Who speaks a quotation, in the analysis and in the excerpt',
  why: 'The analysis gives these words to another speaker than the excerpt does.',
  mend: 'Name the speaker that the source names.',
  example: {
    bad: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town opened a ferry line to the islands.[i] President Major has noted: “We are not afraid of the open water between the islands.” The town council expects the line to shorten the way to the hospital for people who live on the islands.',
      excerpt:
        'The second line was announced by Prime Minister Jane Roe on Monday. He who fears should stay at home, she said, “We are not afraid of the open water between the islands.” The new line will carry 400 passengers a day between the harbor and the islands.',
    },
    good: {
      body: 'According to the excerpted article from the daily newspaper Lindholm Post, the harbor town opened a ferry line to the islands.[i] Prime Minister Roe has noted: “We are not afraid of the open water between the islands.” The town council expects the line to shorten the way to the hospital for people who live on the islands.',
      excerpt:
        'The second line was announced by Prime Minister Jane Roe on Monday. He who fears should stay at home, she said, “We are not afraid of the open water between the islands.” The new line will carry 400 passengers a day between the harbor and the islands.',
    },
  },
  find: (context) => {
    const texts = excerptTexts(context)
    return analysisQuotations(context).flatMap((quotation) => compare(quotation, texts, context))
  },
}

function compare(quotation: AnalysisQuotation, texts: readonly string[], context: CheckContext): Place[] {
  const introduced = speakerBefore(quotation.passage.raw, quotation.start)
  if (introduced === null) return []
  const text = texts.find((excerpt) => matchQuotation(quotation.text, [excerpt]).kind !== 'absent')
  const place = text === undefined ? -1 : indexOfWords(text, quotation.text)
  const speaker = text === undefined || place < 0 ? null : speakerBefore(text, place)
  if (speaker === null || !areOthers(introduced.speaker, speaker.speaker)) return []
  const start = quotation.passage.start + introduced.start
  return [
    {
      start,
      end: context.text.indexOf('“', start) > start ? quotation.passage.start + quotation.start - 1 : start + 20,
      why: `In the excerpt the speaker is: ${speaker.speaker.said}.`,
    },
  ]
}

/** The last speaker before `offset`, if the sentence that holds the quotation names one or goes on with one. */
function speakerBefore(text: string, offset: number): { speaker: Speaker; start: number } | null {
  const head = text.slice(Math.max(0, offset - 1500), offset)
  const speaker = speakersIn(head).at(-1)
  if (speaker === undefined || head.length - speaker.index > 120) return null
  const sentence = head.slice(0, speaker.index)
  const begin = Math.max(sentence.lastIndexOf('. '), sentence.lastIndexOf(', '), sentence.lastIndexOf('” '), 0)
  return { speaker, start: Math.max(0, offset - 1500) + (begin > 0 ? begin + 2 : 0) }
}

function indexOfWords(text: string, quote: string): number {
  const [wanted, words] = [wordsOf(quote).slice(0, 5), wordsOf(text)]
  const index = words.findIndex((_, at) => wanted.every(({ word }, step) => words[at + step]?.word === word))
  return words[index]?.start ?? -1
}

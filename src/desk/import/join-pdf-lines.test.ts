import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinPdfLines, type PlacedLine } from './join-pdf-lines.ts'

/** Lines of one page below each other: 12 points apart, 20 after an empty one; letters five points wide. */
function page(...texts: string[]): PlacedLine[] {
  let y = 800
  return texts.flatMap((text) => {
    y -= text === '' ? 8 : 12
    return text === '' ? [] : [{ text, x: 50, right: 50 + text.length * 5, y, height: 10, page: 1 }]
  })
}

test('lines of a paragraph become one, a wider gap begins the next', () => {
  const text = joinPdfLines(
    page(
      'The harbour was reopened on Friday after the storm had gone',
      'and the first ferry left at noon, with hardly a passenger,',
      'because nobody had been told of it.',
      '',
      'Nobody was hurt in it.',
    ),
  )
  assert.deepEqual(
    text.split('\n\n').map((part) => part.length),
    [154, 22],
  )
})

test('an address that the edge of the page broke is made whole', () => {
  const text = joinPdfLines(
    page(
      'See: “Two Ports,” Poti Observer, 5 May 2024. https://poti.example/2024/',
      'two-ports-one-crane.html',
      '',
      'A paragraph that is as wide as the page is, to show where its edge is.',
    ),
  )
  assert.match(text, /https:\/\/poti\.example\/2024\/two-ports-one-crane\.html/u)
})

test('a word broken at the edge is made whole, a compound keeps its hyphen', () => {
  const text = joinPdfLines(
    page(
      'The port serves the Black Sea coast, and all its crews and fer-',
      'ries wait for the next number of the small English-',
      'language weekly, the only one that prints in that language here.',
      'It is read by English crews, and by hardly anybody else at all.',
    ),
  )
  assert.match(text, /crews and ferries wait/u)
  assert.match(text, /English-language weekly/u)
})

test('notes and the labels of an image begin lines of their own', () => {
  const text = joinPdfLines(
    page(
      '[i] The first note, which runs on to the very edge of the page here',
      '[ii] The second note.',
      '',
      'Image: Cranes',
      'Source: Harbor Photos',
      'Attribution: CC BY 4.0',
    ),
  )
  assert.deepEqual(text.split(/\n+/u), [
    '[i] The first note, which runs on to the very edge of the page here',
    '[ii] The second note.',
    'Image: Cranes',
    'Source: Harbor Photos',
    'Attribution: CC BY 4.0',
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { joinLines, joinParagraphs } from './pdf-lines.ts'
import { readPage } from './read-page.ts'

const options = {
  url: 'https://gull.example/report.pdf',
  contentType: 'application/pdf',
  budgetMs: 10_000,
  now: Date.parse('2024-05-04T09:00:00Z'),
}

/** A PDF of one page with lines of text at given heights and sizes, written by hand (ISO 32000-1, 7.5). */
function makePdf(lines: readonly (readonly [size: number, y: number, text: string])[], info = ''): Uint8Array {
  const drawn = lines.map(([size, y, text]) => `BT /F1 ${size} Tf 72 ${y} Td (${text}) Tj ET`).join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< ${info} >>`,
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const start = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

test('a PDF gives its title, paragraphs, maker and date', async () => {
  const pdf = makePdf(
    [
      [22, 780, 'Report on the harbour'],
      [11, 730, 'The harbour reopened on Friday, three days after the storm, and the fer-'],
      [11, 716, 'ry left at dawn with all of its crew aboard.'],
      [11, 680, 'Eleven boats are lost. The council meets on Monday to hear the owners.'],
    ],
    "/Author (Ada Bell) /CreationDate (D:20240503154742+02'00')",
  )
  const reading = await readPage(pdf, options)
  assert.equal(reading.title, 'Report on the harbour')
  assert.deepEqual(
    reading.blocks.map((block) => reading.text.slice(block.start, block.end)),
    [
      'The harbour reopened on Friday, three days after the storm, and the ferry left at dawn with all of its crew aboard.',
      'Eleven boats are lost. The council meets on Monday to hear the owners.',
    ],
  )
  assert.deepEqual(reading.byline, ['Ada Bell'])
  assert.deepEqual(reading.published, {
    edtf: '2024-05-03T15:47:42+02:00',
    literal: null,
    calendar: 'gregorian',
    from: 'file',
  })
  assert.match(reading.notes.join(), /when the PDF file was made/)
})

test('a PDF read from a file, which comes as a Buffer, is read like any other', async () => {
  const pdf = makePdf([[11, 730, 'The ferry runs again from Monday, the harbour master said in a note to the crews.']])
  const reading = await readPage(Buffer.from(pdf), options)
  assert.match(reading.text, /The ferry runs again/)
})

test('a PDF without text says that its pages are pictures', async () => {
  assert.match((await readPage(makePdf([]), options)).reason ?? '', /pictures/)
})

test('pieces on one line become one line, and a wider gap begins a paragraph', () => {
  const piece = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, height: 10, page: 1 })
  const lines = joinLines([
    piece('One', 0, 100),
    piece('line.', 20, 100),
    piece('Next line', 0, 88),
    piece('goes on', 0, 76),
    piece('Another paragraph', 0, 50),
  ])
  assert.deepEqual(
    lines.map((line) => line.text),
    ['One line.', 'Next line', 'goes on', 'Another paragraph'],
  )
  assert.deepEqual(
    joinParagraphs(lines).map((part) => part.text),
    ['One line. Next line goes on', 'Another paragraph'],
  )
})

test('a date that the text prints counts for more than when the file was made', async () => {
  const pdf = makePdf(
    [
      [11, 730, 'Updated: 6 May 2024. Published 2 May 2024 by the harbour office.'],
      [11, 700, 'The ferry runs again from Monday, the harbour master said in a note to the crews of all boats.'],
    ],
    '/CreationDate (D:20240509154742Z)',
  )
  const reading = await readPage(pdf, options)
  assert.equal(reading.published?.edtf, '2024-05-02')
  assert.doesNotMatch(reading.notes.join(), /when the PDF file was made/)
})

/** Glyphs as a browser draws them, from left to right, each seven units wide; a blank leaves a gap. */
function glyphs(shown: readonly string[], y: number) {
  let x = 50
  return shown.map((text) => {
    const width = [...text].length * 7
    const piece = { text, x, y, width, height: 12, page: 1 }
    x += width
    return piece
  })
}

test('a line of Arabic glyphs in visual order is read from the right; numbers and Latin words keep their order', () => {
  const drawn = [
    '(',
    'ﺐ',
    'ﺘ',
    'ﻛ',
    ' ',
    '1',
    '2',
    '.',
    '5',
    ')',
    ' ',
    'ﻡ',
    'ﻼ',
    'ﺳ',
    ' ',
    'A',
    ' ',
    'B',
    ' ',
    'ﺐ',
    'ﺘ',
    'ﻛ',
  ]
  assert.equal(joinLines(glyphs(drawn, 700))[0]?.text, 'كتب A B سلام (12.5 كتب)')
  const dates = ['3', '0', '4', '1', ' ', 'د', 'ر', 'و', ' ', '4', '1']
  assert.equal(joinLines(glyphs(dates, 680))[0]?.text, '41 ورد 3041')
  assert.equal(joinLines(glyphs(['ם', 'ו', 'ל', 'ש', ' ', '2026'], 660))[0]?.text, '2026 שלום')
})

test('a line of mostly Latin letters is left as it stands, though it holds a Hebrew word', () => {
  assert.equal(
    joinLines(glyphs(['The', ' ', 'word', ' ', 'שלום', ' ', 'means', ' ', 'peace'], 700))[0]?.text,
    'The word שלום means peace',
  )
})

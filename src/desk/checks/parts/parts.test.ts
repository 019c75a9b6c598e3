import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editDistance } from '../../../lib/edit-distance.ts'
import { loneBrackets } from './brackets.ts'
import { contradictingFigures, sizeWords, timesMore } from './compare-figures.ts'
import { dateInAddress, daysBetween, printedDates, toEdtf } from './dates.ts'
import { figuresIn } from './figures.ts'
import { editionOf, grantsLicences, hostOf, isShortener, isSocial } from './hosts.ts'
import { readLicence } from './licences.ts'
import { matchQuotation } from './match-quotation.ts'
import { isSlipOf, skeleton } from './name-clusters.ts'
import { countryNamed, countryOf } from './places-of-the-world.ts'
import { pairMarks } from './quote-marks.ts'
import { areOthers, speakersIn } from './speakers.ts'
import { sameButForSpelling } from './words.ts'

const carried = (url: string, near = '2024-05-24'): string | null => {
  const [year = 0, month = 0, day = 0] = near.split('-').map(Number)
  const date = dateInAddress(url, { year, month, day })
  return date === null ? null : `${toEdtf(date)} ${date.calendar}`
}

test('an address tells its day in every calendar and form', () => {
  assert.equal(carried('https://a.example/2024/05/24/ferry'), '2024-05-24 gregorian')
  assert.equal(carried('https://a.example/news/2024/5/4/ferry'), '2024-05-04 gregorian')
  assert.equal(carried('https://a.example/ferry-2024-05-24/'), '2024-05-24 gregorian')
  assert.equal(carried('https://a.example/fr/20240524-la-ligne'), '2024-05-24 gregorian')
  assert.equal(carried('https://a.example/1403/03/04/1403030412.jpg'), '2024-05-24 persian')
  assert.equal(carried('https://a.example/news/14030304000483'), '2024-05-24 persian')
  assert.equal(carried('https://a.example/1445/11/16/x'), '2024-05-24 islamic')
  assert.equal(carried('https://a.example/2567/05/24/x'), '2024-05-24 buddhist')
  assert.equal(carried('https://a.example/file_24-05-2024.jpg'), '2024-05-24 gregorian')
  assert.equal(carried('https://a.example/2024/05/ferry'), '2024-05 gregorian')
})

test('numbers in addresses are not taken for dates', () => {
  assert.equal(carried('https://a.example/news/5904819'), null)
  assert.equal(carried('https://a.example/article68488361.html'), null)
  assert.equal(carried('https://a.example/posts/122143879226177351'), null)
  assert.equal(carried('https://a.example/2024/13/41/x'), null)
  assert.equal(carried('https://a.example/wp-content/uploads/2016/02/x.pdf'), null)
  assert.equal(carried('https://a.example/20110909/x'), null, 'far from the printed date a run of digits is an id')
})

test('printed dates are read day first, month first and without a year', () => {
  assert.deepEqual(
    printedDates('On 4 March 2024, in May 2023, on July 9, 2024 and on 5 August.').map((date) => toEdtf(date)),
    ['2024-03-04', '2023-05', '2024-07-09', '0-08-05'],
  )
  assert.equal(daysBetween({ year: 2024, month: 2, day: 28 }, { year: 2024, month: 3, day: 1 }), 2)
})

test('quotation marks are paired, and apostrophes are no marks', () => {
  assert.deepEqual(pairMarks('“The islanders’ ferry isn’t ‘late’,” they said.').problems, [])
  assert.deepEqual(pairMarks('She said "yes" and "no".').problems, [])
  const kinds = (text: string) => pairMarks(text).problems.map(({ kind, mark }) => `${kind} ${mark}`)
  assert.deepEqual(kinds('Both are ready,” he said.'), ['unopened ”'])
  assert.deepEqual(kinds('“Both are ready, he said.'), ['unclosed “'])
  assert.deepEqual(kinds('“He must ‘see it.”'), ['unclosed ‘'])
  assert.deepEqual(kinds('“The “Northern Line” opens”'), ['nested “'])
  assert.deepEqual(kinds('the ’Axis’ of ferries'), ['wrong-way ’'])
  assert.deepEqual(kinds('Jama‘at of the ’90s'), [])
})

test('brackets without a partner are found, list items are none', () => {
  assert.deepEqual(loneBrackets('a) first (one), b) second [two]'), [])
  assert.deepEqual(
    loneBrackets('(Jane Roe').map(({ bracket }) => bracket),
    ['('],
  )
  assert.deepEqual(
    loneBrackets('the [council} met').map(({ bracket }) => bracket),
    ['[', '}'],
  )
})

test('figures are read in digits and words, with bound and what they count', () => {
  const read = (text: string) => figuresIn(text).map(({ value, bound, units }) => [value, bound, units[0]])
  assert.deepEqual(read('more than 60 farmers were injured'), [[60, 'more', 'farmer']])
  assert.deepEqual(read('twenty-five ferries and $1.5 million'), [
    [25, 'exact', 'ferri'],
    [1_500_000, 'exact', 'money'],
  ])
  assert.deepEqual(read('about 48% of arms'), [[48, 'about', '%']])
  assert.deepEqual(read('on 4 March 2024 and in 2019'), [])
})

test('figures contradict only where another figure ties them', () => {
  const excerpt = 'The council spends $25 million on nine piers. A thousand farmers came.'
  assert.equal(contradictingFigures('It will pay $25 million for ten piers.', excerpt).length, 1)
  assert.equal(contradictingFigures('It will pay $25 million for nine piers.', excerpt).length, 0)
  assert.equal(contradictingFigures('It has ten piers already.', excerpt).length, 0)
  assert.equal(sizeWords('Hundreds of farmers came.', excerpt).length, 1)
  assert.equal(sizeWords('Thousands of farmers came.', excerpt).length, 0)
})

test('“ten times more” is reckoned from the two amounts: 1,500 is 32.6 times 46', () => {
  const excerpt = 'The wage never exceeded $46. “Here we are paid $1,500,” he added.'
  assert.match(
    timesMore('This is almost ten times more than before.', excerpt)[0]?.why ?? '',
    /1,500 is 32\.6 times 46/,
  )
  assert.deepEqual(timesMore('This is more than thirty times more than before.', excerpt), [])
})

test('a quotation is found across brackets, cuts, marks, case and diacritics', () => {
  const excerpt = 'The line, which the town pays for, will carry 400 passengers “at most”, said Mayor Müller.'
  const kind = (quote: string) => matchQuotation(quote, [excerpt]).kind
  assert.equal(kind('“the line [of ferries]… will carry 400 passengers ‘at most’”'), 'same')
  assert.equal(kind('[W]ill carry 400 passengers'), 'same')
  assert.equal(kind('“said Mayor Muller.”'), 'same')
  assert.equal(kind('The line which the town pays for'), 'punctuation')
  assert.equal(kind('will carry 500 passengers at most'), 'altered')
  assert.equal(kind('nobody has ever asked the farmers about it'), 'absent')
  const spelt = matchQuotation('the islands and their neighbors should take part', [
    'the islands and their neighbours should take part',
  ])
  assert.equal(spelt.kind === 'altered' && spelt.onlySpelling, true)
})

test('licences are read by their elements and versions', () => {
  const kind = (text: string) => readLicence(text).kind
  assert.equal(kind('CC BY-SA 4.0'), 'exact')
  assert.equal(kind('John Doe, CC BY 2.0'), 'exact')
  assert.equal(kind('Creative Commons Attribution-ShareAlike 3.0'), 'nonstandard')
  assert.equal(kind('CCA-SA 4.0 Intl.'), 'nonstandard')
  assert.equal(kind('BY-NC 2.0'), 'nonstandard')
  assert.equal(kind('CC x 2.0'), 'unidentifiable')
  assert.equal(kind('CC 3.0'), 'unidentifiable')
  assert.equal(kind('CC BY-SA 5.0'), 'unidentifiable')
  assert.equal(kind('Public Domain'), 'public-domain')
  assert.equal(kind('Free to use'), 'terms')
  assert.equal(kind('Lindholm News Agency'), 'none')
})

test('hosts are known by what they are', () => {
  assert.equal(hostOf('https://www.A.example:8080/x'), 'a.example')
  assert.ok(isShortener('https://t.co/x') && isSocial('https://m.facebook.com/x') && !isSocial('https://box.com/x'))
  assert.ok(grantsLicences('https://commons.wikimedia.org/wiki/File:X.jpg'))
  assert.equal(editionOf('https://english.a.example/x'), 'en')
  assert.equal(editionOf('https://a.example/ru/x'), 'ru')
  assert.equal(editionOf('https://a.example/x'), null)
})

test('names are known by their skeleton, slips by one letter that is no ending', () => {
  assert.equal(skeleton('Goïta'), skeleton('Goita'))
  assert.equal(skeleton('Pashinyan'), skeleton('Pashinian'))
  assert.equal(skeleton('Zelenskyy'), skeleton('Zelensky'))
  assert.notEqual(skeleton('Niger'), skeleton('Nigeria'))
  assert.ok(isSlipOf('Verdiyev', 'Verdiev') && !isSlipOf('Iran', 'Iranian') && !isSlipOf('Syria', 'Syrian'))
  assert.equal(countryOf('Lagos'), 'NG')
  assert.equal(countryNamed('Niger'), 'NE')
  assert.equal(countryOf('Cape Town'), 'ZA')
  assert.equal(editDistance('ferry', 'fery'), 1)
  assert.ok(sameButForSpelling('neighbours', 'neighbors') && !sameButForSpelling('harbor', 'harbors'))
})

test('he who said is the last who spoke, not the last who was named', () => {
  const text =
    'It was announced by Prime Minister Jane Roe. The plan was made by President Major in March. Asked about it, she said'
  const speaker = speakersIn(text).at(-1)
  assert.deepEqual([...(speaker?.offices ?? [])], ['prime minister'])
  const [president] = speakersIn('President Major has noted')
  assert.ok(speaker && president && areOthers(speaker, president) && !areOthers(speaker, speaker))
})

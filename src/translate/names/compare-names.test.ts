import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeNameBook } from '../../store/search/name-book.ts'
import { compareSegment } from '../compare/compare-segment.ts'
import { findChangedNames } from './compare-names.ts'
import { isHeadline, readNameRuns } from './name-runs.ts'
import { findAuthorities, openPinyin } from './open-names.ts'

const flags = async (from: string, source: string, target: string) =>
  findChangedNames({ source, target, from, to: 'en' }, { findAuthorities: null, pinyin: await openPinyin(from) })

test('a right translation of a name raises nothing, in any script, with articles, endings and English forms', async () => {
  for (const [from, source, target] of [
    ['ar', 'قال المدير سالم بركات إن السفير غادر القاهرة.', 'Director Salim Barakat said the ambassador left Cairo.'],
    ['ar', 'تحدث ياسين العمري في ميناء بورسعيد.', 'Yasin al-Omari spoke in the port of Port Said.'],
    ['fa', 'مدیر طرح، نادر کاویان، به بندر مهران رفت.', 'Project director Nader Kavian went to the port of Mehran.'],
    ['ru', 'Об этом сказал Роман Кучер в Саудовской Аравии.', 'Roman Kucher said so in Saudi Arabia.'],
    ['uk', 'Інженер Роман Кучер навчив двох змінників.', 'Engineer Roman Kucher has trained two shift workers.'],
    ['zh', '镇长林国平会见了记者。', 'Mayor Lin Guoping met reporters.'],
    ['zh', '俄罗斯总统普京抵达布基纳法索。', 'Russian President Putin arrived in Burkina Faso.'],
    ['fr', 'Le président Vladimir Poutine a écrit à Awa Diémé.', 'President Vladimir Putin wrote to Awa Diémé.'],
    ['es', 'Los Estados Unidos y la Fuerza Aérea callan.', 'The United States and the Air Force are silent.'],
    ['tr', 'Gemi İskenderun’dan Trablus’a hareket etti.', 'The ship left İskenderun for Tripoli.'],
    ['id', 'Kapten itu dari Serikat Nakhoda Timur.', 'The captain is from the Eastern Masters’ Union.'],
  ] as const)
    assert.deepEqual(await flags(from, source, target), [], target)
})

test('another person in the place of one is flagged, with the words of both sides where they can be told', async () => {
  const [swapped] = await flags('ru', 'Об этом сказал Роман Кучер.', 'Viktor Sobolev said so.')
  assert.deepEqual(
    [swapped?.kind, swapped?.inOriginal, swapped?.inTranslation],
    ['name', 'Роман Кучер', 'Viktor Sobolev'],
  )
  for (const [from, source, target, words] of [
    ['ar', 'قال المدير سالم بركات كلمته.', 'Director Hussein Tikriti spoke.', /Hussein Tikriti.*not in the original/],
    ['ar', 'قال المدير سالم بركات كلمته.', 'Director Salim Tikriti spoke.', /Tikriti.*not in the original/],
    ['zh', '镇长林国平会见了记者。', 'Mayor Wang Daming met reporters.', /林国平.*Wang Daming/],
    ['zh', '镇长林国平会见了记者。', 'Mayor Lin Guoqing met reporters.', /Lin Guoqing/],
    ['tr', 'Vali Kemal Özdemir limanı gezdi.', 'Governor Hakan Yıldız toured the port.', /Hakan Yıldız/],
  ] as const)
    assert.match((await flags(from, source, target))[0]?.words ?? '', words, target)
})

test('a person who is left out is flagged, in scripts with capitals and by given names in those without', async () => {
  for (const [from, source, target] of [
    ['fr', 'Le préfet Moussa Traoré a rencontré les éleveurs.', 'The prefect met the herders.'],
    ['ru', 'Об этом сказал Роман Кучер.', 'So it was said.'],
    ['ar', 'قال محمد التكريتي إن الطريق مغلق.', 'He said that the road was closed.'],
    ['zh', '镇长林国平会见了记者。', 'The mayor met reporters.'],
  ] as const)
    assert.match((await flags(from, source, target))[0]?.words ?? '', /is not in the translation/, target)
})

test('a name that languages spell alike and the translation spells otherwise is flagged; their own spellings are not', async () => {
  const [flag] = await flags(
    'fr',
    'Selon Claire Vautrin, rien ne change.',
    'According to Claire Vautrein, nothing changes.',
  )
  assert.deepEqual([flag?.inOriginal, flag?.inTranslation], ['Vautrin', 'Vautrein'])
  assert.deepEqual(await flags('es', 'Habló Alí Shamjaní.', 'Ali Shamkhani spoke.'), [])
})

test('a country in the place of another is flagged, a people said for its country is not', async () => {
  const [flag] = await flags('fr', 'L’Allemagne et le Niger signent.', 'Germany and Nigeria sign.')
  assert.match(flag?.words ?? '', /names Niger, the translation Nigeria/)
  assert.deepEqual(await flags('ru', 'Россия ждёт в Китае.', 'The Russian side waits in China.'), [])
  assert.deepEqual(await flags('fr', 'La France et les Chinois parlent.', 'French and China’s envoys talk.'), [])
})

test('an authority that the original names in its script must be there, under any of its names or by its sound', () => {
  const book = makeNameBook([
    [
      { by: 'authority', text: 'Popular Mobilization Forces' },
      { by: 'authority', text: 'الحشد الشعبي' },
    ],
  ])
  const ask = (target: string) =>
    findChangedNames(
      { source: 'تقدم الحشد الشعبي نحو المدينة', target, from: 'ar', to: 'en' },
      { findAuthorities: (sentence) => findAuthorities(book, sentence), pinyin: null },
    )
  assert.deepEqual(ask('The Popular Mobilization Forces advanced on the town.'), [])
  const [lost] = ask('The people’s crowd advanced on the town.')
  assert.match(lost?.words ?? '', /Popular Mobilization Forces/)
  assert.equal(lost?.inOriginal, 'الحشد الشعبي')
})

test('a name that is an agreed term is flagged once, and nothing where the sentence is not translated', async () => {
  const names = { findAuthorities: null, pinyin: null }
  const pair = { source: 'Об этом сказал Роман Кучер вчера в порту.', from: 'ru', to: 'en' }
  assert.deepEqual(
    compareSegment({ ...pair, target: pair.source }, null, names).map(({ kind }) => kind),
    ['language'],
  )
  assert.deepEqual(
    compareSegment({ ...pair, target: 'Viktor Sobolev said this yesterday.' }, null, names).map(({ kind }) => kind),
    ['name'],
  )
})

test('headlines with capitals throughout are not judged, and runs know where a sentence begins', () => {
  assert.ok(isHeadline('France to Withdraw Fifteen Hundred Soldiers from Niger'))
  assert.ok(!isHeadline('Governor Roman Kucher met the herders of the plain.'))
  const [first, second] = readNameRuns('Reporters met Salim al-Omari.')
  assert.deepEqual([first?.isFirst, second?.isFirst], [true, false])
  assert.equal(second?.words.map(({ folded }) => folded).join(' '), 'salim omari')
})

test('hostile sentences cost no more than their length', async () => {
  const many = 'Roman Kucher, '.repeat(20_000)
  await flags('ru', 'Роман Кучер, '.repeat(20_000), many)
  await flags('zh', '林国平说'.repeat(50_000), many)
  await flags('ar', 'سالم بركات '.repeat(20_000), `${'A'.repeat(100_000)} ${'\ud800'.repeat(1000)}`)
})

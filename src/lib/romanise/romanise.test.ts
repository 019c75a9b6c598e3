import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listPossibleNames, romanise, type Doubt } from './romanise.ts'

const name = (text: string, language: string) => {
  const end = romanise(text, language, { isName: true })
  assert.ok(end.kind === 'romanised', `${text}: not done`)
  return end
}

function isWritten(language: string, pairs: readonly (readonly [string, string])[]): void {
  for (const [script, latin] of pairs) assert.equal(name(script, language).text, latin, script)
}

test('Ukrainian names are written as in the examples of the national system', () => {
  isWritten('uk', [
    ['Алушта', 'Alushta'],
    ['Борщагівка', 'Borshchahivka'],
    ['Вишгород', 'Vyshhorod'],
    ['Гадяч', 'Hadiach'],
    ['Згорани', 'Zghorany'],
    ['Ґалаґан', 'Galagan'],
    ['Рівне', 'Rivne'],
    ['Єнакієве', 'Yenakiieve'],
    ['Гаєвич', 'Haievych'],
    ['Житомир', 'Zhytomyr'],
    ['Закарпаття', 'Zakarpattia'],
    ['Їжакевич', 'Yizhakevych'],
    ['Кадиївка', 'Kadyivka'],
    ['Йосипівка', 'Yosypivka'],
    ['Стрий', 'Stryi'],
    ['Олексій', 'Oleksii'],
    ['Київ', 'Kyiv'],
    ['Решетилівка', 'Reshetylivka'],
    ['Біла Церква', 'Bila Tserkva'],
    ['Щербухи', 'Shcherbukhy'],
    ['Юрій', 'Yurii'],
    ['Корюківка', 'Koriukivka'],
    ['Яготин', 'Yahotyn'],
    ['Знам’янка', 'Znamianka'],
    ['Феодосія', 'Feodosiia'],
    ['ЩО', 'SHCHO'],
  ])
})

test('Russian names are written by the table of 1947', () => {
  isWritten('ru', [
    ['Елец', 'Yelets'],
    ['Тула', 'Tula'],
    ['Подъездной', 'Pod”yezdnoy'],
    ['Раздолье', 'Razdol’ye'],
    ['Воскресенск', 'Voskresensk'],
    ['Горячий Ключ', 'Goryachiy Klyuch'],
    ['Королёв', 'Korolëv'],
    ['Ёлка', 'Yëlka'],
    ['Щёлково', 'Shchëlkovo'],
    ['Чапаевск', 'Chapayevsk'],
    ['Выхино', 'Vykhino'],
    ['Юрьев', 'Yur’yev'],
    ['ЩИТ и Щит', 'SHCHIT i Shchit'],
  ])
})

test('Arabic names with their vowels are written by the table of 1956, and leave no doubt', () => {
  isWritten('ar', [
    ['الرِّيَاض', 'Ar Riyāḑ'],
    ['القَاهِرَة', 'Al Qāhirah'],
    ['بَغْدَاد', 'Baghdād'],
    ['دِمَشْق', 'Dimashq'],
    ['الشَّارِقَة', 'Ash Shāriqah'],
    ['مَكَّة', 'Makkah'],
    ['المَدِينَة', 'Al Madīnah'],
    ['بَيْرُوت', 'Bayrūt'],
    ['حَلَب', 'Ḩalab'],
    ['عَمَّان', '‘Ammān'],
    ['صَنْعَاء', 'Şan‘ā’'],
    ['الجَزَائِر', 'Al Jazā’ir'],
    ['طَرَابُلُس', 'Ţarābulus'],
    ['البَصْرَة', 'Al Başrah'],
    ['حِمْص', 'Ḩimş'],
    ['الإسْكَنْدَرِيَّة', 'Al Iskandarīyah'],
    ['اللَّاذِقِيَّة', 'Al Lādhiqīyah'],
    ['فيه', 'Fīh'],
    ['عَبْد الله', '‘Abd Allāh'],
  ])
  for (const word of ['بَغْدَاد', 'الشَّارِقَة', 'عَمَّان']) assert.deepEqual(name(word, 'ar').doubts, [], word)
})

test('Persian and Pashto names are written by their tables', () => {
  isWritten('fa', [
    ['تِهران', 'Tehrān'],
    ['شیراز', 'Shīrāz'],
    ['مَشهَد', 'Mashhad'],
    ['قُم', 'Qom'],
    ['کَرَج', 'Karaj'],
    ['تَبریز', 'Tabrīz'],
    ['کِرمان', 'Kermān'],
    ['اَهواز', 'Ahvāz'],
    ['بوشِهر', 'Būshehr'],
    ['زاهِدان', 'Zāhedān'],
    ['هَمَدان', 'Hamadān'],
    ['گُرگان', 'Gorgān'],
    ['ایران', 'Īrān'],
    ['آبادان', 'Ābādān'],
    ['اُرومیه', 'Orūmīyeh'],
  ])
  isWritten('ps', [
    ['ماڼۍ', 'Māṉêy'],
    ['آب', 'Āb'],
    ['پَکتیا', 'Paktīā'],
    ['ژرَنده', 'Zhrandah'],
  ])
})

test('what is not printed is not made up: the doubts say what is missing', () => {
  const doubts: [string, string, string, Doubt[]][] = [
    ['محمد', 'ar', 'Mḩmd', ['short-vowels']],
    ['تونس', 'ar', 'Tūns', ['short-vowels', 'waw-yeh']],
    ['استان', 'fa', 'Stān', ['first-vowel', 'short-vowels']],
    ['قُم', 'fa', 'Qom', []],
    ['قوة', 'ar', 'Qwah', ['short-vowels']],
  ]
  for (const [script, language, latin, missing] of doubts) {
    const end = name(script, language)
    assert.deepEqual([end.text, end.doubts], [latin, missing], script)
    assert.equal(end.original, script)
  }
})

test('established English forms win, the longer before the shorter, and the rest follows the system', () => {
  const table = new Map([
    ['Москва', 'Moscow'],
    ['Красная площадь', 'Red Square'],
    ['Красная', 'Krasnaya (wrong)'],
    ['北京', 'Beijing'],
  ])
  const findEstablished = (word: string) => table.get(word)
  const end = romanise('Красная площадь, Москва и Тула', 'ru', { findEstablished })
  assert.ok(end.kind === 'romanised')
  assert.equal(end.text, 'Red Square, Moscow i Tula')
  assert.equal(end.system, 'bgnpcgn-1947-rus')
  assert.deepEqual(
    end.established.map(({ text }) => text),
    ['Red Square', 'Moscow'],
  )
  const only = romanise('北京', 'zh-Hans', { findEstablished })
  assert.ok(only.kind === 'romanised' && only.system === 'established' && only.text === 'Beijing')
})

test('where no system is, it says so with a reason, and Latin letters stay', () => {
  for (const [text, language] of [
    ['重庆', 'zh'],
    ['東京', 'ja'],
    ['ราชบุรี', 'th'],
    ['тест', 'constructor'],
  ] as const) {
    const end = romanise(text, language)
    assert.ok(end.kind === 'not-done' && end.reason.length > 30, text)
  }
  const latin = romanise('Bamako 2024', 'fr')
  assert.ok(latin.kind === 'romanised' && latin.text === 'Bamako 2024')
})

test('anything may come in: nothing throws, and long texts take time in step with their length', () => {
  const odd = ['', '\0', '\ud800', 'َ', 'اااا', 'ـــ', 'ال', 'ﷺ', '‏الله‏', 'e\u0301', '١٢٣ ۴۵', 'ь', 'ПЬ']
  for (const text of odd) for (const language of ['ar', 'fa', 'ps', 'ru', 'uk', '']) romanise(text, language)
  const long = romanise('العاصمة Москва '.repeat(20_000), 'ar')
  assert.equal(long.kind, 'romanised')
})

test('the names to look up are all runs of words, the longest of six', () => {
  assert.deepEqual(listPossibleNames('Біла Церква, Київ'), [
    'Біла',
    'Біла Церква',
    'Біла Церква, Київ',
    'Церква',
    'Церква, Київ',
    'Київ',
  ])
  assert.equal(listPossibleNames('а б в г д е є ж').length, 8 + 7 + 6 + 5 + 4 + 3)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listPossibleNames, romanise, type Doubt, type EstablishedForm } from './romanise.ts'

const name = async (text: string, language: string) => {
  const end = await romanise(text, language, { isName: true })
  assert.ok(end.kind === 'romanised', `${text}: not done`)
  return end
}

async function isWritten(language: string, pairs: readonly (readonly [string, string])[]): Promise<void> {
  for (const [script, latin] of pairs) assert.equal((await name(script, language)).text, latin, script)
}

test('Ukrainian names are written as in the examples of the national system', async () => {
  await isWritten('uk', [
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

test('Russian names are written by the table of 1947', async () => {
  await isWritten('ru', [
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

test('Arabic names with their vowels are written by the table of 1956, and leave no doubt', async () => {
  await isWritten('ar', [
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
  for (const word of ['بَغْدَاد', 'الشَّارِقَة', 'عَمَّان']) assert.deepEqual((await name(word, 'ar')).doubts, [], word)
})

test('Persian and Pashto names are written by their tables', async () => {
  await isWritten('fa', [
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
  await isWritten('ps', [
    ['ماڼۍ', 'Māṉêy'],
    ['آب', 'Āb'],
    ['پَکتیا', 'Paktīā'],
    ['ژرَنده', 'Zhrandah'],
  ])
})

test('what is not printed is not made up: the doubts say what is missing', async () => {
  const doubts: [string, string, string, Doubt[]][] = [
    ['منذر', 'ar', 'Mndhr', ['short-vowels']],
    ['تومسي', 'ar', 'Tūmsī', ['short-vowels', 'waw-yeh']],
    ['تونسي', 'ar', 'Tūnisī', ['usual-vowels']],
    ['الحسيني', 'ar', 'Al Ḩusaynī', ['usual-vowels']],
    ['محمدرضا', 'fa', 'Moḩammadreẕā', ['usual-vowels']],
    ['علی\u200cرضا', 'fa', '‘Alīreẕā', ['usual-vowels']],
    ['اشتهارد', 'fa', 'Shthārd', ['first-vowel', 'short-vowels']],
    ['محمد', 'ar', 'Muḩammad', ['usual-vowels']],
    ['فرقة موسيقية', 'ar', 'Frqat Mūsīqīyah', ['construct', 'short-vowels', 'waw-yeh']],
    ['نادر کاویان', 'fa', 'Nāder Kāvyān', ['ezafe', 'usual-vowels']],
    ['والشعف', 'ar', 'Wa ash Sh‘f', ['joined-letters', 'short-vowels']],
    ['ٹوکیو', 'ar', 'ٹūkīw', ['unknown-letter', 'waw-yeh']],
    ['قُم', 'fa', 'Qom', []],
    ['قوة', 'ar', 'Qwah', ['short-vowels']],
  ]
  for (const [script, language, latin, missing] of doubts) {
    const end = await name(script, language)
    assert.deepEqual([end.text, end.doubts], [latin, missing], script)
    assert.equal(end.original, script)
  }
})

test('established English forms win, the longer before the shorter, and the rest follows the system', async () => {
  const table = new Map([
    ['Москва', 'Moscow'],
    ['Красная площадь', 'Red Square'],
    ['Красная', 'Krasnaya (wrong)'],
    ['北京', 'Beijing'],
  ])
  const findEstablished = (word: string): EstablishedForm | undefined => {
    const text = table.get(word)
    return text === undefined ? undefined : { text, from: 'authority' }
  }
  const end = await romanise('Красная площадь, Москва и Тула', 'ru', { findEstablished })
  assert.ok(end.kind === 'romanised')
  assert.equal(end.text, 'Red Square, Moscow i Tula')
  assert.equal(end.system, 'bgnpcgn-1947-rus')
  assert.deepEqual(
    end.established.map(({ text }) => text),
    ['Red Square', 'Moscow'],
  )
  const only = await romanise('北京', 'zh-Hans', { findEstablished })
  assert.ok(only.kind === 'romanised' && only.system === 'established' && only.text === 'Beijing')
})

test('where no system is, it says so with a reason, and Latin letters stay', async () => {
  for (const [text, language] of [
    ['東京', 'ja'],
    ['ราชบุรี', 'th'],
    ['тест', 'constructor'],
  ] as const) {
    const end = await romanise(text, language)
    assert.ok(end.kind === 'not-done' && end.reason.length > 30, text)
  }
  const latin = await romanise('Bamako 2024', 'fr')
  assert.ok(latin.kind === 'romanised' && latin.text === 'Bamako 2024')
})

test('anything may come in: nothing throws, and long texts take time in step with their length', async () => {
  const odd = ['', '\0', '\ud800', 'َ', 'اااا', 'ـــ', 'ال', 'ﷺ', '‏الله‏', 'e\u0301', '١٢٣ ۴۵', 'ь', 'ПЬ']
  for (const text of odd)
    for (const language of ['ar', 'fa', 'ps', 'ru', 'uk', 'zh', '']) await romanise(text, language)
  const long = await romanise('العاصمة Москва '.repeat(20_000), 'ar')
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

test('no letter of a script is left as it is without being told', async () => {
  const blocks: [string[], number, number][] = [
    [['ar', 'fa', 'prs', 'ps'], 0x600, 0x77f],
    [['ar'], 0xfb50, 0xfeff],
    [['ru', 'uk'], 0x400, 0x52f],
    [['zh'], 0x9f00, 0x9fff],
    [['zh'], 0x20000, 0x20040],
  ]
  for (const [languages, from, to] of blocks)
    for (const language of languages)
      for (let code = from; code <= to; code++) {
        const letter = String.fromCodePoint(code)
        if (!/\p{L}/u.test(letter) || !/\p{Script=Arabic}|\p{Script=Cyrillic}|\p{Script=Han}/u.test(letter)) continue
        const end = await romanise(letter.repeat(2), language)
        assert.ok(end.kind === 'romanised')
        const isLeft = /[^\p{Script=Latin}\P{L}]/u.test(end.text)
        assert.ok(!isLeft || end.doubts.includes('unknown-letter'), `${language} ${letter} ${code.toString(16)}`)
      }
})

test('what is Latin stays, and what was romanised stays when it is romanised again', async () => {
  for (const [text, language] of [
    ['الرِّيَاض 12 ٪', 'ar'],
    ['کوهِ مرغوب', 'fa'],
    ['Объект', 'ru'],
    ['Знам’янка', 'uk'],
    ['习近平主席', 'zh'],
  ] as const) {
    const once = await name(text, language)
    const again = await name(once.text, language)
    assert.equal(again.text, once.text)
    assert.deepEqual(again.doubts, [])
  }
  for (const language of ['ar', 'fa', 'ru', 'uk', 'zh'])
    assert.equal((await name('Cafe\u0301 “d’Ivoire” – 5,000', language)).text, 'Cafe\u0301 “d’Ivoire” – 5,000')
})

test('mixed text, digits, joiners and marks of direction come out in plain Latin letters', async () => {
  for (const [text, language, latin] of [
    ['\u200fبَغْدَاد\u200e (Reuters) ٢٠٢٤', 'ar', 'Baghdād (Reuters) 2024'],
    ['خُرَّم\u200cآباد، ۱۲٫۵٪', 'fa', 'Khorramābād, 12.5%'],
    ['\u202eМосква\u202c NATO', 'ru', 'Moskva NATO'],
    ['2024年，北京', 'zh', '2024 Nián, Běijīng'],
  ] as const)
    assert.equal((await name(text, language)).text, latin)
})

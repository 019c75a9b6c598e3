import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { romanise, type Doubt } from './romanise.ts'

const write = async (text: string, isName: boolean, tones = true) => {
  const end = await romanise(text, 'zh', { isName, tones })
  assert.ok(end.kind === 'romanised', text)
  return end
}

test('Chinese names by ISO 7098: surname and given name, places and their kind, apostrophes, letters read by their word', async () => {
  for (const [script, latin] of [
    ['习近平', 'Xí Jìnpíng'],
    ['習近平', 'Xí Jìnpíng'],
    ['林国平', 'Lín Guópíng'],
    ['欧阳修', 'Ōuyáng Xiū'],
    ['诸葛亮', 'Zhūgě Liàng'],
    ['曾庆红', 'Zēng Qìnghóng'],
    ['单田芳', 'Shàn Tiánfāng'],
    ['陈敏尔', 'Chén Mǐn’ěr'],
    ['重庆', 'Chóngqìng'],
    ['重慶', 'Chóngqìng'],
    ['西安', 'Xī’ān'],
    ['六安', 'Lù’ān'],
    ['厦门', 'Xiàmén'],
    ['长江', 'Cháng Jiāng'],
    ['黑龙江省', 'Hēilóngjiāng Shěng'],
    ['石家庄市', 'Shíjiāzhuāng Shì'],
    ['台湾海峡', 'Táiwān Hǎixiá'],
    ['乌鲁木齐', 'Wūlǔmùqí'],
    ['中国人民解放军', 'Zhōngguó Rénmín Jiěfàng Jūn'],
    ['弗拉基米尔·普京', 'Fúlājīmǐ’ěr·Pǔjīng'],
  ] as const)
    assert.equal((await write(script, true)).text, latin, script)
})

test('without tones the letters stay, the ü too', async () => {
  for (const [script, latin] of [
    ['习近平', 'Xi Jinping'],
    ['女儿', 'Nü’er'],
    ['西安', 'Xi’an'],
  ] as const)
    assert.equal((await write(script, true, false)).text, latin)
})

test('in a sentence names are found by what stands beside them, and signs are those of Latin letters', async () => {
  for (const [script, latin] of [
    ['镇长林国平剪了彩。', 'Zhènzhǎng Lín Guópíng jiǎnle cǎi.'],
    ['国防部长董军访问俄罗斯', 'Guófáng bùzhǎng Dǒng Jūn fǎngwèn Éluósī'],
    ['重慶市委書記陳敏爾會見記者', 'Chóngqìng shìwěi shūjì Chén Mǐn’ěr huìjiàn jìzhě'],
    ['《青河日报》刊登了地图。', '“Qīnghé rìbào” kāndēngle dìtú.'],
    ['中国外交部发言人毛宁说，中方反对。', 'Zhōngguó wàijiāobù fāyánrén Máo Níng shuō, zhōngfāng fǎnduì.'],
    ['第一趟列车载着 420 名乘客。', 'Dì yītàng lièchē zǎizhe 420 míng chéngkè.'],
  ] as const)
    assert.equal((await write(script, false)).text, latin, script)
})

test('what the letters leave open is told: readings, borders of names, names of other languages, letters nobody knows', async () => {
  const doubts: [string, Doubt[]][] = [
    ['习近平', []],
    ['重庆', []],
    ['毛泽东', ['word-division']],
    ['任长霞', ['reading', 'word-division']],
    ['普京', ['foreign-name']],
    ['弗拉基米尔·普京', ['foreign-name']],
    ['𠮷田', ['unknown-letter']],
  ]
  for (const [script, missing] of doubts) assert.deepEqual((await write(script, true)).doubts, missing, script)
})

test('an agreed name is found inside a sentence without spaces, and stands apart in it', async () => {
  const end = await romanise('记者在北京采访', 'zh', {
    findEstablished: (name) => (name === '北京' ? { text: 'Peking', from: 'glossary' } : undefined),
  })
  assert.ok(end.kind === 'romanised')
  assert.equal(end.text, 'Jìzhě zài Peking cǎifǎng')
  assert.deepEqual(end.established, [{ original: '北京', text: 'Peking', from: 'glossary' }])
})

test('tens of thousands of letters without a space, and broken letters, cost no more than their length', async () => {
  await write('中国人民解放军在北京举行阅兵式'.repeat(2_000), false)
  await write(`${'行'.repeat(20_000)}\ud800${'长'.repeat(20_000)}\udc00`, true)
})

test('the dictionary of readings is loaded when Chinese is read, and by nothing else', () => {
  const src = join(import.meta.dirname, '..', '..')
  const sources = globSync('**/*.ts', { cwd: src }).filter((path) => !path.endsWith('.test.ts'))
  const withStatic = (name: RegExp): string[] =>
    sources
      .filter((path) => name.test(readFileSync(join(src, path), 'utf8')))
      .map((path) => path.replaceAll('\\', '/'))
      .sort()
  assert.deepEqual(withStatic(/^import (?!type)[^;]*?'pinyin-pro'/mu), [
    'lib/romanise/chinese.ts',
    'translate/names/pinyin-names.ts',
  ])
  assert.deepEqual(withStatic(/^import (?!type)[^\n]*?(?:romanise|\.)\/(?:chinese|pinyin-names)\.ts'/mu), [])
})

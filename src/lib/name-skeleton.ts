// In: a name in any of many scripts. Out: its skeleton: the consonants in eight coarse classes, vowels left out.
// Bamako, Бамако, باماكو and 巴马科 all come out as PMK. Classes are as coarse as the poorest script in the round: Arabic
// has no p or v, Chinese no r at the end. So equal skeletons are a hint, and only several in one order are evidence.
//
//   P b p    F f v    T t d th    S s z sh zh ch j ts    K k g kh gh q    M m    N n    L l r    (h, w, y and vowels: nothing)

/** The letters of each class, script after script. */
const lettersOf: Readonly<Record<string, string>> = {
  P: 'bp' + 'бп' + 'بپ' + 'πბპფ' + 'բպփ' + 'בפ' + 'पफबभ' + 'পফবভ' + 'பப' + 'ปผพภบ' + 'በፐጰ',
  F: 'fv' + 'вф' + 'فڤ' + 'βφვ' + 'վֆ' + 'व' + 'ফ়' + 'ฟฝว' + 'ፈቨ',
  T: 'td' + 'дт' + 'تطدضثذٹڈټډظ' + 'δτθდთტ' + 'դտթ' + 'דטת' + 'तथदधटठडढ' + 'তথদধটঠডঢ' + 'தட' + 'ตถทธดฎฏฐฑฒ' + 'ተደጠ',
  S:
    'szjc' +
    'жзсцчшщ' +
    'سصزژشجچڅځښږ' +
    'ζσςξზჟსჩცძწჭშჯ' +
    'զժծձշչջսց' +
    'זסצץש' +
    'सशषचछजझ' +
    'সশষচছজঝয' +
    'சஜஷஸ' +
    'ซสศษชฌจฉ' +
    'ሰሸዘዠቸጀጸፀ',
  K: 'kgq' + 'гкхґ' + 'كقگغخک' + 'γκχგკღყხქ' + 'գկղքխ' + 'גכךק' + 'कखगघ' + 'কখগঘ' + 'க' + 'กขคฆ' + 'ከገቀኸ',
  M: 'm' + 'м' + 'م' + 'μმմ' + 'מם' + 'मম' + 'ம' + 'ม' + 'መ',
  N: 'n' + 'н' + 'نںڼ' + 'νნն' + 'נן' + 'नणঞनনণ' + 'நனண' + 'นณ' + 'ነኘ',
  L: 'lr' + 'лр' + 'لرړڑ' + 'λρლრ' + 'լրռ' + 'לר' + 'रलড়রল' + 'ரலளழற' + 'รลฬ' + 'ረለ',
}

/** Chinese letters as they are used to write foreign names, and kana, by the sounds they stand for. */
const syllablesOf: Readonly<Record<string, string>> = {
  P: '巴布比博伯贝拜鲍彼普帕佩皮坡波庞勃卜蓬保派珀蒲邦バビブベボパピプペポ',
  PN: '班本宾潘彭贲斌滨',
  F: '弗夫菲福法费瓦维沃佛伏乌威韦芙フファヴ維瓦費烏韋',
  FN: '温文万方芬凡范汶芳翁溫萬',
  T: '德特达塔蒂迪多托杜图泰台代戴提铁陶道都吐丹達圖鐵タチテトダヂデド',
  TN: '顿丁坦登敦东通丹旦廷汀当唐頓東',
  S: '斯萨赛塞索苏西希谢什沙舍施士兹扎泽佐祖茨策察齐切奇彻乔朱茹杰吉贾热让若日薩賽蘇謝茲扎澤齊喬傑賈サシスセソザジズゼゾツ',
  SN: '桑森辛申山尚善钦琴真珍占詹金津晋锦曾孙圣生星仁森孫聖',
  K: '克科卡凯基格戈加古库盖哥戛柯考廓喀可果瓜圭高科凱蓋庫カキクケコガギグゲゴ',
  KN: '坎肯康根贡冈甘昆孔宽坤干崗貢',
  M: '姆马米穆莫默梅迈麦玛密墨缪买蒙馬邁麥瑪マミムメモ',
  MN: '曼门明敏孟蒙芒門',
  N: '恩尼纳内诺努奈娜涅尔安因昂英翁温納內諾ナニヌネノン',
  L: '尔尔利里拉勒莱雷罗洛鲁卢路列黎丽莉律吕劳娄儿耳鲁拉賴爾萊羅魯盧麗ラリルレロ',
  LN: '林伦兰朗龙隆连廉良仑琳倫蘭龍連侖',
  '': '阿埃艾爱奥奧伊亚亞雅耶叶乌哈海赫黑霍胡华惠候侯亨汉韩罕洪欧约尤于吾午アイウエオヤユヨワハヒヘホ',
}

const classOf = new Map<string, string>()
for (const [sound, letters] of Object.entries(lettersOf)) for (const letter of letters) classOf.set(letter, sound)
const syllableOf = new Map<string, string>()
for (const [sound, letters] of Object.entries(syllablesOf))
  for (const letter of letters) if (!syllableOf.has(letter)) syllableOf.set(letter, sound)

/** Sounds of Hangul initials and finals, in the order of Unicode. */
const initials = ['K', 'K', 'N', 'T', 'T', 'L', 'M', 'P', 'P', 'S', 'S', '', 'S', 'S', 'S', 'K', 'T', 'P', '']
const finals = [
  '',
  'K',
  'K',
  'K',
  'N',
  'N',
  'N',
  'T',
  'L',
  'L',
  'L',
  'L',
  'L',
  'L',
  'L',
  'L',
  'M',
  'P',
  'P',
  'T',
  'T',
  'N',
  'S',
  'S',
  'K',
  'T',
  'P',
  '',
]

const HANGUL = 0xac00
const HANGUL_END = 0xd7a4
const LONGEST = 16

/** Skeleton of a name whose letters are folded (`foldWord`); at most 16 classes. */
export function skeletonOf(folded: string): string {
  let sounds = ''
  const spelt = folded
    .replaceAll('x', 'ks')
    .replaceAll('ξ', 'κσ')
    .replaceAll('ph', 'f')
    .replace(/μ(?=π)|ν(?=τ)/g, '')
  for (const letter of spelt.replace(/c(?![eiyh])/g, 'k')) sounds += soundOf(letter)
  return sounds
    .replace(/TS+/g, 'S')
    .replace(/(.)\1+/g, '$1')
    .slice(0, LONGEST)
}

function soundOf(letter: string): string {
  const known = classOf.get(letter) ?? syllableOf.get(letter)
  if (known !== undefined) return known
  const code = letter.charCodeAt(0) - HANGUL
  if (code < 0 || code >= HANGUL_END - HANGUL) return ''
  return (initials[Math.floor(code / 588)] ?? '') + (finals[code % 28] ?? '')
}

/** Whether a Chinese letter or kana is one of those that foreign names are written with. */
export function spellsNames(letter: string): boolean {
  return syllableOf.has(letter)
}

/** Whether two skeletons may be of one name: equal, one an inflected form of the other, or one sound apart. */
export function isOneName(one: string, other: string): boolean {
  if (one === other) return one.length >= 2
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || long.length - short.length > 2) return false
  return long.startsWith(short) || isOneStepApart(short, long)
}

/** One class added, dropped or changed. */
function isOneStepApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at)
  return long.slice(at + 1) === rest
}

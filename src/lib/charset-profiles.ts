// What text in each charset looks like: which letters are usual in a language, and which charsets write it.
// Facts only; the weighing is in `guess-charset.ts`. UTF-8, UTF-16 and ISO-2022-JP are recognised by their form instead.

export type CharsetProfile = {
  readonly charset: string
  /** Languages written so, as first parts of language tags. */
  readonly languages: readonly string[]
  /** Letters of the writing, usual or not. */
  readonly script: RegExp
  /** The usual letters in lower case. */
  readonly usual: string
  /**
   * What a usual letter weighs: `ranked` by its place in the list (most frequent first), `flat` alike,
   * or `wide` alike for a letter of two bytes, in writings without words and capitals.
   */
  readonly weights: 'ranked' | 'flat' | 'wide'
  /** Added to the score: above 0 for a charset that is found far more often than others. */
  readonly prior: number
}

type Writing = Omit<CharsetProfile, 'charset' | 'prior'>

const latin = (languages: readonly string[], usual: string): Writing => ({
  languages,
  script: /\p{Script=Latin}/u,
  usual,
  weights: 'flat',
})

// One entry a language: a text of one of them has no letters of another.
const western: readonly Writing[] = [
  latin(['en', 'nl', 'id', 'ms', 'sw', 'af'], 'éëïèüó'),
  latin(['fr'], 'éèàêçùôîâûëïœ'),
  latin(['es', 'gl'], 'áéíóúñü'),
  latin(['pt'], 'ãáéíóúçõâêôà'),
  latin(['de'], 'äöüß'),
  latin(['it', 'ca'], 'àèéìòùíóúç'),
  latin(['sv', 'fi'], 'äöåé'),
  latin(['da', 'no', 'nb', 'nn'], 'æøåé'),
]

const icelandic: readonly Writing[] = [latin(['is'], 'áéíóúýæöðþ')]

const centralEuropean: readonly Writing[] = [
  latin(['pl'], 'ąćęłńóśźż'),
  latin(['cs'], 'áéíýúůóěščřžďťň'),
  latin(['sk'], 'áéíýúóäôščžďťňľĺŕ'),
  latin(['hu'], 'áéíóöőúüű'),
  latin(['ro'], 'ăâîşţ'),
  latin(['hr', 'sl', 'bs', 'sr'], 'čćđšž'),
  latin(['sq'], 'ëç'),
]

const baltic: readonly Writing[] = [latin(['lt'], 'ąčęėįšųūž'), latin(['lv'], 'āčēģīķļņšūž'), latin(['et'], 'äöüõšž')]

const turkish: readonly Writing[] = [latin(['tr', 'ku'], 'ıüşçğöâîûê'), latin(['az'], 'əıöüğşç')]

const vietnamese: readonly Writing[] = [latin(['vi'], '\u0301\u0300\u0309\u0323\u0303đưôâêơăàáéíúóèùý')]

const cyrillic: Writing = {
  languages: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'tg', 'mn'],
  script: /\p{Script=Cyrillic}/u,
  usual: 'оаеинтсрвлкмдпуязыьбгчйхіжшюцїєщэфёъґўјљњћђџ',
  weights: 'ranked',
}

const arabic: Writing = {
  languages: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug'],
  script: /\p{Script=Arabic}/u,
  usual: 'اينلمروتبدهعسقفكةشحجأطخصزگپغضذچىئإآظثءؤکیژہںھےٹڈڑ',
  weights: 'ranked',
}

const greek: Writing = {
  languages: ['el'],
  script: /\p{Script=Greek}/u,
  usual: 'αοιετνσηρςπκμλυάίόθδέγήώχωφύβξζψ',
  weights: 'ranked',
}

const hebrew: Writing = {
  languages: ['he', 'yi'],
  script: /\p{Script=Hebrew}/u,
  usual: 'יוהלארתבשמנדםעחפקטכצגןסזךףץ',
  weights: 'ranked',
}

const thai: Writing = {
  languages: ['th'],
  script: /\p{Script=Thai}/u,
  usual: 'านรอกเ่งมย้ลวดทสัตะปิบคีหแุจพ์ชำขใไโูผถซธ็ภื',
  weights: 'ranked',
}

const simplifiedChinese: Writing = {
  languages: ['zh'],
  script: /\p{Script=Han}/u,
  usual:
    '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本' +
    '去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总' +
    '次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世车新闻记报道表示安全美俄称称京总统部长会议警察枪击',
  weights: 'wide',
}

const traditionalChinese: Writing = {
  languages: ['zh'],
  script: /\p{Script=Han}/u,
  usual:
    '的一是不了人我在有他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長' +
    '知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市' +
    '眼體別處總才場師書比住員九笑性通目華報立馬命張活難神數件安表原車白應路期叫死常提感金何更反合放做系計或司利受光王果親界及今京務制解各任至清物台象記邊共風戰干接它許',
  weights: 'wide',
}

const japanese: Writing = {
  languages: ['ja'],
  script: /[\p{Script=Han}\u3040-\u30ff]/u,
  usual:
    'のにるたとはをてがしいでなれかられさっすまありこもんきくけよせつうそちえどめだやみばじゃわょげぶーンスルトラリアイクシカドレコタフロメテジセマサプグナパニムエダネオ日本国人年大一月十二三四五六七八九時' +
    '間分会社政府首相東京都県市民党議員選挙事件者的内外新聞発表米中韓戦軍自力部長同地方生学行見出前後上下入手目対関問題決定合意世界経済',
  weights: 'wide',
}

const korean: Writing = {
  languages: ['ko'],
  script: /\p{Script=Hangul}/u,
  usual:
    '이다는을의에가고한지하로기사은를도대자인해어시들그리있으정나아수전서만보부일장주것스년제원상라공여과했국관적오구비무선조동개위등및성유연중경신우안물영체와면였까때더며회말문세계방법치산요모화발통양분남' +
    '북미러당학데운야할된되려트생소식월재행결두민강령군명진거호간금배프레드르니크터카바',
  weights: 'wide',
}

const writtenIn = (charset: string, writings: readonly Writing[], prior = 0): CharsetProfile[] =>
  writings.map((writing) => ({ charset, prior, ...writing }))

/** Every candidate for a guess. Of two that explain the bytes equally well, the earlier is taken. */
export const charsetProfiles: readonly CharsetProfile[] = [
  ...writtenIn('windows-1252', western, 0.05),
  ...writtenIn('windows-1252', icelandic, -0.2),
  ...writtenIn('iso-8859-15', western),
  ...writtenIn('windows-1251', [cyrillic]),
  ...writtenIn('koi8-r', [cyrillic]),
  ...writtenIn('koi8-u', [cyrillic]),
  ...writtenIn('ibm866', [cyrillic]),
  ...writtenIn('iso-8859-5', [cyrillic]),
  ...writtenIn('x-mac-cyrillic', [cyrillic], -0.1),
  ...writtenIn('windows-1256', [arabic]),
  ...writtenIn('iso-8859-6', [arabic]),
  ...writtenIn('windows-1250', centralEuropean),
  ...writtenIn('iso-8859-2', centralEuropean, -0.05),
  ...writtenIn('windows-1254', turkish),
  ...writtenIn('windows-1257', baltic),
  ...writtenIn('windows-1258', vietnamese, -0.5),
  ...writtenIn('windows-1253', [greek]),
  ...writtenIn('iso-8859-7', [greek]),
  ...writtenIn('windows-1255', [hebrew]),
  ...writtenIn('iso-8859-8', [hebrew]),
  ...writtenIn('windows-874', [thai]),
  ...writtenIn('gb18030', [simplifiedChinese]),
  ...writtenIn('big5', [traditionalChinese]),
  ...writtenIn('shift_jis', [japanese]),
  ...writtenIn('euc-jp', [japanese]),
  ...writtenIn('euc-kr', [korean]),
]

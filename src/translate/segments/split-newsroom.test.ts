import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitSegments } from './split-segments.ts'

/** The short forms of a newsroom: datelines, dialogue, initials, prices, quotations within quotations. */
const golden: readonly (readonly [language: string, sentences: readonly string[]])[] = [
  [
    'ja',
    [
      '三日朝、船が港に入った。',
      '「遅すぎる」と田辺さん（58）は言う。',
      '本当か？',
      '「はい。',
      '今日から。」と彼は答えた。',
      '雨は続く！',
    ],
  ],
  ['ja', ['彼は「なぜ今なのか？」と尋ねた。', '答えはなかった。']],
  ['zh', ['他说：“等一等。”', '然后走了。', '“怎么办？”她问。', '没有人回答。', '会议3.5小时后结束。']],
  ['zh', ['本报云溪7月9日讯（记者 何明）昨夜一场暴雨冲毁公路。', '“太晚了！”渔民说。']],
  ['hi', ['डॉ. मिश्रा ने कहा, “पानी घट रहा है।”', 'कु. रेखा और पं. शर्मा आए।', 'कब?', 'किसी को नहीं पता।', 'कीमत रु. 250 है।']],
  ['ur', ['وزیر نے کہا: ’’ہم آئیں گے۔‘‘', 'کب؟', 'معلوم نہیں۔', 'ڈاکٹر ایم۔ اے۔ خان نے تصدیق کی۔']],
  [
    'fa',
    ['دکتر ع. م. رضایی گفت: «می‌آییم.»', 'کِی؟', 'معلوم نیست…', 'شرکت نفت (ش.ن.ا.) پاسخ نداد.', 'قیمت ۳٫۵ درصد بالا رفت.'],
  ],
  ['ar', ['قال د. م. حسن: «سنصل غداً».', 'متى؟', 'لا أحد يعلم…', 'بلغ السعر ٣٫٥ دولار.', 'وصل أ.د. كريم.']],
  [
    'ru',
    [
      '— Долго?',
      '— Дня три, — ответил И. П. Громов.',
      'Цена — 3,2 млрд руб. за км.',
      'Поезд №5 ушёл в 18.00.',
      'Т. е. никто не знает.',
      'См. рис. 4 на стр. 12.',
    ],
  ],
  [
    'tr',
    [
      "Sn. Demirhan 3. Tümen'i ziyaret etti.",
      'Fiyat 2.5 TL oldu.',
      'Av. Kaya, "Geleceğiz." dedi.',
      'Ne zaman?',
      'M.Ö. 300 yılında kuruldu.',
    ],
  ],
  [
    'en',
    [
      'MOSCOW, Jan. 5 (Reuters) - The U.S. said Mr. Smith left.',
      '"Why?" he asked.',
      'Sales rose 3.5 pct. in Q1.',
      'He works for Acme Inc. in St. Paul.',
      'No. 10 was shut.',
    ],
  ],
  ['fr', ['« Pourquoi ? » demande M. Koné.', 'Le 1er. janvier, rien.', 'L’art. 5 de la loi n° 12 est clair.', 'Etc.']],
  [
    'es',
    [
      'El Sr. D. Juan Pérez llegó a las 10 p. m. al puerto.',
      '«¿Cuándo?», preguntó.',
      'Nadie respondió.',
      'La S.A. cerró.',
    ],
  ],
  ['de', ['Am 3. Mai kam Dr. med. Klee u. a. mit Prof. Bauer.', '„Warum?“, fragte er.', 'Es kostete ca. 3 Mio. Euro.']],
  ['uk', ['— Коли?', '— Завтра, — відповів О. П. Гай.', 'Ціна 3,5 тис. грн за т.', 'Див. с. 12.']],
  ['th', ['ชาวประมงปิดท่าเรือ']],
  ['ps', ['وزیر وویل: «موږ راځو.»', 'کله؟', 'څوک نه پوهېږي.']],
  [
    'id',
    [
      'Janji disampaikan di St. Petersburg.',
      '"Kapan?" tanya Jend. Sutomo.',
      'Tidak ada jawaban.',
      'Harga Rp. 5.000 per kg.',
    ],
  ],
  ['pt', ['O Sr. João disse: “Vamos.”', 'Quando?', 'A Av. Brasil fechou às 18h.', 'Custou R$ 3,5 mil.']],
  ['am', ['መርከቡ ደረሰ።', 'መቼ?', 'ማንም አያውቅም።']],
  ['hy', ['Նավը եկավ։', 'Ոչ ոք չգիտի։']],
  ['my', ['သင်္ဘောရောက်ပြီ။', 'ဘယ်တော့လဲ။']],
]

for (const [language, sentences] of golden) {
  test(`${language}: ${sentences.join(' ⏐ ')}`, () => {
    const text = sentences.join(language === 'zh' || language === 'ja' ? '' : ' ')
    assert.deepEqual(
      splitSegments(text, [], language).map(({ start, end }) => text.slice(start, end)),
      sentences,
    )
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMisreadNames } from './find-misread-names.ts'

const marks = (from: string, source: string, target: string) => findMisreadNames({ source, target, from, to: 'en' })

test('what a machine misread is marked: letters said one by one, abbreviations that fit nothing, scraps, Jan made John', () => {
  for (const [from, source, target, words] of [
    [
      'fa',
      'دفتر روابط عمومی ارتش (آی‌اس‌پی‌آر) بیانیه داد.',
      'The Army Press Office (ESPR) made a statement.',
      /“ESPR” is spelt I\(?S/,
    ],
    ['ur', 'آئی ایس آئی کے سربراہ نے کہا۔', 'The head of ESI said so.', /“ESI” is spelt/],
    ['ps', 'د پوځ د عامه اړیکو دفتر خبر ورکړ.', 'The Army General Contacts Office (KVTL) told of it.', /does not fit/],
    ['fa', 'او به سوی شهر رو کرد.', 'He then Ro to the town.', /“Ro” is left over/],
    ['ps', 'جان اچکزی وویل چې سړک بند دی.', 'John Achakzai said the road was closed.', /English name/],
  ] as const)
    assert.match(marks(from, source, target)[0]?.words ?? '', words, target)
  assert.equal(marks('ps', 'جان اچکزی وویل.', 'John Achakzai said so.')[0]?.inTranslation, 'John')
})

test('what people write is not marked', () => {
  for (const [from, source, target] of [
    ['fa', 'دفتر روابط عمومی ارتش (آی‌اس‌پی‌آر) بیانیه داد.', 'The Army Press Office (ISPR) made a statement.'],
    ['ur', 'آئی ایس آئی کے سربراہ نے کہا۔', 'The head of the ISI said so.'],
    ['fa', 'بی‌بی‌سی گزارش داد.', 'The BBC reported it.'],
    ['fa', 'جان کری به وین رفت.', 'John Kerry went to Vienna.'],
    ['ps', 'جان اچکزی وویل.', 'Jan Achakzai said so.'],
    ['ar', 'قالت منظمة الصحة العالمية ذلك.', 'The World Health Organization (WHO) said so.'],
    ['ar', 'أعلن الجيش الشعبي لتحرير السودان (SPLA) ذلك.', 'The Sudan Army of Freedom (SPLA) announced it.'],
    ['ru', 'Он жил в доме с Ли.', 'He lived in a house with Li and a dog.'],
    ['zh', '罗先生来了。', 'Then Ro came.'],
    ['fr', 'Le sigle est ONU.', 'The United Nations Body (ONU) is meant.'],
    ['ar', 'سكن في أوم درمان مع آل سعيد.', 'He lived with Al Said in Omdurman, No. 5.'],
  ] as const)
    assert.deepEqual(marks(from, source, target), [], target)
})

test('a hostile pair costs no more than its length', () => {
  marks('fa', 'آی اس '.repeat(30_000), 'Ab '.repeat(30_000))
  marks('fa', 'x', `${'Word '.repeat(30_000)}(ABC)`)
})

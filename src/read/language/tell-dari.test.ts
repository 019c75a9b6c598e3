import assert from 'node:assert/strict'
import { test } from 'node:test'
import { detectLanguage } from './detect-language.ts'
import { tellDari } from './tell-dari.ts'

test('Persian is Dari by the words of its offices and streets, not by what it is about', async () => {
  const dari = 'ولسوال گفت که سرک میان پوهنتون و شفاخانه تا ماه سنبله قیر می‌شود.'
  const iranian = 'استاندار گفت که خیابان میان دانشگاه و بیمارستان تا شهریور آسفالت می‌شود.'
  const about = 'وزیر امور خارجه ایران در تهران درباره افغانستان و کابل با خبرنگاران گفت‌وگو کرد.'
  assert.equal((await detectLanguage(dari))?.language, 'fa-AF')
  assert.equal((await detectLanguage(iranian))?.language, 'fa')
  assert.equal((await detectLanguage(about))?.language, 'fa')
})

test('a sentence that both could have written is Persian with doubt, unless an Afghan outlet is known to have', () => {
  const words = ['دولت', 'از', 'مردم', 'خواست']
  assert.ok(tellDari(words) > 0.05 && tellDari(words) < 0.5)
  assert.ok(tellDari(words, ['fa-AF']) > 0.5)
  assert.ok(tellDari(words, ['prs']) > 0.5)
})

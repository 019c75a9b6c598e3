import assert from 'node:assert/strict'
import { test } from 'node:test'
import { romanise } from './romanise.ts'

// The examples that the boards print with their tables, and names that everyone knows.

async function isWritten(language: string, pairs: readonly (readonly [string, string])[]): Promise<void> {
  for (const [script, latin] of pairs) {
    const end = await romanise(script, language, { isName: true })
    assert.ok(end.kind === 'romanised')
    assert.equal(end.text, latin, script)
  }
}

test('Arabic by BGN/PCGN 1956: articles, sun letters, feminine endings, hamzah, doubled letters', async () => {
  await isWritten('ar', [
    ['قُرآن', 'Qur’ān'],
    ['أَبُو ظَبْي', 'Abū Z̧aby'],
    ['بِئْر زَيْت', 'Bi’r Zayt'],
    ['أُمّ العَمَد', 'Umm al ‘Amad'],
    ['البَحرَيْن', 'Al Baḩrayn'],
    ['الكُوت', 'Al Kūt'],
    ['الثُّلَيثُوَات', 'Ath Thulaythuwāt'],
    ['الجَزِيرَة', 'Al Jazīrah'],
    ['المَحْمُودِيَّة', 'Al Maḩmūdīyah'],
    ['خَيْبَر', 'Khaybar'],
    ['دَمَنْهُور', 'Damanhūr'],
    ['ذَهَب', 'Dhahab'],
    ['الرَّوْضة', 'Ar Rawḑah'],
    ['زُوَارَة', 'Zuwārah'],
    ['السُّلَيْمانِيَّة', 'As Sulaymānīyah'],
    ['قَيْصُومَة', 'Qayşūmah'],
    ['ضَوْر', 'Ḑawr'],
    ['القُنَيْطِرَة', 'Al Qunayţirah'],
    ['ظُفَار', 'Z̧ufār'],
    ['أَبُو عَرِيش', 'Abū ‘Arīsh'],
    ['الفُرات', 'Al Furāt'],
    ['جَبَل هارُون', 'Jabal Hārūn'],
    ['وادِي غَضَا', 'Wādī Ghaḑā'],
    ['المَدِينَة المُنَوَّرَة', 'Al Madīnah al Munawwarah'],
    ['مُحَافَظَة دِمَشْق', 'Muḩāfaz̧at Dimashq'],
    ['بَاب المَنْدَب', 'Bāb al Mandab'],
    ['مَرْسَىٰ مَطْرُوح', 'Marsá Maţrūḩ'],
    ['صَيْدَا', 'Şaydā'],
    ['الدَّوحَة', 'Ad Dawḩah'],
    ['مُحَمَّد', 'Muḩammad'],
    ['أُوزُونْلَار', 'Ūzūnlār'],
    ['أَوْسَط', 'Awsaţ'],
    ['سَنَاو', 'Sanāw'],
    ['اِيرَان', 'Īrān'],
    ['تَلّ السَّرَاي', 'Tall as Sarāy'],
    ['آلْبُو مُعَيْط', 'Ālbū Mu‘ayţ'],
    ['سَلْمان پَاك', 'Salmān Pāk'],
    ['تَلّ كُوچِك الصَّغِير', 'Tall Kūchik aş Şaghīr'],
    ['ڨَفْصَة', 'Gafşah'],
    ['تَلّ گَمْر', 'Tall Gamr'],
    ['حَمَاة', 'Ḩamāh'],
    ['غَرْبِيّ', 'Gharbī'],
    ['سَاحَة العَبَّاسِيِّين', 'Sāḩat al ‘Abbāsīyīn'],
    ['خَبّ والشَّعْف', 'Khabb wa ash Sha‘f'],
    ['مِصْر لِلطَّيَرَان', 'Mişr liţ Ţayarān'],
    ['القَرْيَة بالدُّوَيْر', 'Al Qaryah bid Duwayr'],
    ['عَبْد الرَّحْمَن', '‘Abd ar Raḩman'],
    ['عُمَر بِن الخَطَّاب', '‘Umar Bin al Khaţţāb'],
    ['تَلّ اللَّحْم', 'Tall al Laḩm'],
    ['محمد بن سلمان', 'Muḩammad Bin Salmān'],
    ['وزارة الدفاع العراقية', 'Wizārat ad Difā‘ al ‘Irāqīyah'],
    ['جمهورية مصر العربية', 'Jumhūrīyat Mişr al ‘Arabīyah'],
    ['ذُو الفَقَار', 'Dhū al Faqār'],
    ['أوسلو', 'Awslū'],
    ['والد محمد', 'Wāld Muḩammad'],
    ['رَأْس', 'Ra’s'],
    ['مُؤْمِن', 'Mu’min'],
  ])
})

test('Persian by BGN/PCGN 1958: ezafe, articles inside names, the two readings of waw and ye', async () => {
  await isWritten('fa', [
    ['اَنجِيرة', 'Anjīreh'],
    ['اِيْوَانِي', 'Eyvānī'],
    ['آبادان', 'Ābādān'],
    ['تُوكا', 'Tūkā'],
    ['قُرآن', 'Qor’ān'],
    ['مَآب', 'Ma’āb'],
    ['مُحَمَّد', 'Moḩammad'],
    ['كُوهِ مَرغُوب', 'Kūh-e Marghūb'],
    ['پَايِ آب', 'Pā-ye Āb'],
    ['جُويِ آس', 'Jū-ye Ās'],
    ['دَهَانِهٔ مَمبَر', 'Dahāneh-ye Mambar'],
    ['سَلَسِيٴ بُزُرگ', 'Salasī-ye Bozorg'],
    ['عَبداللَّه', '‘Abdollāh'],
    ['ذُو الفَقَار', 'Z̄ū ol Faqār'],
    ['اللَّه آبَاد', 'Allāhābād'],
    ['اِيران', 'Īrān'],
    ['جُزء', 'Joz’'],
    ['پَائِين', 'Pā’īn'],
    ['عبدالرحمن', '‘Abd or Rḩmn'],
    ['حزب‌الله', 'Ḩezbollāh'],
    ['خواجِه', 'Khvājeh'],
    ['نوشَهر', 'Nūshahr'],
    ['حُسَین', 'Ḩoseyn'],
    ['دَولَت آباد', 'Dowlatābād'],
    ['تهران', 'Tehrān'],
    ['بندر عباس', 'Bandar ‘Abbās'],
  ])
})

test('Pashto by BGN/PCGN 1968: its own letters, final ye, endings written together', async () => {
  await isWritten('ps', [
    ['بَغْلان', 'Baghlān'],
    ['پُوْټَكَى', 'Pōṯakay'],
    ['شِيرِين تَگَاب', 'Shīrīn Tagāb'],
    ['کُوْټ', 'Kōṯ'],
    ['ثَابِر', 'S̄ābir'],
    ['جَلال آبَاد', 'Jalālābād'],
    ['چَارِيكَار', 'Chārīkār'],
    ['ځَدْرَاڼ', 'Dzadrāṉ'],
    ['څَوکۍ', 'Tsowkêy'],
    ['حَضْرَتِ إِمَام', 'Ḩaẕrat-e Imām'],
    ['خُوْسْت', 'Khōst'],
    ['سْپِين بُوْلْدَک', 'Spīn Bōldak'],
    ['كَنْدَهَار', 'Kandahār'],
    ['أَنْدَړ', 'Andaṟ'],
    ['كُنْدُز', 'Kunduz'],
    ['مِير أَسْلَم ژْرَنْدَه', 'Mīr Aslam Zhrandah'],
    ['ږِيرَه', 'Z͟hīrah'],
    ['سَمَنْگَان', 'Samangān'],
    ['كښٙتَه كَلا', 'Ks͟hêtah Kalā'],
    ['قَيْصَار', 'Qayşār'],
    ['فَيض آبَاد', 'Faīẕābād'],
    ['پُلِ عَلَم', 'Pul-e ‘Alam'],
    ['غَزْنِي', 'Ghaznī'],
    ['مَزَارِ شَرِيف', 'Mazār-e Sharīf'],
    ['گَرْدېز', 'Gardēz'],
    ['کَابُل', 'Kābul'],
    ['مَيمَنَه', 'Maīmanah'],
    ['خَان آبَاد', 'Khānābād'],
    ['مَاڼۍ', 'Māṉêy'],
    ['وَاخَان', 'Wākhān'],
    ['يَنْگِي قَلعَه', 'Yangī Qal‘ah'],
    ['جَوزجَان', 'Jowzjān'],
    ['ډَنْډِ سُفْلىٰ', 'Ḏanḏ-e Suflá'],
    ['جَبَل السَرَاج', 'Jabal us Sarāj'],
    ['رَحْمَت الله', 'Raḩmatullāh'],
    ['خواجَه', 'Khwājah'],
    ['قَلعَهٔ نَو', 'Qal‘ah-ye Now'],
  ])
})

test('Dari by the system of 2007 where it differs, under any tag that means it', async () => {
  const pairs = [
    ['کَابُل', 'Kābul'],
    ['مَزَارِ شَرِيف', 'Mazār-e Sharīf'],
    ['قَلعَهٔ نَو', 'Qal‘ah-ye Now'],
    ['گَرْدېز', 'Gardēz'],
    ['پُلِ خُمری', 'Pul-e Khumrī'],
  ] as const
  for (const language of ['fa-AF', 'prs', 'fa-Arab-AF']) await isWritten(language, pairs)
  const end = await romanise('کَابُل', 'prs')
  assert.ok(end.kind === 'romanised' && end.system === 'bgnpcgn-2007-prs')
})

test('Russian and Ukrainian: capitals, stress marks, hyphens', async () => {
  await isWritten('ru', [
    ['ДЛИННОЕ ПОКРЫВАЛО', 'DLINNOYE POKRYVALO'],
    ['Я ЕДУ', 'YA YEDU'],
    ['за́мок', 'zamok'],
    ['Объект', 'Ob”yekt'],
    ['Йошкар-Ола', 'Yoshkar-Ola'],
    ['Нью-Йорк', 'N’yu-York'],
    ['Щёлково', 'Shchëlkovo'],
  ])
  await isWritten('uk', [
    ['Запоріжжя', 'Zaporizhzhia'],
    ['Згурський', 'Zghurskyi'],
    ['Юрій Єжель', 'Yurii Yezhel'],
    ['Володимир Зеленський', 'Volodymyr Zelenskyi'],
  ])
})

// Words whose vowels anyone who reads the language knows, as names and titles are full of them: facts, a word and its reading.
// Only for words that are printed without any vowel sign. What is read by them is told as a doubt all the same: another word
// may be spelt with the same letters.

export type UsualWords = ReadonlyMap<string, string>

function readList(list: string): UsualWords {
  const words = new Map<string, string>()
  for (const pair of list.split(',')) {
    const [script = '', latin = ''] = pair.trim().split(' ')
    if (script !== '') words.set(spellPlain(script), latin)
  }
  return words
}

/** Spellings that differ by country or care only are one. */
export function spellPlain(word: string): string {
  return word
    .replace(/[\u0640\u200c\u200d\p{M}]/gu, '')
    .replace(/[أإٱ]/gu, 'ا')
    .replaceAll('ک', 'ك')
    .replaceAll('ی', 'ي')
    .replaceAll('ۀ', 'ه')
}

const LEAST_PART = 3

/**
 * A word that is known, or made of known ones as anyone would make it: by the ending -ī of belonging (الحسيني of حسين), and,
 * where names are written as one, of two (محمدرضا).
 *
 * @param plain as `spellPlain` gives it
 */
export function readPlain(plain: string, words: UsualWords, joinsNames: boolean): string | undefined {
  return words.get(plain) ?? readBelonging(plain, words) ?? (joinsNames ? readJoined(plain, words) : undefined)
}

function readBelonging(plain: string, words: UsualWords): string | undefined {
  if (!plain.endsWith('ي') || plain.length <= LEAST_PART) return undefined
  const stem = plain.slice(0, -1)
  const latin = words.get(stem) ?? words.get(`${stem}ة`)?.replace(/ah$/, '')
  return latin === undefined || /[āīū]$/.test(latin) ? undefined : `${latin}ī`
}

function readJoined(plain: string, words: UsualWords): string | undefined {
  for (let at = LEAST_PART; at <= plain.length - LEAST_PART; at++) {
    const [first, second] = [words.get(plain.slice(0, at)), words.get(plain.slice(at))]
    if (first !== undefined && second !== undefined) return first + second
  }
  return undefined
}

export const arabicWords: UsualWords = readList(
  'محمد muḩammad, أحمد aḩmad, محمود maḩmūd, علي ‘alī, حسن ḩasan, حسني ḩusnī, حسين ḩusayn, عبد ‘abd, أبو abū, أبي abī, بن bin, ابن ibn, بنت bint, عمر ‘umar, عثمان ‘uthmān, خالد khālid, سعد sa‘d, سعيد sa‘īd, سالم sālim, سليم salīm, سليمان sulaymān, يوسف yūsuf, إبراهيم ibrāhīm, إسماعيل ismā‘īl, مصطفى muşţafá, كريم karīm, رحمن raḩmān, رحيم raḩīm, عزيز ‘azīz, قادر qādir, ناصر nāşir, جمال jamāl, كمال kamāl, جلال jalāl, صالح şāliḩ, طارق ţāriq, وليد walīd, بشار bashshār, أسد asad, حافظ ḩāfiz̧, صدام şaddām, ياسر yāsir, فيصل fayşal, سلمان salmān, فهد fahd, خليفة khalīfah, زايد zāyid, راشد rāshid, حمد ḩamad, تميم tamīm, جابر jābir, قاسم qāsim, هاشم hāshim, حمزة ḩamzah, فاطمة fāţimah, مريم maryam, زينب zaynab, عائشة ‘ā’ishah, نصر naşr, أيوب ayyūb, ياسين yāsīn, ' +
    'جبل jabal, تل tall, باب bāb, بئر bi’r, عين ‘ayn, وادي wādī, نهر nahr, بحر baḩr, بحيرة buḩayrah, جزيرة jazīrah, مدينة madīnah, قرية qaryah, محافظة muḩāfaz̧ah, منطقة minţaqah, ولاية wilāyah, دولة dawlah, جمهورية jumhūrīyah, مملكة mamlakah, إمارة imārah, جامعة jāmi‘ah, وزارة wizārah, هيئة hay’ah, وكالة wikālah, قناة qanāh, صحيفة şaḩīfah, جريدة jarīdah, مجلة majallah, مجلس majlis, جيش jaysh, حركة ḩarakah, جبهة jabhah, حزب ḩizb, مستشفى mustashfá, مطار maţār, ميناء mīnā’, شارع shāri‘, ساحة sāḩah, سوق sūq, قصر qaşr, برج burj, مسجد masjid, بيت bayt, دار dār, دير dayr, رأس ra’s, خليج khalīj, شرق sharq, غرب gharb, شمال shamāl, جنوب janūb, شرقي sharqī, غربي gharbī, شمالي shamālī, جنوبي janūbī, جديدة jadīdah, جديد jadīd, كبير kabīr, كبيرة kabīrah, صغير şaghīr, صغيرة şaghīrah, عامة ‘āmmah, عربي ‘arabī, عربية ‘arabīyah, إسلامي islāmī, إسلامية islāmīyah, وطني waţanī, وطنية waţanīyah, متحدة muttaḩidah, ' +
    'سورية sūrīyah, مصر mişr, مصرية mişrīyah, عراق ‘irāq, عراقية ‘irāqīyah, سودان sūdān, يمن yaman, أردن urdun, كويت kuwayt, بحرين baḩrayn, قطر qaţar, لبنان lubnān, تونس tūnis, ليبيا lībiyā, مغرب maghrib, جزائر jazā’ir, سعودية su‘ūdīyah, رياض riyāḑ, قاهرة qāhirah, بغداد baghdād, دمشق dimashq, حلب ḩalab, حمص ḩimş, بيروت bayrūt, طرابلس ţarābulus, بنغازي banghāzī, خرطوم kharţūm, صنعاء şan‘ā’, عدن ‘adan, موصل mawşil, بصرة başrah, إسكندرية iskandarīyah, قدس quds, غزة ghazzah, دوحة dawḩah, مكة makkah, منورة munawwarah, سويس suways, شام shām, فرات furāt, شارقة shāriqah, ' +
    'رئيس ra’īs, وزير wazīr, سفير safīr, أمير amīr, ملك malik, شيخ shaykh, سيد sayyid, دكتور duktūr, حكومة ḩukūmah, دفاع difā‘, خارجية khārijīyah, داخلية dākhilīyah, أوسط awsaţ, أهرام ahrām, حياة ḩayāh, طيران ţayarān, في fī, من min, إلى ilá, على ‘alá, عن ‘an, مع ma‘, و wa, لا lā, ما mā, هذا hādhā, هذه hādhihi, ذلك dhālika, الذي alladhī, التي allatī, بين bayn, بعد ba‘d, قبل qabl, ضد ḑidd, حول ḩawl, كل kull, بعض ba‘ḑ, غير ghayr',
)

export const persianWords: UsualWords = readList(
  'از az, به beh, با bā, در dar, بر bar, برای barāye, را rā, که keh, و va, این īn, آن ān, تا tā, هر har, یک yek, دو do, است ast, شد shod, کرد kard, شود shavad, کند konad, دهند dehand, باید bāyad, ما mā, چند chand, هزار hezār, ' +
    'ایران īrān, تهران tehrān, اصفهان eşfahān, مشهد mashhad, تبریز tabrīz, قم qom, کرج karaj, کرمان kermān, اهواز ahvāz, بوشهر būshehr, زاهدان zāhedān, همدان hamadān, گرگان gorgān, یزد yazd, رشت rasht, اراک arāk, اردبیل ardabīl, ارومیه orūmīyeh, کرمانشاه kermānshāh, سنندج sanandaj, هرمز hormoz, هرمزگان hormozgān, خوزستان khūzestān, خراسان khorāsān, بندر bandar, عراق ‘erāq, فارس fārs, خزر khazar, ' +
    'عباس ‘abbās, محمد moḩammad, علی ‘alī, حسن ḩasan, حسین ḩoseyn, رضا reẕā, احمد aḩmad, محمود maḩmūd, ابراهیم ebrāhīm, اسماعیل esmā‘īl, مهدی mahdī, سید seyyed, اکبر akbar, اصغر aşghar, جواد javād, قاسم qāsem, سلیمان soleymān, سلیمانی soleymānī, خمینی khomeynī, خامنه khāmeneh, هاشمی hāshemī, روحانی rowḩānī, حسینی ḩoseynī, محمدی moḩammadī, رئیسی ra’īsī, ظریف z̧arīf, سردار sardār, سلامی salāmī, باقری bāqerī, سرلشکر sarlashkar, امیر amīr, نادر nāder, لیلا leylā, مجید majīd, کرار karrār, عبد ‘abd, ابو abū, زین zeyn, حزب ḩezb, روح rūḩ, آیت āyat, حجت ḩojjat, نصر naşr, فتح fatḩ, اسد asad, رحمت raḩmat, نعمت ne‘mat, حبیب ḩabīb, ' +
    'سپاه sepāh, پاسداران pāsdārān, انقلاب enqelāb, اسلامی eslāmī, جمهوری jomhūrī, دولت dowlat, وزیر vazīr, وزارت vezārat, دفاع defā‘, خارجه khārejeh, امور omūr, رهبر rahbar, ارتش artesh, نیرو nīrū, نیروی nīrūy, دریایی daryā’ī, هوایی havā’ī, زمینی zamīnī, موشک mūshak, پهپاد pahpād, پهپادهای pahpādhāy, تجهیز tajhīz, برد bord, کیلومتر kīlūmetr, هدف hadaf, اهداف ahdāf, خلع khal‘, سلاح selāḩ, تجزیه tajzīyeh, طلبان ţalabān, طبق ţebq, توافق tavāfoq, قادرند qāderand, فاصله fāşeleh, قرار qarār, استان ostān, شهر shahr, شهرستان shahrestān, بخش bakhsh, کوه kūh, رود rūd, دریا daryā, خلیج khalīj, تنگه tangeh, جزیره jazīreh, میدان meydān, پل pol, امام emām, شاه shāh, نور nūr',
)

export const afghanWords: UsualWords = readList(
  'افغانستان afghānistān, کابل kābul, کندهار kandahār, ننگرهار nangarhār, بغلان baghlān, کندز kunduz, بدخشان badakhshān, مزار mazār, شریف sharīf, طالبان ţālibān, محمد muḩammad, احمد aḩmad, محمود maḩmūd, حسن ḩasan, علی ‘alī, خان khān, عبد ‘abd, ملا mullā, اسلامی islāmī, امارت imārat, حکومت ḩukūmat, وزارت wizārat, ولایت wilāyat, رحمت raḩmat, جبل jabal, حزب ḩizb, نصر naşr, حبیب ḩabīb, و wa',
)

export const pashtoWords: UsualWords = new Map([...afghanWords, ...readList('د dê, او aw')])

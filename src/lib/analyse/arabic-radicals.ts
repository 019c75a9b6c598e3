// Words of the news in Arabic letters whose first letter is their own, though it looks like a proclitic:
// لبنان is not «to بنان», وزارة not «and زارة». In folded letters; each stands for everything that begins with it.

const own = `
وزار وزير وزرا وكال ولاي واشنطن واقع وثايق وثيق وساط وساي وسيط وطني وطنيه وفيات وفاه وقود وقف وحد وضع وصول والد ورق
فلسطين فرنس فريق فصايل فرص فتره فكره فيروس فنزويلا فيديو فاعل فقدان فضا فضيح فاغنر فولكر فرمان فرهنگ فروش
بيان بغداد بيروت باريس بوتين بحري بحار بلاد بلدان بلدي برلمان بريطاني برنام بوركينا باماكو بكين بترول بنوك برلين بايدن
بنين باكستان بنغلادش بازوم بروكسل بشري بطول بعث بدايه بقا بازار بيمار برادر بهداشت
كتاب كتيب كتايب كابول كييف كوري كولومبي كاميرون كندا كنيس كبير كلم كارث كراهي كردستان كامل كشور كارگر كارشناس كميسيون كنفرانس
لبنان ليبي لندن لجنه لجان لقا لاجي لوجستي لاعب ليبرالي لغه لحظ
`

const radicals = new RegExp(`^(?:${own.trim().split(/\s+/).join('|')})`)

/** Whether the first letter belongs to the word itself. */
export function beginsWithRadical(word: string): boolean {
  return radicals.test(word)
}

// What somebody at the invented desk has cut out of the sample press: one crowd, counted six ways, and one speech in two
// languages. One of the pages is changed by its outlet later, so that an excerpt is seen to lose its words.

export type SampleExcerpt = {
  /** Address of the page. */
  readonly url: string
  /** As one would type it: “…” for what is left out, brackets for an editor's words. */
  readonly original: string
  readonly translation: string
  readonly speaker?: string
  readonly tags: readonly string[]
  readonly note?: string
}

export const sampleBasket = 'How many on the Three Banks square?'

export const sampleExcerpts: readonly SampleExcerpt[] = [
  {
    url: 'http://courrier-liptako.example/actualites/maree-humaine-trois-rives',
    original: 'Ils étaient plus de 30 000, dimanche, à envahir l’esplanade des Trois-Rives',
    translation: 'They were more than 30,000, on Sunday, to flood the Three Banks Esplanade',
    tags: ['figures', 'rally'],
  },
  {
    url: 'http://ventana-del-sur.example/mundo/bamako-acto-en-apoyo-a-la-alianza-n3318',
    original:
      'Unas 25.000 personas se reunieron el domingo en la explanada de las Tres Orillas … según datos de los organizadores.',
    translation:
      'Some 25,000 people gathered on Sunday on the Three Banks Esplanade … according to figures of the organisers.',
    tags: ['figures', 'rally'],
  },
  {
    url: 'http://severny-telegraf.example/20230917/bamako-118263.html',
    original: 'Около 20 тысяч человек вышли в воскресенье на эспланаду Трёх берегов в Бамако',
    translation: 'About 20 thousand people came out on Sunday to the Esplanade of the Three Banks in Bamako',
    tags: ['figures', 'rally'],
  },
  {
    url: 'http://al-manara.example/news/41233',
    original: 'قدّر مصدر في شرطة العاصمة المالية عدد المشاركين … بنحو ستة آلاف شخص، في حين تحدث المنظمون عن ثلاثين ألفًا.',
    translation:
      'A source in the police of the Malian capital put the number of participants … at about six thousand people, while the organisers spoke of thirty thousand.',
    speaker: 'a police source',
    tags: ['figures', 'rally'],
  },
  {
    url: 'http://agence-meridien.example/depeche/2023/09/17/bamako-rassemblement-aes',
    original:
      'Environ 4 000 personnes, selon un comptage d’une journaliste de l’Agence Méridien, se sont rassemblées dimanche',
    translation: 'About 4,000 people, by the count of an Agence Méridien journalist, gathered on Sunday',
    tags: ['figures', 'rally'],
    note: 'The only count that says who counted.',
  },
  {
    url: 'http://severny-telegraf.example/20230917/bamako-118263.html',
    original: '«Мы один народ, и граница [между тремя странами] нас не разделит»',
    translation: '“We are one people, and the border [between the three countries] will not divide us”',
    speaker: 'Adama Sidibé-Koné',
    tags: ['speech'],
  },
  {
    url: 'http://ventana-del-sur.example/mundo/bamako-acto-en-apoyo-a-la-alianza-n3318',
    original: '«Somos el mismo pueblo»',
    translation: '“We are the same people”',
    speaker: 'Adama Sidibé-Koné',
    tags: ['speech'],
  },
]

// What the invented desk has agreed to call places and organisations of its stories: so that the demo finds a name in any
// script, and checks translations for it. Only names that mean one thing in their language are in it.

/** Agreed names by language (BCP 47). */
export type SampleTerm = {
  readonly key: string
  readonly kind: 'organisation' | 'place'
  readonly names: Readonly<Record<string, string>>
}

export const sampleGlossary: readonly SampleTerm[] = [
  {
    key: 'alliance-of-sahel-states',
    kind: 'organisation',
    names: {
      en: 'Alliance of Sahel States',
      ar: 'تحالف دول الساحل',
      es: 'Alianza de Estados del Sahel',
      fa: 'ائتلاف کشورهای ساحل',
      fr: 'Alliance des États du Sahel',
      id: 'Aliansi Negara-Negara Sahel',
      pt: 'Aliança dos Estados do Sahel',
      ru: 'Альянс государств Сахеля',
      zh: '萨赫勒国家联盟',
      'zh-Hant': '薩赫勒國家聯盟',
    },
  },
  {
    key: 'beijing',
    kind: 'place',
    names: {
      en: 'Beijing',
      ar: 'بكين',
      es: 'Pekín',
      fa: 'پکن',
      fr: 'Pékin',
      ps: 'بېجینګ',
      pt: 'Pequim',
      ru: 'Пекин',
      zh: '北京',
    },
  },
  {
    key: 'black-sea',
    kind: 'place',
    names: {
      en: 'Black Sea',
      ar: 'البحر الأسود',
      es: 'mar Negro',
      fa: 'دریای سیاه',
      fr: 'mer Noire',
      id: 'Laut Hitam',
      ps: 'تور سمندر',
      pt: 'mar Negro',
      ru: 'Чёрное море',
      zh: '黑海',
    },
  },
  {
    key: 'burkina-faso',
    kind: 'place',
    names: {
      en: 'Burkina Faso',
      ar: 'بوركينا فاسو',
      fa: 'بورکینافاسو',
      fr: 'Burkina Faso',
      ru: 'Буркина-Фасо',
      zh: '布基纳法索',
    },
  },
]

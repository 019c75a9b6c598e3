// How English names countries besides their official names, and what it calls their people: by country.
// Only what a rule cannot make of the name: Mali → Malian and the like are made by `countryWords`.

import { foldWords } from '../../lib/analyse/fold-words.ts'
import { countryCodes, countryName } from './country-names.ts'

const otherWords: Readonly<Record<string, string>> = {
  AE: 'United Arab Emirates|UAE|Emirati|Emiratis',
  AF: 'Afghan|Afghans',
  AR: 'Argentine|Argentinian',
  AZ: 'Azerbaijani|Azeri|Azeris',
  BA: 'Bosnia|Bosnian|Herzegovina',
  BD: 'Bangladeshi',
  BE: 'Belgian',
  BF: 'Burkinabe|Burkinabè|Burkinese',
  BH: 'Bahraini',
  BR: 'Brazilian',
  BW: 'Motswana|Batswana|Botswanan',
  BY: 'Belarusian|Belorussian',
  CD: 'Democratic Republic of Congo|Democratic Republic of the Congo|DRC|DR Congo|Congo-Kinshasa',
  CF: 'Central African Republic|CAR',
  CG: 'Republic of Congo|Republic of the Congo|Congo-Brazzaville',
  CH: 'Swiss',
  CI: 'Ivory Coast|Côte d’Ivoire|Ivorian|Ivoirian',
  CL: 'Chilean',
  CM: 'Cameroonian',
  CN: 'PRC|Chinese',
  CV: 'Cape Verde|Cape Verdean',
  CY: 'Cypriot',
  CZ: 'Czech Republic|Czech',
  DE: 'German|Germans',
  DK: 'Danish|Dane',
  EC: 'Ecuadorian|Ecuadorean',
  ES: 'Spanish|Spaniard',
  FI: 'Finnish|Finn',
  FR: 'French',
  GB: 'United Kingdom|UK|U.K.|Britain|Great Britain|British|Briton',
  GR: 'Greek',
  IE: 'Irish',
  IL: 'Israeli|Israelis',
  IQ: 'Iraqi|Iraqis',
  IS: 'Icelandic',
  IT: 'Italian',
  JP: 'Japanese',
  KE: 'Kenyan',
  KG: 'Kyrgyz|Kirghiz',
  KP: 'North Korean|DPRK',
  KR: 'South Korean',
  KW: 'Kuwaiti',
  KZ: 'Kazakh|Kazakhstani',
  LA: 'Laotian|Lao',
  LB: 'Lebanese',
  LY: 'Libyan',
  MA: 'Moroccan',
  MG: 'Malagasy',
  MM: 'Burma|Burmese',
  MN: 'Mongolian',
  MR: 'Mauritanian',
  MT: 'Maltese',
  MZ: 'Mozambican',
  NE: 'Nigerien|Nigeriens',
  NL: 'Holland|Dutch',
  NO: 'Norwegian',
  NP: 'Nepali|Nepalese',
  OM: 'Omani',
  PE: 'Peruvian',
  PH: 'Filipino|Filipina|Philippine',
  PK: 'Pakistani|Pakistanis',
  PL: 'Polish|Pole|Poles',
  PS: 'Palestine|Palestinian|Palestinians|Gaza|Gaza Strip|West Bank',
  PT: 'Portuguese',
  QA: 'Qatari',
  RS: 'Serb|Serbs|Serbian',
  RU: 'Russian Federation',
  SA: 'Saudi|Saudis',
  SD: 'Sudanese',
  SE: 'Swedish|Swede',
  SI: 'Slovene|Slovenian',
  SN: 'Senegalese',
  SO: 'Somali|Somalis',
  SS: 'South Sudanese',
  SY: 'Syrian',
  TG: 'Togolese',
  TH: 'Thai',
  TJ: 'Tajik|Tajikistani',
  TM: 'Turkmen',
  TR: 'Turkey|Turkiye|Türkiye|Turkish|Turk|Turks',
  TW: 'Taiwanese',
  UA: 'Ukrainian',
  US: 'United States|United States of America|U.S.|US|USA|America|American|Americans',
  UZ: 'Uzbek|Uzbekistani',
  VN: 'Vietnamese',
  YE: 'Yemeni|Yemenis',
  ZW: 'Zimbabwean',
}

/** Folded word or words of English text → country. */
export function createCountryWords(): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (word: string, country: string): void => {
    const key = foldWords(word).join(' ')
    if (key.length > 1 && !words.has(key)) words.set(key, country)
  }
  for (const code of countryCodes) {
    const name = countryName(code)
    add(name, code)
    add(name.replace(/\s*\(.*\)$/, '').replace(/^The /, ''), code)
    for (const word of (otherWords[code] ?? '').split('|')) add(word, code)
  }
  // The nearest form first: a Nigerian is of Nigeria, though Niger with “ian” would make the same word.
  for (const form of peopleForms) {
    for (const code of countryCodes) {
      const people = form(countryName(code))
      if (people === null) continue
      add(people, code)
      add(`${people}s`, code)
    }
  }
  return words
}

/** Russia → Russian, Mali → Malian, Egypt → Egyptian: one of them will be the word. */
const peopleForms: readonly ((name: string) => string | null)[] = [
  (name) => (isOneWord(name) && name.endsWith('a') ? `${name}n` : null),
  (name) => (isOneWord(name) && !name.endsWith('a') ? `${name}an` : null),
  (name) => (isOneWord(name) ? `${name.replace(/[aeoy]$/, '')}an` : null),
  (name) => (isOneWord(name) ? `${name.replace(/[aeoy]$/, '')}ian` : null),
]

const isOneWord = (name: string): boolean => !/[\s(]/.test(name)

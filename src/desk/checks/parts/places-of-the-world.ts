// A small gazetteer: cities that outlets are placed in, with their country (ISO 3166-1 alpha-2). Facts from common knowledge.

import { foldLetters } from './words.ts'

const cities = `
AF Kabul Kandahar Herat|AE Dubai,Abu Dhabi|AM Yerevan|AO Luanda|AR Buenos Aires|AT Vienna|AU Canberra Sydney Melbourne|AZ Baku|BD Dhaka|BE Brussels
BF Ouagadougou|BG Sofia|BH Manama|BI Bujumbura Gitega|BJ Cotonou,Porto-Novo|BO La Paz|BR Brasilia,Sao Paulo,Rio de Janeiro|BW Gaborone|BY Minsk|CA Ottawa Toronto
CD Kinshasa Goma Bukavu|CF Bangui|CG Brazzaville|CH Bern Geneva Zurich|CI Abidjan Yamoussoukro|CL Santiago|CM Yaounde Douala|CN Beijing Shanghai|CO Bogota Medellin
CR San Jose|CU Havana|CY Nicosia|CZ Prague|DE Berlin Munich|DJ Djibouti|DK Copenhagen|DO Santo Domingo|DZ Algiers Oran|EC Quito Guayaquil|EE Tallinn|EG Cairo
ER Asmara|ES Madrid Barcelona|ET Addis Ababa|FI Helsinki|FR Paris Lyon|GA Libreville|GB London Edinburgh|GE Tbilisi|GH Accra|GM Banjul|GN Conakry|GR Athens
GT Guatemala City|GW Bissau|HN Tegucigalpa|HR Zagreb|HT Port-au-Prince|HU Budapest|ID Jakarta|IE Dublin|IL Tel Aviv,Haifa|IN New Delhi,Mumbai,Chennai,Kolkata|IQ Baghdad Erbil Basra
IR Tehran Isfahan Mashhad|IS Reykjavik|IT Rome Milan|JM Kingston|JO Amman|JP Tokyo Osaka|KE Nairobi Mombasa|KG Bishkek|KH Phnom Penh|KP Pyongyang|KR Seoul|KW Kuwait City
KZ Astana Almaty|LA Vientiane|LB Beirut|LK Colombo|LR Monrovia|LS Maseru|LT Vilnius|LU Luxembourg|LV Riga|LY Benghazi Misrata|MA Rabat Casablanca|MD Chisinau|ME Podgorica
MG Antananarivo|MK Skopje|ML Bamako|MM Yangon Naypyidaw|MN Ulaanbaatar|MR Nouakchott|MU Port Louis|MW Lilongwe Blantyre|MX Mexico City|MY Kuala Lumpur|MZ Maputo|NA Windhoek
NE Niamey Agadez Zinder|NG Lagos Abuja Kano Kaduna Ibadan Maiduguri|NI Managua|NL Amsterdam,The Hague|NO Oslo|NP Kathmandu|NZ Wellington|OM Muscat|PA Panama City|PE Lima
PH Manila|PK Islamabad Karachi Lahore Quetta Peshawar|PL Warsaw|PS Ramallah,Gaza City|PT Lisbon|PY Asuncion|QA Doha|RO Bucharest|RS Belgrade|RU Moscow,Saint Petersburg
RW Kigali|SA Riyadh Jeddah|SD Khartoum,Port Sudan,Omdurman|SE Stockholm|SG Singapore|SI Ljubljana|SK Bratislava|SL Freetown|SN Dakar|SO Mogadishu Kismayo|SS Juba|SV San Salvador
SY Damascus Aleppo|TD N’Djamena|TG Lome|TH Bangkok|TJ Dushanbe|TL Dili|TM Ashgabat|TN Tunis|TR Ankara Istanbul|TW Taipei|TZ Dodoma,Dar es Salaam|UA Kyiv Kharkiv Odesa|UG Kampala
US Washington,New York|UY Montevideo|UZ Tashkent|VE Caracas Maracaibo|VN Hanoi,Ho Chi Minh City|YE Sanaa Aden|ZA Pretoria,Johannesburg,Cape Town|ZM Lusaka|ZW Harare Bulawayo
`

const countryOfCity = new Map<string, string>()
for (const row of cities.trim().split(/[|\n]/u)) {
  const code = row.slice(0, 2)
  const rest = row.slice(3)
  // A comma tells names of several words apart from names of one.
  const names = rest.includes(',')
    ? rest.split(',')
    : /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/u.test(rest) && isOneName(rest)
      ? [rest]
      : rest.split(' ')
  for (const name of names) countryOfCity.set(foldLetters(name), code)
}

function isOneName(names: string): boolean {
  return /^(?:La|San|Santo|Buenos|Addis|Guatemala|New|Phnom|Kuwait|Kuala|Mexico|Panama|Port) /u.test(names)
}

const countryNames = new Map<string, string>()
const display = new Intl.DisplayNames('en', { type: 'region' })
for (const code of new Set([
  ...countryOfCity.values(),
  'SZ',
  'BN',
  'FJ',
  'GD',
  'BS',
  'AL',
  'BA',
  'MV',
  'BT',
  'GY',
  'SR',
  'TT',
  'MT',
  'GQ',
  'ST',
  'CV',
  'KM',
  'SC',
])) {
  const name = display.of(code)
  if (name !== undefined) countryNames.set(foldLetters(name), code)
}
for (const [name, code] of [
  ['Ivory Coast', 'CI'],
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Palestine', 'PS'],
  ['DRC', 'CD'],
  ['UAE', 'AE'],
  ['United States', 'US'],
  ['UK', 'GB'],
  ['Burma', 'MM'],
  ['Myanmar', 'MM'],
  ['South Korea', 'KR'],
  ['North Korea', 'KP'],
] as const)
  countryNames.set(foldLetters(name), code)

/** ISO code of the country that a city lies in; undefined when it is not listed. */
export const countryOf = (city: string): string | undefined => countryOfCity.get(foldLetters(city))

/** ISO code of a country by its English name. */
export const countryNamed = (name: string): string | undefined => countryNames.get(foldLetters(name))

/** English names of countries, and cities, as folded letters: what a slip of the pen is compared with. */
export const placeNames: ReadonlySet<string> = new Set([...countryNames.keys(), ...countryOfCity.keys()])

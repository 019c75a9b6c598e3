// The English service of Agence Méridien: the dispatches which aggregators like to copy.

import type { SampleItem } from '../sample-outlet.ts'

export const agenceMeridienEnglish: readonly SampleItem[] = [
  {
    path: '/en/2023/09/16/sahel-alliance-charter',
    story: 'sahel-alliance',
    language: 'en',
    section: 'Africa',
    byline: 'hk/jw',
    dateline: 'BAMAKO, Sept 16, 2023 (Meridien) –',
    published: '2023-09-16T19:10+02:00',
    dateStyle: 'en-iso',
    title: 'Three Sahel juntas sign pact pledging mutual defence',
    paragraphs: [
      'The military rulers of Mali, Burkina Faso and Niger signed a mutual defence pact on Saturday, creating what they call the Alliance of Sahel States.',
      'Under the Liptako-Gourma Charter an attack on the sovereignty or territorial integrity of one of the three is to be treated as an aggression against all, and obliges the others to help, by armed force if need be.',
      'Malian junta leader Assimi Goita announced the signing on social media. Mali’s defence minister, Sadio Camara, told reporters the alliance would join military and economic efforts and that its priority was the fight against terrorism.',
      'West African bloc ECOWAS has threatened to use force to reverse the July 26 coup in Niger. Mali and Burkina Faso have said they would treat any such intervention as a declaration of war against themselves.',
      'The pact takes its name from the Liptako-Gourma region, where the borders of the three countries meet.',
    ],
  },
  {
    path: '/en/2023/07/17/black-sea-grain-deal-ends',
    story: 'grain-deal-end',
    language: 'en',
    section: 'World',
    byline: 'sv/jw',
    dateline: 'ISTANBUL, July 17, 2023 (Meridien) –',
    published: '2023-07-17T14:05+02:00',
    dateStyle: 'en-iso',
    title: 'Russia pulls out of Black Sea grain deal hours before expiry',
    paragraphs: [
      'Russia said on Monday it would not extend the deal that let Ukraine ship grain through the Black Sea, telling Turkey, Ukraine and the United Nations of its objection hours before the agreement ran out.',
      'The Kremlin said Russia would come back to the arrangement once promises made to it were kept, chiefly those easing its own exports of food and fertiliser.',
      'Almost 33 million tonnes of grain and other food left three Ukrainian ports in the year the deal was in force. The last vessel sailed from Odesa on Sunday.',
      'UN chief Antonio Guterres said he deeply regretted the decision. The World Food Programme had bought 725,000 tonnes under the deal for countries such as Afghanistan, Sudan and Yemen.',
      'Shipbroker Halyard & Sons counted 29 vessels waiting for inspection near the Bosphorus at noon.',
    ],
    figures: [{ subject: 'waiting-ships', printed: '29 vessels', value: 29 }],
  },
  {
    path: '/en/2023/03/10/iran-saudi-ties',
    story: 'tehran-riyadh',
    language: 'en',
    section: 'Middle East',
    byline: 'nb/jw',
    dateline: 'BEIJING, March 10, 2023 (Meridien) –',
    published: '2023-03-10T15:00+01:00',
    dateStyle: 'en-iso',
    title: 'Iran and Saudi Arabia agree in Beijing to restore ties',
    paragraphs: [
      'Iran and Saudi Arabia have agreed to restore diplomatic relations and to reopen their embassies within two months, the two countries said on Friday in a joint statement with China.',
      'The accord closed days of talks in Beijing that had not been announced beforehand. It was signed by Iranian security chief Ali Shamkhani and Saudi national security adviser Musaed bin Mohammed al-Aiban, with Chinese diplomat Wang Yi as host.',
      'Riyadh cut ties in January 2016 after protesters stormed its embassy in Tehran over the execution of a Shia cleric.',
      'Both sides undertook to respect each other’s sovereignty and not to interfere in internal affairs, and agreed to revive a security pact of 2001 and a trade accord of 1998. They thanked Iraq and Oman for hosting earlier rounds.',
    ],
  },
]

// Da Spogmai Ghag: an invented Pashto radio's website. It has no feed at all, only a list of its pages.

import type { SampleOutlet } from '../sample-outlet.ts'
import { spogmaiItems } from './spogmai-items.ts'

export const spogmai: SampleOutlet = {
  host: 'spogmai-ghag.example',
  name: 'Da Spogmai Ghag',
  nameAsPrinted: 'د سپوږمۍ غږ',
  country: 'AF',
  languages: ['ps'],
  medium: 'radio station and website',
  descriptor: 'Afghan privately owned Pashto-language radio with a news website',
  alignment: 'no declared alignment, avoids domestic politics',
  owner: 'Spogmai Media Organisation, a family enterprise in Jalalabad',
  selfDescription: 'د سپوږمۍ غږ یوه خپلواکه پښتو راډیو ده چې د سیمې او نړۍ خبرونه په ساده ژبه اورېدونکو او لوستونکو ته رسوي.',
  selfDescriptionEnglish: 'Da Spogmai Ghag is an independent Pashto radio that brings the news of the region and the world to listeners and readers in plain language.',
  template: 'weblog',
  dateStyle: 'ps-afghan',
  robots: 'User-agent: *\nDisallow: /wp-admin/\n',
  feeds: [
    { kind: 'listing', format: 'listing', path: '/khabaruna', title: 'د سپوږمۍ غږ: خبرونه', selector: '.latest-list h3 > a', behaviour: 'well' },
  ],
  items: spogmaiItems,
}

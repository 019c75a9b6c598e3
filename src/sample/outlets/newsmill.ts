// NewsMill: an invented aggregator that copies others, sometimes with a source line; its feed attacks whoever reads it.

import type { SampleOutlet } from '../sample-outlet.ts'
import { newsmillItems } from './newsmill-items.ts'

export const newsmill: SampleOutlet = {
  host: 'newsmill.test',
  name: 'NewsMill',
  nameAsPrinted: 'NewsMill 24',
  country: 'SC',
  languages: ['en', 'fr'],
  medium: 'news aggregator',
  descriptor: 'Seychelles-registered aggregator that republishes agency and newspaper copy between advertisements',
  alignment: 'none apparent; selects for clicks',
  owner: 'not stated',
  selfDescription: 'NewsMill 24: the whole world’s news, first and free, in one place.',
  selfDescriptionEnglish: 'NewsMill 24: the whole world’s news, first and free, in one place.',
  template: 'aggregator',
  dateStyle: 'en-us',
  robots: null,
  feeds: [
    { kind: 'syndication', format: 'rss', path: '/all.rss', title: 'NewsMill 24', selector: null, behaviour: 'hostile' },
    { kind: 'listing', format: 'listing', path: '/latest', title: 'NewsMill 24: latest', selector: '.latest-list h3 > a', behaviour: 'well' },
  ],
  items: newsmillItems,
}

// Warta Samudra: an invented Indonesian news site whose feed keeps its ETag when its content changes.

import type { SampleOutlet } from '../sample-outlet.ts'
import { wartaSamudraItems } from './warta-samudra-items.ts'

export const wartaSamudra: SampleOutlet = {
  host: 'warta-samudra.example',
  name: 'Warta Samudra',
  nameAsPrinted: 'Warta Samudra',
  country: 'ID',
  languages: ['id'],
  medium: 'news website',
  descriptor: 'Indonesian privately owned news website with a maritime and trade focus',
  alignment: 'centrist, broadly supportive of the government’s foreign policy',
  owner: 'PT Warta Samudra Raya, Surabaya',
  selfDescription: 'Warta Samudra menyajikan berita ekonomi, pelabuhan, dan dunia bagi pembaca Indonesia.',
  selfDescriptionEnglish: 'Warta Samudra presents economic, port and world news to Indonesian readers.',
  template: 'app',
  dateStyle: 'id',
  robots: 'User-agent: *\nDisallow: /amp/\n',
  feeds: [
    { kind: 'syndication', format: 'rss', path: '/rss/terkini', title: 'Warta Samudra – Terkini', selector: null, behaviour: 'reuses-etag' },
  ],
  items: wartaSamudraItems,
}

// Diário do Cais: an invented Brazilian port-city paper; RSS 1.0, a chain of redirects, a folder closed to robots.

import type { SampleOutlet } from '../sample-outlet.ts'
import { diarioDoCaisItems } from './diario-do-cais-items.ts'

export const diarioDoCais: SampleOutlet = {
  host: 'diario-do-cais.example',
  name: 'Diário do Cais',
  nameAsPrinted: 'Diário do Cais',
  country: 'BR',
  languages: ['pt'],
  medium: 'daily newspaper',
  descriptor: 'Brazilian privately owned Portuguese-language daily of a port city, strong on agriculture and shipping',
  alignment: 'centre-right, business-minded',
  owner: 'Editora Cais Velho S.A., Santos',
  selfDescription: 'O Diário do Cais acompanha o porto, a lavoura e o mundo que passa por eles. Desde 1934, em Santos.',
  selfDescriptionEnglish: 'Diário do Cais follows the port, the fields and the world that passes through them. Since 1934, in Santos.',
  template: 'portal',
  dateStyle: 'pt',
  robots: '# Diário do Cais\nUser-agent: *\nDisallow: /assinantes/\nAllow: /\n',
  feeds: [
    { kind: 'syndication', format: 'rdf', path: '/rdf.xml', title: 'Diário do Cais', selector: null, behaviour: 'well' },
  ],
  items: diarioDoCaisItems,
}

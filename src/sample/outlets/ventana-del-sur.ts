// La Ventana del Sur: an invented Argentine paper which corrects a figure in the open.

import type { SampleOutlet } from '../sample-outlet.ts'
import { ventanaDelSurItems } from './ventana-del-sur-items.ts'

export const ventanaDelSur: SampleOutlet = {
  host: 'ventana-del-sur.example',
  name: 'La Ventana del Sur',
  nameAsPrinted: 'La Ventana del Sur',
  country: 'AR',
  languages: ['es'],
  medium: 'news website',
  descriptor: 'Argentine cooperative news website with a Global South perspective',
  alignment: 'centre-left, Latin Americanist',
  owner: 'Cooperativa de Trabajo La Ventana Ltda., Rosario',
  selfDescription: 'La Ventana del Sur es un medio cooperativo hecho en Rosario que mira el mundo desde el Sur.',
  selfDescriptionEnglish: 'La Ventana del Sur is a cooperative outlet made in Rosario that looks at the world from the South.',
  template: 'agency',
  dateStyle: 'es',
  robots: 'User-agent: *\nDisallow: /buscar\n',
  feeds: [
    { kind: 'syndication', format: 'atom', path: '/atom.xml', title: 'La Ventana del Sur', selector: null, behaviour: 'well' },
  ],
  items: ventanaDelSurItems,
}

// Words that begin with a capital in the names of offices and institutions, in languages that keep names as they are in English.
// A run with one of them is translated, and no name of a person. Facts, folded.

const list =
  // French
  'ministere premier conseil cour assemblee nations unies union etat etats armee force forces comite commission banque parti front mouvement office agence union institut universite ecole hopital haute haut federation confederation republique royaume ligue marche port pont place rue avenue rive organisation croix rouge alliance coalition autorite bureau direction inspection gendarmerie garde securite defense affaires etrangeres interieur sante justice maison blanche ' +
  // Spanish, Portuguese, Italian
  'ministerio ministro consejo corte tribunal supremo suprema asamblea congreso camara senado naciones unidas estados unidos fuerza fuerzas aerea armada armadas ejercito comision comite banco partido frente movimiento agencia instituto universidad escuela hospital federacion confederacion republica reino liga organizacion cruz roja casa blanca policia nacional guardia civil defensa seguridad exteriores interior salud justicia derechos humanos ' +
  'ministerio conselho supremo tribunal assembleia congresso camara senado nacoes unidas forca forcas exercito comissao banco partido frente movimento agencia instituto universidade policia federal defesa seguranca marinha ministero consiglio corte nazioni unite forze esercito banca partito movimento agenzia universita polizia difesa sicurezza ' +
  // Turkish
  'bakanligi bakanlik bakani meclisi meclis mahkemesi birlesmis milletler birlesik devletleri kuvvetleri hava deniz kara ordusu komutanligi baskanligi baskani partisi cephesi hareketi ajansi enstitusu universitesi hastanesi federasyonu cumhuriyeti kralligi birligi bankasi konseyi kurulu disisleri icisleri savunma guvenlik saglik adalet milli turkiye avrupa'
const words = new Set(list.split(' '))

export const isInstitutionWord = (folded: string): boolean => words.has(folded)

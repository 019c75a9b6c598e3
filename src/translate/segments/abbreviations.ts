// Words that end in a full stop without ending a sentence. Facts of each language; lower case, without the last stop.
// `followed` ones only count before a name or a number: they may well end a sentence too.

import { primaryOf } from '../../lib/primary-of.ts'

const lists: Readonly<Record<string, string>> = {
  en: 'mr mrs ms dr prof gen lt col capt sgt maj adm brig sen rep gov pres st jr sr vs etc. e.g i.e cf no vol fig pp ed eds approx dept est inc ltd co corp bros jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n a.m p.m',
  fr: 'm mm mme mmes mlle dr pr me mgr st ste gén gal col cdt cap lt art av bd p pp éd env ex janv févr avr juil sept oct nov déc n.b c.-à-d cf',
  es: 'sr sra sres srta dr dra prof gral cnel cap tte lic ing arq d dña ud uds excmo av avda núm pág págs art ej p.ej cf aprox ene feb abr jun jul ago sept oct nov dic ee.uu ee aa.uu ff.aa',
  pt: 'sr sra srs dr dra prof profa gen cel cap ten eng exmo av núm pág págs art ex p.ex cf aprox jan fev abr jun jul ago set out nov dez',
  it: 'sig sigg dott dott.ssa prof gen col cap ten on avv ing arch art pag pagg es p.es cfr ca n gen feb apr giu lug ago sett ott nov dic',
  de: 'hr fr dr med phil jur rer nat habil h.c prof gen dipl ing st str nr bzw ca z.b d.h u.a u.ä usw evtl ggf inkl max min mio mrd abs art bd hrsg s vgl vs jan feb apr jun jul aug sep sept okt nov dez',
  nl: 'dhr mevr mr mw dr drs prof gen kol ir ing st nr bijv bv d.w.z o.a m.b.t ca enz vgl blz',
  sv: 'dr prof gen nr t.ex bl.a d.v.s m.m ca kl st s.k osv',
  da: 'dr prof gen nr f.eks bl.a dvs m.m ca kl st osv',
  nb: 'dr prof gen nr f.eks bl.a dvs m.m ca kl st osv',
  fi: 'dr prof esim mm ym ns nk klo puh n',
  pl: 'dr prof gen płk mjr kpt por ppłk inż mgr hab ks św ul al nr np tj tzn itd itp m.in r w ok godz tys mln mld zł p pkt art ust',
  cs: 'dr prof gen plk mjr kpt por ing mgr mudr judr phdr sv ul č čís např tj tzn atd apod mj tzv r stol tis mil mld kč hod odst',
  sk: 'dr prof gen plk mjr kpt por ing mgr sv ul č napr t.j tzv atď r tis mil mld',
  hu: 'dr prof gen ált alez őrgy ifj id st kb pl stb ill ún vö sz',
  ro: 'dl dna d-na dr prof gen col lt nr art str bd pag cca ex',
  tr: 'dr prof doç yrd av sn gen org korg alb yzb bkz vb vs örn no cad sok mah apt s yy t.c m.ö m.s',
  ru: 'г гг гор д дер ул пр пл обл р-н р руб коп тыс млн млрд трлн им гос ген полк подп майор кап лейт акад проф доц инж т.е т.д т.п т.к т.н т.о и.о н.э др пр см ср стр рис табл напр прим ред изд св кв корп стр.',
  uk: 'м р рр с вул пл обл просп ген полк підп проф доц акад ім гр грн коп тис млн млрд т.зв т.д т.п т.ін ін напр див рис стор ст св',
  bg: 'г гр ул бул обл ген полк проф доц акад инж им лв хил млн млрд т.е т.н др напр вж стр св',
  sr: 'г др проф ген пук мр инж ул бр нпр тј итд итсл сл стр св g dr prof gen mr inž ul br npr tj itd itsl sl str sv',
  hr: 'g gđa dr prof gen mr inž ul br npr tj itd sl str sv',
  el: 'κ κκ δρ καθ στρ αρ σελ βλ π.χ δηλ κ.ά κ.λπ κτλ λ.χ μ.μ π.μ χλμ εκατ δισ',
  ar: 'د أ أ.د م ص ج هـ ق.م ب.م ت ط مج أ.ف.ب ش.م.م',
  fa: 'دکتر ه.ش ه.ق م ص ج ق.م ر.ک',
  ur: 'ڈاکٹر م ص ق.م',
  he: 'ד"ר פרופ עו"ד וכו עמ מס',
  hi: 'रु डॉ श्री प्रो पं कु सं ई.पू',
  id: 'st rp dr prof ir drs h hj jl no hlm dll dsb dst tgl jend kol letjen mayjen brigjen',
  ms: 'st rm dr prof ir jl no hlm dll dsb dst',
  vi: 'ts gs ths pgs tp tr v.v',
  sw: 'dk prof bw bi mh k.m n.k nk',
  ca: 'sr sra dr dra prof gral núm pàg art p.ex av c',
}

const merged: ReadonlySet<string> = new Set(Object.values(lists).flatMap((list) => list.split(' ')))
const byLanguage = new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.split(' '))]))

/** The abbreviations of a language, its own and (Latin ranks and titles are borrowed) nobody else's; of all, when it is not known. */
export function abbreviationsOf(language: string | null): ReadonlySet<string> {
  const primary = primaryOf(language)
  return byLanguage.get(primary === 'no' || primary === 'nn' ? 'nb' : primary) ?? merged
}

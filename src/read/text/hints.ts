// What names of classes and ids say about an element. Editors of all countries name the same things in a few words;
// the lists are of words, never of sites. A hint is evidence to weigh: an element that holds most of a page's prose
// is not a sidebar, whatever it is called.

import { attributeOf } from '../html/attributes.ts'
import type { PageTree } from '../html/page-tree.ts'
import { expand } from './expand-words.ts'
import { bitsOfName, buildTrie } from './name-trie.ts'

/** Kinds of things that names tell of; one bit a kind. */
export const hint = {
  body: 1,
  comments: 2,
  related: 4,
  share: 8,
  promo: 16,
  credits: 32,
  navigation: 64,
  consent: 128,
  caption: 256,
  tags: 512,
  sidebar: 1024,
  lead: 2048,
  author: 4096,
  teaser: 8192,
  unseen: 16384,
  paywall: 32768,
  article: 65536,
  title: 131072,
  /** Players, galleries, slide shows. */
  media: 262144,
  /** Posts of other sites shown in the page. */
  embed: 524288,
} as const

/**
 * The vocabulary, in a short hand of its own: `a|b`, `(?:a|b)`, `x?`. Hyphens stand where a name may have any divider or none.
 * It is spelled out once, so that a name costs a few look-ups instead of a few hundred comparisons.
 */
const table: readonly (readonly [bits: number, words: string])[] = [
  [
    hint.body,
    `
    article-?body|article-?text|article-?content|article-?copy|article-?main|story-?body|story-?content|story-?text|post-?body|post-?content|post-?text|
    entry-?content|entry-?body|entry-?text|content-?body|body-?content|body-?text|body-?copy|news-?body|news-?text|news-?content|news-?detail|detail-?text|
    main-?text|main-?content|rich-?text|richtext|artikel-?inhalt|artikel-?text|texto-?noticia|cuerpo|cuerpo-?noticia|nota-?cuerpo|corps|
    texte-?article|article-?corps|testo-?articolo|corpo-?noticia|conteudo|haber-?metni|haber-?detay|tresc|wysiwyg|prose|fulltext|full-?text|
    postcontent|field-name-body|story-?blocks|articleparagraph`,
  ],
  [
    hint.article,
    `article|story|post|entry|hentry|artikel|articulo|noticia|nota|haber|statya|beitrag|artykul|clanek|cikk|artigo|articolo`,
  ],
  [
    hint.comments,
    `
    comments?|comment-?(?:list|form|section|area|body|content|thread|count)|commentlist|disqus|respond|reply|replies|discussion|livefyre|coral|talk-?stream|kommentare?|
    leserkommentare?|leserbriefe?|comentarios?|commentaires?|commenti|reacties?|komentar(?:ze?|e|i)?|kommentarer|kommentit|yorum(?:lar)?|diskuse|
    hozzaszolas(?:ok)?|komment|guestbook|forum-?posts?|binh-?luan|opinionstage|spot-?im|openweb|viafoura|hyvor|feedback`,
  ],
  [
    hint.related,
    `
    related|relateds|recirc|recirculation|recommend(?:ed|ation|ations|s)?|more-?(?:news|stories|articles|from|on|posts|like|in|coverage)|read-?(?:more|next|also|on)|readmore|
    see-?also|also-?read|you-?may|you-?might|up-?next|next-?(?:post|article|story|up)|prev-?(?:post|article)|previous-?post|most-?(?:read|popular|viewed|shared|commented|recent)|
    popular|trending|latest|recent-?(?:posts|news|articles|stories)|top-?(?:stories|news)|other-?(?:news|stories|articles)|similar|jp-?relatedposts|yarpp|
    verwandt(?:e|es)?|mehr-?zum-?thema|meist-?gelesen|weitere-?(?:artikel|themen|nachrichten)|lesen-?sie|relacionad[oa]s?|lee-?tambien|leer-?mas|
    mas-?(?:noticias|leidas|leidos|vistos)|te-?puede-?interesar|lire-?aussi|a-?lire|les-?plus-?lus|similaires|correlat[ie]|leggi-?anche|piu-?letti|gerelateerd|
    lees-?(?:ook|meer)|leia-?(?:mais|tambem)|mais-?lidas|veja-?(?:mais|tambem)|czytaj-?(?:tez|takze|rowniez|wiecej)|powiazane|polecane|souvisejici|
    kapcsolodo|ajanlo|ilgili|outbrain|taboola|zergnet|mgid|revcontent|linkbox|link-?list|teaser-?list|crosslinks?|storylinks?|in-?this-?story|prev-?next(?:-?[a-z]+)?|next-?prev|post-?nav(?:igation)?|article-?nav(?:igation)?`,
  ],
  [
    hint.share,
    `
    share|shares|sharing|share-?(?:bar|buttons?|tools|links)|social|socials|social-?(?:share|media|links|icons|bar|buttons)|sharedaddy|addthis|addtoany|a2a|shariff|follow|follow-?us|
    teilen|compartir|compartilhar|partage|partager|condividi|delen|udostepnij|paylas|sdilet|like-?button|fb-?like|tools|toolbar|actions|action-?bar|print|
    whatsapp|telegram-?(?:link|box|channel)|bookmark|audio-?player|listen|text-?to-?speech|tts|font-?size|text-?size|reactions?|utility|utilities`,
  ],
  [
    hint.promo,
    `
    ad|ads|adv|advert|adverts|advertisement|advertising|advertorial|ad-?(?:slot|unit|container|wrapper|block|box|label|placeholder)|adsbygoogle|adsense|dfp|gpt|banner|banners|promo|
    promos|promotion|promoted|promobox|sponsor|sponsored|sponsors|commercial|affiliate|newsletter|newsletters|newsletter-?(?:signup|box|form)|subscribe|subscribe-?box|subscription-?(?:box|promo)|
    sign-?up|signup|donate|donation|donations|support-?us|fundraising|contribute|campaign|cta|call-?to-?action|app-?(?:promo|download|banner)|download-?app|
    anzeige|anzeigen|werbung|reklama?|reklame|publicidad|publicidade|publicite|pubblicita|advertentie|hirdetes|inserat|abo-?(?:box|teaser)|boletin|
    mailchimp|mc4wp|mailing-?list|push-?notification|special-?offer|shop|product-?box|price-?box|widget-?area|callout-?newsletter|epaper|abonnement|leaderboard|mpu|skyscraper`,
  ],
  [
    hint.credits,
    `
    byline|bylines|dateline|by-?author|meta|metadata|post-?meta|entry-?meta|article-?meta|article-?info|post-?info|entry-?info|posted-?on|post-?date|published|publish-?date|pub-?date|pubdate|
    date|datetime|timestamp|time-?stamp|last-?(?:updated|modified)|updated|modified|reading-?time|read-?time|views?|view-?count|post-?views|
    entry-?(?:header|footer)|post-?footer|article-?footer|submitted|post-?details|story-?meta|fecha|datum|data-?publikacji|autoren?-?zeile`,
  ],
  [
    hint.author,
    `
    author|authors|author-?(?:box|bio|info|card|name|description|profile|block)|about-?(?:the-?)?author|authorbox|bio|biography|contributor|contributors|writer|profile|autor|autoren|autora|autorin|
    auteur|auteurs|autore|autori|redaktor|about-?us|vcard|contact|kontakt`,
  ],
  [
    hint.navigation,
    `
    nav|navs|navbar|navigation|menu|menus|menubar|submenu|main-?menu|breadcrumb|breadcrumbs|crumbs?|migas|ariane|fil-?ariane|pagination|pager|page-?links|paging|tabs|toc|table-?of-?contents|footer|site-?footer|
    page-?footer|foot|footnav|masthead|topbar|top-?bar|site-?header|page-?header|header-?(?:top|bar)|skip|skip-?(?:link|to|nav)|search|search-?(?:form|box)|login|log-?in|register|language-?(?:switcher|selector)|
    colophon|copyright|legal|imprint|impressum|ticker|breaking-?news|weather|offcanvas|off-?canvas|drawer|sitemap`,
  ],
  [
    hint.consent,
    `
    cookies?|cookie-?(?:banner|notice|consent|bar|law|policy)|consent|gdpr|dsgvo|cmp|onetrust|didomi|cookiebot|ccpa|eu-?cookie|privacy|privacy-?(?:banner|notice)|modal|modals|popup|pop-?up|popups|
    overlay|lightbox|dialog|interstitial|notification|notifications|alert-?bar|toast|adblock|noscript|browser-?(?:warning|upgrade)|captcha`,
  ],
  [
    hint.paywall,
    `paywall|pay-?wall|regwall|piano|tp-?(?:modal|container)|premium-?(?:box|overlay|wall)|abo-?wall|plus-?paywall|subscriber-?only|metered|offer-?(?:page|box|wall)|gateway|barrier`,
  ],
  [
    hint.caption,
    `
    captions?|wp-?caption|wp-?caption-?text|caption-?text|image-?(?:caption|credit|info|description|copyright)|img-?(?:caption|credit)|photo-?(?:caption|credit|info|by)|picture-?caption|media-?(?:caption|credit|info)|figcaption|figure-?caption|
    credits?|image-?source|photo-?credits?|photographer|bildunterschrift|bildtext|bildnachweis|bildquelle|pie-?de-?foto|pie-?foto|legende?|didascalia|legenda|popisek|fotograf|video-?(?:caption|description|title|meta|info)|media-?info|mediainfo`,
  ],
  [
    hint.media,
    `gallery|galleries|galerie|galeria|slideshow|slider|slides?|carousel|swiper|slick|lightgallery|player|video-?player|jwplayer|jw|videos?|media-?gallery|video-?(?:box|container|wrapper|embed)|media-?title|audio|podcast-?(?:player|box|teaser)`,
  ],
  [
    hint.embed,
    `twitter-?tweet|tweet|tweet-?embed|instagram-?media|tiktok-?embed|fb-?post|facebook-?post|bluesky-?embed|mastodon-?embed|embed-?(?:consent|placeholder)|external-?content|externer?-?inhalt|embetty|social-?embed|telegram-?post|reddit-?embed|reddit-?card|opt-?in|consent-?(?:layer|placeholder)`,
  ],
  [
    hint.tags,
    `
    tags?|tag-?(?:list|links|cloud|s)|tagcloud|taglist|keywords?|topics?|topic-?(?:list|links|tags)|post-?tags|entry-?tags|article-?tags|categories|category|cat-?links|post-?(?:categories|category)|schlagworte?|
    schlagwort|themen|etiquetas|temas|mots-?cles|etiquetki|stitky|cimkek|etiketler|labels?|rubrics?|kicker|overline|eyebrow|section-?(?:name|label)|dachzeile|filed-?under`,
  ],
  [
    hint.sidebar,
    `
    sidebar|side-?bar|aside|side|side-?(?:column|content|menu|nav|block)|right-?(?:column|col|rail|side|bar|sidebar)|left-?(?:column|col|rail|side|bar|sidebar)|rail|secondary|widget|widgets|rightcol|leftcol|seitenleiste|barra-?lateral|
    complementary|marginale?|marginalia|tertiary`,
  ],
  [
    hint.teaser,
    `teasers?|teaser-?(?:box|block|item|card)|cards?|card-?(?:list|grid|item)|tile|tiles|thumb|thumbs|thumbnails?|headline-?list|news-?(?:list|item|grid)|post-?(?:list|grid|item|card)|story-?(?:card|list)|list-?item|grid-?item|loop|feed|collection|promo-?item`,
  ],
  [
    hint.lead,
    `
    lead|lede|lead-?(?:text|paragraph)|standfirst|stand-?first|subtitle|sub-?title|sub-?head|subhead|subheadline|sub-?headline|sub-?heading|subheading|sub-?deck|deck|dek|intro|introduction|intro-?text|teaser-?text|excerpt|summary|abstract|chapo|chapeau|
    entradilla|bajada|volanta|copete|sumario|subtitulo|sottotitolo|occhiello|sommario|vorspann|einleitung|anriss|anleser|perex|lead-?in|ingress|manchet|olho|linha-?fina|spot|ozet|sapo|description|lid|zajawka|article-?(?:lead|intro|summary|subtitle|excerpt|description|dek)`,
  ],
  [
    hint.unseen,
    `sr-?only|screen-?reader(?:-?text)?|visually-?hidden|visuallyhidden|assistive-?text|a11y-?hidden|element-?invisible|offscreen|print-?only|hidden-?print-?only`,
  ],
  [hint.title, `title|headline|head-?line|heading|titre|titulo|titel|titolo|ueberschrift|baslik|tytul|nadpis`],
]

const roles: ReadonlyMap<string, number> = new Map([
  ['navigation', hint.navigation],
  ['menu', hint.navigation],
  ['menubar', hint.navigation],
  ['banner', hint.navigation],
  ['contentinfo', hint.navigation],
  ['search', hint.navigation],
  ['complementary', hint.sidebar],
  ['dialog', hint.consent],
  ['alertdialog', hint.consent],
  ['main', hint.article],
  ['article', hint.article],
  ['toolbar', hint.share],
  ['tablist', hint.navigation],
  ['alert', hint.consent],
])

/** What the names of an element say; 0 when nothing. */
export function hintsOf(tree: PageTree, node: number): number {
  const from = tree.from[node] ?? 0
  const to = tree.to[node] ?? 0
  if (to - from < 5) return 0
  const source = tree.html.slice(from, to)
  let bits = 0
  if (source.includes('class=') || source.includes('id=') || source.includes('CLASS')) {
    const names = `${attributeOf(tree, node, 'class') ?? ''} ${attributeOf(tree, node, 'id') ?? ''}`
    if (names.length > 1) bits |= hintsOfNames(names.slice(0, 400))
  }
  if (source.includes('role=')) bits |= roles.get(attributeOf(tree, node, 'role') ?? '') ?? 0
  if (source.includes('itemprop=')) bits |= hintsOfProperty(attributeOf(tree, node, 'itemprop') ?? '')
  return bits
}

/** Some systems write a post's categories, tags and authors into its names: they tell what it is about, not what it is. */
function withoutTaxonomy(names: string): string {
  if (names.length < 12 || !/\b(?:hentry|type-|status-publish|format-standard|node-|term-)/.test(names)) return names
  return names
    .replace(/\bnode-{1,2}(?:promoted|sticky)\b/g, ' ')
    .replace(
      /(?:^|\s)(?:category|tag|tags|type|status|format|author|term|topic|has|section|post_tag|product_cat|series|wp)-[^\s]+/g,
      ' ',
    )
}

function hintsOfProperty(property: string): number {
  if (/\barticleBody\b/.test(property)) return hint.body
  if (/\b(?:author|creator)\b/.test(property)) return hint.author
  if (/\b(?:datePublished|dateModified)\b/.test(property)) return hint.credits
  if (/\bcomment\b/i.test(property)) return hint.comments
  return /\bcaption\b/.test(property) ? hint.caption : 0
}

const vocabulary = buildTrie(spellOut())

function spellOut(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [bits, words] of table) {
    for (const word of expand(words.replace(/\s+/g, ''))) {
      const key = word.replaceAll('-', '')
      found.set(key, (found.get(key) ?? 0) | bits)
    }
  }
  return found
}

function hintsOfNames(names: string): number {
  let bits = 0
  for (const name of withoutTaxonomy(names).split(/\s+/)) {
    if (name.length > 1 && !utilities.test(name)) bits |= bitsOfName(vocabulary, name.replace(builders, 'piece'))
  }
  return bits
}

// Names of utilities («bg-…», «border…») tell how a thing looks, not what it is.
const utilities = /^(?:bg|border|fill|stroke|ring|shadow|text-[a-z]+(?:[A-Z]|-\d))/

// Page builders call every piece of a page a widget or a column.
const builders = /^(?:elementor|wpb|wp-block|so|fl|vc)[-_](?:widget|column|row|text)\b/

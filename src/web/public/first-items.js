// Draws the first rows of the inbox while the desk itself is still being fetched and put together, so that reading can
// begin at once. The desk takes the same answer over and puts its own rows in the same places.
// Everything from outside is set as text, never as markup.

{
  // Asked for before anything else is thought of.
  const isInbox = location.pathname === '/' && location.search === ''
  const answer = isInbox ? fetch('/api/items?limit=100&grouped=true') : null

  const root = document.documentElement
  const kept = (name) => {
    try {
      return localStorage.getItem(`dragoman.${name}`)
    } catch {
      return null
    }
  }
  const own = kept('language')
  const spoken = own && own !== 'browser' ? [own] : navigator.languages.map((tag) => tag.split('-')[0])
  const language = spoken.find((each) => /^(en|fr|ar|ru)$/.test(each)) ?? 'en'
  const [inbox, unreviewed, none] = {
    en: ['Inbox', 'unreviewed', 'not described'],
    fr: ['Arrivées', 'non relu', 'non décrit'],
    ar: ['الوارد', 'غير مُراجَع', 'غير موصوف'],
    ru: ['Входящие', 'не проверено', 'не описано'],
  }[language]
  const locale = language === 'en' ? 'en-GB' : language
  const say = (options) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', numberingSystem: 'latn', ...options })
  const longDay = say({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const clock = say({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

  const titles = kept('titles') ?? 'translated'
  const codes = { none: '—', machine: 'mt', 'machine-reviewed': 'rev', human: 'hum' }
  const ROWS = Math.ceil(window.innerHeight / 60)
  const plain = (text) => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '')

  function make(tag, className, ...inside) {
    const element = document.createElement(tag)
    element.className = className
    element.append(...inside)
    return element
  }

  /** @param written who wrote it: in which language and direction */
  function outside(tag, className, text, written) {
    const element = make(tag, className, plain(text))
    element.dir = written?.direction ?? 'auto'
    if (written?.language) element.lang = written.language
    return element
  }

  function tagOf(language) {
    const [tag = '', script] = (language ?? '—').split('-')
    return script?.length === 4 ? `${tag.toUpperCase()}-${script}` : tag.toUpperCase()
  }

  /** The two lines of a row, as the desk itself lays them: each with its tag, its words and who wrote them. */
  function layRow(item, to) {
    const { translation } = item
    const original = { tag: make('span', 'tag', tagOf(item.language)), text: item.title ?? item.url, written: item }
    if (titles !== 'alone' && translation?.title) {
      const { language, title, titleState } = translation
      const hue = titleState === 'machine' ? 'wait' : 'good'
      const tag = make('span', `tag of-translation ${hue}`, `${tagOf(language)} ${codes[titleState]}`)
      const translated = { tag, text: title, written: { language } }
      return titles === 'original' ? [original, translated] : [translated, original]
    }
    const lacks = titles !== 'alone' && item.state === 'read' && item.language && !sameLanguage(item.language, to)
    const tag = lacks ? make('span', 'tag of-translation none', `${tagOf(to)} —`) : ''
    return [original, { tag, text: item.lead ?? item.reason ?? '', written: item }]
  }

  const sameLanguage = (one, other) => one.split('-')[0] === other.split('-')[0]

  function drawRow(item, to) {
    const { descriptor, name } = item.outlet
    const [first, second] = layRow(item, to)
    const title = outside('div', 't clip', '', first.written)
    const link = outside('a', '', first.text, first.written)
    link.href = `/items/${item.id}`
    title.append(link)
    const reviewed = descriptor?.review?.verdict === 'confirmed'
    const chip = descriptor
      ? make(
          'span',
          reviewed ? 'chip' : 'chip un',
          outside('bdi', '', descriptor.value),
          reviewed ? '' : ` · ${unreviewed}`,
        )
      : make('span', 'small q', none)
    const at = item.publishedAt === null || item.publishedAt > item.seenAt ? item.seenAt : item.publishedAt
    const known = item.publishedAt === null || item.publishedEdtf === null || item.publishedEdtf.includes('T')
    return make(
      'div',
      item.state === 'read' && item.triage.state === 'new' ? 'row' : 'row seen',
      make('span', 'mark-cell'),
      make('span', 'tags', first.tag, second.tag),
      make('div', 'ti', title, outside('div', 'o clip', second.text, second.written)),
      make('div', 'out', make('span', 'clip', make('span', 'outlet-name b', outside('bdi', '', name))), chip),
      make('span', 'tm', known ? clock.format(at) : '–'),
    )
  }

  function drawList(items, to) {
    const list = make('div', 'list scroll')
    let day = ''
    for (const item of items.slice(0, ROWS)) {
      const at = item.publishedAt === null || item.publishedAt > item.seenAt ? item.seenAt : item.publishedAt
      const itsDay = longDay.format(at)
      if (itsDay !== day) list.append(make('div', 'day', make('h2', '', itsDay)))
      day = itsDay
      list.append(drawRow(item, to))
    }
    return list
  }

  function draw(items, to) {
    const desk = document.getElementById('desk')
    if (!desk || desk.firstChild || items.length === 0) return
    const filters = kept('filters') === 'shut' ? '' : make('div', 'filters early')
    const screen = make('div', 'screen', make('header', 'bar inbox-bar', make('h1', '', inbox)), filters)
    screen.append(make('div', 'inbox', drawList(items, to)))
    desk.append(make('div', 'app', make('nav', 'rail'), make('div', 'main', screen)))
  }

  root.lang = language
  root.dir = language === 'ar' ? 'rtl' : 'ltr'
  if (kept('theme') && kept('theme') !== 'system') root.dataset.theme = kept('theme')
  root.dataset.density = kept('density') ?? 'comfortable'
  if (answer) {
    const parsed = () =>
      document.getElementById('desk') ??
      new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    // Two frames: in the first the rows are laid out, at the beginning of the second they are on the screen.
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const drawn = answer
      .then((response) => (response.ok ? response.clone().json() : { items: [] }))
      .then(async ({ items, translateTo }) => {
        await parsed()
        draw(items, translateTo)
        await frame()
        await frame()
      })
      .catch(() => null)
    window.firstItems = { answer, drawn }
  }
}

// In: a web address. Out: the platform, account and number of the post that it is of, if it is of a post.
// Why a table: what ICS 206-01 asks for of a post stands in its address, and every platform writes it its own way.

export type PostAddress = {
  /** As people call it. */
  readonly platform: string
  /** As the platform writes it, without “@”; null = the address does not say. */
  readonly account: string | null
  readonly id: string
  /** Whether people write an “@” before the account. */
  readonly at: boolean
}

type Platform = {
  readonly name: string
  readonly host: RegExp
  /** Of path and query; `account` and `id` are named groups. */
  readonly path: RegExp
  readonly at: boolean
}

const account = String.raw`@?(?<account>[\p{L}\p{N}_.-]{1,100})`

const PLATFORMS: readonly Platform[] = [
  {
    name: 'X',
    host: /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/,
    path: /^\/(?:i\/web|(?<account>\w{1,30}))\/status(?:es)?\/(?<id>\d+)/,
    at: true,
  },
  {
    name: 'Facebook',
    host: /^(?:(?:www|m|web|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/,
    path: new RegExp(String.raw`^/${account}/(?:posts|videos|photos)/(?:[^?#]*?/)?(?<id>[\w-]*\d[\w-]*)`, 'u'),
    at: false,
  },
  {
    name: 'Facebook',
    host: /^(?:(?:www|m|web)\.)?facebook\.com$/,
    path: /^\/(?:permalink|story|photo|watch\/?)(?:\.php)?\/?\?(?:.*&)?(?:story_fbid|fbid|v)=(?<id>[\w-]+)/,
    at: false,
  },
  {
    name: 'Telegram',
    host: /^(?:t|telegram)\.me$/,
    path: /^\/(?:s\/)?(?<account>[A-Za-z]\w{3,40})\/(?<id>\d+)/,
    at: true,
  },
  {
    name: 'Instagram',
    host: /^(?:www\.)?instagram\.com$/,
    path: /^\/(?:(?<account>[\w.]{1,40})\/)?(?:p|reel|tv)\/(?<id>[\w-]{5,})/,
    at: true,
  },
  {
    name: 'Threads',
    host: /^(?:www\.)?threads\.(?:net|com)$/,
    path: /^\/@(?<account>[\w.]+)\/post\/(?<id>[\w-]+)/,
    at: true,
  },
  { name: 'TikTok', host: /^(?:www\.|m\.)?tiktok\.com$/, path: /^\/@(?<account>[\w.]+)\/video\/(?<id>\d+)/, at: true },
  { name: 'YouTube', host: /^(?:(?:www|m)\.)?youtube\.com$/, path: /^\/watch\?(?:.*&)?v=(?<id>[\w-]{6,})/, at: false },
  { name: 'YouTube', host: /^(?:(?:www|m)\.)?youtube\.com$/, path: /^\/(?:shorts|live)\/(?<id>[\w-]{6,})/, at: false },
  { name: 'YouTube', host: /^youtu\.be$/, path: /^\/(?<id>[\w-]{6,})/, at: false },
  {
    name: 'VK',
    host: /^(?:(?:www|m)\.)?vk\.(?:com|ru)$/,
    path: /^\/(?:(?<account>[\w.]+)\?w=)?wall(?<id>-?\d+_\d+)/,
    at: false,
  },
  {
    name: 'Odnoklassniki',
    host: /^(?:www\.|m\.)?ok\.ru$/,
    path: /^\/(?:group\/)?(?<account>[\w.]+)\/topic\/(?<id>\d+)/,
    at: false,
  },
  { name: 'Weibo', host: /^(?:www\.|m\.)?weibo\.(?:com|cn)$/, path: /^\/(?<account>\d+)\/(?<id>\w{6,})/, at: false },
  { name: 'Bluesky', host: /^bsky\.app$/, path: /^\/profile\/(?<account>[\w.:-]+)\/post\/(?<id>\w+)/, at: true },
  { name: 'Truth Social', host: /^truthsocial\.com$/, path: /^\/@(?<account>\w+)\/(?:posts\/)?(?<id>\d+)/, at: true },
  { name: 'LinkedIn', host: /^(?:[a-z]+\.)?linkedin\.com$/, path: /^\/feed\/update\/(?<id>urn:li:\w+:\d+)/, at: false },
  // Any server of the federation writes its posts so.
  { name: 'Mastodon', host: /\./, path: /^\/@(?<account>\w+(?:@[\w.-]+)?)\/(?<id>\d{12,})$/, at: true },
]

export function readPostAddress(url: string): PostAddress | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, pathname, search } = new URL(url)
  if (!/^https?:$/.test(protocol)) return null
  for (const { name, host, path, at } of PLATFORMS) {
    const found = host.test(hostname) ? path.exec(pathname + search)?.groups : undefined
    if (found?.['id'] !== undefined) return { platform: name, account: found['account'] ?? null, id: found['id'], at }
  }
  return null
}

// In: a profile, as in `uz/Cyrl`. Out: its BCP 47 tag, with the script only where it is not the usual one (RFC 5646, 4.1).

const folded: Readonly<Record<string, string>> = { arz: 'ar' }
const known = new Map<string, string>()

export function tagOf(profile: string): string {
  const tag = known.get(profile) ?? makeTag(profile)
  known.set(profile, tag)
  return tag
}

function makeTag(profile: string): string {
  const [name = 'und', script = ''] = profile.split('/')
  const language = folded[name] ?? name
  return new Intl.Locale(language).maximize().script === script ? language : `${language}-${script}`
}

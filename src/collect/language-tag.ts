// Language tags as feeds write them (`en_US`, `PT-br`, `persian`) to BCP 47, or `null`.

export function languageTag(written: string | null | undefined): string | null {
  const text = written?.trim().replaceAll('_', '-') ?? ''
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(text)) return null
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null
  } catch {
    return null
  }
}

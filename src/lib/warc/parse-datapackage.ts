// In: the text of a datapackage.json. Out: the files it vouches for, and who made it.
// Two spellings are about: `hash: "sha256:…"` since WACZ 1.1, `stats.hash` with `hashing` before.

import { z } from 'zod'

export type PackagedFile = {
  readonly path: string
  readonly algorithm: string
  /** Lower-case hex. */
  readonly digest: string
  readonly bytes: number | null
}

export type Datapackage = {
  readonly files: readonly PackagedFile[]
  readonly version: string | null
  readonly title: string | null
  readonly software: string | null
  readonly created: string | null
}

const text = z.string().nullish().catch(null)

const resourceShape = z.object({
  path: z.string(),
  hash: z.string().optional(),
  bytes: z.number().int().nonnegative().optional(),
  hashing: z.string().optional(),
  stats: z.object({ hash: z.string().optional(), bytes: z.number().optional() }).optional(),
})

const packageShape = z.object({
  resources: z.array(z.unknown()),
  wacz_version: text,
  title: text,
  software: text,
  created: text,
  metadata: z.object({ title: text }).nullish().catch(null),
})

/** null when it is no data package at all; smaller faults are added to `problems` as sentences. */
export function parseDatapackage(json: string, problems: string[]): Datapackage | null {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    problems.push('datapackage.json is not JSON.')
    return null
  }
  const parsed = packageShape.safeParse(value)
  if (!parsed.success) {
    problems.push('datapackage.json lists no resources.')
    return null
  }
  const { resources, wacz_version: version, title, metadata, software, created } = parsed.data
  if (!version) problems.push('datapackage.json does not say which version of WACZ it follows (wacz_version).')
  const files = resources.flatMap((resource) => readResource(resource, problems))
  return {
    files,
    version: version ?? null,
    title: title ?? metadata?.title ?? null,
    software: software ?? null,
    created: created ?? null,
  }
}

function readResource(resource: unknown, problems: string[]): PackagedFile[] {
  const parsed = resourceShape.safeParse(resource)
  if (!parsed.success) {
    problems.push('datapackage.json lists a resource without a path.')
    return []
  }
  const { path, hash, hashing, stats, bytes } = parsed.data
  const labelled = /^([a-z0-9-]+):(.+)$/i.exec(hash ?? '')
  const algorithm = labelled?.[1] ?? hashing ?? 'sha256'
  const digest = labelled?.[2] ?? hash ?? stats?.hash
  if (!digest) {
    problems.push(`${path} is listed without a digest.`)
    return []
  }
  return [{ path, algorithm, digest, bytes: bytes ?? stats?.bytes ?? null }]
}

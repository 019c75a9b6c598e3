// In: datapackage-digest.json and the bytes of datapackage.json. Out: who signed the package, and whether that holds.
// WACZ Signing 0.1: an anonymous key, or a domain by its TLS certificate.
// What is not checked: the RFC 3161 time stamp. The day of signing is therefore the signer's own word.

import { createPublicKey, hash, verify, X509Certificate } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { z } from 'zod'

export type SignatureCheck =
  | { readonly kind: 'unsigned' }
  /** The signature matches; `by` is a domain, or `a key` that says nothing of its holder. */
  | { readonly kind: 'holds'; readonly by: string; readonly created: string | null }
  | { readonly kind: 'fails'; readonly reason: string }

const digestShape = z.object({
  hash: z.string(),
  signedData: z
    .object({
      hash: z.string(),
      created: z.string().optional(),
      signature: z.string(),
      publicKey: z.string().optional(),
      domain: z.string().optional(),
      domainCert: z.string().optional(),
    })
    .optional(),
})

type SignedData = NonNullable<z.infer<typeof digestShape>['signedData']>

/** @param now milliseconds UTC; stands in where the signer gives no date */
export function checkWaczSignature(json: string, datapackage: Uint8Array, now: number): SignatureCheck {
  const fails = (reason: string): SignatureCheck => ({ kind: 'fails', reason })
  const parsed = digestShape.safeParse(parseJson(json))
  if (!parsed.success) return fails('datapackage-digest.json cannot be read.')
  const { hash: claimed, signedData } = parsed.data
  const actual = `sha256:${hash('sha256', datapackage)}`
  if (claimed !== actual) return fails('datapackage.json does not match the digest in datapackage-digest.json.')
  if (!signedData) return { kind: 'unsigned' }
  if (signedData.hash !== actual) return fails('The signature is for another datapackage.json.')
  return signedData.domainCert ? checkDomain(signedData, signedData.domainCert, now) : checkKey(signedData)
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function checkKey(signed: SignedData): SignatureCheck {
  try {
    const der = Buffer.from(signed.publicKey ?? '', 'base64')
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
    if (matches(signed, key)) return { kind: 'holds', by: 'a key', created: signed.created ?? null }
  } catch {
    return { kind: 'fails', reason: 'The public key of the signature cannot be read.' }
  }
  return { kind: 'fails', reason: 'The signature does not match datapackage.json.' }
}

function checkDomain(signed: SignedData, pem: string, now: number): SignatureCheck {
  const fails = (reason: string): SignatureCheck => ({ kind: 'fails', reason })
  const chain = readChain(pem)
  const [leaf] = chain
  if (!leaf || !signed.domain) return fails('The certificate of the signature cannot be read.')
  if (!matches(signed, leaf.publicKey)) return fails('The signature does not match datapackage.json.')
  if (!leaf.checkHost(signed.domain)) return fails(`The certificate of the signature is not one for ${signed.domain}.`)
  const at = signed.created ? Date.parse(signed.created) : now
  if (!(leaf.validFromDate.getTime() <= at && at <= leaf.validToDate.getTime())) {
    return fails(`The certificate of ${signed.domain} was not valid on the day of the signature.`)
  }
  if (!isVouchedFor(chain)) {
    return fails(`The signature is by a certificate for ${signed.domain} for which no known authority vouches.`)
  }
  return { kind: 'holds', by: signed.domain, created: signed.created ?? null }
}

function readChain(pem: string): X509Certificate[] {
  try {
    const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    return blocks.slice(0, 10).map((block) => new X509Certificate(block))
  } catch {
    return []
  }
}

/** Each certificate signed by the next, and one of them by an authority that Node itself trusts. */
function isVouchedFor(chain: readonly X509Certificate[]): boolean {
  const roots = rootCertificates.map((pem) => new X509Certificate(pem))
  for (const [index, certificate] of chain.entries()) {
    if (roots.some((root) => isIssuedBy(certificate, root))) return true
    const issuer = chain[index + 1]
    if (!issuer?.ca || !isIssuedBy(certificate, issuer)) return false
  }
  return false
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

/** Signers differ in how they write an ECDSA signature: as DER, or as two numbers side by side. */
function matches(signed: SignedData, key: KeyObject): boolean {
  const signature = Buffer.from(signed.signature, 'base64')
  return (['der', 'ieee-p1363'] as const).some((dsaEncoding) => {
    try {
      return verify('sha256', Buffer.from(signed.hash), { key, dsaEncoding }, signature)
    } catch {
      return false
    }
  })
}

// In: a text. Out: what another detector says of it (Google's compact language detector 3, a small neural network, in wasm).
// It knows about a hundred languages from the whole web, and not Sorani, Dari, Uyghur or Turkmen: one voice among others.
// Loaded when first asked; most texts never need it.

export type Opinion = {
  /** The detector's own code, as in `fil` or `iw`. */
  readonly code: string
  /** 0–1, as the detector sees it. */
  readonly probability: number
}

type Detector = { findLanguage(text: string): { language: string; probability: number } }

let loading: Promise<Detector | null> | undefined

/** A detector that cannot be loaded is one voice less, and no reason to read nothing. */
function loadDetector(): Promise<Detector | null> {
  loading ??= import('cld3-asm')
    .then(({ loadModule }) => loadModule())
    .then(
      (factory) => factory.create(0, LONGEST),
      () => null,
    )
  return loading
}

const LONGEST = 1500

/** Asks the other detector. `null` = it has nothing to say. */
export async function askSecondOpinion(text: string): Promise<Opinion | null> {
  const detector = await loadDetector()
  if (!detector) return null
  const { language, probability } = detector.findLanguage(text.slice(0, LONGEST).replaceAll('\0', ' '))
  return language === 'und' || !Number.isFinite(probability) ? null : { code: language, probability }
}

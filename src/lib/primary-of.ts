/** The language of a tag of BCP 47, without script, country and variant: `en` of `en-GB`; empty when there is none. */
export const primaryOf = (tag: string | null | undefined): string => tag?.toLowerCase().split('-')[0] ?? ''

// Digits of every script as ASCII digits; the length in UTF-16 units changes only for the few scripts beyond the first plane.

const zeros = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50,
  0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0xff10,
]

const digits = new Map<string, string>()
for (const zero of zeros)
  for (let value = 0; value < 10; value++) digits.set(String.fromCharCode(zero + value), String(value))

/** The text with all decimal digits in ASCII. */
export function toAsciiDigits(text: string): string {
  return text.replace(
    /[٠-٩۰-۹߀-߉०-९০-৯੦-੯૦-૯୦-୯௦-௯౦-౯೦-೯൦-൯෦-෯๐-๙໐-໙༠-༩၀-၉႐-႙០-៩᠐-᠙０-９]/g,
    (digit) => digits.get(digit) ?? digit,
  )
}

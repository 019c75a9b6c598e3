import { perLanguage } from '../text/t.ts'

const amounts = perLanguage(
  (locale) =>
    new Intl.NumberFormat(locale, { numberingSystem: 'latn', minimumFractionDigits: 2, maximumFractionDigits: 2 }),
)

/** An amount in the money that one pays in, whichever it is. */
export const sayMoney = (amount: number): string => amounts().format(amount)

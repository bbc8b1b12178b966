/** `futures for May`, `Brent crude for November`: sold for a month to come, which is not when the price holds. */
const sold = /(?<![\p{L}])(?:contracts?|futures|crude|oil|gas|gasoline|gold|copper|wheat|corn)\sfor\s$/iu

/** Whether what is sold for delivery stands before an offset. */
export const isDelivery = (text: string, start: number): boolean =>
  sold.test(text.slice(Math.max(0, start - 24), start))

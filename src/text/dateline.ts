// What stands before the words of a sentence: where and when they were written or sent.

/**
 * `KYIV, Ukraine (AP) —`, `Lagos (Reuters) -`, what is left of `MOSCOW. March 3 (Interfax) -` when its full stop has ended a sentence, and
 * `NEW DELHI:`, which Indian and Pakistani papers write.
 */
const dateline =
  /^(?:(?:\p{Lu}[\p{Lu}\p{M}.’' -]{2,}(?:,\s[\p{L}\d.,’' ]{2,40}?)?(?:\s*\([^()\n]{2,24}\))?|\p{Lu}[\p{L}.’' -]{1,30}(?:,\s[\p{L}\d.,’' ]{2,40}?)?\s*\(\p{Lu}[\p{L}. -]{1,24}\)|(?:\p{Lu}\p{L}{2,8}\.?\s\d{1,2}|\d{1,2}\s\p{Lu}\p{L}{2,8}\.?)(?:,?\s\d{4})?\s*\(\p{Lu}[\p{L}. -]{1,24}\))\s*(?:[-–—]|--)|\p{Lu}[\p{Lu}\p{M}.’' -]{2,30}:)\s+/u

const timestamp =
  /^(?:\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?|GMT|UTC|[BCEP][DS]?T|IST|WAT|EAT|SAST)?(?:\s*\(\p{Lu}{2,4}\))?\s*(?:[-–—:|]|--)\s+|[•*▪►·]\s+|[-–—]\s+)/iu

/** Where the words of a sentence begin: behind its dateline (`KYIV, Ukraine (AP) —`), the hour it was posted, its bullet. */
export function contentStart(text: string, from: number, to: number): number {
  let at = from
  for (let n = 0; n < 2; n++) {
    const lead = text.slice(at, Math.min(to, at + 120))
    const found = timestamp.exec(lead) ?? dateline.exec(lead)
    if (!found) break
    at += found[0].length
  }
  return at
}

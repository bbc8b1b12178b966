/**
 * What came from outside (names of files, titles, reasons), as a terminal may be shown it: control characters, marks of writing direction
 * and breaks of lines come as `\u{...}`, so that a name can neither move the cursor nor pass for another line.
 */
export const printable = (words: string): string =>
  words.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  )

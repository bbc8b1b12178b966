import { z } from 'zod'

/** `en_US` and `EN-us` as `en-US` (BCP 47); undefined for what is no tag. */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

const message = 'must be a BCP 47 language tag, such as en or pt-BR'

/** A language tag as it is stored. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, message)
/** A language tag as people write it; gives the canonical one. */
export const GivenLanguageTag = z.preprocess(
  (value) => (typeof value === 'string' ? (canonicalLanguage(value) ?? value) : value),
  z
    .string()
    .max(35)
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$/, message)
    .refine((value) => LanguageTag.safeParse(value).success && canonicalLanguage(value) !== undefined, message),
)

import type { Claim } from '../model/claim/index.ts'

type Mention = Extract<Claim, { type: 'actor' }>

/** What companies and their like put behind their names, the last word of the name first. */
const designators =
  /[\s,]+(?:inc|incorporated|corp|corporation|co|company|companies|ltd|limited|plc|llc|lp|ag|sa|se|nv|spa|gmbh|ab|oyj|asa|group|holdings?|international|motors?|airlines?|airways|air lines|technologies|systems|industries|pharmaceuticals?|energy|entertainment|platforms|laboratories|stores|foods)\.?$/i
const small = new Set('of the and for in on to a an'.split(' '))

/** An actor as articles are compared by it: the same for all the ways in which newsrooms name the same thing, as far as its name tells. */
export function nameKey({ name, kind, sameAs, location }: Mention): string {
  const isCountry = kind === 'place' && location !== undefined && (sameAs?.includes('iso') ?? false)
  if (isCountry) return (location.region ?? location.country).toLowerCase()
  const plain = name.replace(/^the\s+/i, '').replace(/\s*\([^)]*\)$/, '')
  if (kind === 'person') return fold(plain).split(' ').at(-1)!
  let short = plain
  for (let shorter = short.replace(designators, ''); shorter !== short; shorter = short.replace(designators, ''))
    short = shorter
  // `World Health Organization` and `WHO`
  const long = fold(short)
    .split(' ')
    .filter((word) => !small.has(word))
  if (kind === 'organization' && long.length > 2) return long.map((word) => word[0]).join('')
  return fold(short)
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}|['’.]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

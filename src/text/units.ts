// Units of measurement. The code is UCUM's (https://ucum.org) where a unit has one that people write, else the singular noun.
// Long and short English forms, American and British, come from Intl (CLDR) where it knows the unit; trade units are written here.

import { indexPhrases } from './phrases.ts'
import { isNear, type Tokens } from './tokens.ts'

const ofIntl = {
  acre: 'acre',
  bit: 'bit',
  byte: 'byte',
  celsius: 'Cel',
  centimeter: 'cm',
  degree: 'deg',
  fahrenheit: '[degF]',
  'fluid-ounce': 'fluid ounce',
  foot: 'ft',
  gallon: 'gallon',
  gigabit: 'Gbit',
  gigabyte: 'GB',
  gram: 'g',
  hectare: 'ha',
  inch: 'inch',
  kilobit: 'kbit',
  kilobyte: 'kB',
  kilogram: 'kg',
  kilometer: 'km',
  liter: 'L',
  megabit: 'Mbit',
  megabyte: 'MB',
  meter: 'm',
  mile: 'mile',
  milliliter: 'mL',
  millimeter: 'mm',
  ounce: 'ounce',
  petabyte: 'PB',
  pound: 'pound',
  stone: 'stone',
  terabit: 'Tbit',
  terabyte: 'TB',
  yard: 'yard',
}
const written: readonly (readonly [code: string, ...forms: string[]])[] = [
  ['Cel', '°C', 'ºC', 'C', 'degrees C', 'degrees centigrade', 'degrees Celsius', 'celsius', 'centigrade'],
  ['[degF]', '°F', 'ºF', 'F', 'degrees F', 'degrees Fahrenheit', 'fahrenheit'],
  ['deg', '°', 'degree', 'degrees'],
  ['tonne', 'tonne', 'tonnes', 't', 'metric ton', 'metric tons', 'mt'],
  ['ton', 'ton', 'tons', 'short ton', 'short tons', 'long ton', 'long tons'],
  ['kilotonne', 'kilotonne', 'kilotonnes', 'kilotons', 'kt'],
  ['megatonne', 'megatonne', 'megatonnes', 'megatons', 'Mt'],
  ['ha', 'hectares', 'hectare'],
  ['ft', 'feet', 'foot', 'ft.'],
  ['inch', 'inches', 'inch', 'in'],
  ['pound', 'lbs', 'lb'],
  [
    'km2',
    'square kilometers',
    'square kilometres',
    'square kilometer',
    'square kilometre',
    'sq km',
    'sq. km',
    'km²',
    'km2',
    'km^2',
    'km squared',
  ],
  ['m2', 'square meters', 'square metres', 'square meter', 'square metre', 'sq m', 'm²', 'm2', 'm^2'],
  ['square mile', 'square miles', 'square mile', 'sq mi'],
  ['square foot', 'square feet', 'square foot', 'sq ft', 'sq. ft.'],
  ['m3', 'cubic meters', 'cubic metres', 'cubic meter', 'cubic metre', 'm³', 'm3'],
  ['cubic foot', 'cubic feet', 'cubic foot'],
  ['bcm', 'bcm', 'billion cubic meters', 'billion cubic metres'],
  ['barrel', 'barrels', 'barrel', 'bbl'],
  ['barrel per day', 'barrels per day', 'barrels a day', 'bpd', 'b/d'],
  ['bushel', 'bushels', 'bushel'],
  ['W', 'watts', 'watt', 'W'],
  ['kW', 'kilowatts', 'kilowatt', 'kW'],
  ['MW', 'megawatts', 'megawatt', 'MW'],
  ['GW', 'gigawatts', 'gigawatt', 'GW'],
  ['TW', 'terawatts', 'terawatt', 'TW'],
  ['kWh', 'kilowatt-hours', 'kilowatt hours', 'kilowatt-hour', 'kWh'],
  ['MWh', 'megawatt-hours', 'megawatt hours', 'MWh'],
  ['GWh', 'gigawatt-hours', 'gigawatt hours', 'GWh'],
  ['TWh', 'terawatt-hours', 'terawatt hours', 'TWh'],
  ['horsepower', 'horsepower', 'hp', 'HP', 'bhp', 'brake horsepower'],
  ['V', 'volts', 'volt'],
  ['kV', 'kilovolts', 'kV'],
  ['Hz', 'hertz', 'Hz'],
  ['kHz', 'kilohertz', 'kHz'],
  ['MHz', 'megahertz', 'MHz'],
  ['GHz', 'gigahertz', 'GHz'],
  [
    'km/h',
    'kilometers per hour',
    'kilometres per hour',
    'km per hour',
    'km an hour',
    'kilometers an hour',
    'kilometres an hour',
    'km/h',
    'kph',
    'kmh',
  ],
  ['mile per hour', 'miles per hour', 'miles an hour', 'mph'],
  ['knot', 'knots', 'knot'],
  ['m/s2', 'm/s2', 'm/s^2', 'm/s²', 'meters per second squared', 'metres per second squared'],
  ['km/s', 'km/s', 'kilometers per second', 'kilometres per second'],
  ['km/s2', 'km/s2', 'km/s^2', 'km/s²'],
  ['pm', 'picometers', 'picometres', 'picometer', 'picometre'],
  ['km', 'kms'],
  ['kg', 'kgs', 'kilo', 'kilos'],
  ['cm', 'cms'],
  ['mL', 'mls'],
  ['m/s', 'meters per second', 'metres per second', 'm/s'],
  ['nautical mile', 'nautical miles', 'nautical mile'],
  ['light-year', 'light-years', 'light years', 'light-year'],
  ['pixel', 'pixels', 'megapixels'],
  ['dB', 'decibels', 'decibel', 'dB'],
  ['calorie', 'calories', 'calorie'],
  ['kcal', 'kilocalories', 'kcal'],
  ['carat', 'carats', 'carat'],
  ['kB', 'kilobytes'],
  ['tablespoon', 'tablespoons', 'tablespoon', 'tbsp', 'tbsps'],
  ['teaspoon', 'teaspoons', 'teaspoon', 'tsp'],
  ['cup', 'cups', 'cup'],
  ['pint', 'pints', 'pint'],
  ['dL', 'deciliters', 'decilitres', 'dl'],
  ['cL', 'centiliters', 'centilitres', 'cl'],
  ['dm', 'decimeters', 'decimetres', 'dm'],
  ['EB', 'exabytes', 'exabyte'],
  ['km3', 'cubic kilometers', 'cubic kilometres', 'km³', 'km^3', 'km cubed'],
  ['eV', 'eV', 'electronvolts'],
  ['TeV', 'TeV'],
  ['J', 'joules', 'joule'],
  ['K', 'kelvin', 'kelvins'],
  ['N', 'newtons'],
  ['mSv', 'millisieverts', 'mSv'],
  ['Mbit', 'Mbit', 'Mb'],
  ['Gbit', 'Gbit', 'Gb'],
  ['Mbit/s', 'Mbps', 'Mbit/s'],
  ['Gbit/s', 'Gbps', 'Gbit/s'],
  ['um', 'micrometers', 'micrometres', 'microns', 'µm'],
  ['nm', 'nanometers', 'nanometres', 'nm'],
  ['mg', 'milligrams', 'milligram', 'mg'],
  ['ug', 'micrograms', 'microgram', 'µg'],
  ['ppm', 'parts per million', 'ppm'],
  ['Pa', 'pascals'],
  ['hPa', 'hectopascals', 'hPa', 'millibars'],
  ['bar', 'bar'],
]
let known: Map<string, string> | undefined
/** Every form of a unit with its code: made when the first is asked for, since Intl takes its time. */
function listUnits(): Map<string, string> {
  if (known) return known
  const units = new Map<string, string>()
  const add = (form: string, code: string) => {
    if (!units.has(form)) units.set(form, code)
  }
  for (const [unit, code] of Object.entries(ofIntl))
    for (const locale of ['en', 'en-GB'])
      for (const unitDisplay of ['long', 'short'] as const)
        for (const amount of [1, 2]) {
          const form = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay })
            .formatToParts(amount)
            .find((part) => part.type === 'unit')!.value
          if (!['in', 'st', '°', 'deg', 'bit', 'US gal'].includes(form)) add(form, code)
        }
  for (const [code, ...forms] of written) for (const form of forms) units.set(form, code)
  known = units
  return units
}

/** UCUM code or singular noun of a unit's form; undefined for a word that is no unit. Case matters first: `MW` is no `mW`. */
export function findUnit(form: string): string | undefined {
  const words = form.replace(/\s+/g, ' ')
  const units = listUnits()
  return units.get(words) ?? (words.length > 3 ? units.get(words.toLowerCase()) : undefined)
}

let index: ReturnType<typeof indexPhrases<string>> | undefined
/** A unit at token `i`, and the token behind it; symbols of up to three letters must stand in their own case. */
export function readUnitOfMeasure(tokens: Tokens, i: number): { readonly code: string; readonly end: number } | null {
  if (!isNear(tokens, i)) return null
  index ??= indexPhrases<string>([...listUnits()])
  for (const { end } of index.readAll(tokens, i)) {
    const code = findUnit(tokens.text.slice(tokens.start[i], tokens.end[end - 1]).replace(/\s+/g, ' '))
    if (code) return { code, end }
  }
  return null
}

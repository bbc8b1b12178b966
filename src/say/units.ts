// UCUM's codes as people write them; the rest of what the service gives are singular nouns.
const signs: Readonly<Record<string, string>> = {
  Cel: '°C',
  '[degF]': '°F',
  deg: '°',
  m2: 'm²',
  km2: 'km²',
  m3: 'm³',
  km3: 'km³',
  bcm: 'billion m³',
  'm/s2': 'm/s²',
  'km/s2': 'km/s²',
  ft: 'feet',
  um: 'µm',
  ug: 'µg',
  'mile per hour': 'mph',
}
const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  foot: 'feet',
  'square foot': 'square feet',
  'cubic foot': 'cubic feet',
  inch: 'inches',
  life: 'lives',
  wife: 'wives',
  knife: 'knives',
  half: 'halves',
  dwarf: 'dwarfs',
  tooth: 'teeth',
  mouse: 'mice',
  goose: 'geese',
}
const unchanging =
  /(?:^|[ -])(?:aircraft|spacecraft|sheep|deer|fish|series|species|percent|horsepower|calorie per day)$/

/** A unit behind a number: `people` for `person`, `°C` for `Cel`. Those that stand at the number have no space in front. */
export function sayUnit(unit: string, isOne: boolean): string {
  const sign = signs[unit]
  if (sign) return unit === 'ft' && isOne ? 'foot' : sign
  if (isOne || unchanging.test(unit) || !/[a-z]{3}$/.test(unit) || /^(?:dB|kcal|ppm|bar|mmHg)$/.test(unit)) return unit
  const per = /^(?<counted>.+?)(?<rest> (?:per|of|in) .+)$/.exec(unit)?.groups
  return per ? `${pluralOf(per.counted!)}${per.rest}` : pluralOf(unit)
}

/** Whether a unit stands at the number itself: `4%`, `30°`. */
export const standsAtNumber = (unit: string): boolean => /^[°%]/.test(unit)

function pluralOf(noun: string): string {
  const last = /[^ -]+$/.exec(noun)![0]
  const known = irregular[noun] ?? (irregular[last] && noun.slice(0, -last.length) + irregular[last])
  if (known) return known
  if (/(?:man)$/.test(last) && !/(?:human|german|roman)$/i.test(last)) return `${noun.slice(0, -2)}en`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

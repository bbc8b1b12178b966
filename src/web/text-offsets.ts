/** From code points, which the service counts, to UTF-16 code units, which JavaScript cuts by. Texts without characters beyond U+FFFF need no map. */
export function toCodeUnits(text: string): (point: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (point) => point
  const units: number[] = []
  let unit = 0
  for (const character of text) {
    units.push(unit)
    unit += character.length
  }
  units.push(unit)
  return (point) => units[Math.min(point, units.length - 1)]!
}

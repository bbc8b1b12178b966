import { digits, isCapital, isGlued, near, type Tokens } from '../../text/tokens.ts'

// Minutes from UTC; null where the letters alone do not tell (`ET` in summer and winter, `IST` of India, Ireland or Israel).
export const zones = new Map<string, number | null>(
  Object.entries({
    ...{
      gmt: 0,
      utc: 0,
      bst: 60,
      cet: 60,
      cest: 120,
      eet: 120,
      eest: 180,
      msk: 180,
      wat: 60,
      cat: 120,
      eat: 180,
      sast: 120,
    },
    ...{ est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420, brt: -180, art: -180 },
    ...{ jst: 540, kst: 540, hkt: 480, sgt: 480, aest: 600, aedt: 660, acst: 570, awst: 480, nzst: 720, nzdt: 780 },
    ...{ et: null, ct: null, mt: null, pt: null, ist: null },
  }),
)

/** Behind a time: its zone, with an offset or in brackets. */
export function skipZone(tokens: Tokens, i: number): number {
  let at = i
  const open = near(tokens, at) === '(' ? 1 : 0
  if (zones.has(near(tokens, at + open))) {
    at += open + 1
    if (/^[+-]$/.test(near(tokens, at)) && tokens.kind[at + 1] === digits && isGlued(tokens, at + 1)) {
      at += 2
      if (tokens.lower[at] === ':' && isGlued(tokens, at) && tokens.kind[at + 1] === digits) at += 2
    }
    return open && near(tokens, at) === ')' ? at + 1 : at
  }
  if (
    /^(?:local|eastern|pacific|central|mountain)$/.test(near(tokens, at)) &&
    /^(?:time|timezone)$/.test(near(tokens, at + 1))
  )
    return at + 2
  // `9 p.m. Eastern on Sunday`
  if (
    /^(?:eastern|pacific|central)$/.test(near(tokens, at)) &&
    isCapital(tokens, at) &&
    ends.test(near(tokens, at + 1))
  )
    return at + 1
  return i
}

const ends = /^(?:|[.,;)]|on|and|today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/

/** Offset of the zone that a time ends with, as ISO 8601 writes it: `Z`, `+05:30`. */
export function zoneWithin(tokens: Tokens, from: number, end: number): string | undefined {
  for (let at = end - 1; at >= from; at--) {
    const minutes = zones.get(tokens.lower[at]!)
    if (minutes === undefined) continue
    if (minutes === null) return undefined
    const more = minutes === 0 ? readOffset(tokens, at + 1, end) : 0
    const total = Math.abs(minutes + more)
    const two = (number: number) => String(number).padStart(2, '0')
    if (total > 14 * 60) return undefined
    return total === 0 ? 'Z' : `${minutes + more < 0 ? '-' : '+'}${two(Math.floor(total / 60))}:${two(total % 60)}`
  }
  return undefined
}

/** Minutes of `+8`, `-0300`, `+05:30` behind `GMT`. */
function readOffset(tokens: Tokens, i: number, end: number): number {
  const { lower } = tokens
  if (i + 1 >= end || !/^[+-]$/.test(lower[i]!) || tokens.kind[i + 1] !== digits) return 0
  const figures = lower[i + 1]!
  const minutes =
    figures.length === 4
      ? Number(figures.slice(0, 2)) * 60 + Number(figures.slice(2))
      : Number(figures) * 60 + (lower[i + 2] === ':' && i + 3 < end ? Number(lower[i + 3]) : 0)
  return lower[i] === '-' ? -minutes : minutes
}

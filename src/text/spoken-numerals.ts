import { exact, pressScales, readPart, scales, small, spread, vague } from './number-words.ts'
import type { Numeral } from './numerals.ts'
import { isGlued, isNear, type Tokens } from './tokens.ts'

/** Number words: `twenty-one hundred`, `two and a half million`, `a dozen`, `half a million`, `tens of thousands`, `a few hundred`. */
export function readWords(tokens: Tokens, i: number): Numeral | null {
  const { lower } = tokens
  const first = lower[i]!
  const made = (end: number, { value, low, high, fractional, bare }: Partial<Numeral>, scaled: boolean): Numeral => ({
    end,
    value,
    low,
    high,
    digits: false,
    scaled,
    bare: bare ?? { end, value },
    fractional: fractional ?? false,
  })
  const near = (k: number) => (isNear(tokens, k) ? lower[k]! : '')
  const several = vague.get(first)
  if (several !== undefined) {
    let step = several
    let end = i + 1
    if (near(end) === 'of' && vague.has(near(end + 1)) && vague.get(lower[end + 1]!)! > several) {
      step *= vague.get(lower[end + 1]!)!
      end += 2
    }
    if (first === 'tens' && end === i + 1) return null
    return made(end, spread(step), true)
  }
  const lead = first === 'a' || first === 'an' ? i + 1 : i
  const head = lead > i ? near(lead) : first
  if (head === 'few' || head === 'couple' || head === 'several') {
    if (head !== 'several' && lead === i) return null
    let at = lead + 1
    if (near(at) === 'of') at++
    const name = near(at)
    const step = name === 'dozen' ? 12 : (scales.get(name) ?? pressScales.get(name))
    if (step === undefined) return null
    return head === 'couple'
      ? made(at + 1, { value: 2 * step }, true)
      : made(at + 1, { low: 2 * step, high: 10 * step - 1 }, true)
  }
  if (head === 'half' && near(lead + 1) === '-' && near(lead + 2) === 'dozen') return made(lead + 3, { value: 6 }, true)
  if (head === 'half' || head === 'quarter') {
    const of = near(lead + 1) === 'of' && near(lead + 2) === 'a' ? 1 : 0
    const at = near(lead + 1 + of) === 'a' ? lead + 2 + of : lead + 1
    const name = near(at)
    const step = name === 'dozen' ? 12 : (scales.get(name) ?? pressScales.get(name))
    return step === undefined || step === 100 ? null : made(at + 1, { value: step / (head === 'half' ? 2 : 4) }, true)
  }
  let total = 0
  let current = 0
  let last = 0 // 1 a one or teen, 2 a ten, 3 hundred, 4 a larger scale
  let lastScale = Number.POSITIVE_INFINITY
  let scaled = false
  let end = i
  let at = lead
  if (lead === i && scales.has(first)) {
    // `hundred thousand dollars`: only before a larger scale
    const next = scales.get(near(i + 1))
    if (next === undefined || next <= scales.get(first)!) return null
    current = 1
  }
  if (lead > i) {
    if (!(scales.has(head) || head === 'dozen')) return null
    current = 1
  }
  let fractional = false
  // what stands before the first scale, as long as no number follows it: `five` of `five hundred million`
  let unscaled: number | undefined
  for (let steps = 0; steps < 16; steps++) {
    let skip = 0
    if (end > i) {
      // `two-and-a-half`
      const hyphened = near(at) === '-' && lower[at + 1] === 'and' && lower[at + 2] === '-' && isGlued(tokens, at + 3)
      const joint = hyphened ? 'and' : near(at)
      if (joint === '-' && isGlued(tokens, at))
        skip = isGlued(tokens, at + 1) && last !== 1 ? 1 : scales.has(lower[at + 1] ?? '') ? 1 : 0
      else if (joint === 'and' && (last >= 3 || last === 2)) skip = 1
      if ((joint === '-' || joint === 'and') && !skip && joint !== 'and') break
      if (joint === 'and') {
        // `two and a half million`, `one and three quarters`
        const rest = readPart(tokens, hyphened ? at + 3 : at + 1)
        // `seven and half of the rest` are two
        const apart =
          rest &&
          near(rest.end) === 'of' &&
          /^(?:the|all|its|their|these|those|his|her|our|them)$/.test(near(rest.end + 1))
        if (rest && !apart) {
          const scale = scales.get(near(rest.end))
          fractional = true
          end = rest.end
          if (scale !== undefined && last < 3) {
            unscaled = current + rest.value
            current = unscaled * scale
            scaled = true
            end++
          } else if (scale !== undefined && last === 4 && scale < lastScale) {
            // `one billion and a quarter million`
            current += rest.value * scale
            end++
          } else current += last === 4 && current === 0 ? rest.value * lastScale : rest.value
          break
        }
        if (!skip) break
      }
    }
    const name = at + skip < tokens.count && (at + skip === i || isNear(tokens, at + skip)) ? lower[at + skip]! : ''
    const value = small.get(name)
    const scale = scales.get(name)
    if (value !== undefined) {
      const fits = value >= 10 ? last === 0 || last >= 3 : last === 0 || last >= 2
      if (!fits || (last === 2 && value === 0)) break
      if (scaled) unscaled = undefined
      current += value
      last = value >= 20 ? 2 : 1
    } else if ((name === 'dozen' || name === 'dozens') && current > 0 && current < 20 && total === 0 && last <= 1) {
      unscaled = current
      current *= 12
      last = 4
      lastScale = 12
      scaled = true
    } else if (
      scale !== undefined &&
      current > 0 &&
      (scale === 100 ? last !== 3 && last !== 4 : scale < lastScale || total === 0)
    ) {
      if (!scaled) unscaled = current
      if (scale === 100) {
        current *= 100
        last = 3
      } else {
        total += current * scale
        current = 0
        last = 4
        lastScale = scale
      }
      scaled = true
    } else break
    at += skip + 1
    end = at
  }
  if (end === i || (lead > i && end === lead)) return null
  const decimals = near(end) === 'point' && !fractional ? readDecimals(tokens, end + 1) : null
  if (decimals) {
    const value = Number(`${total + current}.${decimals.text}`)
    return made(decimals.end, { value, fractional: true, bare: { end: decimals.end, value } }, scaled)
  }
  // `five mln`, `three bn`: as the wires write it
  const short = scaled ? undefined : pressScales.get(near(end))
  if (short !== undefined) {
    const value = exact(current * short)
    return made(end + 1, { value, bare: { end, value: current } }, true)
  }
  const value = exact(total + current)
  return made(end, { value, fractional, bare: { end, value: unscaled ?? value } }, scaled)
}

/** Digits in words behind `point`: `zero four`, `seventy-one`. */
function readDecimals(tokens: Tokens, i: number): { text: string; end: number } | null {
  let text = ''
  let at = i
  for (; text.length < 8; at++) {
    const digit = isNear(tokens, at) ? small.get(tokens.lower[at]!) : undefined
    if (digit === undefined || (digit > 9 && text)) break
    const one = digit >= 20 && tokens.lower[at + 1] === '-' ? small.get(tokens.lower[at + 2] ?? '') : undefined
    text += digit + (one ?? 0)
    if (one !== undefined) at += 2
  }
  return text ? { text, end: at } : null
}

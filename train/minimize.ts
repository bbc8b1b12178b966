/** A function to make small: writes its gradient at `at`, gives its value. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

const memory = 6

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/**
 * Orthant-wise limited-memory quasi-Newton (OWL-QN; Andrew and Gao 2007): makes `objective` plus `lasso` times the sum of absolute weights
 * small, which leaves most weights at zero. Deterministic. Gives the weights after `rounds` steps, or when none helps any more.
 */
export function minimize(
  size: number,
  objective: Objective,
  { lasso, rounds, report }: { lasso: number; rounds: number; report?: (round: number, value: number) => void },
): Float64Array {
  let at = new Float64Array(size)
  let gradient = new Float64Array(size)
  const absolute = (w: Float64Array) => {
    let sum = 0
    for (let i = 0; i < size; i++) sum += Math.abs(w[i]!)
    return lasso * sum
  }
  let value = objective(at, gradient) + absolute(at)
  const pseudo = new Float64Array(size)
  const direction = new Float64Array(size)
  const steps: Float64Array[] = []
  const turns: Float64Array[] = []
  const curves: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < size; i++) {
      const [w, g] = [at[i]!, gradient[i]!]
      pseudo[i] = w > 0 ? g + lasso : w < 0 ? g - lasso : g + lasso < 0 ? g + lasso : g - lasso > 0 ? g - lasso : 0
    }
    for (let i = 0; i < size; i++) direction[i] = -pseudo[i]!
    const shares: number[] = []
    for (let k = steps.length - 1; k >= 0; k--) {
      const share = dot(steps[k]!, direction) / curves[k]!
      shares[k] = share
      for (let i = 0; i < size; i++) direction[i]! -= share * turns[k]![i]!
    }
    if (steps.length > 0) {
      const last = steps.length - 1
      const scale = curves[last]! / dot(turns[last]!, turns[last]!)
      for (let i = 0; i < size; i++) direction[i]! *= scale
    }
    for (let k = 0; k < steps.length; k++) {
      const share = dot(turns[k]!, direction) / curves[k]!
      for (let i = 0; i < size; i++) direction[i]! += steps[k]![i]! * (shares[k]! - share)
    }
    for (let i = 0; i < size; i++) if (direction[i]! * pseudo[i]! >= 0) direction[i] = 0
    const slope = dot(direction, pseudo)
    if (slope >= 0) break
    let step = steps.length === 0 ? 1 / Math.sqrt(dot(pseudo, pseudo)) : 1
    const next = new Float64Array(size)
    const nextGradient = new Float64Array(size)
    let nextValue = value
    let found = false
    for (let tries = 0; tries < 20; tries++, step /= 2) {
      for (let i = 0; i < size; i++) {
        const moved = at[i]! + step * direction[i]!
        const side = at[i]! !== 0 ? at[i]! : -pseudo[i]!
        next[i] = moved * side > 0 ? moved : 0
      }
      nextValue = objective(next, nextGradient) + absolute(next)
      if (nextValue <= value + 1e-4 * step * slope) {
        found = true
        break
      }
    }
    if (!found) break
    const moved = new Float64Array(size)
    const turned = new Float64Array(size)
    for (let i = 0; i < size; i++) {
      moved[i] = next[i]! - at[i]!
      turned[i] = nextGradient[i]! - gradient[i]!
    }
    const curve = dot(moved, turned)
    if (curve > 1e-12) {
      steps.push(moved)
      turns.push(turned)
      curves.push(curve)
      if (steps.length > memory) {
        steps.shift()
        turns.shift()
        curves.shift()
      }
    }
    ;[at, gradient, value] = [next, nextGradient, nextValue]
    report?.(round + 1, value)
  }
  return at
}

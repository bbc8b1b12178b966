import { useEffect, useState } from 'preact/hooks'
import { type Comparison, listComparisons, walkPages } from '../../client/index.ts'

/** How many figures of other articles agree with a claim, and how many differ. */
export type Beside = { readonly agree: number; readonly differ: number }

/** Pages of comparisons that are read for the marks of an article. */
const mostPages = 5

/** For the figures of an article: what others say of the same thing. Empty until it is known; a service without comparisons leaves it so. */
export function useBeside(articleId: string, ready: boolean): ReadonlyMap<string, Beside> {
  const [found, setFound] = useState<ReadonlyMap<string, Beside>>(new Map())
  useEffect(() => {
    if (!ready) return
    let current = true
    const read = async () => {
      const all = new Map<string, Beside>()
      let pages = 0
      for await (const { items } of walkPages(listComparisons, { query: { article: [articleId], limit: 100 } })) {
        for (const comparison of items) count(comparison, articleId, all)
        if (!current || ++pages === mostPages) break
      }
      if (current && all.size) setFound(all)
    }
    // the text and its claims are what was asked for; this comes beside them
    read().catch(() => {})
    return () => {
      current = false
    }
  }, [articleId, ready])
  return found
}

function count({ periods }: Comparison, articleId: string, all: Map<string, Beside>): void {
  for (const { claims } of periods) {
    const others = claims.filter((claim) => claim.articleId !== articleId)
    for (const own of claims) {
      if (own.articleId !== articleId || !others.length) continue
      const agree = others.filter((other) => canBothBeRight(own.admits, other.admits)).length
      all.set(own.claimId, { agree, differ: others.length - agree })
    }
  }
}

type Admits = { low?: number; high?: number }
function canBothBeRight(a: Admits, b: Admits): boolean {
  const [aLow, aHigh] = [a.low ?? -Infinity, a.high ?? Infinity]
  const [bLow, bHigh] = [b.low ?? -Infinity, b.high ?? Infinity]
  const sizes = [aLow, aHigh, bLow, bHigh].filter(Number.isFinite).map(Math.abs)
  // two ends that are the same number, written with different scales
  const slack = 1e-9 * Math.max(0, ...sizes)
  return aLow <= bHigh + slack && bLow <= aHigh + slack
}

/** `3 agree, 1 differs`. */
export const sayBeside = ({ agree, differ }: Beside): string =>
  [
    agree && `${agree} ${agree === 1 ? 'agrees' : 'agree'}`,
    differ && `${differ} ${differ === 1 ? 'differs' : 'differ'}`,
  ]
    .filter(Boolean)
    .join(', ')

/** The same beside the words of a text: `3= 1≠`. */
export const markBeside = ({ agree, differ }: Beside): string =>
  [agree && `${agree}=`, differ && `${differ}≠`].filter(Boolean).join(' ')

import { type CheckWorthySentence, type Claim, listCheckWorthy, walkItems } from '../../client/index.ts'
import { useRequest } from '../requests.ts'

/** Orders in which claims can be gone through. */
export const queues = {
  text: 'In the order of the text',
  worthy: 'Worth checking first',
  doubtful: 'Doubtful first',
} as const
export type Queue = keyof typeof queues

/** Sentences that are worth checking, by where they begin. */
export type Worth = ReadonlyMap<number, Pick<CheckWorthySentence, 'score' | 'reasons'>>

/** Sentences of one article that are read for its queue. */
const most = 1000

/** What is worth checking in an article; empty until it is known, and where nobody asks. */
export function useWorth(articleId: string, queue: Queue): Worth {
  const wanted = queue === 'worthy'
  const request = useRequest(`${articleId} ${wanted}`, async () => {
    const worth = new Map<number, CheckWorthySentence>()
    if (!wanted) return worth
    for await (const sentence of walkItems(listCheckWorthy, { query: { article: articleId, limit: 200 } })) {
      worth.set(sentence.start, sentence)
      if (worth.size === most) break
    }
    return worth
  })
  return request.state === 'here' ? request.data : nothing
}
const nothing: Worth = new Map()

const reasons: Readonly<Record<string, string>> = {
  measured: 'it says what is measured, and when',
  compared: 'it compares',
  speaker: 'somebody who is known says so',
  people: 'many people are concerned',
  money: 'much money is concerned',
}
export const sayReasons = (given: readonly string[]): string => given.map((one) => reasons[one] ?? one).join('; ')

/** Claims in the order in which they are to be checked; what is checked already comes last in a queue. */
export function toQueue(claims: readonly Claim[], queue: Queue, worth: Worth): readonly Claim[] {
  if (queue === 'text') return claims
  const score = ({ sentence, type }: Claim) => (type === 'figure' ? (worth.get(sentence.start)?.score ?? 0) : 0)
  return [...claims].sort(
    (a, b) =>
      Number(Boolean(a.review)) - Number(Boolean(b.review)) ||
      score(b) - score(a) ||
      a.confidence - b.confidence ||
      a.start - b.start,
  )
}

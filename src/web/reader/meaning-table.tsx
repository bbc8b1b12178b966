import type { Claim } from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'
import { explain } from '../meaning.ts'

/** A claim's meaning, its sentence, who read it how surely, and what a review put right. */
export function Meaning({ claim }: { claim: Claim }) {
  const { review, surface, sentence } = claim
  const read = review?.extracted && new Map(explain(asRead(claim)))
  const rows = new Map(explain(claim).map(([label, value]) => [label, value as string | undefined]))
  for (const [label] of read ?? []) if (!rows.has(label)) rows.set(label, undefined)
  return (
    <>
      <p class="surface">
        <b>{claim.type}</b> <q>{surface.length > 160 ? `${surface.slice(0, 160)}…` : surface}</q>
      </p>
      {review && (
        <p class={`verdict ${review.status}`}>
          {review.status} by {review.by} on {sayDay(review.at.slice(0, 10))}
          {review.note && `: ${review.note}`}
        </p>
      )}
      <table>
        <tbody>
          {[...rows].map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {value}
                {read && read.get(label) !== value && (
                  <small class="as-read"> the rule read {read.get(label) ?? 'nothing'}</small>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sentence.text.trim() !== surface && <p class="sentence">{sentence.text}</p>}
      <p class="about">
        read by <code>{claim.extractor}</code>, {Math.round(claim.confidence * 100)}% sure
      </p>
    </>
  )
}

/** The claim as its rule had read it, before it was corrected. */
export function asRead(claim: Claim): Claim {
  const fields = Object.entries({ ...claim, ...claim.review?.extracted })
  return Object.fromEntries(fields.filter(([name, value]) => value !== null || name === 'source')) as Claim
}

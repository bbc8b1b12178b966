import type { Claim } from '../../client/index.ts'
import { explain } from '../meaning.ts'

/** A claim's meaning, its sentence, and who read it how surely. */
export function Meaning({ claim }: { claim: Claim }) {
  return (
    <>
      <p class="surface">
        <b>{claim.type}</b> <q>{claim.surface.length > 160 ? `${claim.surface.slice(0, 160)}…` : claim.surface}</q>
      </p>
      <table>
        <tbody>
          {explain(claim).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {claim.sentence.text.trim() !== claim.surface && <p class="sentence">{claim.sentence.text}</p>}
      <p class="about">
        read by <code>{claim.extractor}</code>, {Math.round(claim.confidence * 100)}% sure
      </p>
    </>
  )
}

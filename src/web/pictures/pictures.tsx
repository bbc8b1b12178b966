import type { Claim } from '../../client/index.ts'
import { Actors } from './actors.tsx'
import { Figures } from './figures.tsx'
import { Speakers } from './speakers.tsx'
import { Timeline } from './timeline.tsx'

/** Where looking beats reading: when, how much, who said what, and who with whom. */
export function Pictures({ claims }: { claims: readonly Claim[] }) {
  return (
    <div class="pictures">
      <Timeline claims={claims} />
      <Figures claims={claims} />
      <Speakers claims={claims} />
      <Actors claims={claims} />
    </div>
  )
}

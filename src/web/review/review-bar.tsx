import { useEffect, useRef, useState } from 'preact/hooks'
import type { ActorClaim, Claim, ReviewRequest } from '../../client/index.ts'
import { KeyForm } from '../key-form.tsx'
import { useKeys } from '../keys.ts'
import { failed, reasonOf } from '../requests.ts'
import { readKey } from '../session.ts'
import { CorrectionForm } from './correction-form.tsx'
import { ReviewedMeanwhile, sendReview } from './send-review.ts'

type Props = {
  claim: Claim
  actors: readonly ActorClaim[]
  /** Takes the claim as the review left it. */
  change: (claim: Claim) => void
  /** Called when a verdict was given. */
  done?: ((claim: Claim) => void) | undefined
}
type State = { working?: boolean; failure?: string; needsKey?: string; waiting?: ReviewRequest }

/** Confirms, rejects or corrects a claim, by buttons or the keys y, n and e. */
export function ReviewBar({ claim, actors, change, done }: Props) {
  const [state, setState] = useState<State>({})
  const [correcting, setCorrecting] = useState(false)
  const bar = useRef<HTMLDivElement>(null)
  const send = async (review: ReviewRequest) => {
    if (!readKey()) return setState({ needsKey: 'Reviewing needs a key with the scope review.', waiting: review })
    setState({ working: true })
    try {
      const reviewed = await sendReview(claim, review)
      setState({})
      setCorrecting(false)
      change(reviewed)
      if (review.review !== 'none') done?.(reviewed)
    } catch (error) {
      if (error instanceof ReviewedMeanwhile) change(error.claim)
      const refused = failed(error)
      if (refused.state === 'failed' && refused.needsKey) setState({ needsKey: refused.reason, waiting: review })
      else setState({ failure: reasonOf(error) })
    }
  }
  useKeys((event) => {
    if (state.working || correcting) return
    if (event.key === 'y') void send({ review: 'confirmed' })
    else if (event.key === 'n') void send({ review: 'rejected' })
    else if (event.key === 'e') {
      event.preventDefault()
      setCorrecting(true)
    }
  })
  useEffect(() => setState({}), [claim.id])
  const close = () => {
    setCorrecting(false)
    bar.current?.querySelector<HTMLElement>('.correct')?.focus()
  }
  return (
    <div class="review" ref={bar}>
      {correcting ? (
        <CorrectionForm {...{ claim, actors, send, close }} working={state.working === true} />
      ) : (
        <p class="actions">
          <button type="button" disabled={state.working} onClick={() => send({ review: 'confirmed' })}>
            ✓ Right <kbd>y</kbd>
          </button>
          <button type="button" disabled={state.working} onClick={() => send({ review: 'rejected' })}>
            ✗ No claim <kbd>n</kbd>
          </button>
          <button type="button" class="correct" disabled={state.working} onClick={() => setCorrecting(true)}>
            ✎ Correct <kbd>e</kbd>
          </button>
          {claim.review && (
            <button type="button" class="quiet" disabled={state.working} onClick={() => send({ review: 'none' })}>
              Take the review back
            </button>
          )}
        </p>
      )}
      {state.needsKey && (
        <KeyForm reason={state.needsKey} done={() => (state.waiting ? send(state.waiting) : setState({}))} />
      )}
      {state.failure && (
        <p class="failed" role="alert">
          {state.failure}
        </p>
      )}
    </div>
  )
}

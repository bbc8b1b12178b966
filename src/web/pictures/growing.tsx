import { useState } from 'preact/hooks'

/** So many of a list as are drawn: at first `step`, and as many more with each press of the button, which says how many there are. */
export function useGrowing(total: number, step: number, what: string) {
  const [most, setMost] = useState(step)
  const shown = Math.min(most, total)
  const note =
    total > step ? (
      <>
        {shown === total ? `All ${total} ${what}.` : `The first ${shown} of ${total} ${what}. `}
        {shown < total && (
          <button type="button" class="quiet" onClick={() => setMost(most + step)}>
            {Math.min(step, total - shown)} more
          </button>
        )}
      </>
    ) : undefined
  return { shown, note }
}

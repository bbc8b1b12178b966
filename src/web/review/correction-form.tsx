import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import type { ActorClaim, Claim, ReviewRequest } from '../../client/index.ts'
import { sayClaim } from '../../say/claims.ts'
import { BadField, type Field, fieldsOf, readValues, toCorrections, type Values } from './fields.ts'

type Props = {
  claim: Claim
  /** The mentions of actors in the article, to choose from. */
  actors: readonly ActorClaim[]
  working: boolean
  send: (review: ReviewRequest) => void
  close: () => void
}

/** The fields of a claim to be put right; what they come to is said as one enters them. */
export function CorrectionForm({ claim, actors, working, send, close }: Props) {
  const [values, setValues] = useState<Values>(() => readValues(claim))
  const [note, setNote] = useState('')
  const [failure, setFailure] = useState<{ field?: string; reason: string }>()
  const known = useMemo(() => [...new Map(actors.map((actor) => [actor.actorId, actor])).values()], [actors])
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current!.querySelector<HTMLElement>('.fields input, .fields select')!.focus(), [])
  const save = (event: Event) => {
    event.preventDefault()
    try {
      const corrections = toCorrections(claim, values, actors)
      if (!Object.keys(corrections).length)
        return setFailure({ reason: 'Nothing is changed yet. If it is right as it is, confirm it.' })
      send({ review: 'corrected', corrections, ...(note.trim() && { note: note.trim() }) })
    } catch (error) {
      if (!(error instanceof BadField)) throw error
      setFailure({ field: error.field, reason: error.message })
    }
  }
  return (
    <form
      ref={form}
      class="correction"
      aria-label="Correct the claim"
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <p class="about">{preview(claim, values, actors)}</p>
      <div class="fields">
        {fieldsOf[claim.type].map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name]!}
            actors={known}
            wrong={failure?.field === field.name}
            change={(value) => {
              setFailure(undefined)
              setValues((before) => ({ ...before, [field.name]: value }))
            }}
          />
        ))}
        <label class="wide">
          <span>Why (kept with the review)</span>
          <input value={note} maxLength={2000} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
      </div>
      {failure && (
        <p class="failed" role="alert">
          {failure.reason}
        </p>
      )}
      <p class="actions">
        <button type="submit" disabled={working}>
          Save
        </button>
        <button type="button" class="quiet" onClick={close}>
          Cancel
        </button>
      </p>
    </form>
  )
}

/** What the claim comes to with the fields as they are now. */
export function preview(claim: Claim, values: Values, actors: readonly ActorClaim[]): string {
  try {
    const changed = Object.entries({ ...claim, ...toCorrections(claim, values, actors) })
    return sayClaim(Object.fromEntries(changed.filter(([, value]) => value !== null)) as Claim)
  } catch (error) {
    return (error as Error).message
  }
}

type InputProps = {
  field: Field
  value: string
  actors: readonly ActorClaim[]
  wrong: boolean
  change: (value: string) => void
}
export function FieldInput({ field: { label, input, choices, required }, value, actors, wrong, change }: InputProps) {
  const id = useId()
  const options =
    input === 'actor' ? actors.map((actor) => [actor.actorId, actor.name]) : choices?.map((one) => [one, one])
  return (
    <div>
      <label for={id}>{label}</label>
      {options ? (
        <select id={id} value={value} aria-invalid={wrong} onChange={(event) => change(event.currentTarget.value)}>
          {!required && <option value="">–</option>}
          {options.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          {...(input === 'day' ? { type: 'date' as const } : { type: 'text' as const })}
          autoComplete="off"
          aria-invalid={wrong}
          value={value}
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
    </div>
  )
}

import type { RefObject } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { type ActorClaim, type Article, addClaim, type Claim, type ClaimRequest } from '../../client/index.ts'
import { go, withQuery } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import { Dialog } from '../dialog.tsx'
import { KeyForm } from '../key-form.tsx'
import { failed, reasonOf, take } from '../requests.ts'
import { readKey } from '../session.ts'
import { FieldInput, preview } from './correction-form.tsx'
import { BadField, fieldsOf, toCorrections, type Values } from './fields.ts'
import { readSelection, type SelectedSpan } from './selected-span.ts'

type Props = {
  root: RefObject<HTMLElement | null>
  article: Article
  text: string
  claims: readonly Claim[]
  add: (claim: Claim) => void
}

/** A claim that was missed: whoever selects its words can add it. */
export function AddClaim({ root, article, text, claims, add }: Props) {
  const [selected, setSelected] = useState<SelectedSpan & { box: DOMRect }>()
  const [adding, setAdding] = useState<SelectedSpan>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const view = root.current?.querySelector<HTMLElement>('.text')
        setSelected(view ? readSelection(view, text) : undefined)
      }, 150)
    }
    document.addEventListener('selectionchange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', look)
    }
  }, [text])
  if (adding)
    return (
      <Dialog title="Add a claim that was missed" close={() => setAdding(undefined)}>
        <AddForm
          span={adding}
          {...{ article, claims }}
          done={(claim) => {
            setAdding(undefined)
            getSelection()?.removeAllRanges()
            add(claim)
            go(`${withQuery({})}#claim-${claim.id}`, true)
          }}
        />
      </Dialog>
    )
  if (!selected) return null
  const { right, bottom } = selected.box
  return (
    <button
      type="button"
      class="add-claim"
      style={{
        left: `${Math.max(8, Math.min(right, innerWidth - 130))}px`,
        top: `${Math.min(bottom + 6, innerHeight - 50)}px`,
      }}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => setAdding(selected)}
    >
      Add a claim
    </button>
  )
}

type FormProps = { span: SelectedSpan; article: Article; claims: readonly Claim[]; done: (claim: Claim) => void }
const usualKind = { figure: 'count', date: 'date', quote: 'direct', actor: 'person' } as const

function AddForm({ span, article, claims, done }: FormProps) {
  const [type, setType] = useState<Claim['type']>('figure')
  const [values, setValues] = useState<Values>({})
  const [note, setNote] = useState('')
  const [state, setState] = useState<{ working?: boolean; failure?: string; needsKey?: string }>({})
  const actors = useMemo(() => {
    const mentions = claims.filter((claim): claim is ActorClaim => claim.type === 'actor')
    return [...new Map(mentions.map((actor) => [actor.actorId, actor])).values()]
  }, [claims])
  // a claim of that type of which nothing is known yet
  const draft = { type, surface: span.surface, source: null, sentence: { text: '' } } as unknown as Claim
  const entered = Object.fromEntries(
    fieldsOf[type].map(({ name }) => [name, values[name] ?? usualOf(type, name, span.surface)]),
  )
  const send = async () => {
    try {
      const fields = toCorrections(draft, entered, actors)
      if (!readKey()) return setState({ needsKey: 'Adding needs a key with the scope review.' })
      setState({ working: true })
      const { start, end, surface } = span
      const body = { type, start, end, surface, ...fields, ...(note.trim() && { note: note.trim() }) } as ClaimRequest
      done(await take(addClaim({ path: { articleId: article.id }, body })))
    } catch (error) {
      const refused = failed(error)
      if (error instanceof BadField) setState({ failure: error.message })
      else if (refused.state === 'failed' && refused.needsKey) setState({ needsKey: refused.reason })
      else setState({ failure: reasonOf(error) })
    }
  }
  return (
    <>
      <form
        class="correction"
        aria-label="Add a claim"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <p>
          <q>{span.surface.length > 200 ? `${span.surface.slice(0, 200)}…` : span.surface}</q>
        </p>
        <fieldset class="types">
          <legend class="visually-hidden">Type</legend>
          {claimTypes.map((one) => (
            <label key={one} class={one}>
              <input
                type="radio"
                name="type"
                checked={type === one}
                onChange={() => {
                  setType(one)
                  setValues({})
                }}
              />
              {one}
            </label>
          ))}
        </fieldset>
        <p class="about">{preview(draft, entered, actors)}</p>
        <div class="fields">
          {fieldsOf[type].map((field) => (
            <FieldInput
              key={`${type} ${field.name}`}
              field={field}
              value={entered[field.name]!}
              actors={actors}
              wrong={false}
              change={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          <label class="wide">
            <span>Note</span>
            <input value={note} maxLength={2000} onInput={(event) => setNote(event.currentTarget.value)} />
          </label>
        </div>
        <p class="actions">
          <button type="submit" disabled={state.working}>
            Add it
          </button>
        </p>
        {state.failure && (
          <p class="failed" role="alert">
            {state.failure}
          </p>
        )}
      </form>
      {state.needsKey && <KeyForm reason={state.needsKey} done={send} />}
    </>
  )
}

/** What a field most often is, before anybody says so. */
function usualOf(type: Claim['type'], name: string, surface: string): string {
  if (name === 'kind') return usualKind[type]
  if (name === 'name') return surface
  return name === 'number' ? (/\d[\d,]*(?:\.\d+)?/.exec(surface)?.[0] ?? '') : ''
}

import { useId, useState } from 'preact/hooks'
import { type Article, type CreateArticleData, createArticle } from '../client/index.ts'
import { at, go } from './address.ts'
import { KeyForm } from './key-form.tsx'
import { failed, reasonOf, take } from './requests.ts'
import { readKey } from './session.ts'

/** What was read: to be stored as it was sent. */
export type Sent = {
  readonly content: string
  readonly type: 'text/plain' | 'text/markdown' | 'text/html'
  readonly publishedAt?: string
}

const fields = { title: 'Title', publication: 'Publication', author: 'Author', url: 'Address (URL)' } as const
type Name = keyof typeof fields

/** Stores what was tried, with what is known of it, and goes to the article. */
export function KeepIt({ sent, found }: { sent: Sent; found: Article }) {
  const [open, setOpen] = useState(false)
  const [values, setValues] = useState<Partial<Record<Name, string>>>({})
  const [state, setState] = useState<{ working?: boolean; failure?: string; needsKey?: string }>({})
  const id = useId()
  const keep = async () => {
    if (!readKey()) return setState({ needsKey: 'Storing needs a key with the scope ingest.' })
    setState({ working: true })
    try {
      const given = Object.entries(values).filter(([, value]) => value?.trim())
      const metadata = { ...Object.fromEntries(given), ...(sent.publishedAt && { publishedAt: sent.publishedAt }) }
      const { article } = await take(createArticle(requestOf(sent, metadata)))
      go(at(`/articles/${article.id}`))
    } catch (error) {
      const refused = failed(error)
      if (refused.state === 'failed' && refused.needsKey) setState({ needsKey: refused.reason })
      else setState({ failure: reasonOf(error) })
    }
  }
  if (!open)
    return (
      <p>
        <button type="button" onClick={() => setOpen(true)}>
          Keep it
        </button>
      </p>
    )
  return (
    <form
      class="keep"
      aria-label="Keep it"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <div class="row">
        {(Object.keys(fields) as Name[]).map((name) => (
          <label key={name} for={`${id}${name}`}>
            <span>{fields[name]}</span>
            <input
              id={`${id}${name}`}
              {...(name === 'url' ? { type: 'url' as const } : { type: 'text' as const })}
              value={values[name] ?? ''}
              placeholder={sent.type === 'text/plain' ? '' : (found[name] ?? '')}
              onInput={({ currentTarget: { value } }) => setValues((before) => ({ ...before, [name]: value }))}
            />
          </label>
        ))}
        <button type="submit" disabled={state.working}>
          Store it
        </button>
      </div>
      {state.needsKey && <KeyForm reason={state.needsKey} done={keep} />}
      {state.failure && (
        <p class="failed" role="alert">
          {state.failure}
        </p>
      )}
    </form>
  )
}

function requestOf({ content, type }: Sent, metadata: object): Parameters<typeof createArticle>[0] {
  if (type === 'text/plain') return { body: { text: content, ...metadata } as CreateArticleData['body'] }
  return {
    body: content as never,
    bodySerializer: null,
    headers: { 'Content-Type': type } as never,
    query: metadata as CreateArticleData['query'],
  }
}

import { useId, useState } from 'preact/hooks'
import { listArticles } from '../client/index.ts'
import { reasonOf, take } from './requests.ts'
import { keepKey, useKey } from './session.ts'

/** Takes a key for the session, once the service has taken it. */
export function KeyForm({ reason, done }: { reason?: string; done?: () => void }) {
  const kept = useKey()
  const id = useId()
  const [key, setKey] = useState('')
  const [failure, setFailure] = useState('')
  const [working, setWorking] = useState(false)
  const use = async (event: Event) => {
    event.preventDefault()
    setWorking(true)
    setFailure('')
    try {
      await take(listArticles({ query: { limit: 1 }, headers: { Authorization: `Bearer ${key.trim()}` } }))
      keepKey(key.trim())
      done?.()
    } catch (error) {
      setFailure(reasonOf(error))
    }
    setWorking(false)
  }
  // what was read with it goes too
  const forget = () => {
    keepKey('')
    location.reload()
  }
  return (
    <form class="key-form" onSubmit={use}>
      {reason && (
        <p class="notice" role="alert">
          {reason}
        </p>
      )}
      <label for={id}>Key</label>
      <div class="row">
        <input
          id={id}
          type="password"
          autoComplete="off"
          spellcheck={false}
          required
          placeholder="afk_…"
          value={key}
          onInput={(event) => setKey(event.currentTarget.value)}
        />
        <button type="submit" disabled={working}>
          Use it
        </button>
        {kept && (
          <button type="button" onClick={forget}>
            Forget the one in use
          </button>
        )}
      </div>
      <p class="about">It is kept for this tab until the tab is closed, and sent to this service only.</p>
      {failure && (
        <p class="failed" role="alert">
          {failure}
        </p>
      )}
    </form>
  )
}

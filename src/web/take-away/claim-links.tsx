import { useState } from 'preact/hooks'
import { type Claim, getClaimCitations } from '../../client/index.ts'
import { at } from '../address.ts'
import { take, useRequest } from '../requests.ts'
import { readKey } from '../session.ts'

const styles: Readonly<Record<string, string>> = { apa: 'APA', mla: 'MLA', chicago: 'Chicago' }

/** What can be taken away of a claim: its link, citations, the passage in the original, a card for other pages, its JSON. */
export function ClaimLinks({ claim }: { claim: Claim }) {
  const [said, setSaid] = useState('')
  const accessed = new Date().toISOString().slice(0, 10)
  const request = useRequest(
    claim.id,
    () => take(getClaimCitations({ path: { claimId: claim.id }, query: { accessed } })),
    250,
  )
  const cited = request.state === 'here' ? request.data : undefined
  const place = `${location.origin}${at('/v1/claims/')}${claim.id}`
  const copy = async (what: string, words: string | Promise<string>) => {
    const text = await words
    try {
      await navigator.clipboard.writeText(text)
      setSaid(`${what} copied.`)
    } catch {
      setSaid(text)
    }
  }
  const copyCard = () => copy('Card', fetchCard(`${place}/card?format=html`)).catch((error) => setSaid(String(error)))
  const actor = actorOf(claim)
  return (
    <>
      <div class="actions">
        <button type="button" onClick={() => copy('Link', `${location.origin}${at('/claims/')}${claim.id}`)}>
          Copy link
        </button>
        {Object.entries(styles).map(([style, name]) => (
          <button
            key={style}
            type="button"
            disabled={!cited}
            title={`Copy a citation in the style of ${name}`}
            onClick={() =>
              copy(`Citation (${name})`, cited!.citations.find((citation) => citation.style === style)!.text)
            }
          >
            Cite {name}
          </button>
        ))}
        <button type="button" onClick={copyCard}>
          Copy card
        </button>
        <button type="button" onClick={() => copy('Command', `curl -s '${place}'`)}>
          Copy curl
        </button>
        <a href={place}>JSON</a>
        <a href={`${place}/card`}>Picture</a>
        {actor && <a href={at(`/actors/${actor}`)}>Actor</a>}
        {cited?.passage && (
          <a href={cited.passage} rel="noreferrer">
            In the original
          </a>
        )}
      </div>
      <p class="said" role="status">
        {said}
      </p>
    </>
  )
}

async function fetchCard(url: string): Promise<string> {
  const response = await fetch(url, { headers: readKey() ? { Authorization: `Bearer ${readKey()}` } : {} })
  if (!response.ok) throw new Error('The service gives no card of this claim.')
  return response.text()
}

function actorOf(claim: Claim): string | undefined {
  if (claim.type === 'actor') return claim.actorId
  if (claim.type === 'figure') return claim.subject?.actorId
  return claim.type === 'quote' ? claim.source?.actorId : undefined
}

import { reasonOf } from '../requests.ts'
import { readKey } from '../session.ts'
import { download } from './download.ts'

/**
 * Follows a link to a file of the service. A link cannot carry a key: with one the file is fetched and handed over.
 * @param fail takes the reason where that does not work
 */
export async function saveResponse(event: MouseEvent, name: string, fail: (reason: string) => void): Promise<void> {
  if (!readKey()) return
  event.preventDefault()
  const { href } = event.currentTarget as HTMLAnchorElement
  try {
    const response = await fetch(href, { headers: { Authorization: `Bearer ${readKey()}` } })
    if (!response.ok) throw new Error(((await response.json()) as { detail?: string }).detail ?? response.statusText)
    download(name, await response.blob(), response.headers.get('content-type') ?? '')
  } catch (error) {
    fail(reasonOf(error))
  }
}

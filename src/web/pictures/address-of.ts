import type { Claim } from '../../client/index.ts'
import { at } from '../address.ts'

/** Where a claim is read: its article, opened at it; in a text that is stored nowhere, the text beside. */
export const addressOf = ({ articleId, id }: Pick<Claim, 'articleId' | 'id'>): string =>
  /\/try$/.test(location.pathname) ? `?#claim-${id}` : at(`/articles/${articleId}#claim-${id}`)

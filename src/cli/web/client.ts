import { type Client, createClient } from '../../fetch/index.ts'
import type { WebOptions } from './options.ts'

/** A client as the options want it. */
export const openClient = ({ pause, contact, allowPrivate }: WebOptions): Client =>
  // a header takes nothing else
  createClient({ pause, contact: contact?.replace(/[^\x21-\x7e]/g, ''), allowPrivate: allowPrivate === true })

// Which spellings of an address are one: for the rooms that know the model alone.
export { addressKey, addressPrefixKey } from '../text/address.ts'

/** Version of `addressKey`: raise it where keys change, and stored ones are made anew. */
export const addressRules = 1

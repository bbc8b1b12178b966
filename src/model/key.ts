import { z } from 'zod'

/** What a key may do. `admin` stands for all of them. Where reading is open, any key may read. */
export const Scope = z.enum(['read', 'ingest', 'review', 'admin'])
export type Scope = z.infer<typeof Scope>

/** A key without its secret. */
export type Key = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly createdAt: string
  readonly expiresAt?: string | undefined
  readonly revokedAt?: string | undefined
  readonly lastUsedAt?: string | undefined
}

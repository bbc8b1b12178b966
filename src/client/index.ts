// `article-facts/client`: one function an operation, and ways through all of a list, an export and the changes.
export { createClient, createConfig } from './generated/client/index.ts'
export { client } from './generated/client.gen.ts'
export * from './generated/sdk.gen.ts'
export type * from './generated/types.gen.ts'
export { ProblemError, streamClaims, walkItems, walkPages } from './walk.ts'

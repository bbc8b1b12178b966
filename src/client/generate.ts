import { join } from 'node:path'
import { createClient } from '@hey-api/openapi-ts'

// `npm run client`: the client's types and functions, made from openapi.yaml as anybody makes theirs. What is made is not committed: it
// follows from the document.
const root = join(import.meta.dirname, '../..')
await createClient({
  input: join(root, 'openapi.yaml'),
  output: { path: join(import.meta.dirname, 'generated'), importFileExtension: '.ts', postProcess: [] },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  logs: { level: 'silent' },
})

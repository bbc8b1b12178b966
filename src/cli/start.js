// Starts the service. Plain JavaScript, for Node strips the types of what it reads before the compile cache is on at each start anew, and loads what it
// strips them with, which takes longer than to open the database.
import { enableCompileCache } from 'node:module'

enableCompileCache()
await import('../main.ts')

import { join } from 'node:path'
import { defineConfig } from 'vite'

// The page: `npm run page` builds it into dist/web. Vite alone: it turns JSX into calls of Preact by itself.
export default defineConfig({
  root: import.meta.dirname,
  // from wherever the service is: it says where in the page itself
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, '../../dist/web'),
    emptyOutDir: true,
    assetsDir: '.',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
  logLevel: 'warn',
})

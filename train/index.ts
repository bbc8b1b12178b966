// Makes the files of src/weights/ anew from corpora:
//   npm run train -- FOLDER         all of them
//   npm run train -- FOLDER names   one of them
// FOLDER holds the corpora, as checkouts or as files, compressed or not; docs/learned-parts.md says which. The same files give the same bytes.
import { statSync, writeFileSync } from 'node:fs'
import { packBodies } from './bodies/index.ts'
import { listCities } from './cities/index.ts'
import { trainFigures } from './figures/index.ts'
import { trainNames } from './names/index.ts'
import { trainSyntax } from './syntax/index.ts'

/** What can be made: the bytes of `src/weights/NAME.bin.br` of a folder of corpora, or the text of `src/weights/NAME.json`. It says on standard error how it goes. */
const parts: Readonly<Record<string, (folder: string) => Buffer | string>> = {
  syntax: (folder) => trainSyntax(folder),
  names: trainNames,
  bodies: packBodies,
  cities: listCities,
  figures: trainFigures,
}

const [folder, ...wanted] = process.argv.slice(2)
if (
  folder === undefined ||
  !statSync(folder, { throwIfNoEntry: false })?.isDirectory() ||
  wanted.some((name) => !Object.hasOwn(parts, name))
) {
  console.error(`usage: npm run train -- FOLDER [${Object.keys(parts).join('|')}]...`)
  process.exit(2)
}
for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
  const bytes = parts[name]!(folder)
  const file = `src/weights/${name}.${typeof bytes === 'string' ? 'json' : 'bin.br'}`
  writeFileSync(new URL(`../${file}`, import.meta.url), bytes)
  console.error(`${file}: ${bytes.length} bytes`)
}

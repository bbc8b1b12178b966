// How well do the weights in src/weights/ tag and parse?
//   npm run train:score -- FILE.conllu[.gz]...   treebanks that they were not made from
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { syntaxVersion } from '../src/syntax/index.ts'
import { readWeights } from '../src/weights/index.ts'
import { readConllu } from './syntax/conllu.ts'
import { scoreWeights } from './syntax/score.ts'

const packed = readWeights('syntax', syntaxVersion)
for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path)
  const sentences = readConllu((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'))
  console.log(path)
  console.table(scoreWeights(packed, sentences))
}

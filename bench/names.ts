// How well are names and quotations read, beside compromise (names only: no library of npm attributes quotations)?
//   npm run eval:names -- FOLDER [FILE.jsonl...]   suites with human annotation, scored by FOLDER/score-names.mjs:
//                                                  the files, or those of FOLDER/suites that mark names or quotations
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SingleBar } from 'cli-progress'
import compromise from 'compromise'
import { extractClaims } from '../src/ingest.ts'

type Case = {
  readonly id: string
  readonly suite: string
  readonly text: string
  readonly reference?: string | null
  readonly gold: readonly { readonly type: string }[]
}
/** A claim as the scorer takes it: `entity` ties mentions together, `speaker` is who is quoted. */
type Found = { readonly type: string; readonly start: number; readonly end: number; readonly [field: string]: unknown }
type F1 = { readonly f: number }
type Scores = {
  readonly actor?: { readonly named: number; readonly overlap: F1; readonly overlapKind: F1 }
  readonly coref?: { readonly aliasPairs: F1 }
  readonly quotedSegments?: { readonly gold: number; readonly speakerAcc: number | null }
  readonly quotes?: {
    readonly gold: number
    readonly overlap: F1
    readonly quotePlusSpeakerF1: number
    readonly recallByKind: Readonly<Record<string, { readonly r: number }>>
  }
}

/** Ours. Code points are code units here: texts with characters beyond them are left out. */
function readOurs({ text, reference }: Case): Found[] {
  const publishedAt = /^\d{4}-\d\d-\d\d/.test(reference ?? '') ? reference! : undefined
  return extractClaims(text, { publishedAt }).claims.flatMap((claim): Found[] => {
    if (claim.type === 'actor') return [{ ...claim, entity: claim.actorId }]
    if (claim.type !== 'quote') return []
    const { source, parts, ...rest } = claim
    return [
      {
        ...rest,
        ...(parts && { parts: parts.map(({ start, end }) => [start, end]) }),
        ...(source && { speaker: source.surface, speakerStart: source.start, speakerEnd: source.end }),
      },
    ]
  })
}

function readCompromise({ text }: Case): Found[] {
  const document = compromise(text)
  return (['people', 'places', 'organizations'] as const).flatMap((list) =>
    (document[list]().json({ offset: true }) as { offset: { start: number; length: number } }[]).map(
      ({ offset: { start, length } }) => ({
        type: 'actor',
        kind: list === 'people' ? 'person' : list === 'places' ? 'place' : 'organization',
        start,
        end: start + length,
      }),
    ),
  )
}

const percent = (share: number | null | undefined) => (share == null ? '-' : (100 * share).toFixed(1))

async function main(folder: string | undefined, files: readonly string[]): Promise<void> {
  const scorer = folder && join(resolve(folder), 'score-names.mjs')
  if (!scorer || !existsSync(scorer)) {
    console.error(`${folder ?? 'Name a folder: nothing'} holds no score-names.mjs.`)
    process.exitCode = 1
    return
  }
  const { scoreNames } = (await import(pathToFileURL(scorer).href)) as {
    scoreNames(gold: readonly Case[], found: ReadonlyMap<string, readonly Found[]>): Scores
  }
  const paths = files.length
    ? files
    : readdirSync(join(folder, 'suites'))
        .filter((file) => file.endsWith('.jsonl'))
        .sort()
        .map((file) => join(folder, 'suites', file))
  const suites = paths.flatMap((path): [string, Case[]][] => {
    const cases = readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Case)
      .filter(({ text }) => !/[\u{10000}-\u{10ffff}]/u.test(text))
    const named = cases.some(
      ({ gold, suite }) => suite !== 'seed' && gold.some(({ type }) => type === 'actor' || type === 'quote'),
    )
    return named ? [[basename(path, '.jsonl'), cases]] : []
  })
  const bar = new SingleBar({
    format: 'reading [{bar}] {percentage}% | {eta_formatted} left',
    hideCursor: true,
    noTTYOutput: false,
  })
  bar.start(2 * suites.reduce((sum, [, cases]) => sum + cases.length, 0), 0)
  const lines = suites.flatMap(([name, cases]) => {
    const score = (read: (each: Case) => Found[]) =>
      scoreNames(
        cases,
        new Map(
          cases.map((each) => {
            bar.increment()
            return [each.id, read(each)]
          }),
        ),
      )
    const [ours, theirs] = [score(readOurs), score(readCompromise)]
    const lines: string[] = []
    if (ours.actor)
      lines.push(
        `${name}: ${ours.actor.named} names, overlap F1 / with kind: ${percent(ours.actor.overlap.f)} / ${percent(ours.actor.overlapKind.f)}; compromise ${percent(theirs.actor?.overlap.f)} / ${percent(theirs.actor?.overlapKind.f)}`,
      )
    if (ours.coref) lines.push(`${name}: different names of one actor tied, F1: ${percent(ours.coref.aliasPairs.f)}`)
    if (ours.quotes?.gold)
      lines.push(
        `${name}: ${ours.quotes.gold} quotations, contents F1 ${percent(ours.quotes.overlap.f)}, content and source right ${percent(ours.quotes.quotePlusSpeakerF1)}, indirect recall ${percent(ours.quotes.recallByKind.indirect?.r)}; source right on ${ours.quotedSegments!.gold} stretches between marks: ${percent(ours.quotedSegments!.speakerAcc)}`,
      )
    return lines
  })
  bar.stop()
  for (const line of lines) console.log(line)
}

const [folder, ...files] = process.argv.slice(2)
await main(folder, files)

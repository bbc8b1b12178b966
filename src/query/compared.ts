import type { Admitted } from '../compare/admitted.ts'
import { type Cell, compareFigures, compareTwo, type Difference, type Placed } from '../compare/verdict.ts'
import type { FigureClaim } from '../model/claim/figure.ts'
import type { ComparableClaims, ComparableFigure, ComparedFigure, Comparison } from '../model/comparison.ts'
import { type ComparedClaimRow, type ComparisonRow, findComparedClaims, findPlaced } from '../store/comparables.ts'
import type { Store } from '../store/database.ts'

/** A comparison as it is sent. @param most figures that are shown: those that differ first */
export async function readComparison(store: Store, row: ComparisonRow, most: number): Promise<Comparison> {
  const cells = compareFigures(await findPlaced(store, row.id))
  const shown = chooseShown(cells, most)
  const claims = await findComparedClaims(
    store,
    [...shown].map(({ claim }) => claim),
  )
  const periods = cells.flatMap((cell) => {
    const figures = cell.figures.filter((figure) => shown.has(figure)).sort(byPublication)
    if (figures.length === 0) return []
    return {
      ...periodOf(cell),
      verdict: cell.verdict,
      ...(cell.difference && { difference: tidy(cell.difference) }),
      claims: figures.map((figure) => present(figure, claims.get(figure.claim)!)),
    }
  })
  const all = periods.flatMap((period) => period.claims)
  const words = mostUsual(all.map(({ because }) => because.words.join(' ')).filter(Boolean))?.split(' ') ?? []
  const subject = mostUsual(all.flatMap(({ because }) => because.subject ?? []))
  const modality = mostUsual(all.map((claim) => claim.modality ?? 'actual'))
  const isMoney = /^[A-Z]{3}\b/.test(row.dimension)
  return {
    id: row.id,
    measure: mostUsual(all.flatMap(({ measure }) => measure ?? [])) ?? (words.join(' ') || nounOf(all)),
    words,
    ...(subject !== undefined && { subject }),
    ...(isMoney ? { currency: row.dimension.slice(0, 3) } : { unit: row.dimension }),
    compares: row.is_change ? 'change' : 'level',
    ...(modality !== 'actual' && { modality: modality as NonNullable<Comparison['modality']> }),
    verdict: row.verdict,
    ...(row.verdict === 'differ' && { difference: tidy({ absolute: row.absolute, relative: row.difference }) }),
    claimCount: row.claims,
    articleCount: row.articles,
    outletCount: row.outlets,
    reason: explain(
      'All',
      row,
      words,
      subject,
      all.flatMap(({ because }) => because.sharedWords),
    ),
    periods,
  }
}

/** What other articles say of the same thing as a claim, for the same time. */
export async function readComparable(
  store: Store,
  claimId: string,
  claim: number,
  row: ComparisonRow,
  most: number,
): Promise<ComparableClaims> {
  const cell = compareFigures(await findPlaced(store, row.id)).find(({ figures }) =>
    figures.some((one) => one.claim === claim),
  )
  const own = cell?.figures.find((one) => one.claim === claim)
  const others = own
    ? cell!.figures
        .filter(({ article }) => article !== own.article)
        .sort(byPublication)
        .reverse()
    : []
  const compared = others.map((figure) => ({ figure, difference: compareTwo(own!, figure) }))
  const differ = compared.filter(({ difference }) => difference).length
  const shown = compared.slice(0, most)
  const claims = await findComparedClaims(store, [
    ...shown.map(({ figure }) => figure.claim),
    ...(own ? [own.claim] : []),
  ])
  const ofOwn = own && present(own, claims.get(own.claim)!).because.sharedWords
  const sharedWith = ({ because }: ComparedFigure) => (because.sharedWords.length ? because.sharedWords : (ofOwn ?? []))
  return {
    claimId,
    comparisonId: row.id,
    agree: compared.length - differ,
    differ,
    items: shown.map(({ figure, difference }): ComparableFigure => {
      const presented = present(figure, claims.get(figure.claim)!)
      return {
        ...presented,
        verdict: difference ? 'differ' : 'agree',
        ...(difference && { difference: tidy(difference) }),
        reason: explain('Both', row, presented.because.words, presented.because.subject, sharedWith(presented)),
      }
    }),
  }
}

/** Those of periods that differ first, then of those that agree; of each period its ends. */
function chooseShown(cells: readonly Cell[], most: number): Set<Placed> {
  const rank = { differ: 0, agree: 1, single: 2 }
  const shown = new Set<Placed>()
  for (const cell of [...cells].sort((a, b) => rank[a.verdict] - rank[b.verdict])) {
    const sorted = [...cell.figures].sort((a, b) => a.admitted.value - b.admitted.value)
    for (const figure of [sorted[0]!, sorted.at(-1)!, ...sorted]) if (shown.size < most) shown.add(figure)
  }
  return shown
}

const byPublication = (a: Placed, b: Placed) => {
  const [one, other] = [a.published ?? '', b.published ?? '']
  return one < other ? -1 : one > other ? 1 : a.claim - b.claim
}

const periodOf = ({ from, to }: { from: string | undefined; to: string | undefined }) =>
  from === undefined && to === undefined
    ? {}
    : { period: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) } }

function present(
  figure: Placed,
  { json, basis, title, url, publication, published_at }: ComparedClaimRow,
): ComparedFigure {
  const claim = JSON.parse(json) as FigureClaim
  const { number, low, high, modifier, measure, change, how, period, modality, attributedTo } = claim
  const { words, subject, subjectFrom, shared } = JSON.parse(basis) as Pick<
    ComparedFigure['because'],
    'words' | 'subject' | 'subjectFrom'
  > & { shared: string[] }
  const given = Object.entries({
    title,
    url,
    publication,
    publishedAt: published_at,
    surface: claim.surface,
    sentence: claim.sentence.text,
    speaker: attributedTo?.name,
    speakerId: attributedTo?.actorId,
    number,
    low,
    high,
    modifier,
    measure,
    change,
    how,
    period,
    modality,
  }).filter(([, value]) => value !== undefined && value !== null)
  return {
    claimId: claim.id,
    articleId: claim.articleId,
    ...(Object.fromEntries(given) as Pick<ComparedFigure, 'surface' | 'sentence'>),
    admits: toAdmits(figure.admitted),
    because: {
      words,
      ...(subject !== undefined && { subject }),
      subjectFrom,
      sharedWords: shared,
      timeFrom:
        figure.from !== undefined || figure.to !== undefined ? 'period' : figure.published ? 'published' : 'none',
    },
  }
}

const toAdmits = ({ low, high }: Admitted) => ({
  ...(Number.isFinite(low) && { low: round(low) }),
  ...(Number.isFinite(high) && { high: round(high) }),
})

const tidy = ({ absolute, relative }: Difference): Difference => ({
  absolute: round(absolute),
  relative: Number(relative.toFixed(4)),
})
/** Without the traces of binary fractions. */
const round = (number: number) => Number(number.toPrecision(12))

function mostUsual(words: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(words, (word) => word).values()]
  return groups.reduce<string[]>((best, group) => (group.length > best.length ? group : best), [])[0]
}

/** Words that a reason names. */
const mostNamed = 4

/** What stands for a measure that no clause states: the words that the figures share. */
const nounOf = (all: readonly ComparedFigure[]) =>
  mostUsual(all.flatMap(({ because }) => because.sharedWords)) ?? all[0]!.surface

/** The reason in a sentence. */
function explain(
  who: 'All' | 'Both',
  { dimension, is_change: isChange }: ComparisonRow,
  words: readonly string[],
  subject: string | undefined,
  shared: readonly string[],
): string {
  const what = dimension === 'count' ? 'numbers' : `figures in ${dimension}`
  const name = (all: readonly string[]) =>
    [...new Set(all)]
      .slice(0, mostNamed)
      .map((word) => `"${word}"`)
      .join(', ')
  const measured = words.length ? ` of ${name(words)}` : ''
  const why = shared.length
    ? `the articles tell the same news, and the words around the figures share ${name(shared)}`
    : 'measure and subject are the same'
  return `${who} are ${isChange ? 'changes, ' : ''}${what}${measured}${subject === undefined ? '' : ` of ${subject}`}: ${why}.`
}

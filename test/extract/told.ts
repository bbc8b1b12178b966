import { extractClaims } from '../../src/ingest.ts'

/** The fields of a figure that news fills, in a line for each figure of a text of 13 March 2024. */
export const told = (text: string): string[] =>
  extractClaims(text, { publishedAt: '2024-03-13' }).claims.flatMap((claim) =>
    claim.type !== 'figure'
      ? []
      : [
          [
            claim.surface,
            claim.measure ?? '-',
            claim.subject?.name ?? '-',
            claim.change ? `${claim.change} ${claim.how}` : '-',
            claim.period ? `${claim.period.from ?? ''}..${claim.period.to ?? ''}` : '-',
            claim.baseline?.surface ?? '-',
          ].join(' | '),
        ],
  )

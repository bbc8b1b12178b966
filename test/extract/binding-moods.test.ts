import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

describe('whether a figure is a fact', () => {
  it.each([
    ['forecast', 'Chileans face the prospect of 90 percent inflation.'],
    ['required', 'Will the goal of reaching one million tourists be met?'],
    ['required', 'The party attacked the 43 per cent emissions reduction target.'],
    ['forecast', 'Another 9 million are expected to join their ranks.'],
    ['forecast', 'Most nurses see inflation ending the year at 85 percent.'],
    ['denied', 'She denied that 200 jobs were at risk.'],
    ['actual', 'Parties ignore their voters, 83% of whom do not trust them.'],
    ['planned', 'The firm said it plans to fire three thousand workers.'],
    ['possible', 'The work could push the value of the deal as high as $100m.'],
    ['planned, planned', 'The mill plans to invest $1.2bn and create 3,000 jobs.'],
    ['forecast', 'Nurses had expected pay of $2.94.'],
    ['forecast', 'The budget foresees a deficit of 3.9%.'],
    // the old value of what is yet to come
    ['conditional, actual', 'The wage would rise to €15 an hour from €13.50.'],
  ])('%s: %s', (moods, text) => {
    const { claims } = extractClaims(text, { publishedAt: '2024-03-13' })
    expect(claims.flatMap((claim) => (claim.type === 'figure' ? [claim.modality ?? 'actual'] : [])).join(', ')).toBe(
      moods,
    )
  })
})

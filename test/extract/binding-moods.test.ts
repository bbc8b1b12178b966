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
    // what hangs on the verb by other words
    ['planned', 'The bakery will sell its bread in 30 towns.'],
    ['conditional, conditional', 'A toll would raise prices by 2%, while closing 40 shops.'],
    ['planned', 'The tribe has plans to widen its herd to 600 cows.'],
    ['planned', 'The utility was working to bury 90 miles of lines.'],
    ['planned', 'The fund agreed to lend $6bn in cash.'],
    ['possible, possible', 'The moss can live on 3 litres (0.8 gallons).'],
    ['required', 'A two-thirds majority is needed.'],
    ['required', 'The owner made a required minimum deposit of $4m.'],
    ['required', 'The doctors called for a 90% vaccination rate.'],
    ['required', 'Each grocer was limited to 40 crates.'],
    ['planned', 'Some 300 dancers were reportedly scheduled to travel.'],
    // how many there are anyway, or were before
    ['actual', 'The minister will hold a vote of the 27 members.'],
    ['actual', 'The firm will close a shop after a loss of $3m.'],
    ['actual', 'The mayor wants to fix a bridge that cost $3m.'],
    ['actual', 'The singer went back to practise five times.'],
  ])('%s: %s', (moods, text) => {
    const { claims } = extractClaims(text, { publishedAt: '2024-03-13' })
    expect(claims.flatMap((claim) => (claim.type === 'figure' ? [claim.modality ?? 'actual'] : [])).join(', ')).toBe(
      moods,
    )
  })
})

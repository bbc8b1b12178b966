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
    // what verbs of hope, of asking and of refusing make of an infinitive or a clause
    ['planned', 'The choir hoped to raise just $90.'],
    ['forecast', 'Bankers expect the number of defaults to grow by 500.'],
    ['planned', 'The council voted to lift the levy by 4%.'],
    ['planned', 'The mission is aimed at putting 260 boats on the lake.'],
    ['planned', 'An agreement was reached to supply 60 lorries.'],
    ['required', 'The judge demands that the mill pay $8m to the villagers.'],
    ['planned', 'She proposed that the fee be cut by 5%.'],
    ['required', 'The unions were pushing for a 9 percent rise.'],
    ['required', 'The treaty calls for an immediate reduction of 30 percent.'],
    ['denied', 'The well has been unable to pump 200 barrels.'],
    ['denied', 'Neither bidder reached the 50% mark.'],
    ['required', 'The bill would need a two-thirds majority.'],
    ['possible', 'The kiln is capable of firing 900 bricks.'],
    ['possible', 'Poachers face a fine of up to $2500.'],
    ['possible', 'Spending $1 now could help.'],
    // what befalls, and what is believed, is no plan
    ['forecast', 'The population will double to 40 million.'],
    ['forecast', 'Brokers believe that the lira will fall to 30 cents.'],
    ['forecast', 'The slump was worse than the 3.2% decline predicted by brokers.'],
    ['forecast', 'Another 900 people are expected.'],
    ['forecast, actual', 'The bank cut its forecast for exports to 3% after a loss of $4m.'],
    ['planned', 'Some 50 huts across the valley will be mended.'],
    ['planned', 'Around 5,000 nurses are going to be hired.'],
    ['planned', 'The park will now pay $450.'],
    ['planned', 'The deal will see its fleet grow to 36 ships.'],
    // a list shares its verb
    ['planned, planned, planned', 'Ada will own 53 percent of the farm, her sons 23 percent and the staff 24 percent.'],
    ['planned, actual', 'The club will pay $5m; it lost $3m last year.'],
    // so many there are anyway, so it went, or so it is
    ['actual', 'The owners agreed to combine the two orchards.'],
    ['planned, actual', 'The grocer will close 12 of the 150 shops.'],
    ['planned, actual', "The mayor will move 11 of Lyon's 65 barges."],
    ['required', 'The operator was supposed to have covered 50% of the isle.'],
    ['planned, actual', 'The bridge will cost $5m, more than the $3m spent in 2010.'],
    ['actual', 'The pilot had to apologise for five remarks.'],
    ['actual', 'Some 600 settlers are believed to have fled.'],
    ['actual', 'The hoard is thought to be worth $20m.'],
    ['actual', 'The minimum wage of $9 is paid by all.'],
    ['actual', 'He asked if it had cost $5m.'],
  ])('%s: %s', (moods, text) => {
    const { claims } = extractClaims(text, { publishedAt: '2024-03-13' })
    expect(claims.flatMap((claim) => (claim.type === 'figure' ? [claim.modality ?? 'actual'] : [])).join(', ')).toBe(
      moods,
    )
  })
})

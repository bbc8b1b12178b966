import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

/** Each figure with its period, in a text of 13 March 2024. */
const times = (text: string): string[] =>
  extractClaims(text, { publishedAt: '2024-03-13' }).claims.flatMap((claim) =>
    claim.type === 'figure'
      ? [`${claim.surface}: ${claim.period ? `${claim.period.from ?? ''}..${claim.period.to ?? ''}` : '-'}`]
      : [],
  )
const may = '2023-05-01..2023-05-31'

describe('the time of saying is not that of what is said', () => {
  it.each<[string, ...string[]]>([
    ['On Tuesday, the health board reported 14 cases of cholera.', '14 cases: -'],
    ['The health board reported 14 cases of cholera in the second quarter.', '14 cases: 2023-04-01..2023-06-30'],
    ['As of Tuesday, the board reported 14 cases.', '14 cases: 2024-03-12..2024-03-12'],
    ['The ministry on Monday confirmed 300 deaths.', '300 deaths: -'],
    ['The mayor announced on Friday that a team of six divers would search the lake.', 'six divers: -'],
    ['According to a police report on Monday, 21 people were arrested.', '21 people: -'],
    ['The institute projected in May that the tax would cost 0.4 percent of output.', '0.4 percent: -'],
    ['In May, a paper was published showing that 30% of adults smoke.', '30%: -'],
    ['The number of drivers is 7,300, the minister informed parliament on Monday.', '7,300: -'],
    ['The club’s 26 July press release says 12 members left.', '12 members: -'],
    ['By yesterday, the agency reported 300 cases.', '300 cases: ..2024-03-12'],
    ['Two officials said Oslo would raise the tariffs of May.', 'Two officials: -'],
    // deeds whose verbs may report words as well, and what only looks like a verb
    ['Two brothers were found guilty in May on 12 counts of fraud.', `Two brothers: ${may}`, `12 counts: ${may}`],
    ['The town had 30 suspected cases in May.', `30 suspected cases: ${may}`],
    [
      '2019 saw 312 accidents leading to 41 deaths.',
      '312 accidents: 2019-01-01..2019-12-31',
      '41 deaths: 2019-01-01..2019-12-31',
    ],
    ['The outage last month that hit 300 homes was the first.', '300 homes: 2024-02-01..2024-02-29'],
  ])('%s', (text, ...expected) => expect(times(text)).toEqual(expected))
})

describe('times of clauses that are joined', () => {
  it.each<[string, ...string[]]>([
    // one time for both
    [
      'Three people were killed and nine were injured in a blast that happened on 3 June.',
      'Three people: 2023-06-03..2023-06-03',
      'nine: 2023-06-03..2023-06-03',
    ],
    ['In May police seized 40 guns and arrested 12 people.', `40 guns: ${may}`, `12 people: ${may}`],
    ['The march on Sunday, which drew 40,000 people, ended in clashes.', '40,000 people: 2024-03-10..2024-03-10'],
    ['All 52 passengers died when the ferry sank last October.', '52 passengers: 2023-10-01..2023-10-31'],
    ['In May, when the bank opened 12 branches, rates were low.', `12 branches: ${may}`],
    ['Eleven sailors who drowned in a storm in May were buried there.', `Eleven sailors: ${may}`],
    ['A crash near Lyon on Friday killed four tourists.', 'four tourists: 2024-03-08..2024-03-08'],
    // each its own
    ['The band made four records, then in 1971 parted.', 'four records: -'],
    ['A majority of 61% agreed, and on Friday the government published the bill.', '61%: -'],
    [
      'The five firms join nine others picked in May, bringing the total to 14.',
      'five firms: -',
      `nine others: ${may}`,
      '14: -',
    ],
    ['Ada Berg, a writer who has published over 30 novels, died on Monday.', 'over 30 novels: -'],
    ['The coast had 40 mm of rain last week instead of the usual 5 mm.', '40 mm: 2024-03-04..2024-03-10', '5 mm: -'],
    ['After signing a $3m deal, the club on Friday ended it.', '$3m: -'],
    [
      'Indonesia made 19,753 tons, and Cuba in 1958 produced 18,000 tons.',
      '19,753 tons: -',
      '18,000 tons: 1958-01-01..1958-12-31',
    ],
    ['Some 300 workers last year lost their jobs.', 'Some 300 workers: 2023-01-01..2023-12-31'],
    ['Jailed at a trial in January, the four men were freed.', 'four men: -'],
    ['The court jailed three men for their part in the war of 1971.', 'three men: -'],
    ['The taskforce was formed in May to implement 111 recommendations.', '111 recommendations: -'],
    ['The council voted on Monday to close 12 schools.', '12 schools: 2024-03-11..2024-03-11'],
    ['The index rose 45% since prices were last measured in May 2022.', '45%: 2022-05-01..'],
    ['She won five titles, three medals and 2008 player of the year.', 'five titles: -', 'three medals: -'],
  ])('%s', (text, ...expected) => expect(times(text)).toEqual(expected))
})

describe('sizes hold at any time, and a time of day is not the day', () => {
  it.each<[string, ...string[]]>([
    ['The 90 m (295 ft) ferry was built in 1987 in Rostock.', '90 m: -', '295 ft: -'],
    ['A fire broke out on Sunday in Kells, a town ten kilometres from Navan.', 'ten kilometres: -'],
    ['The recorder recovered in May, and the wing, were around 50 m apart.', 'around 50 m: -'],
    [
      'The cave at 3,900 metres drew one million people last year.',
      '3,900 metres: -',
      'one million people: 2023-01-01..2023-12-31',
    ],
    ['A three-member panel was named on Thursday.', 'three-member: -'],
    ['He died in September 2002 at the age of 69.', '69: -'],
    ['The rate was 4 per 1,000 people in 2021.', '4: 2021-01-01..2021-12-31', '1,000 people: -'],
    ['The flasks were filled with 100% H2 and 100% He.', '100%: -', '100%: -'],
    ['The storm raged from Monday night through to Tuesday, killing 20 people.', '20 people: 2024-03-11..2024-03-12'],
    ['Revenue was $167m in the third quarter ended Sept. 29, 2019.', '$167m: 2019-07-01..2019-09-29'],
    ['Revenue was $167m in the third quarter ended Sept. 30, 2019.', '$167m: 2019-07-01..2019-09-30'],
    ['The river rose two metres on Sunday.', 'two metres: 2024-03-10..2024-03-10'],
    [
      'On Saturday evening in Leeds, shortly before 19:00, a van hit three people.',
      'three people: 2024-03-09..2024-03-09',
    ],
    ['The fund has paid out $40m through March 2023.', '$40m: ..2023-03-31'],
    ['Since the Big Vote in May 2022, the party has lost 40 seats.', '40 seats: 2022-05-01..'],
  ])('%s', (text, ...expected) => expect(times(text)).toEqual(expected))
})

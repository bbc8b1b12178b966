import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

// Read on Wednesday 12 June 2024.
const dates = (text: string) =>
  extractClaims(text, { publishedAt: '2024-06-12' }).claims.flatMap((claim) =>
    claim.type === 'date' ? [`${claim.surface} | ${claim.iso}`] : [],
  )

describe('what one date takes from another', () => {
  it.each<[string, ...string[]]>([
    // a time its day
    [
      'The call is at 10am (1500 GMT) on Thursday.',
      '10am | 2024-06-13T10',
      '1500 GMT | 2024-06-13T15:00Z',
      'Thursday | 2024-06-13',
    ],
    ['The 1 p.m. meeting on Friday was long.', '1 p.m. | 2024-06-07T13', 'Friday | 2024-06-07'],
    ['On Thursday the call starts at 10am.', 'Thursday | 2024-06-13', '10am | 2024-06-13T10'],
    ['She left at 5pm, and on Sunday she came back.', '5pm | 2024-06-12T17', 'Sunday | 2024-06-09'],
    // a day its neighbour
    [
      'The ship sank on 15 April 1912, and the next morning the rest were saved.',
      '15 April 1912 | 1912-04-15',
      'the next morning | 1912-04-16TMO',
    ],
    ['He resigned two days after the vote of 3 May.', 'two days after the vote of 3 May | 2024-05-05'],
    ['The vote will be held a week on Monday.', 'a week on Monday | 2024-06-24'],
    // a period the one before
    [
      'Profit rose in the year to March, against a fall in the year before.',
      'year to March | 2023-04-01/2024-03-31',
      'the year before | 2022-04-01/2023-03-31',
    ],
    ['It closed in winter 2023-24.', 'winter 2023-24 | 2023-WI'],
    ['By 1890 it had grown. In the next century it would double.', '1890 | 1890', 'next century | 19XX'],
  ])('%s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each<[string, ...string[]]>([
    ['It meets three times a week on Monday.', 'a week | undefined', 'Monday | 2024-06-17'],
    ['The port grew. In the next century it will double.', 'next century | 21XX'],
    ['It shut at 4pm. On Friday it reopened.', '4pm | 2024-06-12T16', 'Friday | 2024-06-07'],
  ])('guard: %s', (text, ...expected) => {
    expect(dates(text)).toEqual(expected)
  })
})

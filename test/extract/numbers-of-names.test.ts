import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

// Numbers that tell which one and not how many, and those that look like a year and tell how many.

const read = (text: string, type: 'figure' | 'date') =>
  extractClaims(text, { publishedAt: '2023-06-01' })
    .claims.filter((claim) => claim.type === type)
    .map(({ surface }) => surface)

describe('a number that tells which one', () => {
  it.each([
    'He sat in seat 14C and she in 12A.',
    'A passenger in 22F swapped seats with the man in 9B.',
    'Travellers at gate 14C were told to wait.',
    'The stowaway was found in row 31 of the plane.',
    'Fans in rows 3 and 12 stood up.',
    'Call +44 20 7946 0958 for details.',
    'Witnesses can ring 020 7946 0958 at any hour.',
    'Readers can reach the desk on 1-800-555-0199.',
    'The line, 1 800 555 0199, was busy.',
    'Anyone with news may text +1 (415) 555-0132.',
    'Apollo 11 landed on the moon.',
    'Windows 11 users complained.',
    'Soyuz 7 docked late.',
    'Lawmakers passed H.R. 3684 last year.',
    'The House voted on S. 1260 and H. Res. 24.',
    'The study appeared in Nature 585, 357-362 (2020).',
    'See Lancet 2020; 395: 1054-62.',
    'The report (J Clim 33: 1207-1220) is online.',
    'The file 6819 contains names.',
    'Form 1040 asks for a name.',
    'Number 14 scored twice.',
    'The number 14 bus was late.',
    'Reactor 4 was shut down on Monday.',
  ])('%s', (text) => {
    expect(read(text, 'figure')).toEqual([])
    expect(read(text, 'date').filter((surface) => /^\d+[A-Z]$/.test(surface))).toEqual([])
  })

  it.each([
    ['The water was heated to 14C.', '14C'],
    ['Temperatures reached 41C in Seville.', '41C'],
    ['The hall was 21C and the yard 30C.', '30C'],
    ['It was 35C in Block B.', '35C'],
    ['Fifty-five delegates came.', 'Fifty-five delegates'],
    ['Thousands of lives were lost.', 'Thousands of lives'],
    ['Employees: 340', '340'],
    ['In all 340 people came.', '340 people'],
    ['The song went to number 14 in the charts.', 'number 14'],
    ['Police arrested 11 people.', '11 people'],
    ['Spain won 3 medals and 12 cups.', '3 medals'],
    ['The city of 300,000 inhabitants votes.', '300,000 inhabitants'],
    ['Nearly 12 strikes a month are held.', '12 strikes'],
    ['Monday 20 people died.', '20 people'],
    ['Ukraine 12 years ago had 45 million people.', '45 million people'],
    ['Nature gave 585 species a home.', '585 species'],
  ])('but not in %s', (text, surface) => {
    expect(read(text, 'figure').some((one) => one.endsWith(surface))).toBe(true)
  })
})

describe('four digits behind a verb', () => {
  it.each([
    ['The plant exported 1950 cars to Ghana.', '1950 cars'],
    ['The army lost 1945 soldiers in the battle.', '1945 soldiers'],
    ['The firm plans to build 1850 flats.', '1850 flats'],
  ])('count what follows: %s', (text, figure) => {
    expect(read(text, 'figure')).toContain(figure)
    expect(read(text, 'date')).not.toContain(figure.slice(0, 4))
  })

  it.each([
    ['The bank raised 2023 forecasts.', '2023'],
    ['It lowered 2022 earnings estimates.', '2022'],
    ['They boycotted 2018 elections.', '2018'],
    ['The 1950 cars were the fastest.', '1950'],
    ['In 1998 voters chose another.', '1998'],
    ['The film, released 2012, won two awards.', '2012'],
    ['The firm cut 2024 costs.', '2024'],
    ['Investors bought 2030 bonds.', '2030'],
    ['They paid 2021 bonuses.', '2021'],
  ])('are a year of what has years: %s', (text, date) => {
    expect(read(text, 'figure').some((surface) => surface.startsWith(date))).toBe(false)
    expect(read(text, 'date')).toContain(date)
  })
})

import { describe, expect, it } from 'vitest'
import { best, powersOf } from '../../src/resolve/choice/chooser.ts'
import { told } from './told.ts'

describe('what figures are of where no rule says so', () => {
  it.each<[string, ...string[]]>([
    ['Nokia took a stake in Ericsson, with an investment of $3bn.', '$3bn | investment | Nokia | - | - | -'],
    ['The police chief Ada Moss said 30 of the homes were empty.', '30 | homes | - | - | - | -'],
    // what nobody says, and who only speaks
    ['Nurses who were polled had predicted a rise of 0.2%.', '0.2% | - | - | rise by | - | -'],
    ['Women were 37% more likely to vote.', '37% | - | - | - | - | -'],
  ])('%s', (text, ...figures) => {
    expect(told(text)).toEqual(figures)
  })

  it('leaves out what is not likely enough, all answers of the same words together', () => {
    const options = ['', 'sales', 'Sales', 'profit'].map((words) => ({ words }))
    const powers = powersOf(0.1)
    expect(best(options, [0, 30, 29, 10], powers, 85)).toBe(1)
    expect(best(options, [0, 30, 29, 20], powers, 85)).toBe(0)
    expect(best(options, [0, 30, 29, 20], powers, 80)).toBe(1)
    expect(best(options, [40, 30, 29, 20], powers, 50)).toBe(0)
  })
})

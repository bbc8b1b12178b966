import { describe, expect, it } from 'vitest'
import { told } from './told.ts'

describe('whose a figure is, behind a noun, a preposition or another figure', () => {
  it.each<[string, ...string[]]>([
    ['The port of Hamburg shipped 3 million tonnes.', '3 million tonnes | shipped | Hamburg | - | - | -'],
    ['The city of Oslo spent $3m on trams.', '$3m | trams | Oslo | - | - | -'],
    ['Lufthansa operates an all-Airbus fleet consisting of 30 jets.', '30 jets | - | Lufthansa | - | - | -'],
    ['Renault plans to fire three thousand employees.', 'three thousand employees | - | Renault | - | - | -'],
    ['Norway would provide Chad with a $52 million loan.', '$52 million | loan | Norway | - | - | -'],
    ['Nokia has replaced the phone with three newer models.', 'three newer models | - | Nokia | - | - | -'],
    [
      'Denmark has asked for $5 billion on top of the four billion it has received.',
      '$5 billion | asked | Denmark | - | - | -',
      'four billion | received | Denmark | - | - | -',
    ],
    [
      'Peter Woo (No. 7, $17 billion) bought the line.',
      'No. 7 | - | - | - | - | -',
      '$17 billion | - | Peter Woo | - | - | -',
    ],
    ['Kim topped the list with 33.2 percent.', '33.2 percent | - | Kim | - | - | -'],
    [
      'The bank agreed to lift its existing credit lines from $5bn to $9bn.',
      '$5bn | existing credit lines | - | rise from | - | -',
      '$9bn | existing credit lines | - | rise to | - | $5bn',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('whose a figure is, by the place, the bracket or the clause that it stands in', () => {
  it.each<[string, ...string[]]>([
    ['Forest covers 60% of Finland.', '60% | covers | Finland | - | - | -'],
    ['Nokia - whose market value is $3bn - declined to comment.', '$3bn | market value | Nokia | - | - | -'],
    ['The leader was Nokia, with sales of $3bn.', '$3bn | sales | Nokia | - | - | -'],
    ['Nokia took a stake in Ericsson, with an investment of $3bn.', '$3bn | investment | Nokia | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('the country that a text is about', () => {
  it.each<[string, ...string[]]>([
    [
      'Ghana grows cocoa. Ghana is the second-largest producer. The country exports 800,000 tonnes a year.',
      'second-largest | producer | Ghana | - | - | -',
      '800,000 tonnes | exports | Ghana | - | - | -',
    ],
    [
      'Ghana grows cocoa. Ghana is the second-largest producer. Togo is small. The country exports 800,000 tonnes a year.',
      'second-largest | producer | Ghana | - | - | -',
      '800,000 tonnes | exports | - | - | - | -',
    ],
    [
      'Ghana grows cocoa. Togo is small. The country exports 800,000 tonnes a year.',
      '800,000 tonnes | exports | - | - | - | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('whom a pronoun means, and what no clause says', () => {
  it.each<[string, ...string[]]>([
    [
      'Dr Boateng accused the Bank of Ghana (BoG) of engaging in the illegal printing of 22 billion cedis.',
      '22 billion cedis | illegal printing | Bank of Ghana | - | - | -',
    ],
    ['Anna Varga, who lives with her sister Maria, said she had lost $300.', '$300 | lost | Anna Varga | - | - | -'],
    ['The Daily Star newspaper reported that revenues from fishing reached $2m.', '$2m | revenues | - | - | - | -'],
    ['The judge revoked the licences of six schools.', 'six schools | - | - | - | - | -'],
    ['Those for goods such as tea will rise by 11%.', '11% | - | - | rise by | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('a country of so many people', () => {
  it.each<[string, ...string[]]>([
    [
      'Peru grows grapes. Peru is dry. The country of 33 million people sells them.',
      '33 million people | - | Peru | - | - | -',
    ],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('who owns, expects and has', () => {
  it.each<[string, ...string[]]>([
    ['Nokia said on Friday that it now owns 8% of Ericsson.', '8% | Ericsson | Nokia | - | - | -'],
    ['The best place was Peru, with growth of 28%.', '28% | growth | Peru | rise by | - | -'],
    ['Edmunds expects 16.6 million vehicles will be sold.', '16.6 million vehicles | - | - | - | - | -'],
    ['Nicaragua received a total of 75 ships.', '75 ships | - | Nicaragua | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

describe('what nobody owns', () => {
  it.each<[string, ...string[]]>([
    ['In Lagos, Ford lost three out of five.', 'three out of five | lost | Ford | - | - | -'],
  ])('%s', (text, ...lines) => expect(told(text)).toEqual(lines))
})

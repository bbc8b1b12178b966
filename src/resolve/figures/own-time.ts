import { isBeyondRelative, isOfRelative, isOfRelativeBehind } from './relative-time.ts'
import {
  isClosingBracket,
  isFiniteVerb,
  isNoun,
  isOpeningBracket,
  isVerb,
  openingBefore,
  type PlacedFigure,
  type Scene,
} from './scene.ts'
import { isSize } from './size.ts'

// Times that stand in a clause of their own inside the figure's sentence: `a deal signed in 2008`, `who was toppled in 2003, had`.

/** How far to the left of a date the words of its own clause are looked for. */
const reach = 14

/**
 * Whether a date says when something else happened than what the figure is of.
 * @param first the first token of the date
 * @param last its last token
 */
export function isOfOtherClause(scene: Scene, first: number, last: number, placed: PlacedFigure): boolean {
  return (
    isOfParticiple(scene, first, last, placed) ||
    isSize(scene, placed) ||
    isInBrackets(scene, first, placed) ||
    isInOtherBrackets(scene, first, placed) ||
    leadsOn(scene, first, last, placed) ||
    isOfRelative(scene, first, last, placed) ||
    isOfAside(scene, first, last, placed) ||
    isOfRelativeBehind(scene, first, placed) ||
    isBeyondRelative(scene, first, placed) ||
    isOfCircumstance(scene, first, last, placed) ||
    isOfOpening(scene, first, last, placed) ||
    isBeyondOpening(scene, first, placed) ||
    isBeforeItsVerb(scene, first, last, placed) ||
    isOfPurpose(scene, last, placed)
  )
}

/** `a $6bn deal with investors signed by the government in 2008`: when it was signed. Of `30 flats sold in May` the date is the figure's. */
function isOfParticiple({ tokens, figures, names }: Scene, first: number, last: number, placed: PlacedFigure): boolean {
  let i = first - 1
  for (; i > 0 && i > first - reach; i--) {
    if (figures.has(i)) return false
    const { tag } = tokens[i]!
    if (/^VB[NG]$/.test(tag) && !names.has(i)) break
    if (!/^(?:IN|TO|DT|PRP\$|NNP?S?|JJ[RS]?|RB|POS|HYPH|DATE)$/.test(tag)) return false
  }
  const verb = tokens[i]
  if (!verb || !/^VB[NG]$/.test(verb.tag) || /^(?:amod|compound|case)/.test(verb.label)) return false
  // `the target, last met in 2015, is 5%`
  if (
    placed.first > last &&
    /^(?:,|last|first|recently|originally)$/.test(tokens[i - 1]?.form ?? '') &&
    tokens[last + 1]?.form === ','
  ) {
    const comma = tokens[i - 1]!.form === ',' ? i - 1 : i - 2
    if (tokens[comma]?.form === ',' && isNoun(tokens[comma - 1]) && isFiniteVerb(tokens[last + 2])) return true
  }
  const noun = tokens[i - 1]
  if (!noun || !(isNoun(noun) || names.has(i - 1))) return false
  // `the five join nine others chosen in May, which brings`: the other figure's
  const other = figures.get(i - 1)
  if (other)
    return (
      other !== placed && tokens.slice(...between(placed, other)).some((token) => isVerb(token) || token.tag === 'IN')
    )
  if (placed.first > last) {
    // `profits made in 2019 fell 5%`: theirs
    if (
      /^(?:made|earned|sold|produced|generated|recorded|reported|held|received|paid|ending|ended|provided|spent|raised|collected|issued|granted|exported|imported|invested|delivered|killed|followed|caused|triggered)$/.test(
        verb.form,
      )
    )
      return false
    // `the recorder found in May, and the black box, were 50m apart`, but `In attacks carried out in May, 50 died`
    return (
      isFiniteVerb(tokens[last + 1]) ||
      // `The storm raged until May, killing 50`: its own verb
      (tokens[last + 1]?.form === ',' && tokens[last + 2]?.tag !== 'VBG' && !opensWithWhen(tokens, i - 1))
    )
  }
  // nothing but the figure's own noun between them
  for (let k = placed.last + 1; k < i; k++)
    if (!/^(?:NNP?S?|JJ[RS]?|HYPH|DT|PRP\$|POS|VBN|CD|\)|-RRB-)$/.test(tokens[k]!.tag) && tokens[k]!.form !== 'of')
      return true
  return false
}

/** The tokens between two figures, as `slice` wants them. */
const between = (a: PlacedFigure, b: PlacedFigure): [number, number] =>
  a.last < b.first ? [a.last + 1, b.first] : [b.last + 1, a.first]

/** `In`, `During` and nothing but a noun phrase up to a token. */
const opensWithWhen = (tokens: Scene['tokens'], noun: number): boolean =>
  noun < 20 &&
  /^(?:in|during|after|at|since|for|over|from)$/.test(tokens[0]!.form) &&
  !tokens.slice(1, noun).some((token) => token.form === ',' || isVerb(token))

/** `prices, down 2% since May, are 9% below`: a time between two commas is not of what stands behind them. */
function isOfAside({ tokens, figures }: Scene, first: number, last: number, { first: at }: PlacedFigure): boolean {
  if (at < last || tokens[last + 1]?.form !== ',') return false
  let value = false
  for (let i = first - 1; i > 1 && i > first - reach; i--) {
    if (figures.has(i)) value = true
    if (/^(?:up|down)$/.test(tokens[i]!.form) && tokens[i - 1]!.form === ',') return value
    if (/^[,;:]$/.test(tokens[i]!.form)) return false
  }
  return false
}

/** `it was 62% and last year 58%`, `killed 2,200, and in 2023 around 1,500 died`, `3% and, as of May, was`: the time of the clause behind it. */
function leadsOn({ tokens, figures }: Scene, first: number, last: number, { last: at }: PlacedFigure): boolean {
  if (first < at) return false
  let i = first - 1
  while (i > at && /^(?:in|on|for|during|the|as|of|by|at|since|early|late|,)$/.test(tokens[i]!.form)) i--
  const behind = tokens[last + 1]?.form === ',' ? last + 2 : last + 1
  if (i > at && /^(?:and|but|while|then)$/.test(tokens[i]!.form))
    return figures.has(last + 1) || opensClause(tokens, behind)
  // `in 2021 the rate was 5, in 2020, the rate was 4`
  return tokens[i + 1]?.form === ',' && i < first - 2 && behind > last + 1 && opensClause(tokens, behind, figures)
}

/** `Acme ($6.3bn) was this year's winner`: a figure in brackets, and a time outside them. */
function isInBrackets({ tokens, figures }: Scene, first: number, placed: PlacedFigure): boolean {
  const open = openingBefore(tokens, placed.first - 1, placed.first - 8)
  if (open === undefined) return false
  const close = tokens.findIndex((token) => token.index > placed.last && isClosingBracket(token))
  // `50bn yen ($450m) in 2023`, `90p a litre ($6 a gallon) on Monday`: said twice
  const twice = figures.has(open - 1) || (/^(?:per|an?)$/.test(tokens[open - 2]?.form ?? '') && figures.has(open - 3))
  return close > 0 && !twice && (first > close || first < open)
}

/** `71% for the first cabinet (2001-2006), 55% for the next`: a time in brackets is of what they stand behind. */
function isInOtherBrackets({ tokens, dates }: Scene, first: number, placed: PlacedFigure): boolean {
  let open = first - 1
  while (open > 0 && dates.has(open)) open--
  return isOpeningBracket(tokens[open]) && (placed.first > first || open > placed.last + 8)
}

/** Whether a finite verb, and a figure behind it where they are told, stand before the next mark. */
function opensClause(tokens: Scene['tokens'], from: number, figures?: Scene['figures']): boolean {
  let finite = false
  for (let i = from; i < tokens.length && i < from + 12; i++) {
    if (/^[,;:]$/.test(tokens[i]!.form)) return false
    if (isFiniteVerb(tokens[i])) finite = true
    if (finite && (!figures || figures.has(i))) return true
  }
  return false
}

/** `despite better access to schools between 1990 and 2019`, `according to estimates last year`: the time of what the preposition leads to. */
function isOfCircumstance({ tokens, figures }: Scene, first: number, last: number, placed: PlacedFigure): boolean {
  let nouns = 0
  for (let i = first - 1; i >= 0 && i > first - reach; i--) {
    const { form, tag } = tokens[i]!
    if (figures.has(i)) return false
    if (/^(?:despite|amid|following|according|citing|ahead|thanks|due|owing|regarding|given|after|before)$/.test(form))
      return nouns > 0 && (placed.first < i || placed.first > last)
    // `jailed three men for their part in the war of 1971`
    if (form === 'for' && tokens[i + 1]?.tag === 'PRP$') return nouns > 0 && placed.first < i
    if (/^NN/.test(tag)) nouns++
    if (!/^(?:IN|TO|DT|PRP\$|NNP?S?|JJ[RS]?|POS|HYPH|CC|DATE|VBG)$/.test(tag)) return false
  }
  return false
}

/** `Since it announced the payment in May the government has said`: what opens the sentence has a verb and a time of its own. */
function isOfOpening({ tokens }: Scene, first: number, last: number, placed: PlacedFigure): boolean {
  if (placed.first < last) return false
  const lead = tokens[0]!.form
  // `Under a deal struck in May, cars`, `Under a law that was passed in May, rents`
  if (/^(?:under|as|thanks|because|despite|with)$/.test(lead) && first < 20 && tokens[last + 1]?.form === ',') {
    const opening = tokens.slice(1, first)
    if (opening.some(({ tag }) => /^VB[ND]$/.test(tag)) && !opening.some(({ form }) => form === ',')) return true
  }
  // `Founded in 2004, the school now has`, `Jailed at a trial in May, the four men`, but `Built in 2004, 300 homes`
  if (tokens[0]!.tag === 'VBN' && first < 14 && !tokens.slice(1, first).some(({ form }) => form === ','))
    return tokens.slice(last + 1, placed.first - 1).some(({ form }) => form === ',')
  if (!/^(?:since|because|although|though|if|unless)$/.test(lead) || first > 16) return false
  const opening = tokens.slice(1, first)
  // `Since the slump began in May, 300 have left`
  if (lead === 'since' && tokens[last + 1]?.form === ',' && hasPerfect(tokens, last + 2, placed.last + 8)) return false
  return opening.some(isFiniteVerb) && !opening.some(({ form }) => form === ',')
}

const hasPerfect = (tokens: Scene['tokens'], from: number, to: number): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ form, index }) =>
        /^(?:has|have|had)$/.test(form) &&
        /^VB[DN]$/.test(tokens[index + 1]?.tag ?? '') &&
        !/^(?:said|told)$/.test(tokens[index + 1]!.form),
    )

/** `After signing a $3m deal, the club on Friday ended it`: what the sentence opens with was before. */
function isBeyondOpening({ tokens }: Scene, first: number, placed: PlacedFigure): boolean {
  if (first < placed.last) return false
  const opening = tokens.slice(0, Math.min(5, placed.first))
  return (
    opening.some(
      ({ form, index }) => /^(?:after|before|since|despite)$/.test(form) && tokens[index + 1]?.tag === 'VBG',
    ) && tokens.slice(placed.last + 1, first).some(({ form }) => form === ',')
  )
}

/** `it made 19 tons, and Cuba in 1958 produced 18`: a time before the verb of a clause of its own. */
function isBeforeItsVerb({ tokens }: Scene, first: number, last: number, { last: at }: PlacedFigure): boolean {
  if (first < at || !isFiniteVerb(tokens[last + 1])) return false
  return tokens.slice(at + 1, first).some(({ form }) => /^(?:and|but|while)$/.test(form))
}

/** `was formed in May to carry out 11 plans`: what it is for comes later. Of `voted on Monday to close 12 schools` the day is that of the vote. */
function isOfPurpose({ tokens }: Scene, last: number, placed: PlacedFigure): boolean {
  const verb = tokens[last + 2]
  if (placed.first < last || tokens[last + 1]?.form !== 'to' || verb?.tag !== 'VB' || verb.label !== 'advcl')
    return false
  const main = tokens[verb.head]
  return main?.tag === 'VBN' || /^(?:launched|formed|held|met|began|started|created|founded)$/.test(main?.form ?? '')
}

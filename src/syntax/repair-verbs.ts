import { hasTag } from '../text/lexicon.ts'

// Verbs that a tagger, going from left to right, takes for nouns or adjectives because what stands before them is long.

/** Tags of what a verb leads to: an article, an owner, a number, an amount. */
const opensObject = ['DT', 'PRP$', 'CD', '$'] as const
/** Pasts that are spelled like their base form: `forecast`, `cut`. */
const plainPasts = /^(?:forecast|cut|set|put|hit|beat|shed|bid|cost|quit|split|shut)$/

/**
 * Gives a clause its verb back: `Acme, which employs 300, plans to`, `Ada Rowe, 69, owns 9%`, `the firm, the largest of its kind, forecast revenue`,
 * `can process 300 tonnes`, `helped to narrow the gap`. A form in -s or a plain past behind a name or a closing comma is a verb where its clause has no
 * other.
 * @param tags of the words, changed in place
 * @param name numbers of tags by their names
 */
export function repairVerbs(forms: readonly string[], tags: Int32Array, name: (tag: string) => number): void {
  const finite = new Set(['VBD', 'VBZ', 'VBP', 'MD'].map(name))
  const objects = new Set(opensObject.map(name))
  const [noun, plural, adjective, proper, modal, to] = ['NN', 'NNS', 'JJ', 'NNP', 'MD', 'TO'].map(name) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [base, present, past] = ['VB', 'VBZ', 'VBD'].map(name) as [number, number, number]
  let hasVerb = false
  let commas = 0
  let relative: 'none' | 'open' | 'closed' = 'none'
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!
    const tag = tags[i]!
    const before = tags[i - 1]
    const next = tags[i + 1]
    if (/^[;:“”"]$/.test(form)) {
      hasVerb = false
      commas = 0
      relative = 'none'
      continue
    }
    if (form === ',') {
      commas++
      relative = /^(?:which|who|whose)$/.test(forms[i + 1] ?? '') ? 'open' : relative === 'open' ? 'closed' : 'none'
      continue
    }
    if (next !== undefined && (tag === noun || tag === adjective)) {
      const object = objects.has(next)
      if (before === modal && object && hasTag(form, 'Infinitive', 'PresentTense')) tags[i] = base
      else if (
        tag === adjective &&
        before === to &&
        (next === name('DT') || next === name('PRP$')) &&
        leadsToVerb(forms, i)
      )
        tags[i] = base
    }
    if (!hasVerb && relative !== 'open' && i > 0 && next !== undefined) {
      const closed = forms[i - 1] === ',' && commas > 1
      const value = objects.has(next) || forms[i + 1] === '%'
      const leads = value || (relative === 'closed' && (next === noun || next === plural || next === adjective))
      if (tag === plural && /^\p{Ll}+[^s]s$/u.test(form) && hasTag(form, 'PresentTense')) {
        if ((closed && (leads || next === to)) || (before === proper && value)) tags[i] = present
      } else if (closed && plainPasts.test(form) && !finite.has(tag) && (leads || next === noun || next === adjective))
        tags[i] = past
    }
    if (relative !== 'open' && finite.has(tags[i]!)) hasVerb = true
  }
}

/** `helped to narrow`, `is to narrow`: not `according to many`. */
const leadsToVerb = (forms: readonly string[], i: number): boolean =>
  !/^(?:according|due|as|close|similar|thanks|owing|prior)$/.test(forms[i - 2] ?? '') &&
  !/^(?:many|most|all|such|both|few|several|other|half|some)$/.test(forms[i]!)

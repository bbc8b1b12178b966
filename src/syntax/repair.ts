/** Furthest, in words, that a clause's verb stands behind the subject that is given back to it. */
const furthest = 12

/**
 * Gives a finite clause its subject back. A greedy parser takes `it` in `announced it has lost $6bn` for what was announced before it has seen
 * the verb; a finite clause without a subject, right behind an object, is that object's.
 * @param heads, labels changed in place
 */
export function repairSubjects(
  heads: number[],
  labels: string[],
  tags: readonly string[],
  forms: readonly string[],
): void {
  for (let word = 1; word < heads.length; word++) {
    const verb = heads[word]!
    if (verb < 0 || verb >= word || (labels[word] !== 'obj' && labels[word] !== 'iobj')) continue
    if (/^(?:him|her|them|us|me|himself|herself|itself|themselves)$/.test(forms[word]!)) continue
    const clause = findClause(heads, labels, word, verb)
    if (clause === undefined || !isFiniteWithoutSubject(heads, labels, tags, word, clause)) continue
    heads[word] = clause
    labels[word] = 'nsubj'
    for (let k = word + 1; k < clause; k++)
      if (heads[k] === clause && labels[k] === 'aux:pass') labels[word] = 'nsubj:pass'
  }
}

/** The clause that completes the same verb, if nothing but its own words and those of the object stand between. */
function findClause(
  heads: readonly number[],
  labels: readonly string[],
  word: number,
  verb: number,
): number | undefined {
  for (let clause = word + 1; clause < heads.length && clause <= word + furthest; clause++) {
    if (heads[clause] !== verb) continue
    if (labels[clause] !== 'ccomp') return undefined
    for (let k = word + 1; k < clause; k++) if (heads[k]! < word || heads[k]! > clause) return undefined
    return clause
  }
  return undefined
}

function isFiniteWithoutSubject(
  heads: readonly number[],
  labels: readonly string[],
  tags: readonly string[],
  word: number,
  clause: number,
): boolean {
  let finite = /^VB[DZP]$/.test(tags[clause]!)
  for (let k = word + 1; k < heads.length && k <= clause + furthest; k++) {
    if (heads[k] !== clause) continue
    if (/^(?:nsubj|csubj|expl|mark)/.test(labels[k]!)) return false
    if (k < clause && /^(?:aux|cop)/.test(labels[k]!) && /^(?:MD|VB[DZP])$/.test(tags[k]!)) finite = true
  }
  return finite
}

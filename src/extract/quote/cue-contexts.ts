// What the words right before or behind a verb tell of it: that it is passive, a noun's, somebody else's.

export const attributive =
  /(?<![\p{L}])(?:the|a|an|this|that|these|those|his|her|its|their|our|my|no|any|some|every|each|such|first|latest|recent|new|annual|official|public|of|by|in|with|without|from|under|for|other|many|more)\s+$/iu

export const passive =
  /(?<![\p{L}])(?:be|been|being|is|are|was|were|get|got)\s+(?:(?:[\p{Ll}]+ly|also|now|still|not|once|often|widely|first)\s+)?$/iu
export const participle = /(?:ed|id|en|old|eld|ound|eard|ood|ewn|wn|ught|lt)$/i
/** `As reported by the Tribune, ...`: a participle at the start of a sentence. */
export const quotedAs = /\s(?:is|are|was|were)\s(?:\p{Ll}+ly\s)?quoted\s(?:(?:by|in)\s[^,.;:“”"]{2,60}\s)?as\s+$/u
export const dubbed = /^(?:call|dubb|label|labell|brand|term|describ)ed$/i
export const fronted = /(?<![\p{L}])(?:what|which|whom?|that)\s(?:[\p{L}’'.-]+\s){1,6}$/u
/** `Prices rose, as reported by the Tribune`; `As reported by the Tribune, prices rose`. */
export const asCited = /(?:^[\s“"]*(?:(?:But|And|Yet)\s)?As|,\sas)\s(?:(?:first|previously|earlier)\s)?$/

/** Behind a comma alone whatever stands behind these is their object: `He left early, called the vote a farce and ...`. */
export const takesObject =
  /^(?:ask|call|dubb?|label|brand|term|urg|accus|critici[sz]|prais|blam|condemn|denounc|slamm?|mock|thank|invit|order|remind|instruct|encourag|describ|characteri[sz]|reject|propos|promis|threaten|offer|cit|hail|demand|h[eo]ld|portray)\p{Ll}*$/iu
export const sayingSo =
  /^\s(?:so|yes|no|the\ssame|as\smuch|otherwise)(?=\s*[.,;:)]|\s*$|\s(?:in|on|at|during|last|to|of|before|after|by|publicly|earlier|himself|herself|themselves|again|too)(?![\p{L}]))/u
export const possible = /(?<![\p{L}])(?:can|could|may|might|would|should)\s+(?:\p{Ll}+\s+)?$/iu

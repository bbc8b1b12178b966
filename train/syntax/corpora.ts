import { readCorpus } from '../corpora.ts'
import { readConllu, type TreebankSentence } from './conllu.ts'

/** Where each corpus is found: as prepared files, or in checkouts of UniversalDependencies/UD_English-EWT and amir-zeldes/gum. */
const places = {
  ewt: /(?:^|\/)(?:en_ewt-ud-train\.conllu|ud-ewt-train\.conllu(?:\.gz)?)$/,
  gum: /(?:^|\/)(?:gum-free\.conllu(?:\.gz)?|dep\/(?:not-to-release\/)?GUM_(?:academic|bio|court|interview|news|speech|textbook|voyage)_\w+\.conllu)$/,
}

/** Documents of GUM that the project measures itself on: never trained on. */
const leftOut = new Set(
  [
    'interview brotherhood cocktail cyclone daly herrick libertarian licen mcguire mckenzie messina onion shalev',
    'news asylum crane election expo flag homeopathic ie9 imprisoned iodine korea lanterns soccer taxes warhol warming worship',
    'bio byron gordon hadid higuchi holt jerome jespersen marbles padalecki theodorus',
    'court fire mitigation prince property',
    'speech data newzealand school',
    'textbook chemistry evoethics labor union',
  ].flatMap((line) => {
    const [genre, ...names] = line.split(' ')
    return names.map((name) => `GUM_${genre}_${name}`)
  }),
)

/** The sentences to train on, and where they come from. */
export function readTreebanks(folder: string) {
  const ewt = readCorpus(folder, places.ewt)
  const gum = readCorpus(folder, places.gum)
  const read = ({ files }: typeof ewt): TreebankSentence[] => files.flatMap(({ text }) => readConllu(text))
  return {
    sentences: [...read(ewt), ...read(gum).filter(({ document }) => !leftOut.has(document))],
    sources: [
      { name: 'UD English EWT, train', licence: 'CC BY-SA 4.0', sha256: ewt.sha256 },
      {
        name: 'GUM: academic, bio, court, interview, news, speech, textbook, voyage',
        licence: 'CC BY 4.0; texts CC BY or CC BY-SA',
        sha256: gum.sha256,
      },
    ],
  }
}

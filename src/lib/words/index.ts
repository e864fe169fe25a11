export { editDistanceWithin } from "./distance"
export { foldWord } from "./fold"
export { indexWords } from "./index-words"
export { looksLikeWord } from "./likely"
export { queryWords, withCorrections, type OtherWord, type QueryWord } from "./query"
export { stemOf, stemsOf } from "./stem"
export { tokensOf, type Token } from "./tokens"
export {
  expandSynonyms,
  prepareSynonyms,
  type Expansion,
  type Phrase,
  type SynonymGroup,
  type Synonyms,
} from "./synonyms"
export { SYNONYM_SEED } from "./synonym-seed"

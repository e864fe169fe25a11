import { SynonymService } from "./synonym-service"

/** A chain, one file per subject: the log of searches, histories, what nobody needs any more, synonyms. */
class SearchLogModuleService extends SynonymService {}

export default SearchLogModuleService

import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { replaceSearch } from "../../access/replace-search"
import { noteAnswered } from "./suggest/note-search"
import { keepSearchFresh } from "../../../workflows/search/fresh"
import { searchWithSynonyms } from "../../../workflows/search/synonyms"

/** Searches with what the operator has said of words, and notes what was asked. */
export function searchOurWay(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction): void {
  keepSearchFresh(req.scope)
  replaceSearch(req, async (queries, search) => {
    const answers = await searchWithSynonyms(req.scope, queries, search)
    noteAnswered(req, queries, answers)
    return answers
  })
  next()
}

import { MiddlewareRoute, validateAndTransformBody } from "@medusajs/framework/http"
import { refuseNul } from "../../access/refuse-nul"
import { validateQuery } from "../../access/validate-query"
import { searchAllAreas } from "./all-areas"
import { ChangeSynonym, ListSynonyms, NewSynonym, NoBody, Report } from "./validators"

export const adminSearchMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/search", methods: ["GET"], middlewares: [refuseNul, searchAllAreas] },
  { matcher: "/admin/search/synonyms", middlewares: [refuseNul] },
  { matcher: "/admin/search/synonyms", methods: ["GET"], middlewares: [validateQuery(ListSynonyms)] },
  {
    matcher: "/admin/search/synonyms",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(NewSynonym)],
  },
  {
    matcher: "/admin/search/synonyms/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ChangeSynonym)],
  },
  { matcher: "/admin/search/report", methods: ["GET"], middlewares: [validateQuery(Report)] },
  { matcher: "/admin/search/reindex", methods: ["POST"], middlewares: [validateAndTransformBody(NoBody)] },
]

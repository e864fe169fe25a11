import { useInfiniteQuery } from "@tanstack/react-query"
import { api, ApiError } from "../../../lib/api"
import { keyOf } from "../../../lib/query"
import { Filters } from "./filters"
import { SalesPage } from "./types"

const PATH = "/merchant/sales"
const LIMIT = 50

/** Pages of the journal, one after another by key; what is sold meanwhile shifts none of them. */
export function useJournal(filters: Filters) {
  return useInfiniteQuery<SalesPage, ApiError, { pages: SalesPage[] }, unknown[], string | null>({
    queryKey: [...keyOf(PATH, filters), "pages"],
    queryFn: ({ pageParam, signal }) =>
      api.get<SalesPage>(PATH, { ...filters, after: pageParam, limit: LIMIT }, signal),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    retry: (count, error) => count < 2 && (error.status === 0 || error.status >= 500),
  })
}

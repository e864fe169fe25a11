import {
  keepPreviousData,
  useMutation,
  UseMutationOptions,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query"
import { toast } from "@medusajs/ui"
import { api, ApiError, chosenCompany, Query } from "./api"
import { useText } from "./text"

/** Key of everything that was read for the company in hand; another company never sees it. */
export const keyOf = (path: string, query?: Query) => ["bozor", chosenCompany() ?? "", path, query ?? {}]

type Options = { enabled?: boolean; refetchInterval?: number; staleTime?: number }

/** Reads a route. The last page stays on the screen while the next one is fetched. */
export function useApi<T>(path: string, query?: Query, options: Options = {}) {
  return useQuery<T, ApiError>({
    queryKey: keyOf(path, query),
    queryFn: ({ signal }) => api.get<T>(path, query, signal),
    placeholderData: keepPreviousData,
    retry: (count, error) => count < 2 && (error.status === 0 || error.status >= 500),
    ...options,
  })
}

/**
 * A write. What was read is read anew afterwards; a failure is told in the reader's language.
 * @param said what to tell when it worked
 */
export function useAct<T, Input = void>(
  act: (input: Input) => Promise<T>,
  said?: string,
  options: Omit<UseMutationOptions<T, ApiError, Input>, "mutationFn"> = {}
) {
  const client = useQueryClient()
  const { explain } = useText()
  return useMutation<T, ApiError, Input>({
    ...options,
    mutationFn: act,
    onSuccess: async (data, input, context) => {
      if (said) {
        toast.success(said)
      }
      await client.invalidateQueries({ queryKey: ["bozor"] })
      await options.onSuccess?.(data, input, context)
    },
    onError: (error, input, context) => {
      toast.error(explain(error))
      return options.onError?.(error, input, context)
    },
  })
}

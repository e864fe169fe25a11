import { z } from "@medusajs/framework/zod"

/** `once=true` answers what is so now and ends: for a look by hand, and for tests. */
export const ListenToEvents = z
  .object({ once: z.enum(["true", "false"]).default("false") })
  .transform(({ once }) => ({ once: once === "true" }))
export type ListenToEventsQuery = z.infer<typeof ListenToEvents>

/** What the bare route answers: the same JSON as the route that it is compared to. */
export const answer: { body: unknown } = { body: {} }

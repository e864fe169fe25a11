type Db = { raw: <Row>(statement: string, values?: unknown[]) => Promise<{ rows: Row[] }> }

/** A search of a shopper's and a group of synonyms, for the walk over all routes. */
export async function makeSearches(db: Db, customerId: string) {
  await db.raw(
    `insert into search_history (id, owner_id, folded, text, searched_at) values ('shis_walk', ?, 'choi', 'choy', now())`,
    [customerId]
  )
  await db.raw(
    `insert into search_synonym (id, words, key) values ('ssyn_walk', '{choy,гурунт}', 'choi|gurunt')`
  )
  return { search: "shis_walk", synonym: "ssyn_walk" }
}

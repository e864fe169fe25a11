import { readFileSync } from "node:fs"
import path from "node:path"
import { IS_GUEST, MOST_LIKES, MOST_LIST_ITEMS, MOST_LISTS, VISITOR_PREFIX } from "../limits"
import { refusal } from "../refuse"

const migration = readFileSync(path.join(__dirname, "../../migrations/Migration20261121180726.ts"), "utf8")

describe("limits of likes", () => {
  it.each([
    ["like_owner_likes_most", "like_count", MOST_LIKES, "LIKES_FULL"],
    ["like_owner_lists_most", "list_count", MOST_LISTS, "LIKE_LISTS_FULL"],
    ["like_list_items_most", "item_count", MOST_LIST_ITEMS, "LIKE_LIST_FULL"],
  ])("%s is the constraint that the table has, and is told as such", (name, column, most, code) => {
    expect(migration).toContain(`constraint "${name}" check ("${column}" <= ${most})`)
    const raised = new Error(`new row for relation "like_owner" violates check constraint "${name}"`)
    expect(refusal(raised)).toMatchObject({ code, message: expect.stringContaining(String(most)) })
  })

  it("leaves any other error as it is", () => {
    const other = new Error("connection lost")
    expect(refusal(other)).toBe(other)
    expect(refusal(undefined)).toBe(undefined)
  })

  it("tells visitors from customers in one way", () => {
    expect(IS_GUEST).toBe(`owner_id like '${VISITOR_PREFIX.replace("_", "\\_")}%'`)
    expect(migration).toContain(String.raw`where owner_id like 'vis\\_%'`)
  })
})

import { prepareSynonyms } from "../../../lib/words"
import { meilisearchSynonyms } from "../meilisearch/layout"

describe("the synonyms that Meilisearch is told", () => {
  it("lead from each word of a group to the others, and of a one-way group from the first alone", () => {
    const all = prepareSynonyms([
      ["telefon", "smartfon", "mobil telefon"],
      ["sok", "nektar"],
      ["nektar", "sharbat"],
    ])
    // The second group is one-way: its other words do not lead to it.
    const groupsOf = new Map([...all.groupsOf, ["nektar", [2]]] as Array<[string, number[]]>)
    const told = meilisearchSynonyms({ ...all, groupsOf })
    expect(told.telefon).toEqual(["smartfon", "mobil telefon"])
    expect(told["mobil telefon"]).toEqual(["telefon", "smartfon"])
    expect(told.sok).toEqual(["nektar"])
    expect(told.nektar).toEqual(["sharbat"])
  })
})

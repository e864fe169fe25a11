import fc from "fast-check"
import { marked } from "../marks"

const found = (text: string, words: string[]) =>
  marked(text, words)
    .filter(({ isMarked }) => isMarked)
    .map((piece) => piece.text)

describe("suspicious words of a review", () => {
  it.each([
    ["Sotuvchi ahmoq ekan", ["ahmoq"], ["ahmoq"]],
    ["Сотувчи АҲМОҚ экан!", ["ahmoq"], ["АҲМОҚ"]],
    ["они axmoqlar, да", ["axmoq"], ["axmoqlar,"]],
    ["вот с у к а какая", ["сука"], ["с у к а"]],
    ["Mazali, rahmat", ["ahmoq"], []],
    ["Mazali, rahmat", [], []],
  ])("%s", (text, words, expected) => expect(found(text, words)).toEqual(expected))

  it("are marked without changing a letter of the text", () => {
    const text = fc.array(fc.constantFrom("ahmoq", "с", "у", "к", "а", " ", "\n", "mazali", "!"))
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join("")
        expect(
          marked(whole, ["ahmoq", "сука"])
            .map((piece) => piece.text)
            .join("")
        ).toBe(whole)
      })
    )
  })
})

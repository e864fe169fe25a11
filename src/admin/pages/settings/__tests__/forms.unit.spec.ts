import {
  allNotesBody,
  deliveryBody,
  deliveryOf,
  isDeliveryRight,
  notesOf,
  profileBody,
  profileOf,
  requisitesBody,
  requisitesErrors,
  requisitesOf,
  somOf,
} from "../lib/forms"
import { Company } from "../lib/types"

const company: Company = {
  id: "comp_1",
  name: "Baraka",
  handle: "baraka",
  phone: "+998901234567",
  email: null,
  address: null,
  logo_url: null,
  payment_notes: null,
  opening_hours: null,
}

it("what was not touched is sent as it was", () => {
  expect(profileBody(profileOf(company))).toEqual({
    name: "Baraka",
    phone: "+998901234567",
    email: null,
    address: null,
    logo_url: null,
  })
  expect(allNotesBody(notesOf(company))).toEqual({ payment_notes: null, opening_hours: null })
  const notes = { uz: "Naqd", ru: null, en: null }
  expect(allNotesBody(notesOf({ ...company, payment_notes: notes })).payment_notes).toEqual(notes)
})

describe("requisites", () => {
  const draft = { ...requisitesOf(company), tax_id_type: "stir" as const, tax_id: "301 234 567" }

  it("are sent without the spaces that people write, and the tax number with its kind", () => {
    expect(requisitesBody({ ...draft, bank_account: "20208 000 9001 2345 6001" })).toMatchObject({
      tax_id_type: "stir",
      tax_id: "301234567",
      bank_account: "20208000900123456001",
    })
    expect(requisitesBody({ ...draft, tax_id_type: "" })).toMatchObject({ tax_id_type: null, tax_id: null })
  })

  it("say what is wrong before they are sent", () => {
    expect(requisitesErrors(draft)).toEqual({})
    const wrong = { ...draft, tax_id_type: "pinfl" as const, bank_account: "1", bank_mfo: "444" }
    expect(requisitesErrors(wrong)).toEqual({
      tax_id: "pinflHint",
      bank_account: "bankAccountHint",
      bank_mfo: "mfoHint",
    })
  })
})

describe("a way of delivery", () => {
  it.each([
    ["20 000", 20_000],
    ["20\u00a0000", 20_000],
    ["", null],
    ["0", 0],
    ["12,5", NaN],
    ["-5", NaN],
    ["1e3", NaN],
  ])("takes %p for %p so‘m", (text, som) => {
    expect(somOf(text)).toBe(som)
  })

  it("needs an Uzbek name and whole sums", () => {
    const draft = { ...deliveryOf(null), name: { uz: "Kuryer", ru: "", en: "" }, price: "20 000" }
    expect([isDeliveryRight(draft), deliveryBody(draft)]).toEqual([
      true,
      { name: { uz: "Kuryer", ru: null, en: null }, price: 20_000, free_from: null, is_enabled: true },
    ])
    expect(isDeliveryRight({ ...draft, name: { uz: "", ru: "Курьер", en: "" } })).toBe(false)
    expect(isDeliveryRight({ ...draft, price: "kam" })).toBe(false)
    expect(isDeliveryRight({ ...draft, free_from: "0" })).toBe(false)
  })
})

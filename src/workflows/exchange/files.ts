import { MedusaContainer } from "@medusajs/framework/types"
import { Language } from "../../documents"
import { Cell } from "../../modules/exchange/lib/fields"
import { ImportDTO } from "../../modules/exchange/service"
import { exportFields, headerLine } from "./lib/export-row"
import { HEADERS, WORDS } from "./lib/headers"
import { presentError } from "./lib/row-texts"
import { FileFormat, sheetFile } from "./lib/sheet-file"
import { listRows } from "./queries/imports"

/** Rows of an import that were refused, as they came, and behind each why. */
export async function errorFile(
  container: MedusaContainer,
  found: ImportDTO,
  { format, language }: { format: FileFormat; language: Language }
): Promise<Buffer> {
  const { columns, row_count } = found
  const { rows } = await listRows(container, found.id, { status: "error", limit: row_count, offset: 0 })
  const lines = rows.map(({ cells, errors }): Cell[] => [
    ...columns.map(({ index }) => cells[index] ?? ""),
    (errors ?? [])
      .map((error) => {
        const { field, message } = presentError(error, language)
        return field ? `${HEADERS[language][field]}: ${message}` : message
      })
      .join("; "),
  ])
  const head = [...columns.map(({ header }) => header), WORDS[language].reason]
  return sheetFile([head, ...lines], format, language, WORDS[language].goods)
}

/** An empty sheet with the headers of an import, and two rows that show how it is filled in. */
export function templateFile(wish: {
  format: FileFormat
  language: Language
  shows_cost: boolean
}): Promise<Buffer> {
  const { format, language } = wish
  const fields = exportFields(wish.shows_cost).filter((field) => field !== "id")
  const sample = SAMPLES[language].map((row) => fields.map((field) => row[field] ?? ""))
  return sheetFile([headerLine(fields, language), ...sample], format, language, WORDS[language].goods)
}

type SampleRow = Partial<Record<ReturnType<typeof exportFields>[number], Cell>>

const TEA = { cost: 12_000, markup_percent: 25, price: 15_000, barcode: "4780000000014", stock: 40, ikpu: "" }
const SHIRT = { cost: 60_000, markup_percent: 50, price: 90_000, shop_code: "F-101", stock: 5, group: "1" }
const SAMPLES: Record<Language, SampleRow[]> = {
  uz: [
    { ...TEA, name_uz: "Ko‘k choy 100 g", name_ru: "Чай зелёный 100 г", is_visible: "ha" },
    { ...SHIRT, name_uz: "Futbolka", options: "Rang: oq; O‘lcham: L", is_visible: "ha" },
  ],
  ru: [
    { ...TEA, name_uz: "Ko‘k choy 100 g", name_ru: "Чай зелёный 100 г", is_visible: "да" },
    {
      ...SHIRT,
      name_uz: "Futbolka",
      name_ru: "Футболка",
      options: "Цвет: белый; Размер: L",
      is_visible: "да",
    },
  ],
  en: [
    { ...TEA, name_uz: "Ko‘k choy 100 g", name_en: "Green tea 100 g", is_visible: "yes" },
    {
      ...SHIRT,
      name_uz: "Futbolka",
      name_en: "T-shirt",
      options: "Color: white; Size: L",
      is_visible: "yes",
    },
  ],
}

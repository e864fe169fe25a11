import { formatDate, Language } from "../../../documents"
import { lazily } from "../../../lib/lazily"
import { StatementLineView, StatementView } from "../../../modules/ledger/lib/statements"
import { FIGURES, kindText, statementTexts } from "./texts"

const xlsx = lazily<typeof import("@e965/xlsx")>("@e965/xlsx")

const sum = (tiyin: number) => tiyin / 100

/**
 * A statement as a workbook: figures on the first sheet, lines on the second. Texts are cells of kind text, so none is
 * ever read as a formula; amounts are numbers in the currency's main unit.
 */
export function statementXlsx(
  statement: StatementView,
  lines: StatementLineView[],
  language: Language
): Buffer {
  const { utils, write } = xlsx()
  const texts = statementTexts(language)
  const { company } = statement
  const summary = [
    [texts.title, statement.id],
    [texts.company, company.legal_name || company.name],
    [texts.tax_id, company.tax_id ?? ""],
    [texts.bank, [company.bank_account, company.bank_mfo].filter(Boolean).join(" / ")],
    [texts.period, `${statement.period_from} – ${statement.period_to}`],
    [texts.status, texts[statement.status]],
    [texts.proof, statement.proof ?? ""],
    [texts.currency, statement.currency_code.toUpperCase()],
    ...FIGURES.map(([label, column, sign]) => [texts[label], sum(sign * statement[column])]),
  ]
  const head = [
    texts.date,
    texts.kind,
    texts.document,
    "",
    texts.sales,
    texts.commission,
    texts.refunds,
    texts.ad_spend,
    texts.received,
    texts.paid_out,
    texts.amount,
  ]
  const rows = lines.map((line) => [
    formatDate(new Date(line.occurred_at)),
    kindText(line.kind, texts),
    line.reference,
    line.memo ?? "",
    ...[
      line.sales_tiyin,
      -line.commission_tiyin,
      -line.refunds_tiyin,
      -line.ad_spend_tiyin,
      -line.received_tiyin,
      -line.paid_out_tiyin,
      line.amount_tiyin,
    ].map(sum),
  ])
  const book = utils.book_new()
  const first = utils.aoa_to_sheet(summary)
  first["!cols"] = [{ wch: 36 }, { wch: 44 }]
  utils.book_append_sheet(book, first, sheetName(texts.title))
  const second = utils.aoa_to_sheet([head, ...rows])
  second["!cols"] = [12, 18, 40, 24, 16, 16, 16, 16, 16, 16, 16].map((wch) => ({ wch }))
  utils.book_append_sheet(book, second, sheetName(texts.kind))
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer
}

/** A sheet's name: 31 characters at most, some of them forbidden. */
function sheetName(text: string): string {
  return text.replace(/[:\\/?*[\]]/g, " ").slice(0, 31)
}

import { Block, facts, formatAmount, formatDate, formatMoney, Language, Sheet } from "../../../documents"
import { BozorOptions } from "../../../lib/options"
import { StatementLineView, StatementView } from "../../../modules/ledger/lib/statements"
import { FIGURES, kindText, statementTexts } from "./texts"

/** A printed page of more would help nobody; the XLSX has all. */
const MAX_LINES = 1000

type Market = BozorOptions["market"]

/** `21.11.2026` of a day that the calendar of Tashkent named already. */
const readableDay = (day: string) => day.split("-").reverse().join(".")

/** A statement as a page: who, when, the figures, and every line. */
export function statementSheet(
  statement: StatementView,
  lines: StatementLineView[],
  { language, market }: { language: Language; market: Market }
): Sheet {
  const texts = statementTexts(language)
  const { company, currency_code: currency } = statement
  const bank = (account?: string | null, mfo?: string | null) => [account, mfo].filter(Boolean).join(" / ")
  const money = (tiyin: number) => formatMoney(tiyin, currency, language)
  const blocks: Block[] = [
    {
      kind: "pair",
      left: {
        kind: "facts",
        title: texts.company,
        rows: facts([
          [texts.company, company.legal_name || company.name],
          [texts.tax_id, company.tax_id],
          [texts.bank, bank(company.bank_account, company.bank_mfo)],
          [texts.address, company.address],
        ]),
      },
      right: {
        kind: "facts",
        title: texts.market,
        rows: facts([
          [texts.market, market.name],
          [texts.tax_id, market.tax_id],
          [texts.bank, bank(market.bank_account, market.bank_mfo)],
          [texts.address, market.address],
        ]),
      },
    },
    {
      kind: "facts",
      rows: facts([
        [texts.status, texts[statement.status]],
        [texts.proof, statement.proof],
      ]),
    },
    {
      kind: "totals",
      rows: FIGURES.map(([label, column, sign]) => ({
        label: texts[label],
        value: money(sign * statement[column]),
        is_main: label === "closing" || label === "payout",
      })),
    },
    {
      kind: "table",
      columns: [
        { label: texts.date },
        { label: texts.kind },
        { label: texts.document, is_wide: true },
        { label: texts.amount, align: "right" },
      ],
      rows: lines
        .slice(0, MAX_LINES)
        .map((line) => [
          formatDate(new Date(line.occurred_at)),
          kindText(line.kind, texts),
          line.memo ? { text: line.memo, note: line.reference } : line.reference,
          formatAmount(line.amount_tiyin, currency, language),
        ]),
    },
    ...(lines.length > MAX_LINES ? [{ kind: "note" as const, text: texts.more_lines }] : []),
  ]
  return {
    language,
    title: texts.title,
    subtitle: `${company.name}, ${readableDay(statement.period_from)} – ${readableDay(statement.period_to)}`,
    blocks,
    footer: statement.id,
  }
}

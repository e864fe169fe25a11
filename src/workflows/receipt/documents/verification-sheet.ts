import { facts, formatMoney, formatTime, Language, Sheet } from "../../../documents"
import { Verification } from "../queries/present"
import { receiptTexts } from "./messages"

/** What proves a receipt to whoever scanned its code, and nothing else. */
export function verificationSheet(proof: Verification, language: Language): Sheet {
  const texts = receiptTexts(language)
  return {
    language,
    title: texts.genuine,
    subtitle: texts.genuine_note,
    blocks: [
      {
        kind: "facts",
        rows: facts([
          [texts.kind, texts[proof.kind]],
          [texts.number, proof.number],
          [texts.issued_at, formatTime(new Date(proof.issued_at))],
          [texts.seller, proof.seller.name],
          [proof.seller.tax_id_type === "pinfl" ? texts.pinfl : texts.stir, proof.seller.tax_id],
          [texts.total, formatMoney(Math.round(proof.total * 100), proof.currency_code, language)],
          [texts.fiscal_sign, proof.fiscal_sign],
        ]),
      },
    ],
    footer: texts.time_note,
  }
}

/** For a code that leads to no receipt: a mistyped address, or a forged paper. */
export function unknownReceiptSheet(language: Language): Sheet {
  const texts = receiptTexts(language)
  return {
    language,
    title: texts.unknown,
    blocks: [{ kind: "note", text: texts.unknown_note, is_strong: true }],
  }
}

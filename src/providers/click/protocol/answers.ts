import { ClickAction, isClickId } from "./call"
import { CLICK_NOTES, ClickErrorCode } from "./errors"
import { ClickFields } from "./fields"

/**
 * The JSON text of an answer (Click SHOP API 2.1, 2.2). Ids stand in it digit by digit as bare numbers, also beyond
 * 2^53 (C-18); what could not be read is null.
 * @param id our prepare or confirm id; null when there is none to tell
 */
export function answerText(
  action: ClickAction,
  fields: ClickFields | null,
  id: number | null,
  code: ClickErrorCode
): string {
  const trans = fields?.get("click_trans_id")
  const reference = fields?.get("merchant_trans_id")
  const name = action === "prepare" ? "merchant_prepare_id" : "merchant_confirm_id"
  return [
    `{"click_trans_id":${isClickId(trans) ? trans : "null"}`,
    `"merchant_trans_id":${reference === undefined ? "null" : JSON.stringify(reference)}`,
    `"${name}":${id ?? "null"}`,
    `"error":${code}`,
    `"error_note":${JSON.stringify(CLICK_NOTES[code])}}`,
  ].join(",")
}

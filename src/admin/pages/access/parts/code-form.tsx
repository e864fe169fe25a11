import { useState } from "react"
import { Button } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { TextField } from "../../../components/field"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { asCode, isCode } from "../lib/code"
import { Access } from "../lib/types"

/** A first code, or another one; the old one and everything printed with it is of no more use then. */
export function CodeForm({ access, onClose }: { access: Access; onClose: () => void }) {
  const { t } = useText()
  const [text, setText] = useState("")
  const save = useAct(
    (code: string) => api.post("/merchant/company/visibility", { is_private: access.is_private, code }),
    t("access.code.changed"),
    { onSuccess: onClose }
  )
  const code = asCode(text)
  const isWrong = code.length > 0 && !isCode(code)
  return (
    <div className="flex max-w-md flex-col gap-y-3">
      <TextField
        label={t("access.code.label")}
        hint={t("access.code.rule")}
        error={isWrong && code.length >= 5 ? t("access.code.wrong") : undefined}
        value={text}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        className="font-mono uppercase tracking-wider"
        onText={setText}
      />
      <div className="flex gap-2">
        {access.code ? (
          <>
            <ConfirmButton
              label={t("access.code.change")}
              question={t("access.code.changeQuestion")}
              isDanger
              variant="primary"
              disabled={!isCode(code) || code === access.code}
              isLoading={save.isPending}
              onConfirm={() => save.mutate(code)}
            />
            <Button size="small" variant="secondary" onClick={onClose}>
              {t("words.cancel")}
            </Button>
          </>
        ) : (
          <Button
            size="small"
            disabled={!isCode(code)}
            isLoading={save.isPending}
            onClick={() => save.mutate(code)}
          >
            {t("access.code.set")}
          </Button>
        )}
      </div>
    </div>
  )
}

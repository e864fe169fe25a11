import { Link, useNavigate } from "react-router-dom"
import { Button } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { ApiError } from "../../../lib/api"
import { useText } from "../../../lib/text"
import { actionsOf } from "../lib/state"
import type { Ad } from "../lib/types"
import { useAdActs } from "../lib/use-ads"

/** What its company can do with an ad now. */
export function AdActions({ ad }: { ad: Ad }) {
  const { t } = useText()
  const navigate = useNavigate()
  const can = actionsOf(ad)
  const { submit, pause, resume, end, remove } = useAdActs("/merchant", ad, () => navigate("/shop/ads"))
  // What is not whole yet is shown where it can be filled in.
  const lead = ({ status }: ApiError) =>
    status === 400 && navigate(`/shop/ads/${ad.id}/edit`, { state: { isChecked: true } })
  return (
    <>
      {can.has("delete") && (
        <ConfirmButton
          label={t("words.delete")}
          question={t("ads.actions.deleteQuestion", { name: ad.name })}
          isDanger
          variant="secondary"
          isLoading={remove.isPending}
          onConfirm={() => remove.mutate()}
        />
      )}
      {can.has("end") && (
        <ConfirmButton
          label={t("ads.actions.end")}
          question={t("ads.actions.endQuestion", { name: ad.name })}
          isLoading={end.isPending}
          onConfirm={() => end.mutate()}
        />
      )}
      {can.has("pause") && (
        <Button size="small" variant="secondary" isLoading={pause.isPending} onClick={() => pause.mutate()}>
          {t("ads.actions.pause")}
        </Button>
      )}
      {can.has("resume") && (
        <Button size="small" variant="secondary" isLoading={resume.isPending} onClick={() => resume.mutate()}>
          {t("ads.actions.resume")}
        </Button>
      )}
      {can.has("edit") && (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/shop/ads/${ad.id}/edit`}>{t("words.edit")}</Link>
        </Button>
      )}
      {can.has("submit") && (
        <Button
          size="small"
          isLoading={submit.isPending}
          onClick={() => submit.mutate(undefined, { onError: lead })}
        >
          {t("ads.actions.submit")}
        </Button>
      )}
    </>
  )
}

import { ConfirmButton } from "../../components/confirm"
import { api } from "../../lib/api"
import { useAct } from "../../lib/query"
import { useText } from "../../lib/text"
import { Company, CompanyState } from "./lib/types"

type Verb = "approve" | "suspend" | "reinstate" | "archive"

/** Which moves a state allows; the server has the same table and the last word. */
const MOVES: Record<CompanyState, Verb[]> = {
  pending: ["approve", "archive"],
  active: ["suspend", "archive"],
  suspended: ["reinstate", "archive"],
  archived: [],
}
const DANGEROUS: Verb[] = ["suspend", "archive"]

/** What may be done with a company now, each with its question; stopping one needs a reason. */
export function CompanyActions({ company, only }: { company: Company; only?: Verb[] }) {
  const { t } = useText()
  const act = useAct(
    ({ verb, reason }: { verb: Verb; reason: string }) =>
      api.post(`/admin/companies/${company.id}/${verb}`, reason ? { reason } : {}),
    t("market.companies.changed")
  )
  return (
    <>
      {MOVES[company.status]
        .filter((verb) => !only || only.includes(verb))
        .map((verb) => (
          <ConfirmButton
            key={verb}
            label={t(`market.companies.${verb}`)}
            question={t(`market.companies.${verb}Question`, { name: company.name })}
            variant={verb === "approve" ? "primary" : "secondary"}
            asksReason={DANGEROUS.includes(verb)}
            isDanger={DANGEROUS.includes(verb)}
            isLoading={act.isPending && act.variables?.verb === verb}
            onConfirm={(reason) => act.mutate({ verb, reason })}
          />
        ))}
    </>
  )
}

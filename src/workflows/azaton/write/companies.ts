import { Modules } from "@medusajs/framework/utils"
import { toHandle } from "../../../lib/handle"
import { secretToken, sha256 } from "../../../lib/ids"
import { approveCompanyWorkflow, createCompanyWorkflow, updateCompanyWorkflow } from "../../company"
import { CompanyPlan } from "../plans"
import { Note } from "../types"
import { drawCompanyCode } from "./lib/company-code"
import { drawId } from "./lib/ids"
import { insertRows } from "./lib/rows"
import { keyOf, Kind, Ready, Run, Saved, Trx } from "./types"

/** An owner's link opens its company for this long. */
const LINK_MS = 72 * 3_600_000

type Found = { id: string; status: string; code: string | null; is_private: boolean }

/**
 * Companies, by the workflows that everybody makes them with. Those run outside the batch's transaction, so a company's id
 * is made of its old one: a run that was cut off finds what it had made.
 */
export const companies: Kind<"companies"> = {
  entity: "companies",
  target_type: "company",
  grows: [],
  print: `select id, md5(concat_ws('|', name, handle, phone, coalesce(code, '-'), is_private, legal_name, tax_id, address, email,
                 commission_percent, case when status = 'pending' then 'new' when status = 'active' then 'new' else status end)) as print
            from company where id = any(?)`,
  // Nothing to hold: the workflows change the row on a connection of their own, and would wait for this one.
  lock: `select id from company where id = any(?)`,
  async save(trx, run, plans) {
    const saved = new Map<string, Saved>()
    for (const plan of plans) {
      saved.set(keyOf(plan), await saveCompany(trx, run, plan))
    }
    return saved
  },
}

async function saveCompany(trx: Trx, run: Run, plan: Ready<"companies">): Promise<Saved> {
  const id = companyId(run.source, plan.legacy_id)
  const { value } = plan
  const { rows } = await trx.raw<Found>(`select id, status, code, is_private from company where id = ?`, [id])
  const found = rows[0]
  const { code, notes } = await codeFor(trx, id, value, found?.code ?? null)
  const facts = { name: value.name, phone: value.phone ?? "", code }
  if (found) {
    await runQuietly(run, updateCompanyWorkflow, { id, update: facts })
    if (found.is_private !== value.is_private) {
      const text = "Whether a company is private is changed by an operator, with its goods in mind."
      notes.push({ code: "privacy_not_changed", text })
    }
  } else {
    const handle = await freeHandle(trx, value.name)
    const company = { ...facts, id, handle, is_private: value.is_private }
    await runQuietly(run, createCompanyWorkflow, { company })
  }
  if (!value.needs_review && (found?.status ?? "pending") === "pending") {
    await runQuietly(run, approveCompanyWorkflow, { company_id: id })
  }
  await linkOwner(trx, run, id, value)
  return { target_id: id, notes }
}

/** Equal for equal old companies, in every run. */
function companyId(source: string, legacyId: string): string {
  return `comp_${sha256(`${source}:companies:${legacyId}`).slice(0, 26).toUpperCase()}`
}

/** Runs a workflow of ours without telling anybody: an import is no news. */
async function runQuietly(run: Run, workflow: unknown, input: unknown): Promise<void> {
  const eventGroupId = drawId("azaton")
  const runner = (workflow as typeof createCompanyWorkflow)(run.container)
  await runner.run({ input: input as never, context: { eventGroupId, preventReleaseEvents: true } })
  await run.container.resolve(Modules.EVENT_BUS).clearGroupedEvents(eventGroupId)
}

/** The code a company keeps or gets; one that another company of the market has is not given twice. */
async function codeFor(trx: Trx, id: string, value: CompanyPlan, present: string | null) {
  const notes: Note[] = []
  if (value.code !== null) {
    const { rows } = await trx.raw(
      `select 1 from company where code = ? and id <> ? and deleted_at is null`,
      [value.code, id]
    )
    if (rows.length === 0) {
      return { code: value.code, notes }
    }
    notes.push({ code: "company_code_taken", text: "Another company of the market has this code." })
  }
  return { code: present ?? (value.is_private ? drawCompanyCode() : null), notes }
}

async function freeHandle(trx: Trx, name: string): Promise<string> {
  const base = toHandle(name) || "dokon"
  const { rows } = await trx.raw<{ handle: string }>(
    `select handle from company where handle = ? or handle like ?`,
    [base, `${base}-%`]
  )
  const taken = new Set(rows.map(({ handle }) => handle))
  for (let number = 2; ; number++) {
    const handle = number === 2 ? base : `${base}-${number - 1}`
    if (!taken.has(handle)) {
      return handle
    }
  }
}

/** The line goes out before the digest is kept: a link that opens nothing does no harm, a lost one would. */
async function linkOwner(trx: Trx, run: Run, companyId: string, value: CompanyPlan): Promise<void> {
  const { rows } = await trx.raw(
    `select 1 from company_owner_link where company_id = ?
      union all select 1 from company_member where company_id = ? and status <> 'removed' and deleted_at is null`,
    [companyId, companyId]
  )
  if (!run.links || !value.invites_owner || rows.length > 0) {
    return
  }
  const token = secretToken()
  const who = [value.owner.first_name, value.owner.last_name].filter(Boolean).join(" ")
  run.links([value.name, value.phone ?? "", who, `/owner/${token}`].join("\t"))
  await insertRows(trx, "company_owner_link", [
    {
      id: drawId("olink"),
      company_id: companyId,
      token_sha256: sha256(token),
      expires_at: new Date(Date.now() + LINK_MS).toISOString(),
    },
  ])
}

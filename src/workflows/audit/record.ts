import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AUDIT_MODULE } from "../../modules/audit"
import { changedFields } from "../../modules/audit/lib/changes"
import { mask, plainText } from "../../modules/audit/lib/mask"
import AuditModuleService from "../../modules/audit/service"
import { Draft, Outcome } from "../../modules/audit/types"
import { Actor, labelOf } from "./labels"
import { idOfAnswer, Target, targetOf } from "./lib/target"
import { Snapshot, snapshotOf } from "./snapshot"

/** A write as the request tells it. */
export type Attempt = {
  at: number
  actor: Actor
  /** The company that the guard let it act for; of an operator's call the row tells it. */
  company_id: string | null
  method: string
  /** The route, `/merchant/listings/:id`. */
  pattern: string
  params: Record<string, string>
  body: unknown
  address: string | null
}

/** The answer, as far as the log needs it. */
export type Answer = { status: number; body: unknown; files: unknown }

/** A write between its beginning and its answer. */
export type OpenRecord = { intent_id: string; draft: Draft; target: Target; before: Snapshot }

export const auditOf = (container: MedusaContainer) => container.resolve<AuditModuleService>(AUDIT_MODULE)

/** 401 and 403 are denials; whatever else is refused has failed. */
export function outcomeOf(status: number): Outcome {
  if (status === 401 || status === 403) {
    return "denied"
  }
  return status < 400 ? "done" : "failed"
}

function draftOf(attempt: Attempt, label: string | null, target: Target): Draft {
  return {
    at: new Date(attempt.at).toISOString(),
    duration_ms: null,
    actor_type: attempt.actor.type,
    actor_id: attempt.actor.id,
    actor_label: label,
    company_id: attempt.company_id,
    action: `${attempt.method} ${plainText(attempt.pattern, 300)}`,
    entity_type: target.type,
    entity_id: target.ids.length === 1 ? plainText(target.ids[0], 200) : null,
    before: null,
    after: null,
    changed: [],
    body: mask(attempt.body),
    outcome: "interrupted",
    status_code: null,
    error_code: null,
    address: attempt.address,
    count: 1,
  }
}

/**
 * Rows as they are. A statement that does not fit the tables (a host's own, another version's) must not close the shop: the
 * entry then says that they could not be read. Who did what is told all the same.
 */
async function rowsOf(container: MedusaContainer, target: Target, ids: string[]): Promise<Snapshot> {
  try {
    return await snapshotOf(container, target.entity, ids)
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? "unknown")
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`audit: rows of ${target.type} can't be read: ${code}`)
    return { rows: { unreadable: code }, company_id: null }
  }
}

/** `/merchant/company` names no id: it is the company that the caller acts for. */
function targetOfAttempt({ pattern, params, body, company_id }: Attempt): Target {
  const target = targetOf(pattern, params, body)
  const isOwnCompany = pattern === "/merchant/company" && company_id
  return isOwnCompany ? { ...target, ids: [company_id] } : target
}

/**
 * Writes down what is about to be tried, with the rows as they are. Whoever calls this lets nobody through when it fails.
 * @throws whatever the database says
 */
export async function openRecord(container: MedusaContainer, attempt: Attempt): Promise<OpenRecord> {
  const target = targetOfAttempt(attempt)
  const [label, before] = await Promise.all([
    labelOf(container, attempt.actor),
    rowsOf(container, target, target.ids),
  ])
  const draft = {
    ...draftOf(attempt, label, target),
    company_id: attempt.company_id ?? before.company_id,
    before: mask(before.rows),
  }
  return { intent_id: await auditOf(container).intend(draft), draft, target, before }
}

function errorCodeOf({ status, body }: Answer): string | null {
  const { code, type } = (body ?? {}) as { code?: unknown; type?: unknown }
  const said = status < 400 ? null : (code ?? type)
  return typeof said === "string" || typeof said === "number" ? plainText(String(said), 100) : null
}

function bodyOf(draft: Draft, files: unknown): unknown {
  return files ? { ...((draft.body as object | null) ?? {}), files } : draft.body
}

/** Notes the answer: the rows as they are now, and the entry on its way into the chain. */
export async function closeRecord(
  container: MedusaContainer,
  record: OpenRecord,
  answer: Answer
): Promise<void> {
  const { draft, target, before, intent_id } = record
  const outcome = outcomeOf(answer.status)
  const facts = {
    ...draft,
    duration_ms: Math.max(0, Date.now() - Date.parse(draft.at)),
    outcome,
    status_code: answer.status,
    error_code: errorCodeOf(answer),
    body: bodyOf(draft, answer.files),
  }
  const audit = auditOf(container)
  if (outcome !== "done") {
    return refuse(container, facts, intent_id)
  }
  const made = target.ids.length === 0 && target.entity ? idOfAnswer(answer.body) : null
  const after = await rowsOf(container, target, made ? [made] : target.ids)
  audit.finish({
    ...facts,
    company_id: facts.company_id ?? after.company_id,
    entity_id: facts.entity_id ?? (made ? plainText(made, 200) : null),
    after: mask(after.rows),
    changed: changedFields(before.rows, after.rows),
    intent_id,
  })
}

/** What was refused changed nothing, so there is no before and after; what nobody was refused is counted only. */
async function refuse(container: MedusaContainer, facts: Draft, intentId?: string): Promise<void> {
  const audit = auditOf(container)
  if (facts.actor_type !== "nobody") {
    return audit.finish({ ...facts, before: null, ...(intentId && { intent_id: intentId }) })
  }
  audit.deny(facts)
  if (intentId) {
    await audit.forget(intentId)
  }
}

/** Notes a write that was refused before its beginning was written down: by the guard, or by Medusa itself. */
export async function recordRefusal(
  container: MedusaContainer,
  attempt: Attempt,
  answer: Answer
): Promise<void> {
  const target = targetOfAttempt(attempt)
  const label = await labelOf(container, attempt.actor)
  await refuse(container, {
    // Of nobody only a count is kept: their body, which may be megabytes, is not looked at.
    ...draftOf(attempt.actor.type === "nobody" ? { ...attempt, body: null } : attempt, label, target),
    duration_ms: Math.max(0, Date.now() - attempt.at),
    outcome: outcomeOf(answer.status),
    status_code: answer.status,
    error_code: errorCodeOf(answer),
  })
}

import {
  createApiKeysWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  revokeApiKeysWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../modules/company"
import { CompanyErrors } from "../../modules/company/errors"
import CompanyModuleService from "../../modules/company/service"

/**
 * What a private company's shoppers come in through: a sales channel of its own and a publishable key to it alone. Every
 * step can be done again after a crash: what is there already is found by the company's id.
 */

const companiesOf = (container: MedusaContainer) => container.resolve<CompanyModuleService>(COMPANY_MODULE)

/** A company's own channel, made when it is first needed; it is never anybody else's, and never public. */
export async function ensureChannel(
  container: MedusaContainer,
  company: { id: string; name: string }
): Promise<string> {
  const { private_channel_id } = await companiesOf(container).doorOf(company.id)
  if (private_channel_id) {
    return private_channel_id
  }
  const mark = { bozor: "private", company_id: company.id }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select id from sales_channel where metadata @> ?::jsonb and deleted_at is null order by created_at limit 1`,
      [JSON.stringify(mark)]
    )
  const id = rows[0]?.id ?? (await makeChannel(container, company, mark))
  await companiesOf(container).furnishDoor(company.id, { private_channel_id: id })
  return id
}

async function makeChannel(
  container: MedusaContainer,
  company: { id: string; name: string },
  metadata: object
) {
  const facts = {
    name: `${company.name} (${company.id})`,
    description: "Goods of a private company",
    metadata,
  }
  const [channel] = await container.resolve(Modules.SALES_CHANNEL).createSalesChannels([facts as never])
  return channel.id
}

/** The token of a private company's publishable key; null while it has none. One statement. */
export async function publishableKeyOf(
  container: MedusaContainer,
  companyId: string
): Promise<string | null> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ token: string }> }>(
      `select k.token from company_door d join api_key k on k.id = d.publishable_key_id
        where d.company_id = ? and d.deleted_at is null and k.deleted_at is null and k.revoked_at is null`,
      [companyId]
    )
  return rows[0]?.token ?? null
}

/** The key, made where a private company with a channel lacks one. Under the company's lock. */
export async function ensureKey(container: MedusaContainer, companyId: string): Promise<void> {
  if (!(await publishableKeyOf(container, companyId))) {
    await renewKey(container, companyId)
  }
}

/**
 * Gives a private company a new publishable key and revokes the one it had. Under the company's lock.
 * @throws {MedusaError} COMPANY_NOT_PRIVATE
 */
export async function renewKey(container: MedusaContainer, companyId: string): Promise<string> {
  const { is_private, private_channel_id, publishable_key_id } =
    await companiesOf(container).doorOf(companyId)
  if (!is_private || !private_channel_id) {
    throw CompanyErrors.notPrivate()
  }
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: {
      api_keys: [{ title: titleOf(companyId), type: ApiKeyType.PUBLISHABLE, created_by: "bozor" }],
    },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: keys[0].id, add: [private_channel_id] },
  })
  await companiesOf(container).furnishDoor(companyId, { publishable_key_id: keys[0].id })
  await revokeKeys(container, companyId, publishable_key_id, keys[0].id)
  return keys[0].token
}

/** Takes the key of a company away that has become public. Under the company's lock. */
export async function dropKey(container: MedusaContainer, companyId: string): Promise<void> {
  const { publishable_key_id } = await companiesOf(container).doorOf(companyId)
  if (publishable_key_id) {
    await revokeKeys(container, companyId, publishable_key_id)
    await companiesOf(container).furnishDoor(companyId, { publishable_key_id: null })
  }
}

const titleOf = (companyId: string) => `Private: ${companyId}`

/** Revokes a company's keys but for one: also those that a crash has left without a door of theirs. */
async function revokeKeys(container: MedusaContainer, companyId: string, known: string | null, kept = "") {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select id from api_key where (title = ? or id = ?) and id <> ? and type = 'publishable'
          and revoked_at is null and deleted_at is null`,
      [titleOf(companyId), known, kept]
    )
  if (rows.length > 0) {
    await revokeApiKeysWorkflow(container).run({
      input: { selector: { id: rows.map(({ id }) => id) }, revoke: { revoked_by: "bozor" } },
    })
  }
}

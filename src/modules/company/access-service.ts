import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sha256 } from "../../lib/ids"
import { BozorOptions, readOptions } from "../../lib/options"
import { isUniqueViolation, sql } from "../../lib/sql"
import { CompanyErrors } from "./errors"
import { drawAccessKey, fitsKey, normalCode } from "./lib/codes"
import { Door, endGrant, EndedGrant, insertGrant, lookBehind, selectDoor, writeDoor } from "./lib/doors"
import { PeopleService } from "./people-service"

/** The doors of private companies: who may enter, by what, and who is in. */
export class AccessService extends PeopleService {
  readonly options: BozorOptions

  // Medusa hands a module's service its container and the options it was registered with.
  constructor(...args: unknown[]) {
    super(...(args as []))
    this.options = readOptions(args[1])
  }

  /**
   * Lets a customer into the private company with a code, and its access key where it has one. Repeated, it changes nothing.
   * Every refusal is one answer after one statement and the same work: it tells nobody which of them it was.
   * @returns the company, and the id of the grant when it is new
   * @throws {MedusaError} COMPANY_JOIN_REFUSED
   */
  @InjectManager()
  async enter(
    input: { customer_id: string; code: string; access_key?: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<{ company_id: string; grant_id?: string }> {
    assertId(input.customer_id, "customer id")
    const code = normalCode(input.code)
    const behind = await lookBehind(context, code, input.customer_id)
    const isRight = fitsKey(input.access_key, behind.access_key_sha256)
    const { company_id, access_key_sha256, is_member } = behind
    if (!isRight || !behind.is_open || behind.is_barred || company_id === null) {
      throw CompanyErrors.joinRefused()
    }
    if (is_member) {
      return { company_id }
    }
    const id = generateEntityId(undefined, "cacc")
    const { customer_id } = input
    const grant_id = await insertGrant(context, { id, company_id, customer_id, code, access_key_sha256 })
    // Another call of theirs may have come first; then they are in. Or the door was shut between the two statements.
    if (!grant_id && !(await lookBehind(context, code, customer_id)).is_member) {
      throw CompanyErrors.joinRefused()
    }
    return { company_id, grant_id }
  }

  /** Ends a customer's own membership; undefined when there was none. */
  @InjectTransactionManager()
  async leave(
    input: { company_id: string; customer_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<EndedGrant | undefined> {
    assertId(input.company_id, "company id")
    assertId(input.customer_id, "customer id")
    return endGrant(context, input, "customer")
  }

  /**
   * Shows a customer out. They may not come back by the same code and key.
   * @throws {MedusaError} 404 for another company's grant, and for one that has ended
   */
  @InjectTransactionManager()
  async revokeGrant(
    input: { company_id: string; id: string },
    @MedusaContext() context: Context = {}
  ): Promise<EndedGrant> {
    assertId(input.company_id, "company id")
    assertId(input.id, "access grant id")
    const ended = await endGrant(context, input, "company")
    if (!ended) {
      throw notFound("Access grant", input.id)
    }
    return ended
  }

  /** A company's door. @throws {MedusaError} 404 for an unknown company */
  @InjectManager()
  async doorOf(companyId: string, @MedusaContext() context: Context = {}): Promise<Door> {
    assertId(companyId, "company id")
    const door = await selectDoor(context, companyId)
    if (!door) {
      throw notFound("Company", companyId)
    }
    return door
  }

  /** Notes the channel or the publishable key of a company's door. */
  @InjectTransactionManager()
  async furnishDoor(
    companyId: string,
    fields: { private_channel_id?: string; publishable_key_id?: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    assertId(companyId, "company id")
    await writeDoor(context, generateEntityId(undefined, "cdoor"), companyId, fields)
  }

  /**
   * Makes a new access key; the old one dies. It is told this once, and kept as its digest.
   * @returns the key
   */
  @InjectTransactionManager()
  async renewAccessKey(companyId: string, @MedusaContext() context: Context = {}): Promise<string> {
    assertId(companyId, "company id")
    const key = drawAccessKey()
    const fields = { access_key_sha256: sha256(key), renewed_at: new Date() }
    await writeDoor(context, generateEntityId(undefined, "cdoor"), companyId, fields)
    return key
  }

  /** From now on the code alone lets in. Whoever was shown out stays out: nothing new has been handed to them. */
  @InjectTransactionManager()
  async dropAccessKey(companyId: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(companyId, "company id")
    await writeDoor(context, generateEntityId(undefined, "cdoor"), companyId, { access_key_sha256: null })
  }

  /**
   * Gives a company its code; a new one opens the door again to those who were shown out by the old one.
   * @throws {MedusaError} COMPANY_CODE_TAKEN
   */
  @InjectTransactionManager()
  async writeCode(companyId: string, code: string, @MedusaContext() context: Context = {}): Promise<void> {
    assertId(companyId, "company id")
    const changed = await sql(
      context,
      `update company set code = ?, updated_at = now() where id = ? and code is distinct from ? returning id`,
      [code, companyId, code]
    ).catch((error: unknown) => {
      throw isUniqueViolation(error) ? CompanyErrors.codeTaken() : error
    })
    if (changed.length > 0) {
      const id = generateEntityId(undefined, "cdoor")
      await writeDoor(context, id, companyId, { renewed_at: new Date() })
    }
  }
}

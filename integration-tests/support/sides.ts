import { randomUUID } from "node:crypto"
import { paymeId } from "../../scripts/support/payme-caller"
import { lookAtCheckout, uzumCheckoutUrl } from "../../src/workflows/uzum-checkout"
import { ClickCaller, ClickReply } from "../emulators/click"
import { UzumCheckoutEmulator } from "../emulators/uzum-checkout"
import { CLICK_SERVICE, paymentOf } from "./click"
import { PaymeWorld, Purchase } from "./payme"
import { codeOf, Uzum } from "./uzum"

/** What a provider was told: its own word, and whether that word means that the call was taken. */
export type Told = { code: unknown; taken: boolean }

/** A payment that a provider has begun; `null` when it was refused at once. */
export type Begun = Told & { payment: unknown }

/**
 * One provider's way to pay an order group, in two moves that every provider has under its own name: begin (create,
 * prepare, register) and confirm (perform, complete: the money has been taken). Each side carries its protocol's words for
 * the five cases that all providers owe.
 */
export type Side = {
  name: string
  provider_id: string
  open?: () => Promise<void>
  close?: () => Promise<void>
  /** @param more tiyin on top of what the group costs */
  begin: (purchase: Purchase, more?: number) => Promise<Begun>
  confirm: (payment: unknown) => Promise<Told>
  /** Confirms a payment that was never begun. */
  confirmUnknown: (purchase: Purchase) => Promise<Told>
  words: {
    repeat: unknown
    unknown: unknown
    wrongAmount: unknown
    /** Begun for a cancelled group; confirmed after the group was cancelled. */
    canceledBegin: unknown
    canceledConfirm: unknown
    /** Begun, or confirmed, after another provider was paid. */
    takenBegin: unknown
    takenConfirm: unknown
  }
}

const addressOf = (world: PaymeWorld) =>
  (world.api as unknown as { defaults: { baseURL: string } }).defaults.baseURL

export function paymeSide(world: PaymeWorld): Side {
  const told = (answer: { result?: object; error?: { code: number } }): Told => ({
    code: answer.error?.code ?? "ok",
    taken: !!answer.result,
  })
  return {
    name: "Payme",
    provider_id: "pp_payme_payme",
    async begin(purchase, more = 0) {
      const id = paymeId()
      const answer = await world.payme.create({ ...purchase, amount: purchase.amount + more }, id)
      return { ...told(answer), payment: id }
    },
    confirm: async (id) => told(await world.payme.perform(id as string)),
    confirmUnknown: async () => told(await world.payme.perform(paymeId())),
    words: {
      // Payme alone replays: the stored answer again.
      repeat: "ok",
      unknown: -31003,
      wrongAmount: -31001,
      canceledBegin: -31052,
      canceledConfirm: -31008,
      takenBegin: -31051,
      takenConfirm: -31008,
    },
  }
}

export function clickSide(world: PaymeWorld): Side {
  const click = new ClickCaller(() => addressOf(world), CLICK_SERVICE)
  const told = ({ error }: ClickReply): Told => ({ code: error, taken: error === 0 })
  return {
    name: "Click",
    provider_id: "pp_click_click",
    async begin({ reference, amount }, more = 0) {
      const fields = click.prepareFields(paymentOf({ reference, amount: amount + more }))
      const reply = await click.send(fields)
      return { ...told(reply), payment: { fields, id: reply.merchant_prepare_id } }
    },
    async confirm(payment) {
      const { fields, id } = payment as { fields: Record<string, string>; id: number }
      return told(await click.send(click.completeFields(fields, id)))
    },
    async confirmUnknown({ reference, amount }) {
      const fields = click.prepareFields(paymentOf({ reference, amount }))
      return told(await click.send(click.completeFields(fields, 999_999_999)))
    },
    words: {
      repeat: -4,
      unknown: -6,
      wrongAmount: -2,
      canceledBegin: -9,
      canceledConfirm: -9,
      takenBegin: -4,
      takenConfirm: -4,
    },
  }
}

export function uzumSide(world: PaymeWorld): Side {
  const uzum = new Uzum(world.api)
  const told = (answer: Awaited<ReturnType<Uzum["check"]>>): Told => ({
    code: codeOf(answer),
    taken: answer.http === 200,
  })
  const accountOf = ({ reference, amount }: Purchase) => ({ account: { order_id: reference }, amount })
  return {
    name: "Uzum Bank",
    provider_id: "pp_uzum_uzum",
    async begin(purchase, more = 0) {
      const id = randomUUID()
      const { account, amount } = accountOf(purchase)
      return { ...told(await uzum.create({ account, amount: amount + more }, id)), payment: id }
    },
    confirm: async (id) => told(await uzum.confirm(id as string)),
    confirmUnknown: async () => told(await uzum.confirm(randomUUID())),
    words: {
      repeat: "10016",
      unknown: "10014",
      wrongAmount: "10011",
      canceledBegin: "10009",
      canceledConfirm: "10015",
      takenBegin: "10008",
      takenConfirm: "10015",
    },
  }
}

/** Uzum Checkout is asked, not told: its callback is only a hint, so what counts is what its API says of the order. */
export function uzumCheckoutSide(world: PaymeWorld): Side {
  const provider_id = "pp_uzumcheckout_uzumcheckout"
  const terminal = { terminal_id: "00000000-0000-4000-8000-00000000000a", api_key: "FAKE-CHECKOUT-KEY" }
  const emulator = new UzumCheckoutEmulator({
    callback_url: () => `${addressOf(world)}/hooks/uzum-checkout/fake-callback-token-0001`,
    terminals: [terminal],
  })
  const isPaid = async (orderId: string) => {
    const row = await world.gateway.findTransaction({ provider_id, external_id: orderId })
    return row?.state === 2
  }
  return {
    name: "Uzum Checkout",
    provider_id,
    async open() {
      await emulator.listen()
      world.gateway.options.uzum_checkout.terminals[0].base_url = emulator.base_url
    },
    close: () => emulator.close(),
    async begin(purchase, more = 0) {
      const [payable] = await world.gateway.payablesOf([purchase.group_id])
      const url = await uzumCheckoutUrl(world.getContainer(), payable)
      const orderId = url?.split("/pay/")[1] ?? ""
      if (more !== 0) {
        // Nobody but us names the amount; should Uzum know another one all the same, its payment must not count.
        emulator.orders.get(orderId)!.amount += more
        emulator.pay(orderId)
        await lookAtCheckout(world.getContainer(), { provider_id, external_id: orderId }, Date.now())
        return { code: "not booked", taken: await isPaid(orderId), payment: orderId }
      }
      return { code: url ? "ok" : "no page", taken: !!url, payment: orderId }
    },
    async confirm(payment) {
      const orderId = payment as string
      const order = emulator.orders.get(orderId)!
      const status = await emulator.tell(order.status === "REGISTERED" ? emulator.pay(orderId) : order)
      return { code: status, taken: await isPaid(orderId) }
    },
    async confirmUnknown() {
      const status = await emulator.callBack({
        orderId: randomUUID(),
        operationState: "SUCCESS",
        operationType: "COMPLETE",
        orderNumber: "nobody-1",
      })
      return { code: status, taken: false }
    },
    words: {
      repeat: 200,
      unknown: 200,
      wrongAmount: "not booked",
      canceledBegin: "no page",
      canceledConfirm: 200,
      takenBegin: "no page",
      takenConfirm: 200,
    },
  }
}

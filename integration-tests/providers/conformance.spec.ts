import { expectSoundBooks } from "../support/books"
import { PaymeWorld, paidBooks, paymeSuite, Purchase, unpaidBooks } from "../support/payme"
import { clickSide, paymeSide, Side, uzumCheckoutSide, uzumSide } from "../support/sides"

/**
 * The five cases that every provider owes, asked of all of them in the same words: repeat, reorder, wrong amount, cancelled
 * order, and a second provider paying the same group. What a provider pays must be booked exactly once, and whoever comes
 * too late is refused in its own protocol's words. (Stripe is paid before the order exists; its suite asks it the same.)
 */
paymeSuite("what all providers owe", (world: PaymeWorld) => {
  const sides: Side[] = [paymeSide(world), clickSide(world), uzumSide(world), uzumCheckoutSide(world)]
  let group: Purchase

  beforeEach(async () => {
    group = world.pair
    for (const side of sides) {
      await side.open?.()
    }
  })
  afterEach(async () => {
    await expectSoundBooks(world.getContainer())
    for (const side of sides) {
      await side.close?.()
    }
  })

  const begun = async (side: Side, purchase = group) => {
    const { payment, taken, code } = await side.begin(purchase)
    expect({ side: side.name, taken, code }).toMatchObject({ side: side.name, taken: true })
    return payment
  }
  const paid = async (side: Side, purchase = group) => {
    const payment = await begun(side, purchase)
    expect(await side.confirm(payment)).toMatchObject({ taken: true })
    return payment
  }
  const cancel = () =>
    world.api.post(
      `/merchant/orders/${group.orders[0].id}/cancel`,
      { reason: "tugadi" },
      world.bread.id === group.orders[0].company.id ? world.bread.owner.headers : world.phones.owner.headers
    )

  describe.each(sides.map((side) => [side.name, side] as const))("%s", (_, side) => {
    it("repeat: the same confirmation again books nothing more", async () => {
      const payment = await paid(side)
      const books = await world.books(group)
      expect(books).toEqual(paidBooks(group))
      for (let time = 0; time < 3; time++) {
        expect((await side.confirm(payment)).code).toEqual(side.words.repeat)
      }
      expect(await world.books(group)).toEqual(books)
    })

    it("twenty confirmations at once book one payment", async () => {
      const payment = await begun(side)
      await Promise.all(Array.from({ length: 20 }, () => side.confirm(payment)))
      expect(await world.books(group)).toEqual(paidBooks(group))
    })

    it("reorder: a confirmation of what was never begun changes nothing, and the right order still works", async () => {
      const before = await world.everything()
      expect(await side.confirmUnknown(group)).toEqual({ code: side.words.unknown, taken: false })
      expect(await world.everything()).toBe(before)
      await paid(side)
      expect((await side.begin(group)).code).toEqual(side.words.takenBegin)
      expect(await world.books(group)).toEqual(paidBooks(group))
    })

    it("wrong amount: a tiyin more or less is refused", async () => {
      for (const [purchase, more] of [
        [group, 1],
        [world.solo, -1],
      ] as const) {
        expect(await side.begin(purchase, more)).toMatchObject({ code: side.words.wrongAmount, taken: false })
        expect(await world.books(purchase)).toEqual(unpaidBooks(purchase))
      }
    })

    it("cancelled order: nothing can be begun, and what was begun is not confirmed", async () => {
      const payment = await begun(side)
      await cancel()
      await world.groupBecomes(group, "canceled")
      const told = await side.confirm(payment)
      expect(told).toEqual({ code: side.words.canceledConfirm, taken: false })
      expect((await side.begin(group)).code).toEqual(side.words.canceledBegin)
      expect(await world.books(group)).toMatchObject({ captures: 0, payments: 0 })
    })
  })

  describe.each(
    sides.flatMap((first) =>
      sides
        .filter((second) => second !== first)
        .map((second) => [first.name, second.name, first, second] as const)
    )
  )("%s pays, %s comes second", (_, __, first, second) => {
    it("refused in its own words, whether it had begun before or not", async () => {
      await paid(first)
      expect((await second.begin(group)).code).toEqual(second.words.takenBegin)
      expect(await world.books(group)).toEqual(paidBooks(group))
    })

    // Payme and Uzum Bank reserve the order for themselves while their transaction lives.
    const reserves = (side: Side) => ["Payme", "Uzum Bank"].includes(side.name)
    it(
      reserves(first) && reserves(second)
        ? "cannot even begin while the first has begun"
        : "both have begun: whoever confirms first wins",
      async () => {
        const payment = await begun(first)
        if (reserves(first) && reserves(second)) {
          expect(await second.begin(group)).toMatchObject({ taken: false })
          return
        }
        const late = await begun(second)
        expect(await first.confirm(payment)).toMatchObject({ taken: true })
        expect(await second.confirm(late)).toEqual({ code: second.words.takenConfirm, taken: false })
        expect(await world.books(group)).toEqual(paidBooks(group))
      }
    )
  })

  it("ten confirmations of Click and ten of Payme at once: exactly one wins", async () => {
    const [payme, click] = sides
    const [one, other] = [await begun(payme), await begun(click)]
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? payme.confirm(one) : click.confirm(other)))
    )
    const winners = new Set(
      told.flatMap(({ taken }, index) => (taken ? [index % 2 ? "Payme" : "Click"] : []))
    )
    expect(winners.size).toBe(1)
    expect(await world.books(group)).toEqual(paidBooks(group))
  })
})

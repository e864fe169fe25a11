import fc from "fast-check"
import { isAmount } from "../lib/amount"
import {
  canChange,
  canDecide,
  canSee,
  checkDecision,
  Decidable,
  limitOf,
  NO_POLICY,
  Person,
  Policy,
  statusOfNew,
} from "../lib/approval"
import { changedExpense, isSameExpense } from "../lib/changes"
import { ExpenseRow } from "../lib/rows"

const person = (role: string, permissions: string[] = ["expense:write", "expense:approve"]): Person => ({
  company_id: "comp_a",
  user_id: `user_${role}`,
  role,
  permissions,
})
const policy: Policy = { requires_approval: true, limits: { manager: 100, crole_x: 50 } }
const of = (created_by: string | null, amount: number, status: Decidable["status"] = "submitted") => ({
  created_by,
  amount,
  status,
})
const row = (facts: Partial<ExpenseRow> = {}): ExpenseRow => ({
  id: "exp_1",
  company_id: "comp_a",
  day: "2026-11-20",
  amount: 200,
  category_id: "rent",
  note: null,
  payee: null,
  payment_method: "cash",
  status: "approved",
  sanctioned_amount: 150,
  created_by: "user_accountant",
  decided_by: "user_owner",
  ...facts,
})

describe("the limit of a role", () => {
  it("is none without approval and for the owner, what is named, and otherwise nothing", () => {
    expect(limitOf(NO_POLICY, "accountant")).toBeNull()
    expect(
      ["owner", "manager", "crole_x", "accountant", "toString"].map((role) => limitOf(policy, role))
    ).toEqual([null, 100, 50, 0, 0])
    expect(limitOf({ ...policy, limits: { owner: 10 } }, "owner")).toBe(10)
  })
})

describe("a decision", () => {
  const refusal = (who: Person, expense: Decidable, sanctioned: number | null) => {
    try {
      return checkDecision(policy, who, expense, sanctioned)
    } catch (error) {
      return (error as { code: string }).code
    }
  }

  it("is taken by somebody else within their limit, or says why not", () => {
    const manager = person("manager")
    expect(refusal(manager, of("user_accountant", 100), 100)).toBeUndefined()
    expect(refusal(manager, of("user_accountant", 101), 101)).toBe("EXPENSE_ABOVE_LIMIT")
    expect(refusal(manager, of("user_accountant", 101), 100)).toBeUndefined()
    expect(refusal(manager, of("user_accountant", 101), null)).toBeUndefined()
    expect(refusal(manager, of("user_accountant", 90), 91)).toBe("EXPENSE_SANCTIONED_TOO_MUCH")
    expect(refusal(manager, of("user_accountant", 90, "approved"), 90)).toBe("EXPENSE_ALREADY_DECIDED")
    expect(refusal(manager, of("user_accountant", 90, "rejected"), null)).toBe("EXPENSE_ALREADY_DECIDED")
    expect(refusal(person("accountant"), of(null, 1), null)).toBe("EXPENSE_ABOVE_LIMIT")
    expect(refusal(person("manager", []), of(null, 1), 1)).toBe("EXPENSE_ABOVE_LIMIT")
  })

  it("about one's own above one's limit is never taken, not even for a part", () => {
    const own = (amount: number, sanctioned: number | null) =>
      refusal(person("manager"), of("user_manager", amount), sanctioned)
    expect(own(101, 101)).toBe("EXPENSE_OWN_ABOVE_LIMIT")
    expect(own(101, 100)).toBe("EXPENSE_OWN_ABOVE_LIMIT")
    expect(own(101, null)).toBe("EXPENSE_OWN_ABOVE_LIMIT")
    expect(own(100, 100)).toBeUndefined()
  })

  const amounts = fc.integer({ min: 1, max: 1_000 })
  const limits = fc.dictionary(
    fc.constantFrom("owner", "manager", "accountant"),
    fc.integer({ min: 0, max: 1_000 })
  )
  const roles = fc.constantFrom("owner", "manager", "accountant")

  it("never lets more through than was claimed, nor more than the decider's limit, nor one's own above it", () => {
    fc.assert(
      fc.property(limits, roles, fc.boolean(), amounts, amounts, (named, role, isOwn, amount, sanctioned) => {
        const settled: Policy = { requires_approval: true, limits: named }
        const who = person(role)
        const limit = limitOf(settled, role) ?? Infinity
        const expense = of(isOwn ? who.user_id : "user_other", amount)
        let passes = true
        try {
          checkDecision(settled, who, expense, sanctioned)
        } catch {
          passes = false
        }
        const isAllowed = sanctioned <= amount && sanctioned <= limit && (!isOwn || amount <= limit)
        expect(passes).toBe(isAllowed)
        expect(!passes || canDecide(settled, who, expense)).toBe(true)
        // Writing it down anew and approving one's own say the same.
        expect(canDecide(settled, who, of(who.user_id, amount))).toBe(
          statusOfNew(settled, role, amount) === "approved"
        )
      })
    )
  })
})

describe("an expense", () => {
  it("is seen by its author and by who reads everybody's", () => {
    expect(canSee(person("manager", []), { created_by: "user_manager" })).toBe(true)
    expect(canSee(person("manager", []), { created_by: null })).toBe(false)
    expect(canSee(person("manager", ["expense:read"]), { created_by: null })).toBe(true)
  })

  it("is changed by its author until somebody else approved it, and by who manages expenses", () => {
    const author = person("accountant", ["expense:write"])
    expect(canChange(author, row({ status: "submitted", decided_by: null }))).toBe(true)
    expect(canChange(author, row({ status: "rejected" }))).toBe(true)
    expect(canChange(author, row({ decided_by: author.user_id }))).toBe(true)
    expect(canChange(author, row())).toBe(false)
    expect(canChange(person("manager"), row({ status: "submitted", decided_by: null }))).toBe(false)
    expect(canChange(person("owner", ["expense:write", "expense:manage"]), row())).toBe(true)
    expect(canChange(person("owner", ["expense:manage"]), row())).toBe(false)
  })

  it("keeps its decision while day, amount and category stay, and is decided anew otherwise", () => {
    const owner = person("owner")
    const accountant = person("accountant")
    expect(changedExpense(policy, accountant, row(), { note: "izoh", day: "2026-11-20" })).toMatchObject({
      note: "izoh",
      status: "approved",
      sanctioned_amount: 150,
      decided_by: "user_owner",
      was_decided_now: false,
    })
    // What was sanctioned stays what it was when only its day moves.
    expect(changedExpense(policy, owner, row(), { day: "2026-11-19" })).toMatchObject({
      status: "approved",
      sanctioned_amount: 150,
      was_decided_now: true,
    })
    expect(changedExpense(policy, accountant, row(), { day: "2026-11-19" })).toMatchObject({
      status: "submitted",
      sanctioned_amount: null,
      decided_by: null,
    })
    expect(changedExpense(policy, owner, row(), { amount: 300 })).toMatchObject({ sanctioned_amount: 300 })
    expect(
      changedExpense(policy, accountant, row({ status: "rejected" }), { note: "cheki bor" }).status
    ).toBe("submitted")
  })

  it("is the same as another when everything its author says is", () => {
    const { day, amount, category_id, note, payee, payment_method } = row()
    const facts = { day, amount, category_id, note, payee, payment_method }
    expect(isSameExpense(row(), facts)).toBe(true)
    expect(isSameExpense(row(), { ...facts, payee: "Ali" })).toBe(false)
  })
})

describe("an amount", () => {
  it("is above nothing, of two decimals at most, and bounded", () => {
    expect([0.01, 1, 12_500.5, 999_999_999_999.99, 1e12].every(isAmount)).toBe(true)
    expect([0, -1, 0.001, 0.1 + 0.2, 1e12 + 1, 1e21, NaN, Infinity].some(isAmount)).toBe(false)
  })

  it("is any whole number of tiyin written as so'm", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e14 }), (tiyin) => isAmount(Number((tiyin / 100).toFixed(2))))
    )
  })
})

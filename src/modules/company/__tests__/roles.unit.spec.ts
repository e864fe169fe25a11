import { Permission, permissionsOf, ROLES } from "../lib/permissions"
import {
  ALL_PERMISSIONS,
  BUILT_IN_ONLY,
  checkedPermissions,
  customPermissions,
  permissionsOfMember,
  refuseBeyond,
} from "../lib/roles"

/** A stream of numbers that is the same in every run (Park and Miller's generator). */
function random(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const codeOf = (run: () => unknown) => {
  try {
    run()
    return null
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe("a role of a company's own", () => {
  it("holds what its maker holds, each once and in the order of the table", () => {
    expect(checkedPermissions(["pos:sell", "order:read", "pos:sell"], permissionsOf("owner"))).toEqual([
      "order:read",
      "pos:sell",
    ])
  })

  it.each([
    [["order:read", "order:eat"], "COMPANY_ROLE_UNKNOWN_PERMISSION"],
    [["__proto__"], "COMPANY_ROLE_UNKNOWN_PERMISSION"],
    [["toString"], "COMPANY_ROLE_UNKNOWN_PERMISSION"],
    [["*"], "COMPANY_ROLE_UNKNOWN_PERMISSION"],
    [["member:write"], "COMPANY_ROLE_FORBIDDEN_PERMISSION"],
  ])("refuses %p with %s", (wanted, code) => {
    expect(codeOf(() => checkedPermissions(wanted as string[], permissionsOf("owner")))).toBe(code)
  })

  it("never gives what its maker lacks, whatever is asked", () => {
    const next = random(20_261_121)
    const names = [...ALL_PERMISSIONS, "order:eat", "MEMBER:WRITE", ""]
    const pick = <T>(from: readonly T[]) => from.filter(() => next(3) === 0)
    for (let round = 0; round < 3000; round++) {
      const held = round % 2 ? permissionsOf(ROLES[next(ROLES.length)]) : pick(ALL_PERMISSIONS)
      const wanted = pick(names)
      let given: Permission[]
      try {
        given = checkedPermissions(wanted, held)
      } catch {
        const isFine = wanted.every(
          (name) => held.includes(name as Permission) && !BUILT_IN_ONLY.includes(name as Permission)
        )
        expect([wanted, held, isFine]).toEqual([wanted, held, false])
        continue
      }
      expect(given.filter((permission) => !held.includes(permission))).toEqual([])
      expect(given.filter((permission) => BUILT_IN_ONLY.includes(permission))).toEqual([])
      expect([...given].sort()).toEqual([...new Set(wanted)].sort())
    }
  })

  it("gives nothing that today's rules forbid, whatever its row says", () => {
    expect(customPermissions(["member:write", "gone:long-ago", "order:read"])).toEqual(["order:read"])
  })
})

describe("a membership", () => {
  it("has exactly its own role's permissions, and nothing of the built-in one beside it", () => {
    const member = { role: "owner" as const, role_id: "crole_1", role_permissions: ["order:read"] }
    expect(permissionsOfMember(member)).toEqual(["order:read"])
    expect(permissionsOfMember({ ...member, role_permissions: null })).toEqual([])
    expect(permissionsOfMember({ role: null, role_id: null, role_permissions: ["order:read"] })).toEqual([])
  })

  it.each(ROLES)("as %s has what the table says", (role) => {
    expect(permissionsOfMember({ role, role_id: null, role_permissions: null })).toEqual(permissionsOf(role))
  })
})

describe("giving a role", () => {
  it("takes every permission of it, so that only an owner makes an owner", () => {
    for (const giver of ROLES) {
      expect([giver, codeOf(() => refuseBeyond(permissionsOf("owner"), permissionsOf(giver)))]).toEqual([
        giver,
        giver === "owner" ? null : "COMPANY_ROLE_BEYOND_YOURS",
      ])
    }
  })
})

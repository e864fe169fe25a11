/**
 * Orders one basket over and over for a while, over several connections, in a process of its own, so that the server has its
 * own to itself: the long way over Medusa's cart, or in one call. Answers how many checkouts, and in how many milliseconds.
 */
const { Buffer } = require("node:buffer")
const { Agent, request } = require("node:http")
const { performance } = require("node:perf_hooks")

process.on("message", async ({ kind, url, key, goods, width, milliseconds }) => {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const call = (method, path, body) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = { "x-publishable-api-key": key, "content-type": "application/json" }
      const req = request(`${url}${path}`, { method, agent, headers }, (res) => {
        const parts = []
        res.on("data", (part) => parts.push(part))
        res.on("end", () => {
          const answer = Buffer.concat(parts).toString()
          return res.statusCode === 200
            ? resolve(JSON.parse(answer))
            : reject(new Error(`${path}: ${res.statusCode} ${answer}`))
        })
      })
      req.on("error", reject)
      req.end(text)
    })
  const { variant_id, option_id, region_id, provider_id, address } = goods
  const email = "xaridor@example.com"
  const ways = {
    /** What a storefront does with Medusa's SDK. */
    async long() {
      const { cart } = await call("POST", "/store/carts", { region_id })
      const path = `/store/carts/${cart.id}`
      await call("POST", `${path}/line-items`, { variant_id, quantity: 1 })
      await call("POST", path, { email, shipping_address: address })
      await call("GET", `/store/shipping-options?cart_id=${cart.id}`)
      await call("POST", `${path}/shipping-methods`, { option_id })
      const { payment_collection } = await call("POST", "/store/payment-collections", { cart_id: cart.id })
      await call("POST", `/store/payment-collections/${payment_collection.id}/payment-sessions`, {
        provider_id,
      })
      return call("POST", `${path}/complete`, {})
    },
    one() {
      return call("POST", "/store/checkout", {
        ...{ region_id, email },
        shipping_address: address,
        items: [{ variant_id, quantity: 1 }],
        delivery: [{ shipping_option_id: option_id }],
        payment: { provider_id },
      })
    },
  }
  const startedAt = performance.now()
  let checkouts = 0
  const shopper = async () => {
    while (performance.now() - startedAt < milliseconds) {
      const { type } = await ways[kind]()
      if (type !== "order") {
        throw new Error("nothing was ordered")
      }
      checkouts++
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, shopper))
    process.send({ checkouts, milliseconds: performance.now() - startedAt })
  } catch (error) {
    process.send({ error: String(error) })
  }
  agent.destroy()
})

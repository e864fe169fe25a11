/**
 * Every route under `/store`, Medusa's and ours, and how a stranger would name a private company's things in it. The walk in
 * `http/private.spec.ts` calls each line twice, with the things and with ids that do not exist, and wants one answer. A route
 * without a line fails the walk.
 *
 * To add a route: `open()` where nothing can be named; `names({ param: "thing" })` where the path has parameters;
 * `{ query, body, headers }` beside it for the rest. Several calls make one line: `[names(…), names(…)]`.
 */

/** What belongs to the private company, or to a member who shops there. */
export const THINGS = [
  "company",
  "handle",
  "code",
  "accessKey",
  "channel",
  "product",
  "productHandle",
  "variant",
  "option",
  "shippingOption",
  "cart",
  "line",
  "payment",
  "order",
  "group",
  "groupToken",
  "receipt",
  "receiptToken",
  "review",
  "likeList",
  "ad",
] as const
export type Thing = (typeof THINGS)[number]

/** What the caller may name of their own or of the public market; the same in both calls. */
export type Ours = {
  region: string
  ourCart: string
  ourLine: string
  publicVariant: string
  category: string
  collection: string
  tag: string
  type: string
  /** A list of likes that a member has shared, with private goods and public ones in it. */
  sharedToken: string
}
export type World = Record<Thing, string> & Ours

type Part<T> = T | ((world: World) => T)
export type Call = {
  params: Record<string, keyof World | `=${string}`>
  query?: Part<string>
  body?: Record<string, unknown> | ((world: World) => unknown)
  headers?: (world: World) => Record<string, string>
  /** What a member with the company's key is answered; by default 200 for GET, and others are not called. */
  member?: number | null
  /** Not a JSON answer that could be compared beyond its status. */
  isDocument?: boolean
}
type Rest = Omit<Call, "params">

const names = (params: Call["params"], rest: Rest = {}): Call => ({ params, ...rest })
const open = (rest: Rest = {}): Call => names({}, rest)

/** All that the product lists allow of what hangs on them. */
const PRODUCTS =
  "fields=*products,*products.variants,*products.options,*products.options.values,*products.images,*products.tags,*products.categories,%2Bproducts.title"
const CATEGORY =
  "fields=*products,products.title,*products.variants,category_children.products.title,*category_children"
const CART =
  "fields=*items,*items.product,*items.variant,*items.variant.product,*items.product.categories,*region,*customer,*promotions,*shipping_methods"
const GOODS =
  "fields=*variants,*variants.calculated_price,*options,*options.values,*categories,*categories.products,*collection.products,*tags.products,*type.products,*sales_channels"
const quantity = { quantity: 2 }
const session = { provider_id: "pp_cash_cash" }

/** A cart of a member's, the caller's own, and one that does not exist. */
const cartRoute = (rest: Rest = {}) => names({ id: "cart" }, { member: null, ...rest })

export const PRIVATE_ROUTES: Record<string, Call | Call[]> = {
  // Medusa's: carts
  "POST /store/carts": [
    open({
      body: ({ variant, region }) => ({ region_id: region, items: [{ variant_id: variant, quantity: 1 }] }),
    }),
    open({ body: ({ channel, region }) => ({ region_id: region, sales_channel_id: channel }) }),
  ],
  "GET /store/carts/:id": names({ id: "cart" }, { query: CART }),
  "POST /store/carts/:id": [
    cartRoute({ body: { email: "begona@example.com" } }),
    names({ id: "ourCart" }, { body: ({ channel }) => ({ sales_channel_id: channel }), member: null }),
  ],
  "POST /store/carts/:id/complete": cartRoute({ body: {} }),
  "POST /store/carts/:id/customer": cartRoute({ body: {} }),
  "POST /store/carts/:id/line-items": [
    cartRoute({ body: ({ publicVariant }) => ({ variant_id: publicVariant, quantity: 1 }) }),
    names({ id: "ourCart" }, { body: ({ variant }) => ({ variant_id: variant, quantity: 1 }), member: null }),
  ],
  "POST /store/carts/:id/line-items/:line_id": [
    names({ id: "cart", line_id: "line" }, { body: quantity, member: null }),
    names({ id: "ourCart", line_id: "line" }, { body: quantity, member: null }),
  ],
  "DELETE /store/carts/:id/line-items/:line_id": [
    names({ id: "cart", line_id: "line" }, { member: null }),
    names({ id: "ourCart", line_id: "line" }, { member: null }),
  ],
  "POST /store/carts/:id/promotions": cartRoute({ body: { promo_codes: ["YOQ"] } }),
  "DELETE /store/carts/:id/promotions": cartRoute({ body: { promo_codes: ["YOQ"] } }),
  "POST /store/carts/:id/shipping-methods": [
    cartRoute({ body: ({ shippingOption }) => ({ option_id: shippingOption }) }),
    names({ id: "ourCart" }, { body: ({ shippingOption }) => ({ option_id: shippingOption }), member: null }),
  ],
  "POST /store/carts/:id/taxes": cartRoute({ body: {} }),
  "GET /store/carts/:id/delivery-options": [
    names({ id: "cart" }),
    names({ id: "ourCart" }, { member: null }),
  ],
  "POST /store/checkout": [
    open({ body: ({ variant }) => ({ items: [{ variant_id: variant, quantity: 1 }] }) }),
    open({
      body: ({ publicVariant, shippingOption }) => ({
        items: [{ variant_id: publicVariant, quantity: 1 }],
        shipping_address: { country_code: "uz" },
        delivery: [{ shipping_option_id: shippingOption }],
      }),
    }),
    open({
      body: ({ publicVariant, channel }) => ({
        items: [{ variant_id: publicVariant, quantity: 1 }],
        sales_channel_id: channel,
      }),
    }),
  ],

  // Medusa's: goods
  "GET /store/products": [
    open({ query: `limit=100&${GOODS}` }),
    open({ query: ({ product }) => `id=${product}` }),
    open({ query: ({ productHandle }) => `handle=${productHandle}` }),
    open({ query: "q=oltin" }),
    open({ query: ({ channel }) => `sales_channel_id=${channel}`, member: null }),
    open({ query: ({ cart }) => `cart_id=${cart}&fields=*variants.calculated_price` }),
    open({ query: ({ category }) => `category_id=${category}` }),
  ],
  "GET /store/products/:id": names({ id: "product" }, { query: GOODS }),
  "GET /store/product-variants": [
    open({ query: "limit=100&fields=*product" }),
    open({ query: ({ variant }) => `id=${variant}` }),
    open({ query: ({ product }) => `product_id=${product}`, member: null }),
  ],
  "GET /store/product-variants/:id": names({ id: "variant" }, { query: "fields=*product,*options" }),
  "GET /store/product-categories": open({ query: `limit=100&${CATEGORY}` }),
  "GET /store/product-categories/:id": names({ id: "category" }, { query: CATEGORY }),
  "GET /store/collections": open({ query: `limit=100&${PRODUCTS}` }),
  "GET /store/collections/:id": names({ id: "collection" }, { query: PRODUCTS }),
  "GET /store/product-tags": open({ query: `limit=100&${PRODUCTS}` }),
  "GET /store/product-tags/:id": names({ id: "tag" }, { query: PRODUCTS }),
  "GET /store/product-types": open({ query: `limit=100&${PRODUCTS}` }),
  "GET /store/product-types/:id": names({ id: "type" }, { query: PRODUCTS }),
  "GET /store/product-options": [
    open({ query: "limit=100&fields=*values,*products" }),
    open({ query: ({ option }) => `id=${option}` }),
    open({ query: "is_exclusive=true&limit=100" }),
    open({ query: "q=Proba" }),
  ],
  "GET /store/product-options/:id": names({ id: "option" }, { query: "fields=*values,*products" }),
  "POST /store/search": open({ body: { entity: "product", filters: { q: "oltin" } }, member: null }),

  // Medusa's: orders, payments, delivery
  "GET /store/orders": [open({ query: "fields=*items" }), open({ query: ({ order }) => `id=${order}` })],
  "GET /store/orders/:id": names({ id: "order" }, { query: "fields=*items,*items.product,*customer" }),
  "POST /store/orders/:id/transfer/request": names({ id: "order" }, { body: {}, member: null }),
  "POST /store/orders/:id/transfer/accept": names({ id: "order" }, { body: { token: "x" }, member: null }),
  "POST /store/orders/:id/transfer/cancel": names({ id: "order" }, { body: {}, member: null }),
  "POST /store/orders/:id/transfer/decline": names({ id: "order" }, { body: { token: "x" }, member: null }),
  "POST /store/payment-collections": open({ body: ({ cart }) => ({ cart_id: cart }), member: null }),
  "POST /store/payment-collections/:id/payment-sessions": names(
    { id: "payment" },
    { body: session, member: null }
  ),
  "GET /store/payment-providers": open({ query: ({ region }) => `region_id=${region}` }),
  "GET /store/shipping-options": [
    open({ query: ({ cart }) => `cart_id=${cart}` }),
    open({
      query: ({ ourCart }) => `cart_id=${ourCart}&fields=*service_zone.fulfillment_set.location`,
      member: null,
    }),
  ],
  "POST /store/shipping-options/:id/calculate": [
    names({ id: "shippingOption" }, { body: ({ ourCart }) => ({ cart_id: ourCart }), member: null }),
    names({ id: "shippingOption" }, { body: ({ cart }) => ({ cart_id: cart }), member: null }),
  ],
  "POST /store/returns": open({
    body: ({ order, line }) => ({
      order_id: order,
      items: [{ id: line, quantity: 1 }],
      return_shipping: { option_id: "so_x" },
    }),
    member: null,
  }),
  "GET /store/return-reasons": open(),
  "GET /store/return-reasons/:id": names({ id: "=rr_none" }),

  // Medusa's: the market and the caller
  "GET /store/regions": open({ query: "fields=*payment_providers" }),
  "GET /store/regions/:id": names({ id: "region" }),
  "GET /store/currencies": open(),
  "GET /store/currencies/:code": names({ code: "=uzs" }),
  "GET /store/locales": open({ member: null }),
  "POST /store/customers": open({ body: { email: "yana@example.com" }, member: null }),
  "GET /store/customers/me": open({ query: "fields=*orders,*groups,*addresses" }),
  "POST /store/customers/me": open({ body: { first_name: "Vali" }, member: null }),
  "GET /store/customers/me/addresses": open(),
  "POST /store/customers/me/addresses": open({ body: { address_1: "Navoiy 2" }, member: null }),
  "GET /store/customers/me/addresses/:address_id": names({ address_id: "=caaddr_x" }, { member: 404 }),
  "POST /store/customers/me/addresses/:address_id": names(
    { address_id: "=caaddr_x" },
    { body: {}, member: null }
  ),
  "DELETE /store/customers/me/addresses/:address_id": names({ address_id: "=caaddr_x" }, { member: null }),

  // Ours: companies
  "GET /store/catalog/products": [
    open({ query: "limit=100&facets=true" }),
    open({ query: ({ product }) => `id=${product}` }),
    open({ query: ({ productHandle }) => `handle=${productHandle}` }),
    open({ query: ({ company }) => `company_id=${company}` }),
    open({ query: "q=oltin" }),
    open({ query: ({ channel }) => `sales_channel_id=${channel}`, member: null }),
    open({ query: ({ category }) => `category_id=${category}&facets=true` }),
  ],
  "GET /store/catalog/products/:id": [names({ id: "product" }), names({ id: "productHandle" })],
  "GET /store/catalog/categories": open(),
  "GET /store/catalog/companies": open({ query: "limit=100" }),
  "GET /store/catalog/companies/:id": [names({ id: "company" }), names({ id: "handle" })],
  "GET /store/catalog/home": open(),
  "GET /store/companies": [
    open({ query: "limit=100" }),
    open({ query: "q=yashirin" }),
    open({ query: ({ code }) => `q=${code}` }),
  ],
  "GET /store/companies/:id": [names({ id: "company" }), names({ id: "handle" })],
  // The right code lets in, which is no secret from its holder: here without the key that the company asks for.
  "POST /store/companies/join": open({ body: ({ code }) => ({ code }), member: null }),
  "POST /store/companies/leave": open({ body: ({ company }) => ({ company_id: company }), member: null }),
  "POST /store/companies/:id/follow": names({ id: "company" }, { body: {}, member: null }),
  "DELETE /store/companies/:id/follow": names({ id: "company" }, { member: null }),
  "GET /store/companies/:id/rating": names({ id: "company" }),
  "POST /store/companies/:id/rating": names({ id: "company" }, { body: { stars: 5 }, member: null }),
  "DELETE /store/companies/:id/rating": names({ id: "company" }, { member: null }),

  // Ours: orders and receipts
  "GET /store/order-groups": open(),
  "GET /store/order-groups/:id": [
    names({ id: "group" }),
    names({ id: "groupToken" }),
    names({ id: "group" }, { query: ({ groupToken }) => `token=${groupToken}` }),
  ],
  "GET /store/order-groups/:id/invoice": [
    names({ id: "group" }, { isDocument: true }),
    names(
      { id: "group" },
      { headers: ({ groupToken }) => ({ "x-order-token": groupToken }), isDocument: true }
    ),
  ],
  "GET /store/receipts": [
    open(),
    open({ query: ({ group }) => `order_group_id=${group}` }),
    open({ query: ({ groupToken }) => `token=${groupToken}` }),
    open({ headers: ({ groupToken }) => ({ "x-order-token": groupToken }) }),
  ],
  "GET /store/receipts/:id": [
    names({ id: "receipt" }),
    names({ id: "receipt" }, { query: ({ groupToken }) => `token=${groupToken}` }),
  ],
  "GET /store/receipts/:id/html": names({ id: "receipt" }, { isDocument: true }),
  "GET /store/receipts/:id/pdf": names({ id: "receipt" }, { isDocument: true }),
  "GET /store/receipts/verify/:token": names({ token: "receiptToken" }),

  // Ours: what is searched for
  "GET /store/search/suggest": open({ query: "q=oltin" }),
  "GET /store/search/history": open(),
  "DELETE /store/search/history": open({ member: null }),
  "DELETE /store/search/history/:id": names({ id: "=shis_none" }, { member: null }),
  // Ours: likes and follows
  "GET /store/likes": open(),
  "POST /store/likes": open({ body: ({ product }) => ({ product_id: product }), member: null }),
  "GET /store/likes/check": open({ query: ({ product }) => `product_id=${product}` }),
  "POST /store/likes/merge": open({ body: {}, member: null }),
  "DELETE /store/likes/:id": names({ id: "product" }, { member: null }),
  "GET /store/products/:id/likes": names({ id: "product" }),
  "GET /store/follows": open(),
  "GET /store/like-lists": open(),
  "POST /store/like-lists": open({ body: { name: "Orzular" }, member: null }),
  "GET /store/like-lists/:id": names({ id: "likeList" }),
  "POST /store/like-lists/:id": names({ id: "likeList" }, { body: { name: "x" }, member: null }),
  "DELETE /store/like-lists/:id": names({ id: "likeList" }, { member: null }),
  "POST /store/like-lists/:id/items": names(
    { id: "likeList" },
    { body: ({ product }) => ({ product_id: product }), member: null }
  ),
  "DELETE /store/like-lists/:id/items/:product_id": names(
    { id: "likeList", product_id: "product" },
    { member: null }
  ),
  "POST /store/like-lists/:id/share": names({ id: "likeList" }, { body: {}, member: null }),
  "DELETE /store/like-lists/:id/share": names({ id: "likeList" }, { member: null }),
  "GET /store/shared-lists/:token": names({ token: "sharedToken" }),

  // Ours: reviews
  "GET /store/products/:id/reviews": names({ id: "product" }),
  "POST /store/products/:id/reviews": names(
    { id: "product" },
    { body: { stars: 5, text: "zo‘r" }, member: null }
  ),
  "GET /store/reviews": open(),
  "GET /store/reviews/waiting": open(),
  "POST /store/reviews/:id": names({ id: "review" }, { body: { stars: 4 }, member: null }),
  "DELETE /store/reviews/:id": names({ id: "review" }, { member: null }),
  "POST /store/reviews/:id/photos": names({ id: "review" }, { body: {}, member: null }),
  "DELETE /store/reviews/:id/photos/:photo_id": names({ id: "review", photo_id: "=x" }, { member: null }),
  "POST /store/reviews/:id/vote": names({ id: "review" }, { body: { is_helpful: true }, member: null }),
  "POST /store/reviews/:id/report": names({ id: "review" }, { body: { reason: "spam" }, member: null }),

  // Ours: advertisements
  "GET /store/ads": [
    open({ query: "placement=home_banner&limit=10" }),
    open({ query: ({ category }) => `placement=category_list&category_id=${category}&limit=10` }),
  ],
  "POST /store/ads/impressions": open({ body: { tokens: ["x"] }, member: null }),
  "POST /store/ads/:id/click": names({ id: "ad" }, { body: { token: "x" }, member: null }),
}

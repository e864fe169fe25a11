import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { optionsOf } from "../queries/options"
import { planVariant } from "../lib/plan-variant"

type Plan = ReturnType<typeof planVariant>

/**
 * Gives a product the options and values that a new variant names. With a new option the variants that exist are named
 * under it in the same call, because Medusa wants every variant to have a value of every option.
 */
export const growOptionsStep = createStep(
  "grow-product-options",
  async ({ product_id, plan }: { product_id: string; plan: Plan }, { container }) => {
    const products = container.resolve(Modules.PRODUCT)
    await products.updateProductOptionValuesOnProduct(
      plan.new_values.map(({ option_id, value }) => ({
        product_id,
        product_option_id: option_id,
        add: [{ value }],
      }))
    )
    const made = await products.createProductOptions(
      plan.new_options.map((option) => ({ ...option, is_exclusive: true }))
    )
    const made_ids = made.map(({ id }) => id)
    if (made_ids.length > 0) {
      await products.updateProducts(product_id, {
        option_ids: [...plan.kept_option_ids, ...made_ids],
        variants: plan.existing.map(({ variant_id: id, title, options }) => ({ id, title, options })),
      })
    }
    return new StepResponse(undefined, { product_id, plan, made_ids })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const { product_id, plan, made_ids } = done
    const products = container.resolve(Modules.PRODUCT)
    if (made_ids.length > 0) {
      await products.restoreProductOptions(plan.dropped_option_ids)
      await products.updateProducts(product_id, {
        option_ids: [...plan.kept_option_ids, ...plan.dropped_option_ids],
        variants: plan.existing.map((variant) => ({
          id: variant.variant_id,
          title: variant.title_before,
          options: variant.options_before,
        })),
      })
    }
    await products.updateProductOptionValuesOnProduct(
      (await optionsOf(container, product_id)).map(({ id, values }) => ({
        product_id,
        product_option_id: id,
        remove: values
          .filter(({ value }) =>
            plan.new_values.some((made) => made.option_id === id && made.value === value)
          )
          .map((value) => value.id),
      }))
    )
  }
)

/** Takes values off a product that none of its variants has any more, so that no shopper is offered them. */
export const pruneOptionValuesStep = createStep(
  "prune-option-values",
  async ({ product_id }: { product_id: string }, { container }) => {
    const products = container.resolve(Modules.PRODUCT)
    const variants = await products.listProductVariants(
      { product_id },
      { select: ["id"], relations: ["options"], take: 1000 }
    )
    const used = new Set(variants.flatMap(({ options }) => (options ?? []).map(({ id }) => id)))
    const unused = (await optionsOf(container, product_id)).map((option) => ({
      product_id,
      product_option_id: option.id,
      values: option.values.filter(({ id }) => !used.has(id)).map(({ id }) => id),
    }))
    await products.updateProductOptionValuesOnProduct(
      unused.map(({ values: remove, ...pair }) => ({ ...pair, remove }))
    )
    return new StepResponse(undefined, unused)
  },
  async (unused, { container }) => {
    if (unused?.length) {
      await container
        .resolve(Modules.PRODUCT)
        .updateProductOptionValuesOnProduct(unused.map(({ values: add, ...pair }) => ({ ...pair, add })))
    }
  }
)

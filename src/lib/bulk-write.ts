/**
 * A setting of one transaction: whoever writes whole orders at once, with everything that triggers would find out by looking
 * at other tables, says so, and they do not look. Only triggers that name this setting heed it.
 */
const SETTING = "bozor.bulk_write"

/** SQL that begins such a transaction. */
export const BEGIN_BULK_WRITE = `select set_config('${SETTING}', 'on', true)`

/** The body of a trigger function (PL/pgSQL) that has nothing to do in such a transaction. */
export const unlessBulkWrite = (statements: string) =>
  `if coalesce(current_setting('${SETTING}', true), '') <> 'on' then ${statements}; end if`

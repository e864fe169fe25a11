import { Run } from "./run"

/**
 * Whoever writes documents holds this lock from before reading what they are made of until the commit: two batches that
 * overlapped could otherwise leave the older of two readings. Transactions that change goods never wait for it.
 */
const WRITING = `select pg_advisory_xact_lock(hashtext('bozor_catalog'))`
/** One rebuild at a time; held by a transaction that does nothing else. */
const REBUILDING = `select pg_advisory_xact_lock(hashtext('bozor_catalog_rebuild'))`

export const lockWriting = (run: Run) => run(WRITING)
export const lockRebuilding = (run: Run) => run(REBUILDING)

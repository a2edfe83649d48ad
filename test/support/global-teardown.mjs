/** Stops what the set-up started. */
export default async function globalTeardown() {
  const stop = globalThis.stopTestPostgres;
  globalThis.stopTestPostgres = undefined;
  await stop?.();
}

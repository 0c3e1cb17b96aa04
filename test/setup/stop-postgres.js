/** Jest's globalTeardown: takes away what start-postgres.js made. */
export default async function stopPostgres() {
  await globalThis.stopTestPostgres();
}

/** An idempotency key: what is sent again under it is done once. Also where the console is not served over https, and there is no `randomUUID`. */
export function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

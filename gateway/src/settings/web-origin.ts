/** Whether this is an origin as browsers send it: scheme, host and port, and nothing behind. */
export function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

/** A pairing code as a screen shows it, K7M-2QX, however it was typed; undefined while it is not whole. */
export function pairingCodeOf(typed: string): string | undefined {
  const code = typed.replace(/[\s\-–—.]/g, '').toUpperCase();
  return /^[A-Z0-9]{6}$/.test(code) ? `${code.slice(0, 3)}-${code.slice(3)}` : undefined;
}

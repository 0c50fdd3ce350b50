import { hkdfSync } from 'node:crypto';

type Purpose = 'context' | 'seal' | 'blind-index' | 'files';

/** A 32-byte key for one purpose, derived from the installation's secret (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: string, purpose: Purpose, detail = ''): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'mycelium', `${purpose}:${detail}`, 32));
}

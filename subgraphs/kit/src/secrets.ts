import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

type Purpose = 'context' | 'seal' | 'blind-index' | 'files';

/**
 * A 32-byte key for one purpose, derived from the installation's secret (HKDF-SHA-256, RFC 5869). It is a KeyObject, since
 * Node makes one of each Buffer that an HMAC or a cipher gets, which takes several times as long as the HMAC of a short text.
 */
export function deriveKey(secret: string, purpose: Purpose, detail = ''): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', secret, 'mycelium', `${purpose}:${detail}`, 32)));
}

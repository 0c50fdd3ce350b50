import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from './secrets.ts';

/** Keeps what must not lie open in the database. */
export interface Vault {
  /** AES-256-GCM; the result carries the key's version: `1.nonce.ciphertext.tag`, base64url. */
  seal(text: string): string;
  /** What was sealed; throws when it was tampered with. */
  open(sealed: string): string;
  /** A keyed digest by which a sealed value can be found again. */
  blindIndex(text: string): string;
}

const KEY_VERSION = '1';

/** A vault under the installation's secret. */
export function createVault(secret: string): Vault {
  const key = deriveKey(secret, 'seal', KEY_VERSION);
  const indexKey = deriveKey(secret, 'blind-index');
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [KEY_VERSION, ...[nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join(
        '.',
      );
    },
    open(sealed) {
      const [version, nonce, ciphertext, tag] = sealed.split('.');
      if (version !== KEY_VERSION || !nonce || ciphertext === undefined || !tag)
        throw new Error('A sealed value is malformed.');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString('utf8');
    },
    blindIndex: (text) => createHmac('sha256', indexKey).update(text).digest('base64url'),
  };
}

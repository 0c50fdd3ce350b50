import { createCipheriv, createDecipheriv, createHmac, type KeyObject } from 'node:crypto';
import { freshBytes } from './fresh-bytes.ts';
import { deriveKey } from './secrets.ts';

/** Keeps what must not lie open in the database. */
export interface Vault {
  /** AES-256-GCM under the newest key; the result names the key: `key.nonce.ciphertext.tag`, base64url. */
  seal(text: string): string;
  /** What was sealed with any key that is known; throws when it was tampered with. */
  open(sealed: string): string;
  /** The key names with which values begin that it opens: the newest key's, those of older ones, and what was before keys had names. */
  readonly names: readonly [string, ...string[]];
  /** A keyed digest under the newest key, that nobody without the secret can make. */
  digest(text: string): string;
  /** The digest under each key that is known, the newest first. */
  digests(text: string): string[];
  /** What `vaultWith` makes the same vault of, on another thread of ours. */
  readonly keys: VaultKeys;
}

/** All that a vault is made of, the newest first. */
export type VaultKeys = readonly [Keys, ...Keys[]];

interface Keys {
  /** Tells one key from another, and nothing of it. */
  name: string;
  seal: KeyObject;
  index: KeyObject;
}

/** What was sealed before keys had names, with whichever secret there was. */
const UNNAMED = '1';

/** A vault under the installation's secret, which opens what was sealed under older ones too. */
export function createVault(secret: string, olderSecrets: readonly string[] = []): Vault {
  return vaultWith([keysOf(secret), ...olderSecrets.map(keysOf)]);
}

/** The same vault once more. */
export function vaultWith(all: VaultKeys): Vault {
  const [newest] = all;
  return {
    keys: all,
    seal(text) {
      const nonce = freshBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.seal, nonce);
      // This cipher keeps nothing back for its end.
      const ciphertext = cipher.update(text, 'utf8');
      cipher.final();
      return `${newest.name}.${inText(nonce)}.${inText(ciphertext)}.${inText(cipher.getAuthTag())}`;
    },
    open(sealed) {
      const [name, nonce, ciphertext, tag] = sealed.split('.');
      if (!name || !nonce || ciphertext === undefined || !tag) throw new Error('A sealed value is malformed.');
      const parts = [nonce, ciphertext, tag].map((part) => Buffer.from(part, 'base64url'));
      if (name === UNNAMED) return openWithAny(all, parts);
      const keys = all.find((each) => each.name === name);
      if (!keys)
        throw new Error('A value was sealed with a secret that is not known: name it in MYCELIUM_OLD_SECRETS.');
      return openWith(keys, parts);
    },
    names: [newest.name, ...all.slice(1).map(({ name }) => name), UNNAMED],
    digest: (text) => digestWith(newest, text),
    digests: (text) => all.map((keys) => digestWith(keys, text)),
  };
}

const inText = (bytes: Buffer): string => bytes.toString('base64url');

function keysOf(secret: string): Keys {
  return {
    name: `k${deriveKey(secret, 'seal', 'name').export().toString('base64url').slice(0, 10)}`,
    seal: deriveKey(secret, 'seal', UNNAMED),
    index: deriveKey(secret, 'blind-index'),
  };
}

function openWith({ seal }: Keys, [nonce, ciphertext, tag]: Buffer[]): string {
  if (!nonce || !ciphertext || tag?.length !== 16) throw new Error('A sealed value is malformed.');
  const decipher = createDecipheriv('aes-256-gcm', seal, nonce);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
}

function openWithAny(all: readonly Keys[], parts: Buffer[]): string {
  for (const keys of all.slice(0, -1)) {
    try {
      return openWith(keys, parts);
    } catch {
      // The tag says that it was another key.
    }
  }
  const last = all.at(-1);
  if (!last) throw new Error('A vault has a key.');
  return openWith(last, parts);
}

function digestWith({ index }: Keys, text: string): string {
  return createHmac('sha256', index).update(text).digest('base64url');
}

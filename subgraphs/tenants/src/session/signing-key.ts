import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import type { Context } from '@mycelium/kit/context';
import { exportJWK, type JWK, SignJWT } from 'jose';
import { asSystem } from '../as-system.ts';

/** A key that signs access tokens (Ed25519); the newest signs, the older ones still verify. */
@Entity({ ...ownedBySystem })
export class SigningKey extends Row {
  /** PKCS #8 in PEM, sealed. */
  @Property({ type: 'text' })
  sealedPrivateKey!: string;
}

const LOCK = 4_471_203_118;

/** The public keys as a JWK set (RFC 7517), newest first; makes the first key when there is none. */
export async function publicKeys(ctx: Context): Promise<{ keys: JWK[] }> {
  const keys = await signingKeys(ctx);
  const jwks = keys.map(async (key): Promise<JWK> => {
    const jwk = await exportJWK(createPublicKey(ctx.vault.open(key.sealedPrivateKey)));
    return { ...jwk, kid: key.id, alg: 'EdDSA', use: 'sig' };
  });
  return { keys: await Promise.all(jwks) };
}

/** Signs a token (JWT, EdDSA) with the newest key. */
export async function signToken(
  ctx: Context,
  claims: Record<string, unknown>,
  subject: string,
  expiresAt: Date,
): Promise<string> {
  const [key] = await signingKeys(ctx);
  if (!key) throw new Error('There is no signing key.');
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: key.id })
    .setIssuer('mycelium')
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(createPrivateKey(ctx.vault.open(key.sealedPrivateKey)));
}

async function signingKeys(ctx: Context): Promise<SigningKey[]> {
  const em = asSystem(ctx);
  const newestFirst = { orderBy: { id: 'desc' } } as const;
  const existing = await em.find(SigningKey, {}, newestFirst);
  if (existing.length > 0) return existing;
  return em.transactional(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock(?)', [LOCK]);
    const made = await transaction.find(SigningKey, {}, newestFirst);
    if (made.length > 0) return made;
    const { privateKey } = generateKeyPairSync('ed25519');
    const sealedPrivateKey = ctx.vault.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    return [transaction.create(SigningKey, { sealedPrivateKey })];
  });
}

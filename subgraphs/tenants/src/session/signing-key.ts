import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Row } from '@mycelium/database/row';
import { ownedBySystem } from '@mycelium/database/tenant';
import { asSystem } from '@mycelium/kit/as-system';
import type { Context } from '@mycelium/kit/context';
import { Sealed } from '@mycelium/kit/sealed';
import { exportJWK, type JWK, SignJWT } from 'jose';

/** A key that signs access tokens (Ed25519): published before it signs, and until the last token that it signed has ended. */
@Entity({ ...ownedBySystem })
export class SigningKey extends Row {
  /** PKCS #8 in PEM, sealed. */
  @Sealed()
  @Property({ type: 'text' })
  sealedPrivateKey!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', defaultRaw: 'now()' })
  signsFrom: Date = new Date();
}

/** How long an access token is good. */
export const ACCESS_MS = 15 * 60 * 1000;

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

/** Signs a token (JWT, EdDSA) with the newest key whose time has come. */
export async function signToken(
  ctx: Context,
  claims: Record<string, unknown>,
  subject: string,
  expiresAt: Date,
): Promise<string> {
  const keys = await signingKeys(ctx);
  const now = new Date();
  const key = keys.find(({ signsFrom }) => signsFrom <= now);
  if (!key) throw new Error('There is no signing key.');
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: key.id })
    .setIssuer('mycelium')
    .setSubject(subject)
    .setIssuedAt()
    .setExpirationTime(expiresAt)
    .sign(createPrivateKey(ctx.vault.open(key.sealedPrivateKey)));
}

/** Takes the lock that keeps two processes from both making a key; held until the transaction ends. */
export async function lockKeys(em: Context['em']): Promise<void> {
  await em.execute('select pg_advisory_xact_lock(?)', [LOCK]);
}

/** All keys, first the one that begins to sign last. */
export function allKeys(em: Context['em']): Promise<SigningKey[]> {
  return em.find(SigningKey, {}, { orderBy: { signsFrom: 'desc', id: 'desc' } });
}

export function makeKey({ vault }: Context, em: Context['em'], signsFrom: Date): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const sealedPrivateKey = vault.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return em.create(SigningKey, { sealedPrivateKey, signsFrom });
}

async function signingKeys(ctx: Context): Promise<SigningKey[]> {
  const em = asSystem(ctx);
  const existing = await allKeys(em);
  if (existing.length > 0) return existing;
  await lockKeys(em);
  const made = await allKeys(em);
  if (made.length > 0) return made;
  const first = makeKey(ctx, em, new Date());
  await em.flush();
  return [first];
}

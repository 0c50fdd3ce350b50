import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { Context } from '@mycelium/kit/context';
import { v7 as uuidv7 } from 'uuid';
import { PinPepper } from './pin.ts';

const derive = promisify(argon2);

/** As a password has, see `user/password.ts`. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/**
 * What is kept of a PIN: argon2id with the tenant's pepper as its secret. Within a tenant the same PIN has the same hash, so
 * that one look finds whose it is, however many there are, and the database itself refuses that two have the same.
 */
export async function hashPin(ctx: Context, tenantId: string, pin: string, { alone = false } = {}): Promise<string> {
  const secret = await pepperOf(ctx, tenantId, alone);
  const tag = await derive('argon2id', { message: pin, nonce: Buffer.from(tenantId), secret, ...COST });
  return tag.toString('base64url');
}

/** The tenant's pepper, made when it is first needed; `alone` keeps others of the tenant from setting PINs until the transaction ends. */
async function pepperOf({ em, vault }: Context, tenantId: string, alone: boolean): Promise<Buffer> {
  const look = () =>
    em.findOne(PinPepper, { tenantId }, alone ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : {});
  const known = await look();
  if (known) return Buffer.from(vault.open(known.pepper), 'base64url');
  await em.execute(
    'insert into tenants.pin_pepper (id, tenant_id, pepper, version) values (?, ?, ?, 1) on conflict (tenant_id) do nothing',
    [uuidv7(), tenantId, vault.seal(randomBytes(32).toString('base64url'))],
  );
  const made = await look();
  if (!made) throw new Error('A pepper that was made is not there.');
  return Buffer.from(vault.open(made.pepper), 'base64url');
}

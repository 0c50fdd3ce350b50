import type { Files } from '../files/files.ts';
import type { Offer } from './offer.ts';
import { type Sealer, sealFile } from './sealed-file.ts';

const FOLDER = 'uploads';

/** Where an upload lies. */
export function placeOf(tenantId: string, id: string): string {
  return `${FOLDER}/${tenantId}/${id}`;
}

/** Seals an upload together with what was said of it. */
export function sealUpload(files: Files, { name, type }: Offer): { head: Buffer; sealer: Sealer } {
  const sealer = sealFile(files.newestKey);
  return { head: sealer.push(Buffer.from(`${JSON.stringify({ name, type })}\n`)), sealer };
}

/** Keeps a sealed upload for its tenant, until it was worked on or a day is over. */
export function keepUpload(files: Files, { tenantId, id }: Offer, path: string): Promise<void> {
  return files.put(placeOf(tenantId, id), path);
}

/** How much of a tenant waits to be worked on, in bytes. */
export async function keptBytes(files: Files, tenantId: string): Promise<number> {
  let sum = 0;
  for await (const { bytes } of files.list(`${FOLDER}/${tenantId}`)) sum += bytes;
  return sum;
}

/** Removes what nobody has worked on for so long. What cannot be removed holds up no other, and is thrown at the end. */
export async function dropOldUploads(files: Files, olderThanMs: number): Promise<void> {
  const before = Date.now() - olderThanMs;
  const failures: unknown[] = [];
  for await (const { name, keptAt } of files.list(FOLDER))
    if (keptAt.getTime() < before) await files.remove(name).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} old uploads cannot be removed.`);
}

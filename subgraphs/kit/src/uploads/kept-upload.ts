import type { Files } from '../files/files.ts';
import type { Offer } from './offer.ts';
import { UploadPurpose } from './purpose.ts';
import type { Sealing } from './receive.ts';
import { sealFile } from './sealed-file.ts';
import { VIDEO_HEAD_BYTES, videoType } from './video-type.ts';

const FOLDER = 'uploads';

/** Where an upload lies. */
export function placeOf(tenantId: string, id: string): string {
  return `${FOLDER}/${tenantId}/${id}`;
}

/** Seals an upload together with what was said of it; of a video, with what it is. */
export function sealUpload(files: Files, { name, type, purpose, bytes }: Offer): Sealing {
  const isVideo = purpose === UploadPurpose.VIDEO;
  return {
    after: isVideo ? VIDEO_HEAD_BYTES : 0,
    async begin(first) {
      const facts = { name, type: isVideo ? await videoType(first, bytes) : type };
      const sealer = sealFile(files.newestKey);
      return { head: sealer.push(Buffer.from(`${JSON.stringify(facts)}\n`)), sealer };
    },
  };
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

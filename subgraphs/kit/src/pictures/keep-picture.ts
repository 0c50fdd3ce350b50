import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { pictureWidths, usualWidth } from '@mycelium/schema/pictures';
import type { Redis } from 'ioredis';
import type { Files } from '../files/files.ts';
import { claimPicture } from './claim-picture.ts';
import { makePictures } from './make-picture.ts';
import { fileOf } from './picture-files.ts';

/**
 * Keeps the picture in a file for everybody to see, and answers the path on our origin; for a day, unless a row comes to refer to it.
 * Its name is the SHA-256 of the widest one that is served, so that equal pictures are kept once and none ever changes.
 */
export async function keepPicture({ files, redis }: { files: Files; redis: Redis }, path: string): Promise<string> {
  const made = await makePictures(path, pictureWidths);
  const name = createHash('sha256')
    .update(made.at(-1) ?? '')
    .digest('hex');
  await claimPicture(redis, name);
  for (const [at, picture] of made.entries()) {
    await files.withDraft(async (draft) => {
      await writeFile(draft, picture);
      await files.put(fileOf(name, pictureWidths[at]), draft);
    });
  }
  return `/${fileOf(name, usualWidth)}`;
}

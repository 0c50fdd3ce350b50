import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { pictureWidths, usualWidth } from '@mycelium/schema/pictures';
import type { Files } from '../files/files.ts';
import { makePictures } from './make-picture.ts';

/**
 * Keeps the picture in a file for everybody to see, and answers the path on our origin. Its name is the SHA-256 of the widest
 * one that is served, so that equal pictures are kept once and none ever changes.
 */
export async function keepPicture(files: Files, path: string): Promise<string> {
  const made = await makePictures(path, pictureWidths);
  const name = createHash('sha256')
    .update(made.at(-1) ?? '')
    .digest('hex');
  for (const [at, picture] of made.entries()) {
    await files.withDraft(async (draft) => {
      await writeFile(draft, picture);
      await files.put(`media/${name}-${pictureWidths[at]}.webp`, draft);
    });
  }
  return `/media/${name}-${usualWidth}.webp`;
}

import sharp from 'sharp';
import { UploadRefused } from '../uploads/upload-refused.ts';

/** A few kilobytes of a PNG can say that they are gigabytes of pixels. */
const MOST_PIXELS = 50_000_000;
const MOST_SECONDS = 20;
const QUALITY = 80;

/** Formats in which no program can be hidden: the others are not even looked into. */
const formats = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'];
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: formats.map((format) => `VipsForeignLoad${format}`) });
sharp.cache(false);
sharp.concurrency(1);

let last: Promise<unknown> = Promise.resolve();

/** The picture in a file as WebP in these widths, upright and without what the camera wrote into it; never wider than it is. Throws UploadRefused. */
export function makePictures(path: string, widths: readonly number[]): Promise<Buffer[]> {
  // One after the other: each may need 200 MB while it is made.
  const made = last.then(() => make(path, widths));
  last = made.catch(() => undefined);
  return made;
}

async function make(path: string, widths: readonly number[]): Promise<Buffer[]> {
  const picture = sharp(path, { limitInputPixels: false });
  const facts = await picture.metadata().catch(() => undefined);
  if (!facts) throw new UploadRefused('NOT_A_PICTURE', 'This is no picture as JPEG, PNG, WebP, GIF or AVIF.');
  if (facts.width * facts.height > MOST_PIXELS)
    throw new UploadRefused('TOO_MANY_PIXELS', 'This picture has too many pixels; it may have 50 million.');
  try {
    const made: Buffer[] = [];
    for (const width of widths)
      made.push(
        await sharp(path, { limitInputPixels: MOST_PIXELS })
          .timeout({ seconds: MOST_SECONDS })
          .autoOrient()
          .resize({ width, withoutEnlargement: true })
          .webp({ quality: QUALITY })
          .toBuffer(),
      );
    return made;
  } catch (cause) {
    throw new UploadRefused('BROKEN_PICTURE', 'This picture is damaged or cannot be read.', { cause });
  }
}

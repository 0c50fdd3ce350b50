import { fileTypeFromBuffer } from 'file-type';
import { boundsOf } from './purpose.ts';
import { UploadRefused } from './upload-refused.ts';

/** So many of its first bytes show what a video is. */
export const VIDEO_HEAD_BYTES = 4_100;

/** What iTunes calls its MP4. */
const ITUNES = 'video/x-m4v';

/** What a video of so many bytes is by its first ones, whatever was said of it. Throws UploadRefused when it is none that can be shown. */
export async function videoType(first: Buffer, bytes: number): Promise<string> {
  const found = await fileTypeFromBuffer(first).catch(() => undefined);
  const type = found?.mime === ITUNES ? 'video/mp4' : found?.mime;
  if (!type || !boundsOf.VIDEO.types.includes(type) || !(type === 'video/webm' || beginsWithBox(first, bytes)))
    throw new UploadRefused('NOT_A_VIDEO', 'This is not a video in MP4, WebM or QuickTime format.');
  return type;
}

/** Whether its first box ends within it. What is text and has the name of a box at the right place says that it is far longer. */
function beginsWithBox(first: Buffer, bytes: number): boolean {
  const length = first.readUInt32BE(0);
  if (length === 1) return first.length >= 16 && first.readBigUInt64BE(8) <= bytes;
  return length >= 8 && length <= bytes;
}

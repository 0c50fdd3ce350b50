import sharp from 'sharp';
import { expect, test } from 'vitest';
import { box, mp4 } from './video.testing.ts';
import { VIDEO_HEAD_BYTES, videoType } from './video-type.ts';

/** The head of a file as WebM and Matroska have it. */
function ebml(docType: string): Buffer {
  const element = (id: string, content: Buffer | string) =>
    Buffer.concat([Buffer.from(id, 'hex'), Buffer.of(0x80 + content.length), Buffer.from(content as string, 'latin1')]);
  const head = Buffer.concat([element('4286', '\u0001'), element('4282', docType), element('4287', '\u0004')]);
  return Buffer.concat([element('1a45dfa3', head), Buffer.from('18538067ff', 'hex')]);
}

const typeOf = (file: Buffer) => videoType(file.subarray(0, VIDEO_HEAD_BYTES), file.length);

test.each([
  ['MP4', mp4(), 'video/mp4'],
  ['MP4 of another brand', mp4('mp42'), 'video/mp4'],
  ['MP4 of iTunes', mp4('M4V '), 'video/mp4'],
  ['QuickTime', mp4('qt  '), 'video/quicktime'],
  ['QuickTime of before brands', Buffer.concat([box('wide', ''), box('mdat', 'x'.repeat(5_000))]), 'video/quicktime'],
  ['WebM', ebml('webm'), 'video/webm'],
])('%s is what it is', async (_what, file, type) => {
  expect(await typeOf(file)).toBe(type);
});

const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } });
const text = (what: string) => Buffer.from(what, 'latin1');
test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.alloc(1)],
  ['zeros', Buffer.alloc(10_000)],
  ['HTML', text('<!doctype html><script>alert(1)</script>')],
  ['HTML with the name of a box at its place', text('<!--ftypisom--><script>alert(1)</script>')],
  ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['a program', text('MZ\u0090\0\u0003\0\0\0')],
  ['an archive', text('PK\u0003\u0004\u0014\0\0\0\b\0')],
  ['the first bytes of MP4 alone', mp4().subarray(0, 6)],
  ['a box that is not whole', mp4().subarray(0, 14)],
  ['a box with a length of 64 bits that is not there', text('\0\0\0\u0001mdat')],
  ['the first bytes of WebM alone', ebml('webm').subarray(0, 5)],
  ['Matroska', ebml('matroska')],
  ['sound as MP4', mp4('M4A ')],
  ['a picture as AVIF', mp4('avif')],
  ['a picture as HEIC', mp4('heic')],
])('%s is no video', async (_what, file) => {
  await expect(typeOf(file)).rejects.toMatchObject({ reason: 'NOT_A_VIDEO', message: /MP4, WebM or QuickTime/ });
});

test.each(['png', 'jpeg', 'webp', 'gif'] as const)('a picture as %s is no video', async (format) => {
  await expect(typeOf(await picture.clone().toFormat(format).toBuffer())).rejects.toMatchObject({
    reason: 'NOT_A_VIDEO',
  });
});

/** A box of MP4 and QuickTime. */
export function box(name: string, content: Buffer | string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + content.length);
  return Buffer.concat([length, Buffer.from(name, 'latin1'), Buffer.from(content as string, 'latin1')]);
}

/** What a video of this brand begins with, and too little to be seen. */
export function mp4(brand = 'isom'): Buffer {
  return Buffer.concat([box('ftyp', `${brand}\0\0\0\0isomavc1`), box('mdat', 'x'.repeat(100))]);
}

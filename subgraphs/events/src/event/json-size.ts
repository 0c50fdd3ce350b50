/** Whether a value has at most so many kilobytes as JSON: bytes as they are sent and kept, and not characters, of which one may be four. */
export function fitsInto(kilobytes: number): (value: unknown) => boolean {
  return (value) => Buffer.byteLength(JSON.stringify(value)) <= kilobytes * 1024;
}

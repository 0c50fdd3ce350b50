/** By what a tag is known: two that differ in the size of their letters or in spaces are one, and the four letters i of Turkish are one letter. */
export function keyOfTag(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').replace(/[Iİı]/g, 'i').toLowerCase();
}

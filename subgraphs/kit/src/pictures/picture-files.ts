import { pictureWidths, usualWidth } from '@mycelium/schema/pictures';

/** The folder of all pictures. */
export const PICTURES = 'media';

/** The file of a picture in one of its widths. */
export function fileOf(name: string, width: number = usualWidth): string {
  return `${PICTURES}/${name}-${width}.webp`;
}

/** All files of a picture, first the one by which it is known to be there. */
export function filesOf(name: string): string[] {
  return [...new Set([usualWidth, ...pictureWidths])].map((width) => fileOf(name, width));
}

/** The picture that a file belongs to; undefined for what lies there beside them. */
export function pictureOf(file: string): string | undefined {
  return /^media\/([0-9a-f]{64})-\d+\.webp$/.exec(file)?.[1];
}

import { z } from 'zod';

/** From where pages show pictures, as a Content-Security-Policy writes it: whatever `pictureSchema` takes is shown. */
export const pictureSources: readonly string[] = ["'self'", 'data:', 'https:'];

const OURS = 'https://ours.invalid';

/** Where a picture is: an https address, or a path on our own origin. */
export const pictureSchema = z
  .string()
  .max(2_000, 'An address has at most 2,000 characters')
  .refine(isShown, {
    error: 'A picture is at an https address or a path on this origin',
    params: { reason: 'WRONG_FORM' },
  });

/**
 * As a browser reads it. It takes a backslash for a slash, and so goes where nobody has read it; it leaves line ends out, and goes up
 * where it reads `..`, so that an upload of ours would be shown and not be known by its address.
 */
function isShown(text: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(text) || !/^(https:\/)?\//.test(text)) return false;
  const { protocol, origin, pathname = '', username, password } = URL.parse(text, OURS) ?? {};
  if (pathname.startsWith('/media/') && !text.includes(pathname)) return false;
  return protocol === 'https:' && !username && !password && text.startsWith('/') === (origin === OURS);
}

/** In these a picture that was uploaded is kept, in pixels; narrower ones stay as they are. */
export const pictureWidths = [320, 800, 1600] as const;

/** The one that is shown where nothing else is known. */
export const usualWidth = 800;

const UPLOADED = /^\/media\/([0-9a-f]{64})-(?:320|800|1600)\.webp$/;

/** Where a picture is in every width, as `srcset` takes it; undefined for one that was not uploaded here. */
export function widthsOf(url: string): string | undefined {
  const [, name] = UPLOADED.exec(url) ?? [];
  return name && pictureWidths.map((width) => `/media/${name}-${width}.webp ${width}w`).join(', ');
}

/** Where the name of a picture that was uploaded stands in its address, however that goes on; as JavaScript and PostgreSQL read it. */
export const pictureNamePattern = '/media/([0-9a-f]{64})-';

const NAMED = new RegExp(pictureNamePattern);

/** The picture that an address leads to, by its name, when it was uploaded: here, or to whoever has a path like ours. */
export function pictureNameIn(address: string): string | undefined {
  return NAMED.exec(address)?.[1];
}

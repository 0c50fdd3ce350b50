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

/** As a browser reads it. It takes a backslash for a slash, and so goes where nobody has read it; it leaves line ends out. */
function isShown(text: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(text) || !/^(https:\/)?\//.test(text)) return false;
  const { protocol, origin, username, password } = URL.parse(text, OURS) ?? {};
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

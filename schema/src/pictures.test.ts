import { expect, test } from 'vitest';
import { pictureNameIn, pictureSchema, widthsOf } from './pictures.ts';

test.each([
  'https://cdn.example/taco.webp',
  'https://cdn.example:8443/a/b?w=1#x',
  '/app/taco.png',
  '/é/🌮.png',
  '/%5Ca',
])('%s is shown', (text) => {
  expect(pictureSchema.safeParse(text).success).toBe(true);
});

test.each([
  '/\\evil.example/x.png',
  'https:\\\\evil.example/x.png',
  'https://cdn.example/a\\b.png',
  '//evil.example/x.png',
  'https://',
  'https:/x',
  'https://user:password@cdn.example/x.png',
  'http://cdn.example/x.png',
  'javascript:alert(1)',
  'data:image/svg+xml,<svg/>',
  'taco.png',
  '',
  '/a b.png',
  `/media/x/../${'a'.repeat(64)}-800.webp`,
  `/media/%2e/${'a'.repeat(64)}-800.webp`,
  `https://ours.example/media/x/%2E%2e/${'a'.repeat(64)}-800.webp`,
  '/a\n.png',
  '/\u0000',
  `/${'x'.repeat(2_000)}`,
])('%j is not', (text) => {
  expect(pictureSchema.safeParse(text).success).toBe(false);
});

test('a picture that was uploaded is known in every width, and no other', () => {
  const name = 'a'.repeat(64);
  expect(widthsOf(`/media/${name}-800.webp`)).toBe(
    `/media/${name}-320.webp 320w, /media/${name}-800.webp 800w, /media/${name}-1600.webp 1600w`,
  );
  for (const other of ['https://example.com/a.webp', `/media/${name}-801.webp`, `/media/${name}-800.webp?x`, ''])
    expect(widthsOf(other)).toBeUndefined();
});

test('the name of an upload is known by every address that leads to it', () => {
  const name = 'b'.repeat(64);
  for (const address of [
    ...[
      `/media/${name}-800.webp`,
      `/x/../media/${name}-800.webp`,
      `/media/${name}-320.webp?v=1#x`,
      `https://ours.example/media/${name}-1600.webp`,
    ],
  ])
    expect([pictureSchema.safeParse(address).success, pictureNameIn(address)]).toEqual([true, name]);
  for (const other of ['/media/x-800.webp', `/media/${name.slice(1)}-800.webp`, `/${name}-800.webp`])
    expect(pictureNameIn(other)).toBeUndefined();
});

import { readFileSync } from 'node:fs';
import { costMs } from '@mycelium/schema/worked';
import { expect, test } from 'vitest';
import { firstLine, htmlOf, mentionsIn } from './markdown.ts';

const cases = JSON.parse(readFileSync(new URL('../../test/cases/notes.json', import.meta.url), 'utf8')) as {
  says: string;
  markdown: string;
  html: string;
}[];

test.each(cases)('$says', ({ markdown, html }) => {
  expect(htmlOf(markdown)).toBe(html);
});

test('20,000 opening brackets take less than 50 ms', () => {
  const brackets = '['.repeat(20_000);
  expect(costMs(() => htmlOf(brackets))).toBeLessThan(50);
  expect(htmlOf(brackets)).toBe(`<p>${brackets}</p>\n`);
});

test.each(['![', '[]', '[[]', '[a](', '**a_', '``a`', '> ', '- ', '|a|b|\n|-|-|\n', 'http://', '@[a](user:', '[]['])(
  'eight times as much of %j takes about eight times as long, and not the square of it',
  (part) => {
    const [little = 0, much] = [4_096, 32_768].map((length) => {
      const text = part.repeat(length / part.length);
      return costMs(() => htmlOf(text));
    });
    expect(much).toBeLessThan(30 * Math.max(little, 2));
  },
);

test('people are mentioned in text, each once, and not in code', () => {
  const [one, other] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
  const text = `@[A](user:${one}), **@[B](user:${other.toUpperCase()})**, [@[A](user:${one})](https://a.test)`;
  expect(mentionsIn(text)).toEqual([one, other]);
  for (const none of [`\`@[A](user:${one})\``, `    @[A](user:${one})`, '@[A](user:7)', `@[](user:${one})`, '@[A]()'])
    expect([none, mentionsIn(none)]).toEqual([none, []]);
});

test.each([
  ['# Called **twice**\n\nand more', 20, 'Called **twice**…'],
  ['@[Ada](user:00000000-0000-7000-8000-00000000000a) please', 20, '@Ada please'],
  ['a long line of words', 10, 'a long li…'],
  ['\n\n', 10, ''],
])('the first line of %j in %i characters is %j', (text, most, line) => {
  expect(firstLine(text, most).replace(/^…$/, '')).toBe(line);
});

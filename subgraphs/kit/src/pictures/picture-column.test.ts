import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');

/** A property that holds the address of a picture, by its name. */
const NAMED =
  /^\s*(?:declare )?(\w*(?:image|picture|photo|logo|avatar|icon|thumbnail)(?:Url|Address)?)[?!]?:\s*string/i;

/** Columns with the address of a picture that nobody would find. */
function unknownColumns(source: string): string[] {
  const lines = source.split('\n');
  return lines.flatMap((line, at) => {
    const [, property] = NAMED.exec(line) ?? [];
    if (!property) return [];
    const start = lines
      .slice(0, at)
      .findLastIndex((before) => /^\s*$|[;{]\s*$/.test(before) && !/\(\{?\s*$/.test(before));
    const decorators = lines.slice(start + 1, at).join('\n');
    return /@Property\(/.test(decorators) ? [property] : [];
  });
}

test('every column with the address of a picture says so, and a noun that takes such addresses has one', () => {
  const files = globSync('subgraphs/*/src/**/*.ts', { cwd: root, exclude: ['subgraphs/kit/**'] }).filter(
    (file) => !/\.(test|testing|faults)\.ts$/.test(file),
  );
  const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  expect([...sources].flatMap(([file, source]) => unknownColumns(source).map((name) => `${file} ${name}`))).toEqual([]);
  const takers = [...sources].filter(([, source]) => /\bpictureSchema\b/.test(source));
  expect(takers.length).toBeGreaterThan(0);
  expect(takers.filter(([, source]) => !/@PictureColumn\(/.test(source)).map(([file]) => file)).toEqual([]);
});

test('a column that does not say so is found', () => {
  const noun = (decorator: string) => `class A {
  @Field(() => String, { nullable: true })
  ${decorator}
  logoUrl?: string;
}`;
  expect(unknownColumns(noun("@Property({ type: 'text', nullable: true })"))).toEqual(['logoUrl']);
  expect(unknownColumns(noun('@PictureColumn()'))).toEqual([]);
});

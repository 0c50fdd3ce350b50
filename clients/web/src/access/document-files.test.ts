import { expect, test } from 'vitest';
import { documentsIn, operationNameIn } from './document-files.ts';

const me = 'query Me { viewer { id } }\n';
const two = 'query Two { viewer { kind } }';

test('a document is taken byte for byte, and a manifest is many, each once', () => {
  expect(documentsIn({ name: 'me.graphql', text: me })).toEqual([me]);
  const text = JSON.stringify({ 'sha256:1': me, 'sha256:2': two, 'sha256:3': me, 'sha256:4': ' ' });
  expect(documentsIn({ name: 'persisted-documents.json', text })).toEqual([me, two]);
});

test.each([
  ['an empty file', 'me.graphql', ' \n'],
  ['a manifest without a document', 'a.json', '{}'],
  ['a list', 'a.json', '["query Me { viewer { id } }"]'],
  ['other JSON', 'a.json', '{ "name": { "first": 1 } }'],
  ['no JSON', 'a.json', me],
])('there is nothing in %s', (_, name, text) => {
  expect(documentsIn({ name, text })).toEqual([]);
});

test('an operation is called by its name, whatever stands before it', () => {
  const fragment = 'fragment A on Viewer { id }';
  expect(
    [me, `# one\n${two}`, `${fragment}\n  mutation  Three { x }`, '{ viewer { id } }', fragment].map(operationNameIn),
  ).toEqual(['Me', 'Two', 'Three', undefined, undefined]);
});

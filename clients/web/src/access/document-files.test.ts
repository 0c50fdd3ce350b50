import { expect, test } from 'vitest';
import { documentsIn } from './document-files.ts';

const me = 'query Me { viewer { id } }\n';

test('a document is taken byte for byte, and a manifest is many; what is in both is once', () => {
  const manifest = JSON.stringify({ 'sha256:1': me, 'sha256:2': 'query Two { viewer { kind } }' });
  const files = [
    { name: 'me.graphql', text: me },
    { name: 'persisted-documents.json', text: manifest },
  ];
  expect(documentsIn(files)).toEqual({ texts: [me, 'query Two { viewer { kind } }'] });
});

test.each([
  ['an empty file', 'me.graphql', ' \n'],
  ['a manifest without a document', 'a.json', '{}'],
  ['a list', 'a.json', '["query Me { viewer { id } }"]'],
  ['other JSON', 'a.json', '{ "name": { "first": 1 } }'],
  ['no JSON', 'a.json', me],
])('%s is named', (_, name, text) => {
  expect(
    documentsIn([
      { name: 'good.graphql', text: me },
      { name, text },
    ]),
  ).toEqual({ unreadable: name });
});

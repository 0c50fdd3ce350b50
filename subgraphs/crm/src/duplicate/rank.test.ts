import { expect, test } from 'vitest';
import { type Evidence, rankOf } from './rank.ts';

const nothing: Evidence = { sameMail: false, samePhone: false, likeness: 0, namesakes: 1, sameKind: true };

test.each<[string, Partial<Evidence>, string | undefined]>([
  ['the same mailbox and like names', { sameMail: true, likeness: 0.6 }, 'DUPLICATE'],
  ['the same line and like names', { samePhone: true, likeness: 0.6 }, 'DUPLICATE'],
  [
    'a person and an organisation with one line and like names',
    { samePhone: true, likeness: 0.6, sameKind: false },
    'LIKELY',
  ],
  ['the same mailbox and line, but other names', { sameMail: true, samePhone: true, likeness: 0.1 }, 'LIKELY'],
  ['one line of several people', { samePhone: true, likeness: 0.2 }, 'SHARED'],
  ['one mailbox of several people', { sameMail: true, likeness: 0.2 }, 'SHARED'],
  ['nearly the same name', { likeness: 0.9 }, 'LIKELY'],
  ['a frequent name', { likeness: 1, namesakes: 9 }, undefined],
  ['a name that is like', { likeness: 0.7 }, undefined],
  ['a person called as an organisation', { likeness: 1, sameKind: false }, undefined],
  ['nothing', {}, undefined],
])('%s: %j is %s', (_what, evidence, rank) => {
  expect(rankOf({ ...nothing, ...evidence })).toBe(rank);
});

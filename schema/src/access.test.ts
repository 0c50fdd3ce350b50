import { expect, test } from 'vitest';
import { missingScopes } from './access.ts';

test.each([
  ['all is held', [[['menu:read']]], ['menu:read'], []],
  ['one is not', [[['menu:read']], [['menu:write']]], ['menu:read'], ['menu:write']],
  ['of a choice, the least', [[['a', 'b'], ['c']]], [], ['c']],
  ['of a choice, what is held already', [[['a', 'b'], ['c']]], ['a', 'b'], []],
])('what is missing when %s', (_, needed, held, missing) => {
  expect(missingScopes(needed, held)).toEqual(missing);
});

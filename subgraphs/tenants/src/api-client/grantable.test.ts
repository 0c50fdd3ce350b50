import { person } from '@mycelium/kit/testing';
import { expect, test } from 'vitest';
import { firstNotGrantable } from './grantable.ts';

const owner = person('OWNER');
const kitchen = person('KITCHEN');

test.each([
  ['what the person has', owner, ['menu:read', 'menu:write'], [], -1],
  ['what the person lacks', kitchen, ['menu:read', 'menu:write'], [], 1],
  ['what the client had before, whoever changes the rest', kitchen, ['menu:write', 'menu:read'], ['menu:write'], -1],
  ['who may manage access', owner, ['access:read'], [], 0],
  ['who may manage people', owner, ['menu:read', 'people:write'], [], 1],
  ['the platform, even for its own people', person('ADMIN'), ['platform:admin'], ['platform:admin'], 0],
  ['what there is not', owner, ['menu:eat'], [], 0],
])('%s', (_, viewer, scopes, kept, expected) => {
  expect(firstNotGrantable(scopes, viewer, kept)).toBe(expected);
});

import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { rootFieldsOf } from './root-fields.ts';

it('counts the fields of the root, through fragments, and none below', () => {
  const document = parse('{ a { b c } ...F ... on Query { d } } fragment F on Query { e f { g } }');
  const operation = getOperationAST(document);
  expect(operation && rootFieldsOf(document, operation)).toBe(4);
});

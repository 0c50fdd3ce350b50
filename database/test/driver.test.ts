import { MikroORM, PostgreSqlPlatform } from '@mikro-orm/postgresql';
import { Driver } from '@mycelium/database/driver';
import { ormConfig } from '@mycelium/database/orm';
import { expect, test } from 'vitest';

test('whatever a value is, it is quoted as the library quotes it', async () => {
  const orm = await MikroORM.init({ ...ormConfig('crm', []), dbName: 'none' });
  const ours = orm.driver.getPlatform();
  const theirs = new PostgreSqlPlatform();
  const texts = [
    '',
    "'",
    "''",
    '\\',
    "\\'",
    "a\\'; drop table x; --",
    '$$',
    'ünï😀\ud800',
    '\0',
    '\\u0000',
    'E',
    '?',
    '\n',
  ];
  expect(orm.driver).toBeInstanceOf(Driver);
  for (const value of [...texts, texts, 7, 7n, true, null, Buffer.from("'\\")])
    expect(ours.escape(value)).toEqual(theirs.escape(value));
  await orm.close();
});

import { Client, CombinedError, type Exchange, gql, type Operation, type OperationResult } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { expect, test } from 'vitest';
import { filter, makeSubject, merge, pipe, subscribe, tap } from 'wonka';
import { keepKnown } from './keep-known.ts';

const SHELL = gql`
  query {
    viewer {
      id
      tenant {
        id
        name
      }
    }
  }
`;
const LIST = gql`
  query {
    viewer {
      id
      tenant {
        id
        alerts {
          id
        }
      }
    }
  }
`;
const viewer = { __typename: 'Viewer', id: 'v' };
const tenant = { __typename: 'Tenant', id: 't' };

/** A client whose answers are given by hand, and what each query shows. */
function desk() {
  const asked: Operation[] = [];
  const { source, next } = makeSubject<OperationResult>();
  const server: Exchange = () => (operations) =>
    merge([
      pipe(
        operations,
        tap((operation) => operation.kind !== 'teardown' && asked.push(operation)),
        filter((_): _ is never => false),
      ),
      source,
    ]);
  const exchanges = [keepKnown(cacheExchange({})), server];
  const client = new Client({ url: 'http://nowhere', preferGetMethod: false, exchanges });
  const show = (query: typeof SHELL) => {
    const shown: OperationResult[] = [];
    pipe(
      client.query(query, {}),
      subscribe((result) => void shown.push(result)),
    );
    return shown;
  };
  const answer = (data: unknown, ...errors: { path: (string | number)[] }[]) => {
    const operation = asked.at(-1);
    if (!operation) throw new Error('Nothing was asked.');
    const graphQLErrors = errors.map(({ path }) => ({ message: 'no', path }));
    const error = errors.length > 0 ? new CombinedError({ graphQLErrors }) : undefined;
    next({ operation, data, error, stale: false, hasNext: false });
  };
  return { show, answer, asked };
}

test('a list that cannot be answered is refused, and takes neither the tenant nor the viewer from what else is shown', () => {
  const { show, answer, asked } = desk();
  const shell = show(SHELL);
  answer({ viewer: { ...viewer, tenant: { ...tenant, name: 'Las Reinas' } } });
  for (const data of [{ viewer: { ...viewer, tenant: null } }, { viewer: null }]) {
    const list = show(LIST);
    answer(data, { path: ['viewer', 'tenant', 'alerts'] });
    expect(list.at(-1)?.error?.message).toContain('no');
    expect(list.at(-1)?.data).toBeUndefined();
    expect(shell.at(-1)?.data?.viewer.tenant.name).toBe('Las Reinas');
  }
  expect(asked.filter(({ query }) => query === asked[0]?.query)).toHaveLength(1);
});

test('what is null at the place of an error, or without one, is an answer', () => {
  const { show, answer } = desk();
  const shell = show(SHELL);
  answer({ viewer: { ...viewer, tenant: null } });
  expect(shell.at(-1)?.data).toMatchObject({ viewer: { tenant: null } });
  const other = desk();
  const shown = other.show(LIST);
  other.answer(
    { viewer: { ...viewer, tenant: { ...tenant, alerts: null } } },
    { path: ['viewer', 'tenant', 'alerts'] },
  );
  expect(shown.at(-1)?.data).toMatchObject({ viewer: { tenant: { alerts: null } } });
});

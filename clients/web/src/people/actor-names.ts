import type { Client } from 'urql';
import { graphql } from '../generated/gql.ts';

const ActorNamesDocument = graphql(`
  query ActorNames($users: [ID!]!) {
    viewer {
      id
      tenant {
        id
        members(first: 200, users: $users) {
          edges {
            cursor
            node {
              id
              user {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

/** As many as are asked for at once. */
const MOST = 200;

export interface ActorNames {
  /** Undefined where there is no such member, and until it is known. */
  nameOf: (id: string) => string | undefined;
  /** Asks for those that are not known yet, with all that others want at the same time. */
  want: (ids: Iterable<string>) => void;
  /** For `useSyncExternalStore`. */
  subscribe: (listener: () => void) => () => void;
  version: () => number;
}

const known = new WeakMap<Client, ActorNames>();

/** The names of members by their ids as users, each asked for once. */
export function actorNamesOf(client: Client): ActorNames {
  const names = known.get(client) ?? createActorNames(client);
  known.set(client, names);
  return names;
}

function createActorNames(client: Client): ActorNames {
  const names = new Map<string, string | undefined>();
  const listeners = new Set<() => void>();
  let wanted = new Set<string>();
  let version = 0;

  async function ask(users: string[]): Promise<void> {
    const { data, error } = await client.query(ActorNamesDocument, { users }, { requestPolicy: 'network-only' });
    // Whoever shows them next asks again.
    if (error) return forget(users);
    for (const { node } of data?.viewer?.tenant?.members.edges ?? []) names.set(node.user.id, node.user.name);
    version += 1;
    for (const listener of [...listeners]) listener();
  }

  function forget(ids: readonly string[]): void {
    for (const id of ids) names.delete(id);
  }

  function askAll(): void {
    const ids = [...wanted];
    wanted = new Set();
    for (let from = 0; from < ids.length; from += MOST) void ask(ids.slice(from, from + MOST));
  }

  return {
    nameOf: (id) => names.get(id),
    want(ids) {
      for (const id of ids) {
        if (names.has(id)) continue;
        if (wanted.size === 0) queueMicrotask(askAll);
        names.set(id, undefined);
        wanted.add(id);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

import { expect, test, vi } from 'vitest';
import { api, playGraph } from '../graph/play-graph.ts';
import { actorNamesOf } from './actor-names.ts';

/** A tenant in which everybody but the stranger is a member, called as their id says; it answers from the second question on when that is said. */
function house({ failsOnce = false } = {}) {
  const asked: string[][] = [];
  const members = ({ users }: { users: string[] }) => {
    asked.push(users);
    if (failsOnce && asked.length === 1) throw new Error('away');
    const known = users.filter((id) => id !== 'stranger');
    return { edges: known.map((id) => ({ cursor: id, node: { id: `m ${id}`, user: { id, name: `Name of ${id}` } } })) };
  };
  const { client } = playGraph(api, { viewer: { id: 'me', tenant: { id: 't', members } } }, []);
  return { asked, names: actorNamesOf(client), again: () => actorNamesOf(client) };
}

test('what several places show is asked for at once, and each name once', async () => {
  const { asked, names, again } = house();
  const heard = vi.fn();
  const leave = names.subscribe(heard);
  names.want(['ana', 'ben']);
  again().want(['ben', 'stranger']);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  expect(asked).toEqual([['ana', 'ben', 'stranger']]);
  expect(['ana', 'ben', 'stranger'].map(names.nameOf)).toEqual(['Name of ana', 'Name of ben', undefined]);
  names.want(['ana', 'stranger', 'cleo']);
  await vi.waitFor(() => expect(names.nameOf('cleo')).toBe('Name of cleo'));
  expect(asked.at(-1)).toEqual(['cleo']);
  leave();
});

test('more than one question takes are asked in several', async () => {
  const { asked, names } = house();
  names.want(Array.from({ length: 201 }, (_, number) => String(number)));
  await vi.waitFor(() => expect(names.nameOf('200')).toBe('Name of 200'));
  expect(asked.map(({ length }) => length).toSorted()).toEqual([1, 200]);
});

test('what was not answered is asked for again when it is shown again', async () => {
  const { asked, names } = house({ failsOnce: true });
  names.want(['ana']);
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  await vi.waitFor(() => {
    names.want(['ana']);
    expect(names.nameOf('ana')).toBe('Name of ana');
  });
  expect(asked).toHaveLength(2);
});

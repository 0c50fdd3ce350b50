import { expect, it, vi } from 'vitest';
import { createChannel } from './channel.ts';

it('returns while a next is pending, and tells its feeder once', async () => {
  const onReturn = vi.fn();
  const { iterator } = createChannel(onReturn);
  const pending = iterator.next();
  await iterator.return?.();
  await iterator.return?.();
  expect(await pending).toEqual({ done: true, value: undefined });
  expect(onReturn).toHaveBeenCalledOnce();
});

it('gives what was pushed before it ends, in order, whatever its value', async () => {
  const { iterator, push, end } = createChannel<number>(() => {});
  for (const value of [0, 1, 2]) push(value);
  end();
  push(3);
  const seen: number[] = [];
  for await (const value of iterator) seen.push(value);
  expect(seen).toEqual([0, 1, 2]);
});

it('gives what was pushed before it fails', async () => {
  const { iterator, push, fail } = createChannel<string>(() => {});
  push('one');
  fail(new Error('lost'));
  expect(await iterator.next()).toEqual({ done: false, value: 'one' });
  await expect(iterator.next()).rejects.toThrow('lost');
  expect(await iterator.next()).toEqual({ done: true, value: undefined });
});

import { expect, test } from 'vitest';
import { Mailbox } from './mailbox.ts';

test('items come out in the order they went in, whether the reader waits or not', async () => {
  const mailbox = new Mailbox<number>();
  const waiting = [mailbox.next(), mailbox.next()];
  for (const item of [1, 2, 3, 4]) mailbox.put(item);
  const read = [...waiting, mailbox.next(), mailbox.next()];
  expect((await Promise.all(read)).map(({ value }) => value)).toEqual([1, 2, 3, 4]);
});

test('leaving ends a read that is pending and tells the owner once', async () => {
  const mailbox = new Mailbox<number>();
  let closed = 0;
  mailbox.onClose = () => {
    closed += 1;
  };
  const pending = mailbox.next();
  await mailbox.return();
  await mailbox.return();
  expect(await pending).toEqual({ done: true, value: undefined });
  expect(closed).toBe(1);
});

test('what went in before the end is still read, and then the failure is told once', async () => {
  const mailbox = new Mailbox<number>();
  mailbox.put(1);
  mailbox.fail(new Error('gone'));
  expect(await mailbox.next()).toEqual({ done: false, value: 1 });
  await expect(mailbox.next()).rejects.toThrow('gone');
  expect(await mailbox.next()).toEqual({ done: true, value: undefined });
});

test('a reader that falls ten thousand items behind is cut off', async () => {
  const mailbox = new Mailbox<number>();
  for (let item = 0; item <= 10_000; item += 1) mailbox.put(item);
  expect(mailbox.closed).toBe(true);
  mailbox.takeAll();
  await expect(mailbox.next()).rejects.toThrow('too far behind');
});

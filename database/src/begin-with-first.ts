import type { PoolClient, QueryResult } from 'pg';

type Query = (text: string, values?: readonly unknown[]) => Promise<QueryResult | QueryResult[]>;

const BEGINS = /^(?:begin|start transaction)\b/;
const READS = /\bread only$/;
/** Says whose transaction it is, or how patient the server is with it. */
const SETS = /^select set_config\(/;
const ENDS = /^(?:commit|rollback)$/;

/** Begins a statement of whose answer nobody needs anything: it goes to the server with what is asked after it, such as the end. */
export const WITH_NEXT = '/* with the next */ ';

interface Asked {
  text: string;
  values: readonly unknown[];
  answer: (result: QueryResult | QueryResult[]) => void;
  fail: (error: unknown) => void;
}

/** Whether it goes in a message of its own: it might be several statements, each with an answer of its own. */
const isAlone = ({ text, values }: Asked): boolean => values.length > 0 || ENDS.test(text) || text.includes(';');

const nothing: QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * Lets nobody wait for answers that say nothing, or for those of others. What is asked in one moment goes to the server in one
 * message, in the order in which it was asked; when one of it fails, all of it has, as all that comes after it in the
 * transaction. What opens a transaction goes to the server in one message with the first that
 * is asked in it; where nothing is asked, none is begun. What is written last goes with the commit, which says whether it
 * failed: a lock that is taken there is held for no longer than the server takes. One that could only read keeps nothing: it is
 * rolled back while its reader goes on already, and whoever has the connection next asks after that.
 */
export function beginWithFirst(client: PoolClient): void {
  const query = client.query.bind(client) as Query;
  let opening: string[] = [];
  let waiting: string[] = [];
  let onlyReads = false;
  let ending: Promise<unknown> | undefined;
  const queue: Asked[] = [];
  let isSending = false;

  async function ask(text: string, values: readonly unknown[] = []): Promise<QueryResult | QueryResult[]> {
    if (BEGINS.test(text)) {
      opening = [text];
      onlyReads = READS.test(text);
      return nothing;
    }
    const isUnsent = opening.length > 0 && !isSending;
    if (isUnsent && SETS.test(text)) {
      opening.push(text);
      return nothing;
    }
    if (text.startsWith(WITH_NEXT)) {
      waiting.push(text);
      return nothing;
    }
    if (text === 'rollback') waiting = [];
    if (ENDS.test(text) && waiting.length === 0 && !isSending) {
      opening = [];
      if (isUnsent) return nothing;
      if (onlyReads) {
        // When that fails, the connection is gone, and with it the transaction.
        ending = query(text).catch(() => undefined);
        return nothing;
      }
    }
    return new Promise((answer, fail) => {
      queue.push({ text, values, answer, fail });
      if (isSending) return;
      isSending = true;
      queueMicrotask(sendQueue);
    });
  }

  async function sendQueue(): Promise<void> {
    await ending;
    while (queue.length > 0) {
      const alone = queue.findIndex(isAlone);
      await sendTogether(queue.splice(0, alone < 0 ? queue.length : Math.max(alone, 1)));
    }
    isSending = false;
  }

  async function sendTogether(asked: readonly Asked[]): Promise<void> {
    const [first] = asked;
    try {
      const sent = await send(asked.map(({ text }) => text).join('; '), first?.values ?? []);
      if (asked.length === 1) return first?.answer(sent);
      const results = [sent].flat();
      if (results.length !== asked.length) throw new Error('PostgreSQL answered more or less than was asked.');
      for (const [at, { answer }] of asked.entries()) answer(results[at] ?? nothing);
    } catch (error) {
      for (const { fail } of asked) fail(error);
    }
  }

  async function send(text: string, values: readonly unknown[]): Promise<QueryResult | QueryResult[]> {
    const before = [...opening, ...waiting];
    // After a commit that failed there is no transaction either, and nothing of it is done again.
    const mayBeRefusedWhole = opening.length > 0 && !ENDS.test(text);
    opening = [];
    waiting = [];
    if (before.length === 0) return query(text, values);
    // The server takes one statement at a time that has its values beside it.
    if (values.length > 0) {
      await query(before.join('; '));
      return query(text, values);
    }
    try {
      const results = [await query([...before, text].join('; '))].flat().slice(before.length);
      return results.length === 1 ? (results[0] ?? nothing) : results;
    } catch (error) {
      if (!mayBeRefusedWhole || (await isBegun(error))) throw error;
      await query(before.join('; '));
      return query(text);
    }
  }

  /** A message in which something is no SQL is refused as a whole, before anything of it is done. */
  async function isBegun(failure: unknown): Promise<boolean> {
    await query('').catch(() => {
      throw failure;
    });
    return client.getTransactionStatus() !== 'I';
  }

  // The form with a callback is used by nobody.
  client.query = ask as PoolClient['query'];
}

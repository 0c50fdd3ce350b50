import type { EntityManager, TransactionOptions } from '@mikro-orm/core';

/** A statement as Kysely gives it to its connection. */
export interface Statement {
  sql: string;
}

export interface Connection {
  executeQuery(statement: Statement): Promise<unknown>;
}

interface Asked {
  statement: Statement;
  answer: (result: unknown) => void;
  fail: (error: unknown) => void;
}

interface Command {
  execute(): Promise<unknown>;
}

/** As much of Kysely's transaction as is used here. */
export interface Transaction extends Connection {
  /** Gives the connection to one after the other. */
  getExecutor(): { provideConnection<Result>(use: (connection: Connection) => Promise<Result>): Promise<Result> };
  savepoint(name: string): Command;
  commit(): Command;
  rollback(): Command;
  readonly isCommitted: boolean;
  readonly isRolledBack: boolean;
}

const inTurn = new WeakSet<Transaction>();

/** Begins a transaction after whose end nothing that is still under way reaches its connection, which is somebody else's by then. */
export async function beginInTurn(
  em: EntityManager,
  options: Omit<TransactionOptions, 'ignoreNestedTransactions'> = {},
): Promise<void> {
  await em.begin(options);
  const transaction = em.getTransactionContext<Transaction>();
  if (transaction) takeTurns(transaction);
}

/** Uses a transaction's connection alone, as long as it is that transaction's. */
export function alone<Result>(
  transaction: Transaction,
  use: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  return transaction.getExecutor().provideConnection(async (connection) => {
    if (transaction.isCommitted || transaction.isRolledBack) throw new Error('The transaction has ended.');
    return use(connection);
  });
}

/**
 * Kysely sets savepoints and ends transactions at once, whatever has the connection: now they wait for it as every statement does.
 * Statements that are asked in one moment have their turn together, so that they go to the server in one message; in which
 * order, nobody knows who did not wait in between.
 */
export function takeTurns(transaction: Transaction): void {
  if (inTurn.has(transaction)) return;
  inTurn.add(transaction);
  const asked: Asked[] = [];
  const take = (): Asked[] => asked.splice(0);
  const askTogether = (): Promise<void> =>
    alone(transaction, async (connection) => {
      await Promise.all(
        take().map(({ statement, answer, fail }) => connection.executeQuery(statement).then(answer, fail)),
      );
    }).catch((error: unknown) => {
      for (const { fail } of take()) fail(error);
    });
  transaction.executeQuery = (statement) =>
    new Promise((answer, fail) => {
      asked.push({ statement, answer, fail });
      // By then all that goes on in this moment has asked.
      if (asked.length === 1) process.nextTick(askTogether);
    });
  const { savepoint, commit, rollback } = transaction;
  const after = (command: Command): Command => ({
    execute: () => {
      void askTogether();
      return alone(transaction, () => command.execute());
    },
  });
  transaction.savepoint = (name) => after(savepoint.call(transaction, name));
  transaction.commit = () => after(commit.call(transaction));
  transaction.rollback = () => after(rollback.call(transaction));
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { systemSession } from './tenant.ts';

/** A statement as Kysely gives it to its connection. */
interface Statement {
  sql: string;
}

interface Connection {
  executeQuery(statement: Statement): Promise<unknown>;
}

/** As much of Kysely's transaction as is used here. */
interface Transaction {
  /** Gives the connection to one after the other. */
  getExecutor(): { provideConnection<Result>(use: (connection: Connection) => Promise<Result>): Promise<Result> };
  savepoint(name: string): { execute(): Promise<unknown> };
}

const SEE_ALL = "select set_config('app.system', 'on', true)";
const SEE_OWN = "select set_config('app.system', 'off', true)";

/**
 * A unit of work that sees every tenant's rows, beside one that does not. Within a transaction it uses that one's
 * connection, and is good until the transaction ends.
 */
export function systemBeside(em: EntityManager): EntityManager {
  const fork = em.fork({ session: systemSession });
  const transaction = em.getTransactionContext<Transaction>();
  if (transaction) fork.setTransactionContext(seesAll(em) ? transaction : seeingAll(transaction));
  return fork;
}

function seesAll(em: EntityManager): boolean {
  return em.getSessionContext()?.variables?.['app.system'] === 'on';
}

/**
 * The same transaction, each statement of which sees every row. Security is lifted and restored while nobody else has the
 * connection, so no statement of the tenant's can come in between; and after a failure PostgreSQL does nothing more in
 * this transaction.
 */
function seeingAll(transaction: Transaction): Pick<Transaction, 'savepoint'> & Connection {
  takeTurns(transaction);
  return {
    executeQuery: (statement) =>
      transaction.getExecutor().provideConnection(async (connection) => {
        const restore = () => connection.executeQuery({ ...statement, sql: SEE_OWN });
        await connection.executeQuery({ ...statement, sql: SEE_ALL });
        const result = await connection.executeQuery(statement).catch(async (error: unknown) => {
          await restore().catch(() => undefined);
          throw error;
        });
        await restore();
        return result;
      }),
    savepoint: () => {
      throw new Error('What reads as the system beside a tenant has no transactions of its own.');
    },
  };
}

const inTurn = new WeakSet<Transaction>();

/** Kysely sets savepoints at once. One that is set while everything is seen would bring that back when it is rolled back to. */
function takeTurns(transaction: Transaction): void {
  if (inTurn.has(transaction)) return;
  inTurn.add(transaction);
  const { savepoint } = transaction;
  transaction.savepoint = (name) => ({
    execute: () => transaction.getExecutor().provideConnection(() => savepoint.call(transaction, name).execute()),
  });
}

import type { EntityManager } from '@mikro-orm/postgresql';
import { systemSession } from './tenant.ts';
import { alone, type Connection, type Transaction, takeTurns } from './turns.ts';

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
 * The same transaction, each statement of which sees every row. Security is lifted and restored in one message with it, while
 * nobody else has the connection, so no statement of the tenant's can come in between, no savepoint, and no end; and after a
 * failure PostgreSQL does nothing more in this transaction.
 */
function seeingAll(transaction: Transaction): Pick<Transaction, 'savepoint'> & Connection {
  takeTurns(transaction);
  return {
    executeQuery: (statement) =>
      alone(transaction, async (connection) => {
        const [, answer] = await Promise.all(
          [SEE_ALL, statement.sql, SEE_OWN].map((sql) => connection.executeQuery({ ...statement, sql })),
        );
        return answer;
      }),
    savepoint: () => {
      throw new Error('What reads as the system beside a tenant has no transactions of its own.');
    },
  };
}

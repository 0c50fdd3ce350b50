import type { Context } from '@mycelium/kit/context';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How much one person has to do.' })
export class Workload {
  @Field(() => ID, { nullable: true, description: 'By user id; null: what was given to nobody.' })
  assigneeId!: string | null;

  @Field(() => Int, { description: 'What is to be done.' })
  open!: number;

  @Field(() => Int, { description: 'How much of that is overdue.' })
  overdue!: number;
}

@ObjectType({ description: "What there is to do in a tenant's own book, by whom." })
export class CrmOverview {
  tenantId!: string;

  @Field(() => Int, { description: 'What is to be done.' })
  open!: number;

  @Field(() => Int, { description: 'How much of that is overdue.' })
  overdue!: number;

  @Field(() => [Workload], { description: 'The most overdue first; at most 100 people.' })
  byAssignee!: Workload[];
}

interface Row {
  assignee_id: string | null;
  open: number;
  overdue: number;
  all_open: string;
  all_overdue: string;
}

const MOST = 100;

/** What there is to do in a tenant's own book; what the platform's staff keep about it does not count. */
export async function overviewOf({ em, now }: Context, tenantId: string): Promise<CrmOverview> {
  const rows = await em.execute<Row[]>(
    `select assignee_id, count(*)::int as open, count(*) filter (where due_until <= ?)::int as overdue,
       sum(count(*)) over () as all_open, sum(count(*) filter (where due_until <= ?)) over () as all_overdue
     from crm.activity where tenant_id = ? and side = 'TENANT' and completed_at is null and removed_at is null
     group by assignee_id order by overdue desc, open desc, assignee_id limit ${MOST}`,
    [now(), now(), tenantId],
  );
  const byAssignee = rows.map(({ assignee_id: assigneeId, open, overdue }) => ({ assigneeId, open, overdue }));
  const [first] = rows;
  const [open, overdue] = [Number(first?.all_open ?? 0), Number(first?.all_overdue ?? 0)];
  return { tenantId, open, overdue, byAssignee };
}

import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { type Ask, p95 } from './ask.ts';
import { fillTimeline } from './fill.ts';

const DEPTHS = [0, 50_000, 100_000];
const PAGE = 50;
const LARGEST_PAGE = 200;
const ROUNDS = 200;
const WARM_UP = 50;
const QUERY = `query ($tenant: ID!, $subject: SubjectInput!, $first: Int!, $after: String) {
  timeline(tenantId: $tenant, subject: $subject, first: $first, after: $after) {
    edges { node { id kind at source actor { kind id } correlationId acknowledgedAt facts relatedId } }
    pageInfo { endCursor }
  }
}`;
const SQL = `select id, kind, at, source, actor_kind, actor_id, correlation_id, acknowledged_at, facts, related_id
  from crm.timeline_entry where tenant_id = $1 and subject_kind = 'CONTACT' and subject_id = $2 and (at, id) <= ($3, $4)
  order by at desc, id desc limit ${PAGE}`;

interface Entry {
  id: string;
  at: string;
}
interface Page {
  timeline: { edges: { node: Entry }[]; pageInfo: { endCursor: string } };
}

export interface TimelineRow {
  depth: number;
  /** Milliseconds at p95. */
  ours: number;
  sql: number;
}

/** Pages of one subject's timeline at several depths, and the same rows by plain SQL. */
export async function measureTimeline(ask: Ask, database: Client, tenantId: string): Promise<TimelineRow[]> {
  const subject = { kind: 'CONTACT', id: randomUUID() };
  await fillTimeline(database, tenantId, subject.id, Math.max(...DEPTHS) + PAGE);
  const read = (first: number, after?: string) =>
    ask<Page>({ query: QUERY, variables: { tenant: tenantId, subject, first, after } });

  const rows: TimelineRow[] = [];
  let after: string | undefined;
  let depth = 0;
  for (const wanted of DEPTHS) {
    for (; depth < wanted; depth += LARGEST_PAGE)
      after = (await read(LARGEST_PAGE, after)).data.timeline.pageInfo.endCursor;
    const ours: number[] = [];
    const sql: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const { data, ms } = await read(PAGE, after);
      const first = data.timeline.edges[0]?.node;
      const begin = performance.now();
      const same = await database.query<Entry>(SQL, [tenantId, subject.id, first?.at, first?.id]);
      const sqlMs = performance.now() - begin;
      if (same.rows.map(({ id }) => id).join() !== data.timeline.edges.map(({ node }) => node.id).join())
        throw new Error(`At ${wanted} the page has other entries than the table.`);
      if (round < 0) continue;
      ours.push(ms);
      sql.push(sqlMs);
    }
    rows.push({ depth: wanted, ours: p95(ours), sql: p95(sql) });
  }
  return rows;
}

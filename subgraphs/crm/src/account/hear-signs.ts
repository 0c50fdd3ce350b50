import type { Sign } from '@mycelium/kit/signs';
import type { TaskDesk } from '@mycelium/kit/tasks/task';
import { type SubgraphName, subgraphNames } from '@mycelium/schema/roster';
import { z } from 'zod';
import { ReasonCode } from './reason.ts';

/** A sign of a code that we know, as it is kept, and when it was said. */
export interface HeardSign extends Omit<Sign, 'tenantId' | 'code' | 'since'> {
  code: ReasonCode;
  /** ISO 8601. */
  since?: string | undefined;
  asOf: string;
}

/** What each subgraph said last of a tenant, and when (ISO 8601). */
export type Heard = Partial<Record<string, { at: string; signs: readonly Omit<HeardSign, 'asOf'>[] }>>;

const SIGNS = `query ($tenantIds: [ID!]!) {
  tenantSigns(tenantIds: $tenantIds) { tenantId code name count since path }
}`;

const some = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform((value) => value ?? undefined);
const answerSchema = z.object({
  tenantSigns: z.array(
    z.object({
      tenantId: z.string(),
      code: z.string(),
      name: some(z.string()),
      count: some(z.number()),
      since: some(z.coerce.date()),
      path: z.string(),
    }),
  ),
});

/** What the other subgraphs say of these tenants now, each asked once for all of them; those that do not answer are left out. */
export async function hearSigns(desk: TaskDesk, tenantIds: readonly string[]): Promise<ReadonlyMap<string, Heard>> {
  const others = subgraphNames.filter((name) => name !== desk.name);
  const answers = await Promise.all(others.map(async (name) => [name, await signsOf(desk, name, tenantIds)] as const));
  const at = new Date().toISOString();
  const answered = answers.flatMap(([name, signs]) => (signs ? [{ name, byTenant: byTenant(signs) }] : []));
  return new Map(
    tenantIds.map((id) => [
      id,
      Object.fromEntries(answered.map(({ name, byTenant }) => [name, { at, signs: byTenant.get(id) ?? [] }])),
    ]),
  );
}

async function signsOf(
  { ask, correlationId, log }: TaskDesk,
  name: SubgraphName,
  tenantIds: readonly string[],
): Promise<readonly Sign[] | undefined> {
  const context = { viewer: { kind: 'gateway' as const, id: 'crm', scopes: ['gateway'] }, correlationId };
  try {
    return answerSchema.parse(await ask(name, { query: SIGNS, variables: { tenantIds } }, context)).tenantSigns;
  } catch (error) {
    log.warn({ err: error, subgraph: name }, 'nobody says how the tenants are doing; what was known of them stays');
    return undefined;
  }
}

const codes = new Map(Object.values(ReasonCode).map((code) => [String(code), code]));

function byTenant(signs: readonly Sign[]): Map<string, Omit<HeardSign, 'asOf'>[]> {
  const known = signs.flatMap(({ code: name, since, ...sign }) => {
    const code = codes.get(name);
    return code ? [{ ...sign, code, since: since?.toISOString() }] : [];
  });
  const groups = Map.groupBy(known, ({ tenantId }) => tenantId);
  return new Map([...groups].map(([id, own]) => [id, own.map(({ tenantId: _, ...sign }) => sign)]));
}

/** All signs that are known of a tenant, whoever said them. */
export function allSigns(heard: Heard): HeardSign[] {
  return Object.values(heard).flatMap((said) => said?.signs.map((sign) => ({ ...sign, asOf: said.at })) ?? []);
}

import { ownTenant } from '@mycelium/kit/allow';
import { record } from '@mycelium/kit/audit';
import type { Context } from '@mycelium/kit/context';
import { create, isSo, unchanged } from '@mycelium/kit/crud';
import { Invalid } from '@mycelium/kit/errors';
import { parseInput } from '@mycelium/kit/input';
import { afterCommit } from '@mycelium/kit/transaction';
import { AUDIT_BEFORE } from '@mycelium/schema/audit';
import {
  type Application,
  type RegisterApplicationInput,
  RegisteredApplication,
  registerApplicationSchema,
} from '../application/application.ts';
import { ConsumerPlace } from '../consumer/consumer.ts';
import { compileSchema } from './compile-schema.ts';
import { type RegisterEventTypeInput, RegisteredEventType, registerEventTypeSchema } from './event-type.ts';
import { ownPayload } from './own-payload.ts';
import { type KnownType, mirrorRegistry, readRegistry } from './registry.ts';
import { checkRoomForApplication, checkRoomForType, registerInTurn } from './room.ts';

/** A new application, which can be sent events from now on; the same name again says only what it is. */
export async function registerApplication(ctx: Context, input: RegisterApplicationInput): Promise<Application> {
  const { name, description } = parseInput(registerApplicationSchema, input);
  const tenantId = ownTenant(ctx);
  await registerInTurn(ctx);
  const registry = await readRegistry(ctx, tenantId);
  const existing = await ctx.em.findOne(RegisteredApplication, { name });
  if (!existing && registry.applications.has(name))
    throw new Invalid(`There is already an application ${name}, which every tenant has.`, ['input', 'name'], {
      reason: 'TAKEN',
    });
  const application: Application = {
    name,
    description,
    isBuiltIn: false,
    hasHome: false,
    isOff: false,
    consumer: ConsumerPlace.OUTSIDE,
    publishes: [],
    consumes: [],
  };
  if (existing?.description === description) return unchanged(ctx, application);
  if (!existing) await checkRoomForApplication(ctx);
  const [before, after] = [existing ? { description: existing.description } : {}, { description }];
  const kind = existing ? 'UPDATED' : 'CREATED';
  record(ctx, { action: 'registerApplication', kind, noun: 'Application', nounId: name, before, after });
  if (existing) existing.description = description;
  else create(ctx, RegisteredApplication, { name, description });
  await ctx.em.flush();
  afterCommit(ctx, () => mirrorRegistry(ctx, tenantId));
  return application;
}

/** A new type, or a new version of one of your own; what is said as it was is no new version. */
export async function registerEventType(ctx: Context, input: RegisterEventTypeInput): Promise<KnownType> {
  const given = parseInput(registerEventTypeSchema, input);
  const tenantId = ownTenant(ctx);
  await registerInTurn(ctx);
  const registry = await readRegistry(ctx, tenantId);
  const { name, source, payloadSchema, description } = given;
  const [targets, aliases] = [given.targets ?? [], given.aliases ?? []];
  const path = ['input'] as const;
  if (registry.type(name)?.isBuiltIn || name === AUDIT_BEFORE)
    throw new Invalid(`There is already a type ${name}, which every tenant has.`, [...path, 'name'], {
      reason: 'TAKEN',
    });
  const taken = aliases.findIndex((alias) => (registry.type(alias)?.name ?? name) !== name);
  if (taken >= 0)
    throw new Invalid(`${aliases[taken]} is the name of another type.`, [...path, 'aliases', taken], {
      reason: 'TAKEN',
    });
  if (!registry.applications.has(source))
    throw new Invalid(`There is no application ${source}.`, [...path, 'source'], {
      reason: 'UNKNOWN_APPLICATION',
      name: source,
    });
  const unknown = targets.findIndex((target) => !registry.applications.has(target));
  if (unknown >= 0)
    throw new Invalid(`There is no application ${targets[unknown]}.`, [...path, 'targets', unknown], {
      reason: 'UNKNOWN_APPLICATION',
      name: targets[unknown],
    });
  checkSchema(payloadSchema);
  const wanted = { description, source, targets, aliases, payloadSchema };
  const newest = await ctx.em.findOne(RegisteredEventType, { name }, { orderBy: { number: 'desc' } });
  const isNew = !newest || !isSo(newest, wanted);
  const version = isNew ? (newest?.number ?? 0) + 1 : newest.number;
  if (isNew) {
    await checkRoomForType(ctx, registry, given);
    const after = { version, ...wanted };
    record(ctx, { action: 'registerEventType', kind: 'CREATED', noun: 'EventType', nounId: name, after });
    create(ctx, RegisteredEventType, { name, number: version, ...wanted });
    await ctx.em.flush();
    afterCommit(ctx, () => mirrorRegistry(ctx, tenantId));
  }
  const everyone = [...registry.applications.keys()].filter((target) => target !== source);
  const reached = targets.length > 0 ? targets : everyone;
  const own = { toldBy: 'PEOPLE' as const, isBuiltIn: false };
  const known: KnownType = {
    name,
    aliases,
    description,
    version,
    source,
    targets: reached,
    ...own,
    payload: ownPayload(payloadSchema),
    payloadSchema,
  };
  return isNew ? known : unchanged(ctx, known);
}

function checkSchema(schema: Record<string, unknown>): void {
  try {
    compileSchema(schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Invalid(
      `This is not a JSON Schema that can be checked: ${reason.slice(0, 200)}.`,
      ['input', 'payloadSchema'],
      {
        reason: 'NO_SCHEMA',
      },
    );
  }
}

import { CHANNELS_KEY } from '@mycelium/bus/keys';
import { readProgramsSeen } from '@mycelium/bus/presence';
import { round } from '@mycelium/kit/tasks/rounds';
import { eachAlone } from '@mycelium/kit/transaction';
import { applications } from '@mycelium/schema/applications';
import { leaveToPrograms, withHome } from './write-settings.ts';

const LATELY_MS = 30 * 24 * 60 * 60_000;

/**
 * A program that takes the events of an application nobody answers for keeps them when a subgraph begins to, as if its tenant had
 * said so: a new version takes nothing from a program that is at work.
 */
export const keepPrograms = round('programs-kept', '23 * * * *', async (ctx) => {
  const without = applications.filter((name) => !withHome.includes(name));
  const channels = await ctx.redis.smembers(CHANNELS_KEY);
  const tenants = channels.flatMap((channel) => {
    const [tenant = '', target = ''] = [channel.split(' ')[0], channel.slice(channel.lastIndexOf('>') + 1)];
    return without.includes(target) ? [tenant] : [];
  });
  await eachAlone(ctx, new Set(tenants), async (tenant) => {
    const seen = await readProgramsSeen(ctx.redis, tenant);
    const theirs = without.filter((name) => Date.now() - (seen.get(name) ?? 0) < LATELY_MS);
    if (theirs.length > 0) await leaveToPrograms(ctx, tenant, theirs);
  });
});

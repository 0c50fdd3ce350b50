import type { Context } from '@mycelium/kit/context';

/** Forgets what has not been so for 30 days: by then nothing that was said earlier is still on its way. */
export async function forgetConditions({ em }: Context): Promise<void> {
  await em.execute("delete from events.condition where not is_so and told_at < now() - interval '30 days'");
}

import type { Context } from '@mycelium/kit/context';

/** Makes the partitions of the months to come, so that no order ever waits for one; also those of locations that have their own. */
export async function makePartitions({ em }: Context): Promise<void> {
  await em.execute('select restaurant.make_partitions(), restaurant.keep_location_partitions()');
}

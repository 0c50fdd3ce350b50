import { firstIdOf, momentOfId } from '@mycelium/kit/id-moment';

/** As long as the clocks of two tills may differ, or a till waits for its network. */
const SKEW_MS = 4 * 24 * 60 * 60_000;

/** The first id of what belongs to a row and was made after it, but for clocks that differ: older months need no look. */
export function earliestIdBeside(id: string): string {
  return firstIdOf(new Date(momentOfId(id).getTime() - SKEW_MS));
}

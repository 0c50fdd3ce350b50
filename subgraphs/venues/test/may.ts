import type { Role } from '@mycelium/schema/role';

const managers: Role[] = ['OWNER', 'MANAGER', 'ADMIN'];

/**
 * Who may call which mutation of this subgraph; what it says is compared with what the gateway does.
 * @public read by name, in the test of roles
 */
export const may: Record<string, readonly (Role | 'nobody')[]> = {
  createVenue: managers,
  updateVenue: managers,
  closeVenue: managers,
  reopenVenue: managers,
};

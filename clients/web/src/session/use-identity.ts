import { useSyncExternalStore } from 'react';
import { identityOf } from './identity.ts';
import { session } from './session.ts';

/** Who works here now, and for which tenant; undefined when nobody is logged in. */
export function useIdentity(): string | undefined {
  return useSyncExternalStore(session.onChange, () => identityOf(session.token()));
}

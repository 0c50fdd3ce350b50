import type { State } from '@mycelium/client-kit/state';
import type { Standing } from '../look/state.ts';
import type { Invitation } from './people.ts';

type Mail = NonNullable<Invitation['mail']>;

const states: Record<Mail, State> = { QUEUED: 'waiting', SENT: 'ok', FAILED: 'failing' };

/** Where an invitation stands: its email, until it expires; nothing where no email is known. */
export function emailState({
  status,
  mail,
}: Pick<Invitation, 'status' | 'mail'>): Standing<Mail | 'EXPIRED'> | undefined {
  if (status === 'EXPIRED') return { state: 'attention', word: status };
  return mail ? { state: states[mail], word: mail } : undefined;
}

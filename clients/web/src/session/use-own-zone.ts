import { useQuery } from 'urql';
import { PreferencesDocument } from './preferences.ts';
import { useTenant } from './viewer.tsx';

/** The time zone of the person, else that of the tenant. */
export function useOwnZone(): string {
  const { timeZone } = useTenant();
  const [{ data }] = useQuery({ query: PreferencesDocument, requestPolicy: 'cache-first' });
  return data?.viewer?.preferences?.timeZone ?? timeZone;
}

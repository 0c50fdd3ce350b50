import { useSearchParams } from 'react-router';
import type { SubjectInput } from '../generated/graphql.ts';
import { useTenant } from '../session/viewer.tsx';

/** What something new is about: the contact or the opportunity in the address, else the tenant itself. */
export function useSubject(): SubjectInput {
  const [search] = useSearchParams();
  const tenant = useTenant();
  const [contact, opportunity] = [search.get('contact'), search.get('opportunity')];
  if (contact) return { kind: 'CONTACT', id: contact };
  return opportunity ? { kind: 'OPPORTUNITY', id: opportunity } : { kind: 'TENANT', id: tenant.id };
}

import { useEffect } from 'react';
import { useWrite } from '../../graph/use-write.ts';
import { AssessAccountsDocument } from './accounts.ts';

/** Has the platform look how all tenants are doing, once as a page opens; what has changed comes live. */
export function useAssess(): void {
  const { write: assess } = useWrite(AssessAccountsDocument);
  useEffect(() => void assess({}), [assess]);
}

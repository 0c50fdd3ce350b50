import { useNavigate } from 'react-router';
import { showTrouble } from '../../look/notify.tsx';
import { switchTenant } from '../../session/session.ts';
import { useTenant } from '../../session/viewer.tsx';

/** Goes to a page of a tenant's console: works for that tenant from then on, where that was another one. */
export function useWorkFor(): (tenantId: string, path: string) => Promise<void> {
  const navigate = useNavigate();
  const { id } = useTenant();
  return async (tenantId, path) => {
    const problem = tenantId === id ? undefined : await switchTenant(tenantId);
    if (problem) return showTrouble(problem);
    await navigate(path);
  };
}

import { Navigate, useOutletContext, useParams } from 'react-router';
import type { ChoicesOutlet } from './ChoicesPage.tsx';

/** Leads from an option, which the log names, to its group. */
export function Component() {
  const { optionId } = useParams();
  const { groups } = useOutletContext<ChoicesOutlet>();
  const group = groups.find(({ options }) => options.some(({ id }) => id === optionId));
  return <Navigate to={`/menu/choices/${group?.id ?? optionId}`} replace />;
}

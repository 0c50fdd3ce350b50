import { useFeed } from '../graph/use-feed.ts';
import { useViewer } from '../session/viewer.tsx';
import type { Area, Feed } from './area.ts';
import { isFor } from './area.ts';
import { areas } from './areas.ts';
import { useBrought } from './use-brought.ts';

/** Keeps the cache right while the console is open: every page shows what others change, as they change it. */
export function LiveUpdates() {
  const { viewer } = useViewer();
  return areas
    .filter((area) => isFor(viewer, area))
    .map(({ name, feeds }) => feeds && <AreaUpdates key={name} feeds={feeds} />);
}

function AreaUpdates({ feeds }: { feeds: NonNullable<Area['feeds']> }) {
  const { viewer, tenant } = useViewer();
  const brought = useBrought(feeds);
  return brought?.feeds
    .filter((feed) => isFor(viewer, feed))
    .map(({ name, document }) => <Follow key={name} document={document} tenantId={tenant.id} />);
}

function Follow({ document, tenantId }: { document: Feed['document']; tenantId: string }) {
  useFeed(document, tenantId);
  return null;
}

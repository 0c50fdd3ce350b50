import { cacheRules } from '../../graph/cache-rules.ts';
import { onBusMutation } from '../bus-changes.ts';

export const rules = cacheRules({
  views: ['Tenant.communicationMatrix', 'Tenant.deliveryFigures'],
  on: {
    ...onBusMutation('communicationMatrix', 'deliveryFigures'),
    communicationMatrixChanged: 'deliveryFigures',
  },
  keys: { CommunicationMatrix: 'tenantId' },
});

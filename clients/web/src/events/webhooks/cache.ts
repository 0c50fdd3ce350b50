import { cacheRules } from '../../graph/cache-rules.ts';

export const rules = cacheRules({
  lists: ['Tenant.webhookEndpoints'],
  views: ['WebhookEndpoint.attempts'],
  things: { webhookEndpoint: 'WebhookEndpoint' },
  on: {
    createWebhookEndpoint: 'webhookEndpoints',
    removeWebhookEndpoint: 'webhookEndpoints',
    webhookChanged: ['webhookEndpoints', 'attempts'],
    // How many wait for each endpoint.
    communicationMatrixChanged: 'webhookEndpoints',
  },
});

import type { Role } from '@mycelium/schema/role';

const managers: Role[] = ['OWNER', 'MANAGER', 'ADMIN'];
/** An API key can do what its maker can, so managers leave it to owners. */
const keyHolders: Role[] = ['OWNER', 'ADMIN'];

/**
 * Who may call which mutation of this subgraph; what it says is compared with what the gateway does.
 * @public read by name, in the test of roles
 */
export const may: Record<string, readonly (Role | 'nobody')[]> = {
  publishEvent: managers,
  publishEvents: managers,
  publishInterAppEvent: managers,
  pullEvents: keyHolders,
  acknowledgeEvent: keyHolders,
  acknowledgeEvents: keyHolders,
  failEvent: keyHolders,
  importEvents: managers,
  registerApplication: managers,
  allocateCredits: managers,
  consumeCredits: managers,
  registerEventType: managers,
  startEventJob: managers,
  cancelEventJob: managers,
  retryEvent: managers,
  discardEvent: managers,
  replayEvent: managers,
  retryQuarantinedEntry: managers,
  discardQuarantinedEntry: managers,
  updateEventSettings: managers,
  pauseChannel: managers,
  resumeChannel: managers,
  closeBreaker: managers,
  setConsumer: managers,
  reconcileEvents: managers,
  createWebhookEndpoint: keyHolders,
  updateWebhookEndpoint: keyHolders,
  removeWebhookEndpoint: keyHolders,
  rotateWebhookSecret: keyHolders,
  pauseWebhookEndpoint: keyHolders,
  resumeWebhookEndpoint: keyHolders,
  sendTestEvent: keyHolders,
  recoverWebhook: keyHolders,
  redeliverWebhook: keyHolders,
  updateAlertRule: managers,
  acknowledgeAlert: managers,
};

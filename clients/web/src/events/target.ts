import { useTranslation } from 'react-i18next';

const WEBHOOK = 'webhook:';

/** The id of the webhook that a target of the bus is; undefined for an application. */
export function webhookIdOf(target: string): string | undefined {
  return target.startsWith(WEBHOOK) ? target.slice(WEBHOOK.length) : undefined;
}

/** Says a target: an application by its name, a webhook as what it is. */
export function useTargetName(): (target: string) => string {
  const { t } = useTranslation();
  return (target) => (webhookIdOf(target) === undefined ? target : t('webhooks.endpoint'));
}

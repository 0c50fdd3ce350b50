import { useTranslation } from 'react-i18next';
import { sinceText } from '../../look/since-text.ts';
import { useTenant } from '../../session/viewer.tsx';
import { numberFormat } from '../../words/formats.ts';
import type { Alert } from './alerts.ts';

/** What an alert says: what it is called, where it is, and what was found, with its numbers. */
export function useAlertText() {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const figure = numberFormat(i18n.language, { maximumFractionDigits: 2 });
  return ({ kind, source, target, name, value, threshold, since, createdAt }: Alert) => ({
    title: t(`notices.alert.${kind}`),
    where: name ?? [source, target].filter(Boolean).join(' → '),
    found: t(`events.alertFound.${kind}`, {
      value: figure.format(value),
      threshold: figure.format(threshold),
      since: sinceText(since ?? createdAt, i18n.language, timeZone),
    }),
  });
}

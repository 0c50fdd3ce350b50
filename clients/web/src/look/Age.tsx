import { useInterval } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { durationText } from './duration.ts';

/** How long something waits already; it runs. */
export function Age({ since }: { since: string }) {
  const { i18n } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1_000, { autoInvoke: true });
  const seconds = Math.max(0, Math.floor((now - new Date(since).getTime()) / 1_000));
  return (
    <time dateTime={since} title={new Date(since).toLocaleString(i18n.language)}>
      {durationText(Math.max(1, seconds) * 1_000, i18n.language)}
    </time>
  );
}

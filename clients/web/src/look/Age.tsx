import { useTranslation } from 'react-i18next';
import { dateFormat } from '../words/formats.ts';
import { durationText } from './duration.ts';
import { useTicking } from './use-ticking.ts';

/** How long something waits already; it runs. */
export function Age({ since }: { since: string }) {
  const { i18n } = useTranslation();
  const text = useTicking(1_000, (now) => {
    const seconds = Math.max(1, Math.floor((now - new Date(since).getTime()) / 1_000));
    return durationText(seconds * 1_000, i18n.language);
  });
  return (
    <time
      dateTime={since}
      title={dateFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(since))}
    >
      {text}
    </time>
  );
}

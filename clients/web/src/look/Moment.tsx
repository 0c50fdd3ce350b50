import { useTranslation } from 'react-i18next';
import { dateFormat, machineZone } from '../words/formats.ts';
import { relativeTime } from './relative-time.ts';
import { useTicking } from './use-ticking.ts';

/** A time, relative to now; absolute on hover, in a zone that is named when it is not this machine's. */
export function Moment({ at, timeZone }: { at: string; timeZone: string }) {
  const { i18n } = useTranslation();
  const text = useTicking(10_000, (now) => relativeTime(Math.min(0, new Date(at).getTime() - now), i18n.language));
  const isElsewhere = machineZone() !== timeZone;
  const absolute = dateFormat(i18n.language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
    ...(isElsewhere && { timeZoneName: 'short' }),
  }).format(new Date(at));
  return (
    <time dateTime={at} title={absolute}>
      {text}
    </time>
  );
}

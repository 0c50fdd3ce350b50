import { useTranslation } from 'react-i18next';
import { useTicking } from '../../look/use-ticking.ts';
import { useTenant } from '../../session/viewer.tsx';
import { dateFormat } from '../../words/formats.ts';
import type { Tracking } from '../events.ts';

/** When an event is tried again, and which attempt of how many that is; nothing where it does not wait for one. */
export function NextAttempt({ delivery }: { delivery: Pick<Tracking, 'nextAttemptAt' | 'tries' | 'triesAtMost'> }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useTenant();
  const { nextAttemptAt: at, tries, triesAtMost } = delivery;
  const isDue = useTicking(1_000, (now) => (at && new Date(at).getTime() > now ? '' : 'due'));
  if (!at) return null;
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  const moment = dateFormat(i18n.language, {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone },
  });
  const which = { number: tries + 1, most: triesAtMost ?? tries + 1 };
  return (
    <time dateTime={at}>
      {isDue ? t('events.triedNow', which) : t('events.triedAt', { ...which, at: moment.format(new Date(at)) })}
    </time>
  );
}

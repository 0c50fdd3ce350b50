import { useTranslation } from 'react-i18next';
import type { Channel } from '../events.ts';
import { ChannelCell } from './ChannelCell.tsx';
import classes from './Matrix.module.css';

/** The channels one below the other, where a grid of them has no room. */
export function ChannelList({ channels }: { channels: readonly Channel[] }) {
  const { t } = useTranslation();
  return (
    <ul className={classes.channels} aria-label={t('events.tab.matrix')}>
      {channels.map((channel) => (
        <li key={`${channel.source} ${channel.target}`}>
          <ChannelCell channel={channel} isNamed />
        </li>
      ))}
    </ul>
  );
}

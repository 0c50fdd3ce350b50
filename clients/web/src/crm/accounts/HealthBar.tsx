import { useTranslation } from 'react-i18next';
import classes from './Accounts.module.css';
import { healthState } from './health-state.ts';

/** How well an account is, as a number and as a bar. */
export function HealthBar({ health }: { health: number }) {
  const { t } = useTranslation();
  const text = t('accounts.health', { health });
  return (
    <span className={classes.health} data-state={healthState(health)} title={text}>
      <span className={classes.track} aria-hidden="true">
        <span className={classes.bar} style={{ inlineSize: `${health}%` }} />
      </span>
      <span aria-hidden="true">{health}</span>
      <span className={classes.said}>{text}</span>
    </span>
  );
}

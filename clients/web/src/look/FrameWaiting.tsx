import type { ReactNode } from 'react';
import classes from './FrameWaiting.module.css';

/** The console on its way, with the place of what surrounds every page. */
export function FrameWaiting({ children }: { children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <div className={classes.navigation} />
      <div className={classes.header} />
      <main className={classes.page}>{children}</main>
    </div>
  );
}

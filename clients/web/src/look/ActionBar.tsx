import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import classes from './Panel.module.css';

/** Where a panel has its actions; null before it is there, undefined where there is no panel. */
export const PanelEnd = createContext<HTMLElement | null | undefined>(undefined);

/** What a form ends with: always in sight, at the end of its panel; without one, at the end of the window. */
export function ActionBar({ children }: { children: ReactNode }) {
  const end = useContext(PanelEnd);
  const bar = <div className={classes.actions}>{children}</div>;
  if (end === undefined) return <div className={classes.end}>{bar}</div>;
  return end && createPortal(bar, end);
}

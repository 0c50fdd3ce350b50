import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { Icon } from './Icon.tsx';
import classes from './Tabs.module.css';
import { type Side, useMoreBeside } from './use-more-beside.ts';

interface Tab {
  to: string;
  label: string;
}

/** The pages of an area in a row. Where there is no room for all, the open one is in sight, and it shows where there are more. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  const sides = useMoreBeside(nav);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);

  function turn(side: Side) {
    const { clientWidth = 0 } = nav.current ?? {};
    nav.current?.scrollBy({ left: (side === 'start' ? -0.7 : 0.7) * clientWidth, behavior: 'smooth' });
  }

  return (
    <div className={classes.frame}>
      <nav ref={nav} className={classes.tabs} aria-label={label}>
        {tabs.map(({ to, label }) => (
          <NavLink key={to} to={to} className={classes.tab}>
            {label}
          </NavLink>
        ))}
      </nav>
      {/* Keys and readers reach each tab without it. */}
      {sides.map((side) => (
        <button
          key={side}
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          data-side={side}
          className={classes.more}
          onClick={() => turn(side)}
        >
          <Icon name="down" size={18} />
        </button>
      ))}
    </div>
  );
}

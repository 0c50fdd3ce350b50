import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useHref, useLocation, useNavigation } from 'react-router';
import { PageWaiting } from '../look/PageWaiting.tsx';
import { areaOf } from './area-of.ts';
import classes from './PagePlace.module.css';

const LATE_AFTER_MS = 150;

/** The place of the page. When the code of the next one takes long enough to be noticed, it has the shape of that page already. */
export function PagePlace() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { location: next } = useNavigation();
  const isLate = useIsLate(next !== undefined);
  const base = useHref('/');
  // The way there is an address as the browser has it.
  const area = next && areaOf(next.pathname, base);
  const isLeft = isLate && area !== undefined && area !== areaOf(pathname);
  return (
    <>
      {isLeft && <PageWaiting title={t(`area.${area.name}`)} />}
      {isLate && !isLeft && (
        <div role="status" className={classes.coming}>
          <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
        </div>
      )}
      {/* It is kept: the way to the next page may still be given up. */}
      <div className={isLeft ? classes.left : classes.shown}>
        <Outlet />
      </div>
    </>
  );
}

/** True when something has been going on for a while. */
function useIsLate(isGoingOn: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isGoingOn]);
  return isLate && isGoingOn;
}

import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router';
import { PageWaiting } from '../look/PageWaiting.tsx';
import { languageOf } from '../words/words.ts';
import classes from './PagePlace.module.css';
import { shapeOf } from './shape-of.ts';
import { usePageOnItsWay } from './use-page-on-its-way.ts';

/** The place of the page. When the code of the next one takes long enough to be noticed, it has the shape of that page already. */
export function PagePlace() {
  const { t, i18n } = useTranslation();
  const { pathname } = useLocation();
  const { isLate, next } = usePageOnItsWay();
  // What stands above all pages of an area stays, and has the place of the next one below it.
  const shown = next?.isOfSameArea && next.area.above ? undefined : next;
  const title = shown && (shown.area.above ? undefined : shown.page?.title[languageOf(i18n.language)]);
  return (
    <>
      {shown && (
        <PageWaiting title={title ?? t(`area.${shown.area.name}`)} shape={shapeOf(shown.area, shown.page, 'whole')} />
      )}
      {isLate && !next && (
        <div role="status" className={classes.coming}>
          <VisuallyHidden>{t('state.loading')}</VisuallyHidden>
        </div>
      )}
      {/* It is kept: the way to the next page may still be given up. */}
      <div className={shown ? classes.left : classes.shown} data-page={pathname}>
        <Outlet />
      </div>
    </>
  );
}

import { Outlet } from 'react-router';
import { Waiting } from '../look/Waiting.tsx';
import classes from './PagePlace.module.css';
import { shapeOf } from './shape-of.ts';
import { usePageOnItsWay } from './use-page-on-its-way.ts';

/** The place of the pages of an area that has something above them all, such as their tabs. */
export function PageBelow() {
  const { next } = usePageOnItsWay();
  const shown = next?.isOfSameArea ? next : undefined;
  return (
    <>
      {shown && <Waiting shape={shapeOf(shown.area, shown.page, 'below')} />}
      <div className={shown ? classes.left : classes.shown}>
        <Outlet />
      </div>
    </>
  );
}

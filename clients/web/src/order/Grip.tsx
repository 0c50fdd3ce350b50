import classes from './Order.module.css';

/** Where a mouse takes hold of a row; who has none has `MoveButtons`, and a finger presses the row. */
export function Grip() {
  return <span aria-hidden="true" className={classes.grip} data-grip="" />;
}

import { useEffect } from 'react';
import { here, replace } from '../session/place.ts';

/** The way from the console to a page that fills the window: whoever looks after the address shows that in place of the console. */
export function Component() {
  useEffect(() => replace(here()), []);
  return null;
}

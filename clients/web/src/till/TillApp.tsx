import { Station } from '../station/Station.tsx';
import { till } from './till-page.ts';

/** The till, outside of the console: it fills the window. */
export function Component() {
  return <Station page={till} />;
}

import { Station } from '../station/Station.tsx';
import { kitchenPage } from './kitchen-page.ts';

/** The screens of a kitchen, outside of the console: they fill the window. */
export function Component() {
  return <Station page={kitchenPage} />;
}

import { notifications } from '@mantine/notifications';
import { words } from '../words/words.ts';

/** Says that something did not work, in words that are at hand. */
export function showProblem(message: string): void {
  notifications.show({
    color: 'red',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': words.t('action.close') },
    message,
  });
}

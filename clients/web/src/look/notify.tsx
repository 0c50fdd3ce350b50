import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Problem } from '@mycelium/client-kit/problem';
import { words } from '../words/words.ts';
import { troubleText, troubleTitle } from './trouble-text.ts';

/** Says what was done, and offers to undo it for a while. A new notice with the same id takes its place. */
export function showUndo(id: string, message: string, undo: () => void): void {
  notifications.hide(id);
  notifications.show({
    id,
    autoClose: 8_000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': words.t('action.close') },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {words.t('action.undo')}
        </Button>
      </Group>
    ),
  });
}

export function showDone(message: string): void {
  notifications.hide('done');
  notifications.show({
    id: 'done',
    message,
    autoClose: 4_000,
    closeButtonProps: { 'aria-label': words.t('action.close') },
  });
}

/** Says that something did not work, where there is no panel of its own for it. */
export function showTrouble(problem: Problem): void {
  notifications.show({
    color: 'red',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': words.t('action.close') },
    title: troubleTitle(problem),
    message: [troubleText(problem), problem.correlationId].filter(Boolean).join(' · '),
  });
}

/** Says that what was to be undone was left as it is, when somebody changed it after. */
export function showNotUndone(problem: Problem): void {
  const isContested = problem.code === 'CONFLICT' || problem.reason === 'LIST_CHANGED';
  if (isContested) showContested();
  else showTrouble(problem);
}

export function showContested(): void {
  notifications.show({
    color: 'red',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': words.t('action.close') },
    title: words.t('notUndone.title'),
    message: words.t('notUndone.text'),
  });
}

/** The same, in place of a notice that said too early that it did. */
export function showTroubleInstead(id: string, problem: Problem): void {
  notifications.hide(id);
  showTrouble(problem);
}

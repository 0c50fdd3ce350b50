import { Button, Group, Text } from '@mantine/core';
import { type NotificationData, notifications } from '@mantine/notifications';
import type { Problem } from '@mycelium/client-kit/problem';
import { words } from '../words/words.ts';
import { troubleText, troubleTitle } from './trouble-text.ts';

const UNDO_MS = 8_000;
const DONE_MS = 4_000;

/** Says what was done, and offers to undo it for a while. A new notice with the same id takes its place. */
export function showUndo(id: string, message: string, undo: () => void): void {
  showInPlace(id, UNDO_MS, {
    withCloseButton: true,
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
  showInPlace('done', DONE_MS, { message });
}

const stays = new Map<string, number>();

/** A notice that comes in the place of another goes at the time of that one, unless its own stay is of another length. */
function showInPlace(id: string, stayMs: number, notice: Omit<NotificationData, 'id' | 'autoClose'>): void {
  const autoClose = stays.get(id) === stayMs ? stayMs + 1 : stayMs;
  stays.set(id, autoClose);
  notifications.hide(id);
  notifications.show({ closeButtonProps: { 'aria-label': words.t('action.close') }, ...notice, id, autoClose });
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

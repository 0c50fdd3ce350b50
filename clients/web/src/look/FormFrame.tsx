import { Button, Stack, Text } from '@mantine/core';
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from '../graph/use-draft.ts';
import type { Write } from '../graph/use-write.ts';
import { ActionBar } from './ActionBar.tsx';
import { refusedField, showRefused } from './refused-field.ts';
import { Trouble } from './Trouble.tsx';

interface FormFrameProps {
  /** Without it nothing that is typed is kept, as it must be with secrets. */
  draft?: Pick<Draft<object>, 'isChanged' | 'isBack' | 'try' | 'discard' | 'settle'>;
  write: Pick<Write, 'isBusy' | 'problem' | 'forget'>;
  /** What it is called, where several stand beside each other. */
  label?: string;
  /** The word on the button that saves. */
  action: string;
  /** Resolves with something once it is saved; without, something is wrong with a field. */
  onSave: () => Promise<unknown>;
  isReadOnly?: boolean;
  /** False while there is nothing that could be saved. */
  isReady?: boolean;
  /** Beside the button that saves. */
  beside?: ReactNode;
  children: ReactNode;
}

/**
 * What every form does: its actions stay in sight, Ctrl-Enter saves, what was refused is shown at its first field, or below the
 * fields when it is about none of them.
 */
export function FormFrame({
  draft,
  label,
  write: { isBusy, problem, forget },
  action,
  onSave,
  isReadOnly = false,
  isReady = true,
  beside,
  children,
}: FormFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const isSending = useRef(false);
  const [refusals, setRefusals] = useState(0);
  const [isAtField, setAtField] = useState(false);

  useLayoutEffect(() => {
    setAtField(problem?.code === 'BAD_USER_INPUT' && refusedField(form.current) !== undefined);
  }, [problem]);
  useEffect(() => {
    if (refusals > 0) showRefused(form.current);
  }, [refusals]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    draft?.try();
    const isSaved = await onSave().finally(() => {
      isSending.current = false;
    });
    if (isSaved) draft?.settle();
    else setRefusals((count) => count + 1);
  }

  function discard() {
    draft?.discard();
    forget();
  }

  function saveByKey(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isReadOnly || !isReady || isBusy) return;
    if (!(event.target instanceof Node && form.current?.contains(event.target))) return;
    event.preventDefault();
    form.current.requestSubmit();
  }

  return (
    <form ref={form} id={id} onSubmit={submit} onKeyDown={saveByKey} aria-label={label} noValidate>
      <Stack gap="md">
        {draft?.isBack && (
          <Text size="sm" role="status">
            {t('form.isBack')}
          </Text>
        )}
        {children}
        {problem && !isAtField && <Trouble problem={problem} />}
        {!isReadOnly && (
          <ActionBar>
            <Button
              type="submit"
              form={id}
              loading={isBusy}
              disabled={!isReady}
              aria-keyshortcuts="Control+Enter Meta+Enter"
              title={navigator.platform.startsWith('Mac') ? '⌘ ⏎' : 'Ctrl ⏎'}
            >
              {action}
            </Button>
            {draft?.isChanged && (
              <Button variant="default" disabled={isBusy} onClick={discard}>
                {t('action.discard')}
              </Button>
            )}
            {beside}
          </ActionBar>
        )}
      </Stack>
    </form>
  );
}

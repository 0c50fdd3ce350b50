import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../graph/use-write.ts';
import { showDone, showTrouble, showUndo } from '../look/notify.tsx';

type Deed = TypedDocumentNode<unknown, { id: string }>;

interface ClosingButtonProps {
  place: { id: string; name: string; closedAt: string | null };
  close: Deed;
  reopen: Deed;
  /** The word on the button that closes. */
  word: string;
  isOff?: boolean;
}

/** Closes a location or a brand, which can be undone, and reopens one that is closed. */
export function ClosingButton({
  place: { id, name, closedAt },
  close,
  reopen,
  word,
  isOff = false,
}: ClosingButtonProps) {
  const { t } = useTranslation();
  const { write: shut } = useWrite(close, showTrouble);
  const { write: open } = useWrite(reopen, showTrouble);
  if (closedAt)
    return (
      <Button
        variant="outline"
        onClick={async () => {
          if (await open({ id })) showDone(t('location.isReopened', { name }));
        }}
      >
        {t('location.reopen')}
      </Button>
    );
  return (
    <Button
      variant="outline"
      color="red"
      disabled={isOff}
      onClick={async () => {
        if (await shut({ id })) showUndo(`closed-${id}`, t('location.isClosed', { name }), () => void open({ id }));
      }}
    >
      {word}
    </Button>
  );
}

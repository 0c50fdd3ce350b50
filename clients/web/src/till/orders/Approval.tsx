import { Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Problem } from '@mycelium/client-kit/problem';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble } from '../../look/Trouble.tsx';
import { PinPad } from '../../station/person/PinPad.tsx';
import { useStation } from '../../station/use-station.ts';

interface ApprovalProps {
  /** What it takes; who lacks it has somebody enter their PIN. */
  scope: 'order:void' | 'order:comp' | 'payment:refund';
  answer: string;
  problem: Problem | undefined;
  isBusy: boolean;
  isReady?: boolean;
  /** Reasons that are given often; none where the reason is not asked for. */
  reasons?: readonly string[];
  children?: ReactNode;
  onApprove: (reason: string, pin?: string) => Promise<unknown>;
}

/** Asks for the reason, and for the PIN of somebody who may approve it, where that is not who is signed in. */
export function Approval(props: ApprovalProps) {
  const { scope, answer, problem, isBusy, isReady = true, reasons, children, onApprove } = props;
  const { t } = useTranslation();
  const { may } = useStation();
  const [reason, setReason] = useState('');
  const isOwn = may(scope);
  const canGo = isReady && (!reasons || reason.trim() !== '');
  return (
    <Stack gap="md">
      {children}
      {reasons && (
        <>
          <Group gap="sm">
            {reasons.map((each) => (
              <Chip key={each} size="lg" checked={reason === each} onChange={() => setReason(each)}>
                {each}
              </Chip>
            ))}
          </Group>
          <TextInput
            size="lg"
            label={t('till.reason')}
            value={reason}
            maxLength={200}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </>
      )}
      {problem && <Trouble problem={problem} />}
      {isOwn ? (
        <Button
          size="xl"
          fz="lg"
          color="red"
          disabled={!canGo}
          loading={isBusy}
          onClick={() => onApprove(reason.trim())}
        >
          {answer}
        </Button>
      ) : (
        <>
          <Text fw={600}>{t('till.approve', { what: answer })}</Text>
          <PinPad isWaiting={!canGo} onPin={(pin) => onApprove(reason.trim(), pin)} />
        </>
      )}
    </Stack>
  );
}

import { Chip, Fieldset, Group as Row, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Channel } from '../../generated/graphql.ts';
import { channels } from './sale.ts';

interface WaysToOrderProps {
  chosen: readonly Channel[];
  /** What it means to choose none. */
  hint: string;
  isOff: boolean;
  onChange: (chosen: Channel[]) => void;
}

/** In which ways something is sold. */
export function WaysToOrder({ chosen, hint, isOff, onChange }: WaysToOrderProps) {
  const { t } = useTranslation();
  return (
    <Fieldset variant="unstyled" legend={t('sale.channels')} disabled={isOff}>
      <Chip.Group
        multiple
        value={[...chosen]}
        onChange={(now: string[]) => onChange(channels.filter((each) => now.includes(each)))}
      >
        <Row gap="sm" mt="sm">
          {channels.map((channel) => (
            <Chip key={channel} value={channel} size="sm">
              {t(`channel.${channel}`)}
            </Chip>
          ))}
        </Row>
      </Chip.Group>
      <Text size="sm" mt="xs" c="var(--quiet)">
        {hint}
      </Text>
    </Fieldset>
  );
}

import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../generated/gql.ts';
import { useWrite } from '../graph/use-write.ts';
import { showTrouble } from '../look/notify.tsx';
import { ShownOnce } from '../look/ShownOnce.tsx';
import { useLocations } from '../screens/stations/use-locations.ts';

const ResetPinDocument = graphql(`
  mutation ResetPin($membershipId: ID!, $locationId: ID!) {
    resetPin(membershipId: $membershipId, locationId: $locationId) {
      pin
      holding {
        id
        setAt
        offAt
      }
    }
  }
`);

/** Gives a person a new PIN for a location, which is shown once. */
export function ResetPin({ membershipId, name }: { membershipId: string; name: string }) {
  const { t } = useTranslation();
  const locations = useLocations() ?? [];
  const { write, isBusy } = useWrite(ResetPinDocument, showTrouble);
  const [made, setMade] = useState<{ pin: string; location: string }>();

  if (made)
    return (
      <ShownOnce
        secret={made.pin}
        text={t('people.resetPinText', { name, location: made.location })}
        onDone={() => setMade(undefined)}
      />
    );
  return (
    <Group gap="sm">
      {locations.map(({ value, label }) => (
        <Button
          key={value}
          variant="default"
          disabled={isBusy}
          onClick={async () => {
            const reset = await write({ membershipId, locationId: value });
            if (reset) setMade({ pin: reset.resetPin.pin, location: label });
          }}
        >
          {locations.length === 1 ? t('people.resetPin') : t('people.resetPinAt', { name: label })}
        </Button>
      ))}
    </Group>
  );
}

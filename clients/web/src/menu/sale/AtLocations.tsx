import { Button, Fieldset, Group as Row, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../graph/use-write.ts';
import { showTrouble, showUndo } from '../../look/notify.tsx';
import { StateMark } from '../../look/StateMark.tsx';
import { formatMoney, localeOf, type Money } from '../../money/money.ts';
import { useTenant } from '../../session/viewer.tsx';
import { SoldOutTap } from '../SoldOutSwitch.tsx';
import { AtLocationPart } from './AtLocationPart.tsx';
import { type AtLocation, type Place, type Sale, SellAtLocationDocument } from './sale.ts';

interface AtLocationsProps {
  sale: Sale;
  places: readonly Place[];
  /** What it costs everywhere else. */
  price: Money;
}

/** Each location with what an item costs there and whether it is sold there; one tap says that it is sold out. */
export function AtLocations({ sale, places, price }: AtLocationsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string>();
  const { write: sell } = useWrite(SellAtLocationDocument, showTrouble);

  async function say({ id: locationId, name }: Place, available: boolean) {
    if (!(await sell({ itemId: sale.id, locationId, available }))) return;
    const message = t(available ? 'at.isAvailable' : 'at.isSoldOut', { name });
    showUndo(`at-${locationId}`, message, () => void sell({ itemId: sale.id, locationId, available: !available }));
  }

  return (
    <Fieldset variant="unstyled" legend={t('at.title')}>
      <Stack gap="xs" mt="xs">
        {places.map((place) => {
          const { id, name } = place;
          const at = sale.atLocations.find(({ location }) => location.id === id);
          return (
            <Stack key={id} gap="xs">
              <Row gap="xs" wrap="nowrap" justify="space-between">
                <div>
                  <Text fw={500}>{name}</Text>
                  <Standing at={at} place={place} price={price} />
                </div>
                <Row gap="xs" wrap="nowrap">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-expanded={open === id}
                    aria-label={t('choice.changeOption', { name })}
                    onClick={() => setOpen(open === id ? undefined : id)}
                  >
                    {t('choice.change')}
                  </Button>
                  <SoldOutTap
                    isSoldOut={at?.available === false}
                    label={t('at.soldOutAt', { name })}
                    word="✓"
                    onTap={() => void say(place, at?.available === false)}
                  />
                </Row>
              </Row>
              {open === id && (
                <AtLocationPart sale={sale} at={at} place={place} price={price} onDone={() => setOpen(undefined)} />
              )}
            </Stack>
          );
        })}
      </Stack>
    </Fieldset>
  );
}

/** What it costs there, and what else is to be known. */
function Standing({ at, place, price }: { at: AtLocation | undefined; place: Place; price: Money }) {
  const { t } = useTranslation();
  const locale = localeOf(useTenant());
  if (at?.hidden) return <StateMark state="off" word={t('at.isHidden')} />;
  const cost = at?.price ?? price;
  if (cost.currency !== place.currency)
    return <StateMark state="attention" word={t('at.otherCurrency', { currency: place.currency })} />;
  const facts = [
    at?.price ? formatMoney(at.price, locale) : t('at.asEverywhere', { price: formatMoney(price, locale) }),
    ...(at && at.portionsLeft !== null ? [t('at.left', { count: at.portionsLeft })] : []),
  ];
  return (
    <Text size="sm" c="var(--quiet)">
      {facts.join(' · ')}
    </Text>
  );
}
